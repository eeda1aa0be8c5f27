"""The template for a new school: what boards agree on, and what each chose."""
