"""The simulated Telegram, through its front door."""
