"""The pages of the template for a new school."""
