"""The words of a page inside a page, and of one inside that; not without end."""

from __future__ import annotations

import html

import pytest

from protocolkit.importing.extract.web.attached import Attached, Carriage
from protocolkit.importing.extract.web.framed import spoken_words, words_in


def _nested(depth: int) -> Attached:
    """Return a page with the word 'diep' so many pages inside it."""
    text = "<p>diep</p>"
    for _ in range(depth):
        text = f'<iframe srcdoc="{html.escape(text)}"></iframe>'
    return Attached("text/html", text.encode(), "utf-8")


def _words(document: Attached) -> str:
    return words_in(document, Carriage(documents={}))


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
def test_a_page_in_a_page_is_read_as_one(depth: int) -> None:
    assert _words(_nested(depth)) == "diep"


@pytest.mark.parametrize("depth", [6, 9])
def test_too_deep_its_words_are_told_with_all_their_signs(depth: int) -> None:
    """No word is lost; but nobody makes a reader go on and on."""
    found = _words(_nested(depth))
    assert "diep" in found
    assert "<" in found


def test_what_is_no_text_has_no_words_and_what_is_plain_keeps_its_signs() -> None:
    assert _words(Attached("image/png", b"\x89PNG diep")) == ""
    assert _words(Attached("text/css", b"p { color: red }")) == ""
    assert _words(Attached("text/plain", b"<p>diep</p>")) == "<p>diep</p>"
    assert _words(Attached("text/html", b"<![x[weg]]><!-- nee --><p>wel</p>")) == "wel"


def test_words_in_attributes_are_for_a_reader_unless_hidden() -> None:
    assert spoken_words("img", {"alt": "plein"}) == ("plein",)
    assert set(spoken_words("input", {"value": "geheim", "type": "text"})) == {"", "geheim"}
    assert spoken_words("input", {"value": "geheim", "type": "hidden"}) == ()
    assert spoken_words("p", {"title": "x"}) == ()
