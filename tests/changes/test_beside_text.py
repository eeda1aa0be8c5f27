"""What two files have beside their text is held together, whatever page each piece stands on."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.changes.beside_text import BESIDE, changed_beside
from protocolkit.changes.change_set import TYPED_ASIDE, Version, version_of
from protocolkit.reading.reader import read_protocol_text

_FIRST, _SECOND = BESIDE[:2]
_TEXT = version_of(read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol)


def _version(*beside: tuple[str, str], typed: tuple[str, ...] = ()) -> Version:
    return replace(_TEXT, beside=beside, typed_aside=typed)


def _told(old: Version, new: Version) -> list[tuple[str, str, str]]:
    return [(one.fact, one.old, one.new) for one in changed_beside(old, new)]


def test_the_same_words_on_another_page_are_no_difference() -> None:
    old = _version((_FIRST, "Pesten  2026"), (_SECOND, "Een kaart"))
    new = _version((_SECOND, "een kaart"), (_FIRST, "pesten 2026"), (_FIRST, "Pesten 2026"))
    assert _told(old, new) == []


def test_what_came_and_what_went_of_each_kind_is_told_once() -> None:
    old = _version((_FIRST, "Concept"), (_FIRST, "De Brug"), (_SECOND, "Een kaart"))
    new = _version((_FIRST, "De Brug"), (_FIRST, "Vastgesteld"), (_SECOND, "Een kaart"))
    assert _told(old, new) == [(_FIRST, "Concept", "Vastgesteld")]
    assert _told(old, _version((_FIRST, "Concept"), (_FIRST, "De Brug"))) == [
        (_SECOND, "Een kaart", "")
    ]


def test_a_piece_without_words_is_nothing() -> None:
    assert _told(_version(), _version((_FIRST, " "), ("anders", "iets"))) == []


def test_where_nobody_knows_what_stood_beside_it_only_what_was_typed_is_told() -> None:
    old = replace(_version((_FIRST, "Concept")), beside=None)
    new = _version((_FIRST, "Anders"), typed=("1.9",))
    assert _told(old, new) == [(TYPED_ASIDE, "", "1.9")]
    assert _told(new, old) == [(TYPED_ASIDE, "1.9", "")]


def test_the_number_of_a_page_is_no_difference() -> None:
    old = _version((_FIRST, "Pesten, bladzijde 1 van 9"), (_FIRST, "- 3 -"))
    assert _told(old, _version((_FIRST, "Pesten, bladzijde 2 van 12"))) == []
    assert _told(old, _version((_FIRST, "Pesten, bladzijde twee"))) != []
