"""What people read and tap, conversation by conversation."""
