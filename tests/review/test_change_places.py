"""Where a change stands that is at no clause of the text as it was submitted."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import clauses
from protocolkit.importing.source.lines import Line, Source
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.review.change_places import near_words
from protocolkit.review.clause_pieces import clause_pieces, own_words
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.running_words import without_count
from protocolkit.review.typed_labels import other_labels

_CITED = {"a": "1.1", "n": "2"}
_PROTOCOL = read_protocol_text(
    "# Hek\n\n{#a}\n1. Dicht.\n\n{#b}\n2. Open.\n\n   | Wie | Wat |\n   |---|---|\n   | A |  |\n"
).protocol


def _change(**more: object) -> ReturnedChange:
    made: dict[str, object] = {"anchor": "", "kind": "bepaling", "old": "", "new": "Nieuw.", **more}
    return ReturnedChange(**made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_change(near="a"), ["after 1.1"]),
        (_change(near="weg"), ["after weg"]),
        (_change(near="a", anchor="b", is_moved=True), ["now stands after 1.1"]),
        (_change(anchor="b", is_moved=True), ["now stands before the first clause"]),
        (_change(note_on="n", near="a"), ["note at 2", "after 1.1"]),
        (_change(), ["before the first clause"]),
        (_change(anchor="b", old="Oud."), []),
        (_change(anchor="b", old="Oud.", near="a"), ["after 1.1"]),
    ],
)
def test_a_change_stands_after_what_is_before_it(change: ReturnedChange, said: list[str]) -> None:
    assert list(near_words(change, _CITED, str)) == said


def _source(text: str, *typed: tuple[str, int, LeftOutReason]) -> Source:
    lines = tuple(
        Line(text=one, begin=text.index(one), anchor=anchor)
        for one, anchor in (("Dicht.", "a"), ("Los.", ""))
    )
    left = tuple(LeftOut(text=words, at=at, reason=reason) for words, at, reason in typed)
    return Source(text=text, lines=lines, left_out=left)


def test_what_is_typed_where_a_label_stands_is_told_once_with_its_place() -> None:
    aside, other = LeftOutReason.TYPED_ASIDE, LeftOutReason.HIDDEN
    typed = (("1.9", 1, aside), ("x", 1, other), ("Bijlage", 8, aside))
    source = _source("Dicht.\nLos.\n", *typed)
    first = next(iter(clauses(_PROTOCOL))).anchor
    assert first == "a"
    found = list(other_labels(source, _PROTOCOL, (), "x.docx"))
    assert [(one.words, bool(one.place)) for one in found] == [("1.9", True), ("Bijlage", False)]
    told = (_change(new="Zie de Bijlage en 1.9"),)
    left = list(other_labels(source, _PROTOCOL, told, "x.docx"))
    assert [one.words for one in left] == ["1.9"], "at a clause it is told all the same"


def test_a_piece_without_words_is_none_and_a_cell_is_known_as_one() -> None:
    found = [(one.words, one.is_cell) for one in clause_pieces(_PROTOCOL) if one.anchor == "b"]
    assert found == [(("Open", "."), False), (("Wie",), True), (("Wat",), True), (("A",), True)]
    assert own_words("Dicht.") == ("Dicht", ".")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Bladzijde 3 van 12", ("Bladzijde", "van")),
        ("Bladzijde  3  van  Fout! Bladwijzer", ("Bladzijde", "van")),
        ("Page 3 of 12", ("Page", "of")),
        ("Bladzijde 3 van 12 MR", ("Bladzijde", "3", "van", "12", "MR")),
        ("Pesten | De Brug", ("Pesten", "|", "De", "Brug")),
    ],
)
def test_the_number_of_a_page_is_no_word_of_ours(line: str, words: tuple[str, ...]) -> None:
    assert without_count(line) == words
