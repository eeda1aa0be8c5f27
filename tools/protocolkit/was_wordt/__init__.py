"""The was-wordt table as values: its rows, the reasons that an officer writes, and what is odd."""
