"""The page on which a draft is composed in the browser."""
