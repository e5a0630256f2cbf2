"""The demo: a practice to play with on one web page, without a Telegram account."""
