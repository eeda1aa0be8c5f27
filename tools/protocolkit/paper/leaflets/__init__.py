"""Short papers around a protocol, such as the form on which a council says what it decided."""
