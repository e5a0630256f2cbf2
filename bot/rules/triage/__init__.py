"""What a message is about, danger first."""
