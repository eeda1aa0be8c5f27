"""How a protocol's Markdown is cut into tokens: CommonMark, tables, footnotes, anchor lines.

Nothing else of MyST is switched on: a directive, role, raw HTML or template expression in a
protocol is text. markdown-it keeps an item's literal marker in ``token.info``, which is why
numbers that jump survive here.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.footnote import footnote_plugin

DEEPEST = 9
"""How deep lists, and other blocks, may lie in each other."""

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
# An anchor line may hold a comment between % signs; in a text, '{% ... %}' is text.
_COMMENT = re.compile(r"^(\s*)\{(?=[^\n]*%)", re.MULTILINE)


def parse_markdown(body: str) -> tuple[SyntaxTreeNode, int]:
    """Parse a protocol's body; footnotes stay where they are defined.

    The number is that of the first line, counted from 1, of which what lies in it is not read,
    because it lies more than :data:`DEEPEST` lists deep; 0 when all is.
    """
    parser = _parser()
    found = parser.parse(_COMMENT.sub(r"\1\\{", body))
    last = parser.options["maxNesting"] - 1
    cut = (t.map[0] + 1 for t in found if t.nesting == 1 and t.level >= last and t.map)
    return SyntaxTreeNode(found), next(cut, 0)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(attrs_block_plugin).use(footnote_plugin, inline=False)
    # 'reference' would swallow a line such as '[Let op]: lees' as the target of a link.
    parser.disable(["html_block", "html_inline", "reference"])
    # This rule drops notes that nobody calls, and sorts the others.
    parser.core.ruler.disable("footnote_tail")
    parser.inline.ruler.before("link", "line_break", _line_break)
    return parser


def _line_break(state: StateInline, silent: bool) -> bool:
    """Read ``<br>`` as a line break that remembers how it was written: cells know no other."""
    found = _BREAK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0).markup = found[0]
    state.pos = found.end()
    return True


def code_lines(body: str) -> list[tuple[int, int]]:
    """Return the lines of the blocks of code in a text with HTML, each from one line to another.

    Lines are counted from 0; the second one of a block is no longer part of it.
    """
    tokens = _page_parser().parse(body)
    spans = [token.map for token in tokens if token.type in ("fence", "code_block") and token.map]
    return [(begin, end) for begin, end in spans]


@cache
def _page_parser() -> MarkdownIt:
    # what stands in the paragraphs is of no matter here
    return MarkdownIt("commonmark").enable("table").disable("inline")
