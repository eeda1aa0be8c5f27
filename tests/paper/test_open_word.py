"""A Word file that is left open: each shape has its gaps, and the frame has the others."""

from __future__ import annotations

import re

import pytest

from protocolkit.base.messages import translator
from protocolkit.paper.docx.open_file import Frame, OpenWord
from protocolkit.paper.docx.open_gaps import SIGN
from protocolkit.text.typeface import TYPEFACE


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    project = tmp_path_factory.mktemp("project")
    return OpenWord(translator("nl"), language="nl", project=project, slug="x").frame("Hek")


def _bare(xml: str) -> str:
    """Return the words, gaps and bookmarks of a piece of XML, a bookmark as its name."""
    named = re.sub(r'<w:bookmarkStart[^>]*w:name="([^"]*)"/>', r"(\1)", xml)
    return " ".join(re.sub(rf"<[^>]*>|{SIGN}", " ", named).split())


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ("regel-1", r'TOC \o "1-3" \h \z nr titel'),
        ("regel", "nr titel"),
        ("kop", "( merk ) nr titel"),
        ("eerste", "( merk ) \u200b label \u200b nr woorden roepen"),
        ("volgende", "woorden roepen"),
        ("alleen", "boven hangt ( merk ) naast woorden roepen"),
        ("boven", "\u200b label \u200b"),
        ("naast", "\u200b label \u200b"),
        ("hangt", ""),
        ("bijlage", "titel"),
        ("bron", "woorden"),
        ("roep", "( merk )"),
        ("weer", "nr"),
        ("slot", "roepen"),
        ("naam", "naam"),
    ],
)
def test_each_shape_has_its_gaps(frame: Frame, shape: str, words: str) -> None:
    assert _bare(frame.shapes[shape]) == words


def test_the_typeface_is_named_with_one_to_use_instead_and_is_not_inside(frame: Frame) -> None:
    parts = {name: content for name, content in frame.parts.items() if "font" in name}
    assert list(parts) == ["word/fontTable.xml"]
    table = parts["word/fontTable.xml"].decode()
    assert f'w:name="{TYPEFACE}"' in table
    assert '<w:altName w:val="Arial"' in table
    assert "embed" not in table
    assert "embedTrueTypeFonts" not in frame.parts["word/settings.xml"].decode()


def test_what_somebody_typed_has_a_bar_beside_it(frame: Frame) -> None:
    barred = {name for name, xml in frame.shapes.items() if "<w:pBdr>" in xml}
    assert barred == {"eerste", "volgende", "alleen"}


def test_no_heading_and_no_line_of_the_specimen_is_left(frame: Frame) -> None:
    text = _bare(frame.parts["word/document.xml"].decode())
    assert text.endswith("Inhoud regels Hek tekst")
    assert "titel" not in text
    assert "deel_" not in frame.parts["word/document.xml"].decode()


def test_the_cover_says_that_a_draft_has_no_check_code_yet(frame: Frame) -> None:
    text = _bare(frame.parts["word/document.xml"].decode())
    assert "Nog geen controlecode: dit concept verandert nog." in text
    assert "Twee exemplaren" not in text
