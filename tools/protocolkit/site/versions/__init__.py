"""The versions of a protocol: its history, two beside each other, what changed lately."""
