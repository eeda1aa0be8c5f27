"""How Sphinx reads protocols and draws pages: parser, domain, nodes, addresses, theme."""
