"""How a protocol's Markdown is cut into tokens: CommonMark, tables, footnotes, anchor lines.

Nothing else of MyST is switched on: a directive, role, raw HTML or template expression in a
protocol is text. markdown-it keeps an item's literal marker in ``token.info``, which is why
numbers that jump survive here.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.footnote import footnote_plugin

# An anchor line may hold a comment between % signs; in a text, '{% ... %}' is text.
_COMMENT = re.compile(r"^(\s*)\{(?=[^\n]*%)", re.MULTILINE)


def parse_markdown(body: str) -> SyntaxTreeNode:
    """Parse a protocol's body; footnotes stay where they are defined."""
    return SyntaxTreeNode(_parser().parse(_COMMENT.sub(r"\1\\{", body)))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(attrs_block_plugin).use(footnote_plugin, inline=False)
    # 'reference' would swallow a line such as '[Let op]: lees' as the target of a link.
    parser.disable(["html_block", "html_inline", "reference"])
    # This rule drops notes that nobody calls, and sorts the others.
    parser.core.ruler.disable("footnote_tail")
    return parser
