"""The template for a new school: what boards chose, as a draft that someone can finish."""
