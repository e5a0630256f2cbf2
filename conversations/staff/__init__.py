"""The practice's side: what staff read and tap."""
