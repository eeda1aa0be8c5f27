"""A saved web page to a source: what its printed page shows; nothing in it is run."""
