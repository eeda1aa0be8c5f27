"""A Word file of ours as a text of LibreOffice (.odt): words, tables, bookmarks, heads and feet."""

from __future__ import annotations

import io
import zipfile
from html import escape
from itertools import groupby

from protocolkit.base.location import NOWHERE
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.review.word_story import StoryParagraph, read_story, word_running_words

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)


def as_odt(word: bytes) -> bytes:
    """Return it as LibreOffice would save it, without a look."""
    package = WordPackage(word, NOWHERE)
    tables = groupby(read_story(package).paragraphs, lambda one: one.cell[0] if one.cell else None)
    body = "".join(
        "".join(map(_paragraph, held)) if number is None else _table(list(held))
        for number, held in tables
    )
    heads = "".join(f"<text:p>{escape(one)}</text:p>" for one in word_running_words(package))
    return odt_of(body, heads)


def odt_of(body: str, heads: str = "") -> bytes:
    """Return a text of LibreOffice with this inside, and these paragraphs above its pages."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
        packed.writestr(
            "styles.xml",
            f"<office:document-styles {_SPACES}><office:master-styles><style:master-page>"
            f"<style:header>{heads}</style:header></style:master-page></office:master-styles>"
            "</office:document-styles>",
        )
    return made.getvalue()


def _table(paragraphs: list[StoryParagraph]) -> str:
    rows = groupby(paragraphs, lambda one: one.cell[:2] if one.cell else ())
    made = (groupby(held, lambda one: one.cell) for _, held in rows)
    cells = (
        "".join(
            f"<table:table-cell>{''.join(map(_paragraph, held))}</table:table-cell>"
            for _, held in row
        )
        for row in made
    )
    inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{inside}</table:table>"


def _paragraph(one: StoryParagraph) -> str:
    marks = "".join(f'<text:bookmark text:name="{name}"/>' for name in one.bookmarks)
    return f"<text:p>{marks}{escape(one.new)}</text:p>"
