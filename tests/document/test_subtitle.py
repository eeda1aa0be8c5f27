"""The line under the title of a cover says what is known and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pypdfium2
import pytest

import seeds
from protocolkit.base.messages import translator
from protocolkit.document.cover import Cover, make_cover, subtitle
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf

_DUTCH = translator("nl")


def _cover(slug: str) -> Cover:
    return make_cover(seeds.protocol(slug), _DUTCH)


def test_the_year_stands_under_the_title_in_both_papers() -> None:
    document, cover = seeds.protocol("lucas-onderwijs"), _cover("lucas-onderwijs")
    assert subtitle(cover) == "2018"
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_pdf(document, cover, _DUTCH)))
    assert subtitle(cover) in pdf[0].get_textpage().get_text_range()
    word = docx.Document(io.BytesIO(write_docx(document, cover, _DUTCH)))
    found = [p.text for p in word.paragraphs if p.style and p.style.style_id == "CoverSubtitle"]
    assert found == [subtitle(cover)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2019", "2019"), ("jaar onbekend", "")],
)
def test_what_is_not_known_is_left_out(year: str, expected: str) -> None:
    cover = replace(_cover("lucas-onderwijs"), year=year)
    assert subtitle(cover) == expected
    document = seeds.protocol("lucas-onderwijs")
    word = docx.Document(io.BytesIO(write_docx(document, cover, _DUTCH)))
    found = [p.text for p in word.paragraphs if p.style and p.style.style_id == "CoverSubtitle"]
    assert found == ([expected] if expected else [])
