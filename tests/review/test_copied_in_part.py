"""A copy that begins behind the cover, or holds a clause twice, says what is other in it alone."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pdfplumber
import pytest
from docx import Document

from copied_word import ASKED, pasted_word
from import_quality import own_pdf, own_word
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Review
from protocolkit.review.text_review import ReturnedText
from protocolkit.review.word_review import ReturnedWord as Returned
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord

_HEAD = """---
protocol:
  title: Protocol voor fietsen en stalling op alle scholen van de stichting
  organisation: {{name: Stichting De Linde, kind: bestuur, sector: vo}}
  applies_to: [Lindecollege, Olmencollege]
  status: voorgelegd
  version: "2.1"
  approvals:
{asked}---

# Protocol voor fietsen en stalling op alle scholen van de stichting

"""
_RULES = """{#inleiding}
## Inleiding

{#i1}
Veel leerlingen komen op de fiets, en dit protocol zegt wat dan geldt op het terrein van de school.

{#h-1}
## 1 Stallen

{#a1}
1. Leerlingen zetten hun fiets in de stalling achter het hoofdgebouw en de fiets staat dan op slot.

{#a2}
2. Wie een bakfiets heeft, vraagt de conciërge om een plek naast de gymzaal van de school.[^1]

{#h-2}
## 2 Tijden

{#a3}
1. De stalling is op maandag open van acht tot vijf uur.

{#a4}
2. Wie zijn fiets buiten deze tijden nodig heeft, belt de conciërge.

[^1]: Naast de gymzaal is plaats voor zes bakfietsen.
"""
_FEW = """{#g-1}
## 1 Wat mag

{#b1}
1. Een hond komt alleen op school als de directeur dat goedvindt.

{#b2}
2. De leerkracht vraagt vooraf of een kind allergisch is.

{#g-2}
## 2 Zorg

{#b3}
1. De hond krijgt water, rust en een schone plek.
"""


def _protocol(*sections: str) -> Protocol:
    asked = "".join(ASKED.format(section=one) for one in sections)
    text = _HEAD.format(asked=asked) + _RULES
    return read_protocol_text(text, subject="fietsen", slug="de-linde").protocol


_ONE, _TWO = _protocol("ouders"), _protocol("ouders", "personeel")
_SENT = SentText(protocol=_ONE, others=(_TWO,))
_EDIT = ("maandag open", "dinsdag open")


@cache
def _pages() -> tuple[str, ...]:
    with pdfplumber.open(io.BytesIO(own_pdf(_TWO))) as pages:
        return tuple(page.extract_text() for page in pages.pages)


def _lines() -> list[str]:
    return "\n".join(_pages()).split("\n")


def _from_title(lines: Sequence[str]) -> list[str]:
    """Return what stands behind the cover: from the title on, which breaks into two lines."""
    begin = next(at for at, line in enumerate(lines) if line.startswith("Inleiding, 1e"))
    assert lines[begin - 1] == "Inleiding"
    return list(lines[begin - 3 :])


def _from_second_page() -> list[str]:
    return "\n".join(_pages()[1:]).split("\n")


def _opened(lines: Sequence[str]) -> Returned:
    return Returned(pasted_word(lines), Path("kopie.docx"))


def _pasted(lines: Sequence[str]) -> Review:
    return _opened(lines).review(_ONE, _SENT)


def _told(review: Review) -> Iterator[tuple[str, str, str]]:
    return ((one.anchor, one.old, one.new) for one in review.changes)


@pytest.mark.parametrize("begins", ["whole", "title", "page", "headless", "clause"])
def test_a_copy_of_pages_says_what_somebody_changed_and_nothing_else(begins: str) -> None:
    lines = {
        "whole": _lines(),
        "title": _from_title(_lines()),
        "page": _from_second_page(),
        "clause": _from_title(_lines())[3:],
        "headless": [one for one in _from_title(_lines()) if one != "Inleiding"],
    }[begins]
    gone = [("inleiding", "Inleiding", "")] if begins == "headless" else []
    assert list(_told(_pasted(lines))) == gone
    assert any(_EDIT[0] in line for line in lines)
    *before, (anchor, old, new) = _told(_pasted([line.replace(*_EDIT) for line in lines]))
    assert (before, anchor, new) == (gone, "a3", old.replace(*_EDIT))


@pytest.mark.parametrize("foot", ["", "\nBladzijde 2 van 2"])
def test_of_a_few_clauses_that_were_nearly_all_changed_the_others_stay(foot: str) -> None:
    text = _HEAD.format(asked=ASKED.format(section="ouders")) + _FEW
    own = read_protocol_text(text, subject="honden", slug="de-linde").protocol
    lines = "Wat mag\n1.1\n1.\nEen hond komt alleen op school als de directeur dat goedvindt.\n1.2"
    lines += "\n2.\nDe leerkracht vraagt vooraf of een kind erg allergisch is.\n2\nZorg\n2.1\n1."
    lines += "\nDe hond krijgt water, voer, rust en een schone plek."
    review = _opened(f"{lines}{foot}".split("\n")).review(own, SentText(protocol=own))
    assert [one.anchor for one in review.changes] == ["b2", "b3"]


@pytest.mark.parametrize("said", ["", "Dit vinden wij te vroeg voor de leerlingen."])
def test_a_chapter_in_a_text_file_is_a_copy_and_with_a_remark_it_is_mail(said: str) -> None:
    lines = _lines()
    at = len(lines) - 1 - lines[::-1].index("2 Tijden")
    words = "\n".join([*lines[at:], said]).replace(*_EDIT)
    found = ReturnedText(words, "hoofdstuk.txt").review(_ONE, _SENT)
    assert [one.anchor for one in found.changes] == ([] if said else ["a3"])
    assert any(said and said in one.text for one in found.remarks) == bool(said)


def _word_lines() -> list[str]:
    """Return the paper from Word as plain lines, each cell on one of its own."""
    paper, found = Document(io.BytesIO(own_word(_TWO))), list[str]()
    for one in paper.iter_inner_content():
        rows = getattr(one, "rows", ())
        found += [cell.text for row in rows for cell in row.cells]
        found += [] if rows else [getattr(one, "text", "")]
    return found


def test_a_version_on_the_cover_that_is_the_label_of_a_clause_is_no_label() -> None:
    lines = _word_lines()
    at = lines.index("2.1")
    assert lines[at - 1] == "Versie"
    assert list(_told(_pasted(lines))) == []
    [(anchor, _, new)] = _told(_pasted([*lines[:at], "3.0", *lines[at + 1 :]]))
    assert (anchor, new) == ("", "Versie 3.0")


def test_a_copy_without_its_cover_has_the_share_of_its_text() -> None:
    assert _opened(_from_title(_lines())).share(_ONE) == 1.0


_COPY = "Wie zijn fiets buiten deze tijden nodig heeft, belt de conciërge."


@pytest.mark.parametrize("is_pasted", [False, True])
def test_a_clause_that_was_copied_elsewhere_is_new_text_there(is_pasted: bool) -> None:
    word = ReturnedWord(own_word(_TWO))
    word.new_paragraph("Leerlingen zetten", _COPY.replace("Wie", "Een"))
    word.on("op de kopie", "Een zijn fiets")
    word.on("op het echte", "Wie zijn fiets")
    for found in word.root.iter():
        found.text = found.text.replace("Een zijn", "Wie zijn") if found.text else found.text
    if is_pasted:
        word.without_record()
        word.without_bookmarks()
    review = review_word(word.content(), Path("terug.docx"), _TWO)
    [one] = review.changes
    assert (one.anchor, one.kind, one.near, one.new) == ("", "added", "a1", _COPY)
    copy, own = review.remarks
    assert (copy.anchor, copy.near, own.anchor) == ("", "a1", "a4")


@pytest.mark.parametrize("takes_bookmark", [False, True])
@pytest.mark.parametrize("said", ["Wie zijn fiets buiten deze", "Wie zijn step buiten deze"])
def test_a_copy_is_new_text_though_it_took_the_bookmark_or_was_changed(
    said: str, takes_bookmark: bool
) -> None:
    own = "Wie zijn fiets buiten deze"
    word = ReturnedWord(own_word(_TWO))
    word.copy(own, "Leerlingen zetten", "Op de kopie", takes_bookmark=takes_bookmark)
    word.on("op de kopie", "Op de kopie")
    word.on("op het echte", own)
    for found in word.root.iter():
        found.text = found.text.replace("Op de kopie", said) if found.text else found.text
    review = review_word(word.content(), Path("terug.docx"), _TWO)
    [one] = review.changes
    changed = f"2. {_COPY.replace(own, said)}"
    assert (one.anchor, one.kind, one.near, one.new) == ("", "added", "a1", changed)
    copy, at_own = review.remarks
    assert (copy.anchor, copy.near, at_own.anchor) == ("", "a1", "a4")
