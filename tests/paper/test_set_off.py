"""Clauses that are set off, and comments beside them, in Word and PDF."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.comments import comment_element
from protocolkit.paper.docx.set_off import STYLES
from protocolkit.paper.pdf.set_off import with_looks
from protocolkit.paper.shared.extras import NO_EXTRAS, Comment, Extras, SetOff
from protocolkit.reading.reader import read_protocol_text

_NL = translator("nl")
_TEXT = """---
protocol:
  organisation: {name: De Mus}
---

# Hek

{#h}
## Regels

{#a}
1. Eerste regel.

   Met een tweede alinea.

{#b}
2. Tweede regel.[^1]

[^1]: Een noot.
"""


def _protocol() -> Protocol:
    return read_protocol_text(_TEXT, "hek.md", subject="hek", slug="de-mus").protocol


def _file(extras: Extras) -> bytes:
    made = _protocol()
    return write_docx(made, make_cover(made, _NL), _NL, extras=extras)


def _styles(extras: Extras) -> dict[str, str]:
    found = docx.Document(io.BytesIO(_file(extras))).paragraphs
    words = ("Eerste", "Met een", "Tweede")
    return {
        word: paragraph.style.style_id
        for paragraph in found
        for word in words
        if word in paragraph.text
        and paragraph.style
        and "TOC" not in paragraph.style.style_id.upper()
    }


@pytest.mark.parametrize("look", SetOff)
def test_a_clause_that_is_set_off_has_its_style_up_to_the_next_one(look: SetOff) -> None:
    plain = _styles(NO_EXTRAS)
    found = _styles(Extras(set_off={"a": look, "elders": look}))
    assert found["Eerste"] == found["Met een"] == STYLES[look]
    assert found["Tweede"] == plain["Tweede"] != STYLES[look]


def _comments(*comments: Comment) -> str:
    with zipfile.ZipFile(io.BytesIO(_file(Extras(comments=comments)))) as package:
        names = [name for name in package.namelist() if name.endswith("comments.xml")]
        return "".join(package.read(name).decode() for name in names)


def test_a_comment_stands_at_its_clause_and_one_without_a_place_is_left_out() -> None:
    found = _comments(
        Comment(anchor="a", author="Anna de Wit", text="Mag dit?"),
        Comment(anchor="weg", author="Bram", text="Verdwenen"),
        Comment(anchor="b", author="Bram", text="Waarom?"),
    )
    assert "Mag dit?" in found
    assert "Verdwenen" not in found
    assert 'w:id="1"' in found
    assert 'w:id="2"' not in found
    assert _comments() == _comments(Comment(anchor="weg", author="x", text="y")) == ""


@pytest.mark.parametrize(
    ("author", "initials"),
    [("Anna de Wit", "AdW"), ("Bram", "B"), ("(Bo) van den Berg Smit", "vdB"), ("", "")],
)
def test_initials_are_the_first_letters_of_the_names_at_most_three(
    author: str, initials: str
) -> None:
    made = comment_element(author, "x", 0)
    assert made.get(made.tag.replace("comment", "initials")) == initials


def test_each_line_of_a_comment_is_a_paragraph_and_blank_ones_are_none() -> None:
    def lines(text: str) -> list[str]:
        return [p.text for p in comment_element("A", text, 0)]

    assert lines("een\n\n  \ntwee") == ["een", "twee"]
    assert lines("") == [""]


def test_in_a_pdf_each_part_has_the_look_of_its_clause() -> None:
    clause = {"kind": "clause", "anchor": "a", "label": "1"}
    points = {
        "kind": "list",
        "items": [{"anchor": "b", "label": "2"}, {"anchor": "c", "label": "3"}],
    }
    section = {"kind": "section", "parts": [clause, points, "los"]}
    extras = Extras(set_off={"a": SetOff.REMARK, "b": SetOff.CHOICE})
    [found] = with_looks([section], extras)
    assert isinstance(found, dict)
    assert found["parts"] == [
        {**clause, "label": "", "look": "remark"},
        {
            "kind": "list",
            "items": [{"anchor": "b", "label": ""}, {"anchor": "c", "label": ""}],
            "look": "choice",
        },
        "los",
    ]
    [other] = with_looks([{"kind": "clause", "anchor": "x", "label": "9"}], extras)
    assert other == {"kind": "clause", "anchor": "x", "label": "", "look": ""}
    assert with_looks([section], NO_EXTRAS) == [section]
