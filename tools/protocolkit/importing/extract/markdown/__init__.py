"""A stranger's Markdown as a reader of its page sees it."""
