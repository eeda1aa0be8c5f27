"""A clause that moved in parts, or several that moved as one, is told as text that moved."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.paper.redline.page import page_redline
from protocolkit.paper.redline.proof import differing
from protocolkit.paper.redline.revisions import Choice
from redline_words import text_of as text_of_page
from redlines import NS, WHO, changes, part, protocol, redline, text_of, written

_PARTS = (
    "Kleuters spelen alleen bij droog weer op het kleine plein.",
    "Hun juf telt elke groep voor zij naar binnen gaan.",
    "Een gevonden hesje komt direct in de rode kist.",
)
_LEAVE = (
    "Een ouder vraagt verlof aan op het formulier van de school.",
    "De directeur beslist binnen vijf schooldagen over het verzoek.",
    "Tegen een afwijzing kan de ouder schriftelijk bezwaar maken.",
)


def _chapters(*chapters: tuple[str, tuple[str, ...]]) -> Protocol:
    return protocol(
        "".join(
            f"{{#h-{name.lower()}}}\n## {n} {name}\n\n"
            + "".join(f"{{#{name.lower()}-{at}}}\n{at}. {t}\n\n" for at, t in enumerate(said, 1))
            for n, (name, said) in enumerate(chapters, 1)
        )
    )


def _versions(*, is_split: bool, word: str = "direct") -> tuple[Protocol, Protocol]:
    """Return a chapter with one clause, and after another chapter the same in three, or back."""
    told = tuple(said.replace("direct", word) for said in _PARTS)
    one = _chapters(("Plein", (" ".join(_PARTS),)), ("Verlof", _LEAVE))
    three = _chapters(("Verlof", _LEAVE), ("Plein", told))
    return (one, three) if is_split else (three, one)


def _proved(old: Protocol, new: Protocol) -> bytes:
    file = redline(old, new)
    for choice, version in ((Choice.ACCEPT, new), (Choice.REJECT, old)):
        assert differing(text_of(file), text_of(written(version)), choice) is None
    return file


def _texts(file: bytes, kind: str) -> str:
    query = f"//w:{kind}//w:t/text()|//w:{kind}//w:delText/text()"
    return " ".join("".join(part(file, "document.xml").xpath(query, namespaces=NS)).split())


def _letters(file: bytes, kind: str) -> list[str]:
    """Return the words in changes of a kind, beside the labels and the numbers of clauses."""
    return re.findall("[a-z]{3,}", _texts(file, kind))


@pytest.mark.parametrize("is_split", [True, False])
def test_in_word_each_part_is_a_move_of_its_own(is_split: bool) -> None:
    file = _proved(*_versions(is_split=is_split))
    document = part(file, "document.xml")
    for kind in ("moveFrom", "moveTo"):
        assert all(said in _texts(file, kind) for said in _PARTS)
        starts, ends = (
            document.xpath(f"//w:{kind}Range{end}/@w:id", namespaces=NS) for end in ("Start", "End")
        )
        assert len(starts) >= len(_PARTS)
        assert starts == ends, "no move lies in another one"
    assert _letters(file, "ins") == _letters(file, "del") == []


def test_in_word_a_word_that_changed_in_a_part_is_alone() -> None:
    file = _proved(*_versions(is_split=True, word="altijd"))
    assert _letters(file, "ins") == ["altijd"]
    assert _letters(file, "del") == ["direct"]


@pytest.mark.parametrize("is_split", [True, False])
def test_on_the_page_no_word_of_it_went_or_came(is_split: bool) -> None:
    html = page_redline(changes(*_versions(is_split=is_split)), translator("nl"), WHO)
    told = " ".join(text_of_page(html).split())
    assert "verwijderd:" not in told
    assert "toegevoegd:" not in told
    assert all(told.count(said) == 2 for said in _PARTS)


@given(st.permutations(_PARTS), st.integers(1, 2), st.booleans())
@examples(8)
def test_in_whatever_order_the_parts_stand(parts: list[str], first: int, is_split: bool) -> None:
    one = _chapters(("Plein", (" ".join(_PARTS),)), ("Verlof", _LEAVE))
    cut = (" ".join(parts[:first]), " ".join(parts[first:]))
    two = _chapters(("Verlof", _LEAVE), ("Plein", cut))
    _proved(*((one, two) if is_split else (two, one)))
