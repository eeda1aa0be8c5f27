"""The was-wordt table on paper and as a page: one sheet of values, as Word, PDF and HTML."""
