"""Words beside the mark of a note are written on the side of it on which the council wrote them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from import_quality import own_word
from one_protocol import headed
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.change_places import near_words
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.refusal import Refusal
from protocolkit.review.remarks import ReturnedChange, Review
from protocolkit.review.reply_places import place_names
from protocolkit.review.take_over import taken_over
from protocolkit.review.word_review import review_word
from returned_odt import odt_of
from returned_word import ReturnedWord, W

_TEXT = headed("Pesten") + (
    "{#h-1}\n## 1 Voor leerlingen\n\n"
    "{#a1}\n1. Wie een ander pest, gaat naar de mentor.[^1]\n\n"
    "{#a2}\n2. De mentor[^2] belt de **ouders**[^3] van alle kinderen.\n\n"
    "{#a3}\n3. De school bewaart verslagen een jaar lang.\n\n"
    "[^1]: Of naar de vertrouwenspersoon.\n[^2]: Of de directeur.\n[^3]: En verzorgers.\n"
)
_OLD = {"a1": "1. Wie een ander pest, gaat naar de mentor.", "a2": "2. De mentor belt de ouders"}


def _read(text: str) -> Protocol:
    return read_protocol_text(text, subject="pesten", slug="de-brug").protocol


_PROTOCOL = _read(_TEXT)
_NOTES = ("Of naar de vertrouwenspersoon", "Of de directeur", "En verzorgers")
_SIGN = "\ufffc"


@pytest.mark.parametrize(
    ("signed", "written"),
    [
        ("1. Wie een ander pest, gaat naar de mentor.@ Altijd.", "mentor.[^1] Altijd.\n"),
        ("1. Wie een ander pest, gaat naar de mentor. Altijd.@", "mentor. Altijd.[^1]\n"),
        ("1. Wie een ander pest, gaat naar de mentor.@ (altijd)", "mentor.[^1] (altijd)\n"),
        ("1. Wie een ander pest, gaat naar de mentor.@: altijd", "mentor.[^1]: altijd\n"),
        ("1. Wie een ander pest, gaat naar de *.@", "de \\*.[^1]\n"),
        ("2. De mentor of ik@ belt de ouders@ van alle kinderen.", "mentor of ik[^2] belt"),
        ("2. De mentor@ of ik belt de ouders@ van alle kinderen.", "mentor[^2] of ik belt"),
        ("2. De mentor@ belt de ouders@ zelf van alle kinderen.", "**ouders**[^3] zelf van"),
        (
            "2. De mentor@ of ik belt de ouders of wie@ van alle.",
            "[^2] of ik belt de **ouders** of wie[^3] van alle.",
        ),
    ],
)
def test_words_are_written_on_their_side_of_the_mark(signed: str, written: str) -> None:
    made = _taken(signed)
    assert isinstance(made, str)
    assert written in made


@pytest.mark.parametrize(
    "signed",
    [
        "1. Wie een ander@ pest, gaat altijd naar de mentor.",  # the mark itself moved
        "1. Wie een ander pest, gaat naar de mentor. Altijd.",  # nobody knows where it stands
        "1. Wie een ander pest, gaat@ naar de mentor.@ Altijd.",
    ],
)
def test_where_the_mark_is_not_certain_it_is_done_by_hand(signed: str) -> None:
    assert _taken(signed) is Refusal.NOT_PLAIN


def _taken(signed: str) -> str | Refusal:
    anchor = f"a{signed[0]}"
    old = _OLD[anchor] + (" van alle kinderen." if anchor == "a2" else "")
    return taken_over(
        _TEXT,
        _PROTOCOL,
        ReturnedChange(
            anchor=anchor,
            kind="changed",
            old=old,
            new=signed.replace("@", ""),
            signed=signed.replace("@", _SIGN),
        ),
    )


def _word() -> bytes:
    word = ReturnedWord(own_word(_PROTOCOL))
    word.track_insertion("De mentor", " of ik")
    word.track_insertion("gaat naar de mentor.", " Altijd.")
    return word.content()


def _plain_file() -> bytes:
    word = ReturnedWord(own_word(_PROTOCOL))
    word.retype("De mentor", "De mentor of ik")
    word.retype("gaat naar de mentor.", "gaat naar de mentor. Altijd.")
    word.without_record()
    return word.content()


@pytest.mark.parametrize("content", [_word(), _plain_file()])
def test_a_word_file_says_on_which_side_of_a_mark_words_stand(content: bytes) -> None:
    _are_before(review_word(content, Path("retour.docx"), _PROTOCOL))


def _are_before(found: Review) -> None:
    source = _TEXT
    for change in found.changes:
        made = taken_over(source, _read(source), change)
        assert isinstance(made, str), (change, made)
        source = made
    assert "De mentor of ik[^2] belt" in source
    assert "naar de mentor. Altijd.[^1]\n" in source
    assert source.replace(" of ik", "").replace(" Altijd.", "") == _TEXT


def test_a_file_of_libreoffice_says_so_too() -> None:
    note = "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>".format
    first, second, third = (note(f"{words}.") for words in _NOTES)
    lines = [
        "1 Voor leerlingen",
        f"1. Wie een ander pest, gaat naar de mentor. Altijd.{first}",
        f"2. De mentor of ik{second} belt de ouders{third} van alle kinderen.",
        "3. De school bewaart verslagen een jaar lang.",
    ]
    content = odt_of("".join(f"<text:p>{line}</text:p>" for line in lines))
    _are_before(ReturnedOdt(content, Path("retour.odt")).review(_PROTOCOL))


def _with_note(parts: dict[str, bytes], words: str) -> None:
    """Add a note to a Word file, called at the end of some words, as Word does."""
    body = etree.fromstring(parts["word/document.xml"])
    (said,) = (one for one in body.iter(f"{{{W}}}t") if (one.text or "").endswith(words))
    said.getparent().addnext(etree.fromstring(_CALL))
    parts["word/document.xml"] = etree.tostring(body)
    notes = etree.fromstring(parts["word/footnotes.xml"])
    notes.append(etree.fromstring(_NOTE))
    parts["word/footnotes.xml"] = etree.tostring(notes)


_CALL = f'<w:r xmlns:w="{W}"><w:footnoteReference w:id="99"/></w:r>'
_NOTE = (
    f'<w:footnote xmlns:w="{W}" w:id="99"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t> Ook buiten de school.</w:t></w:r></w:p></w:footnote>"
)


@pytest.mark.parametrize("has_record", [True, False])
@pytest.mark.parametrize(("words", "on"), [("naar de mentor.", "a1"), ("een jaar lang.", "a3")])
def test_a_new_note_in_word_is_told_with_the_clause_that_calls_it(
    words: str, on: str, has_record: bool
) -> None:
    word = ReturnedWord(own_word(_PROTOCOL))
    if not has_record:
        word.without_record()
    content = word.content(partial(_with_note, words=words))
    _is_told_at(review_word(content, Path("retour.docx"), _PROTOCOL), on)


def test_a_new_note_in_libreoffice_is_told_with_the_clause_that_calls_it() -> None:
    note = "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>".format
    first, second, third = (note(f"{words}.") for words in _NOTES)
    lines = [
        "1 Voor leerlingen",
        f"1. Wie een ander pest, gaat naar de mentor.{first}",
        f"2. De mentor{second} belt de ouders{third} van alle kinderen.",
        f"3. De school bewaart verslagen een jaar lang.{note('Ook buiten de school.')}",
    ]
    content = odt_of("".join(f"<text:p>{line}</text:p>" for line in lines))
    _is_told_at(ReturnedOdt(content, Path("retour.odt")).review(_PROTOCOL), "a3")


def _is_told_at(found: Review, on: str) -> None:
    (note,) = (one for one in found.changes if "buiten de school" in one.new)
    assert (note.anchor, note.note_on) == ("", on)
    cited = place_names(_PROTOCOL)
    told = list(near_words(note, cited, translator("nl")))
    assert told[0] == f"noot bij {cited[on]}"
    assert all(one.startswith("na ") for one in told[1:])
