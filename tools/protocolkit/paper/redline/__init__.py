"""The redline: one protocol in two versions, as Word with tracked changes, as PDF and as HTML."""
