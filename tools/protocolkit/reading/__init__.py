"""Text to model and back: the one reader, the one Markdown writer, the ledger of a source."""
