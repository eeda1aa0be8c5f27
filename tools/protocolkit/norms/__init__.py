"""What a clause asks of whom: its norms, with the words that decide."""
