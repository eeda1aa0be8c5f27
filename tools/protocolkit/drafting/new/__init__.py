"""A new protocol: from the template, from a board, or from two that merge."""
