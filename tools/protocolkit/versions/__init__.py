"""Versions of protocols: finding the one that a person names, and keeping one as it was."""
