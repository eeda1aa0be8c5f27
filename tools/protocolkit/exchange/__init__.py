"""What other programs exchange with us: a protocol as JSON and back, and published schemas."""
