"""The tests: people type and tap, time passes, and what they see is looked at."""
