"""Sphinx configuration of this repository; the repository's root is the source folder."""

project = "protocolkit"
author = "protocolkit"
copyright = "de besturen, voor hun eigen teksten"  # noqa: A001 - Sphinx's own name
language = "nl"

extensions = ["protocolkit"]

# Only these are pages. What is excluded is not walked either: .venv holds thousands of files.
include_patterns = ["index.md", "docs/gebruik/**", "protocols/**"]
exclude_patterns = [
    ".*",
    "_build",
    "tools",
    "templates",
    "tests",
    "benchmarks",
    "requirements",
    "node_modules",
]

protocolkit_publisher = "protocolkit"

html_theme = "furo"
html_title = "Schoolprotocollen"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 3
