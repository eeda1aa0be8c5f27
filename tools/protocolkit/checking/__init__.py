"""Checking a repository: what is odd in protocols, topics and sources, and what was accepted."""
