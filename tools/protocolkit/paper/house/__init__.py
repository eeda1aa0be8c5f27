"""The look of an organisation: what stands in its folder, as values that PDF and Word follow."""
