"""Files of clients and sessions: reading, judging, taking over."""
