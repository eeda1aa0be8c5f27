"""A count beside each extractor: what a file holds is in its text, or told as left out."""
