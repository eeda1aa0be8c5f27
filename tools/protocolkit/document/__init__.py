"""What a protocol is: its parts, its facts, how it is cited, what its cover says."""
