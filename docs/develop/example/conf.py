"""A small handbook with protocols in it."""

project = "Handbook"
extensions = ["protocolkit"]
html_theme = "alabaster"
