"""Files that this program made: what they carry, and whether it is what they show."""
