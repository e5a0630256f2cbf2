"""Everything that makes the conversations happen."""
