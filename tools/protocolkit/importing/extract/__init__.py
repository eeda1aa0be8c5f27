"""One way in per kind of file: from its bytes to lines of text with what they look like."""
