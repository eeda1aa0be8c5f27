"""The pages on which boards are compared: the table, its data, and its pictures."""
