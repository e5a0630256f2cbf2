"""What is remembered: one file per noun, its tables and the queries on them."""
