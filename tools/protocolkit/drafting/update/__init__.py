"""What changed in the template since a draft was made, and taking it over."""
