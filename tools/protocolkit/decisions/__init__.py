"""What councils were asked and decided, each tied to the exact text that it had before it."""
