"""Comparison of protocols: which clauses answer the same question, as data."""
