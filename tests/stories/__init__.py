"""What the practice is for, as stories: each reads from top to bottom like the talk that it is."""
