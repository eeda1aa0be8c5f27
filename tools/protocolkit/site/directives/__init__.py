"""Directives that bring clauses, topics and comparisons into any page of a Sphinx project."""
