"""A text file to a source."""
