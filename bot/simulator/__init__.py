"""An embedded Telegram: the Bot API over HTTP, for tests and the demo."""
