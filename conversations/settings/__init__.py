"""What is the client's own to set: a page for each part of it, and what each button there does."""
