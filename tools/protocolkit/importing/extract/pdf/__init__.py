"""A PDF with text to a source: what its pages show, and what else they hold."""
