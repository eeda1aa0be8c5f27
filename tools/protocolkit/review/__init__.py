"""What comes back from a council: remarks and changes, each at the clause that it is about."""
