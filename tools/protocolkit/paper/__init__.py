"""Paper: PDF and Word files of one protocol."""
