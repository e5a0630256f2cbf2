"""How the recogniser's model is made; nothing here runs where the bot does. `./dev train` runs it."""
