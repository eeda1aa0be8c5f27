"""A file in Akoma Ntoso to the parts of a protocol: what is a clause there is one here."""
