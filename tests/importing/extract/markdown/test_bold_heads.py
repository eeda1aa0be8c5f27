"""Bold lines of a Markdown file that stand alone are headings, where it has no others."""

from __future__ import annotations

from protocolkit.document.outline import sections
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.markdown.bold_heads import with_bold_heads
from protocolkit.importing.markdown_file import read_markdown

_TEXT = """# Fietsen

**Stalling**

Fietsen staan in het rek.

**Wie helpt er?**

- de conciërge
"""


def test_bold_lines_that_stand_alone_are_headings() -> None:
    read = read_markdown(_TEXT).protocol
    assert [plain(one.title) for one in sections(read)] == ["Stalling", "Wie helpt er?"]


def test_they_are_words_where_others_are_headings_or_nothing_stands_below() -> None:
    for text in (
        _TEXT.replace("**Stalling**", "## Stalling"),
        _TEXT.replace("\n- de conciërge\n", ""),
        _TEXT.replace("**Stalling**", "**Fietsen staan buiten.**"),
        _TEXT.replace("**Stalling**\n", "**Stalling**"),
    ):
        assert with_bold_heads(text) == text
