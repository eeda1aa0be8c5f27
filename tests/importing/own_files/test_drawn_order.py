"""Words whose letters a PDF gives in the order of drawing are told as that, not as a change."""

from __future__ import annotations

import pytest

from import_quality import own_pdf
from own_files import confirmed, without_source
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.own_files.drawn_order import has_their_letters
from protocolkit.importing.own_files.printed import turned_in_pdf
from protocolkit.importing.own_files.records import read_record
from protocolkit.importing.report import make_report
from protocolkit.reading.reader import read_protocol_text

_HEBREW, _HINDI = "שָׁלוֹם כהן", "देवनागरी"
_TEXT = """---
protocol:
  organisation: {{name: De Mus, kind: school}}
  status: vastgesteld
---

# Protocol hek

{{#art-1}}
1. Het hek is dicht: dat hebben de ouders en de leraren van de school zo met elkaar afgesproken.

{{#art-2}}
2. Gemaakt met {} uit Haren, die ook de sleutel van het hek en van de schuur daarnaast bewaart.
"""


def _protocol(words: str) -> Protocol:
    text = _TEXT.format(words)
    return read_protocol_text(text, "hek.md", subject="hek", slug="de-mus").protocol


@pytest.mark.parametrize("words", [_HEBREW, _HINDI])
def test_words_in_the_order_of_drawing_are_no_change(words: str) -> None:
    wanted = _protocol(words)
    found = confirmed(extract_pdf(own_pdf(wanted)))
    assert without_source(found.protocol) == without_source(wanted)
    said = " ".join(make_report(found, "hek.pdf", translator()).notices)
    assert words in said
    assert "staan in deze PDF in een andere volgorde" in said
    assert "en de tekst is daarna" not in said


def test_another_word_beside_them_is_a_change() -> None:
    wanted = _protocol(_HINDI)
    carried = extract_pdf(own_pdf(wanted)).carried
    assert carried is not None
    assert turned_in_pdf(wanted, carried.pages, carried.addresses) == (_HINDI,)
    pages = [page.replace("dicht", "open") for page in carried.pages]
    assert not turned_in_pdf(wanted, pages, carried.addresses)


def test_a_text_without_such_words_has_none() -> None:
    own = read_record(extract_pdf(own_pdf(_protocol("Jan"))))
    assert own.is_shown
    assert not own.turned


def test_letters_may_come_twice_and_none_may_lack() -> None:
    around = "Een regel van het hek. " * 10
    assert has_their_letters(f"{around}देदेव", f"{around}देव")
    assert not has_their_letters(f"{around}देदे", f"{around}देव")
    assert not has_their_letters(f"{around}देवन", f"{around}देव")
    assert not has_their_letters("देव", "देव")
