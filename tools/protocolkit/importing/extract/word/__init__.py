"""A Word file to a source: what its printed pages show, and what else it holds."""
