"""What PDF and Word share: the look, the contents, what is printed of a comparison."""
