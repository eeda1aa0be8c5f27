"""A page for each topic: who says what, and where wordings differ."""
