"""What changed between two versions of a protocol, as one value that every output renders."""
