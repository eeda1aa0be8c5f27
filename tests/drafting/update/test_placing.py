"""Clauses and chapters that come, go or change place; the numbers behind them count on."""

from __future__ import annotations

import pytest

from protocolkit.document.model import Clause, Paragraph, Section
from protocolkit.document.richtext import Text
from protocolkit.document.tree import sections_of, walk_clauses, walk_sections
from protocolkit.drafting.update.placing import Parts, Placing, Seat, gone_place, reordered


def _clause(anchor: str, marker: str = "") -> Clause:
    return Clause(anchor=anchor, marker=marker, blocks=(Paragraph((Text(anchor),)),))


def _section(anchor: str, marker: str, *parts: Clause | Section, level: int = 2) -> Section:
    return Section(anchor=anchor, level=level, title=(), marker=marker, parts=parts)


def _parts() -> Parts:
    inner = _section("in", "2.1", _clause("d", "2.1.1"), level=3)
    return (
        _section(
            "een", "1", _clause("a", "1."), _clause("b", "2."), _clause("x"), _clause("c", "3.")
        ),
        _section("twee", "2", _clause("e", "1."), inner),
    )


def _numbers(parts: Parts) -> dict[str, str]:
    found = {section.anchor: section.marker for section, _ in walk_sections(parts)}
    return found | {clause.anchor: clause.marker for clause, _ in walk_clauses(parts)}


def _seat(heading: str, behind: list[str], before: list[str]) -> Seat:
    return Seat(
        heading=_section(heading, "7"),
        behind=behind,
        before=before,
        chapters=("nul", "een", "twee"),
    )


@pytest.mark.parametrize(
    ("behind", "before", "order"),
    [
        (["b"], [], ["a", "b", "n", "x", "c"]),
        (["weg", "a"], ["c"], ["a", "n", "b", "x", "c"]),
        ([], ["a"], ["n", "a", "b", "x", "c"]),
        (["e"], [], ["a", "b", "x", "c", "n"]),
    ],
)
def test_a_clause_comes_beside_its_neighbours_and_the_others_count_on(
    behind: list[str], before: list[str], order: list[str]
) -> None:
    placing = Placing(_parts(), [])
    placing.put(_clause("n", "1."), _seat("een", behind, before))
    made = placing.settled()
    (first, _) = sections_of(made)
    assert [part.anchor for part in first.parts] == order
    counted = [part.marker for part in first.parts if isinstance(part, Clause) and part.marker]
    assert counted == ["1.", "2.", "3.", "4."]


def test_what_goes_leaves_no_gap_and_an_empty_chapter_goes_along() -> None:
    placing = Placing(_parts(), ["b", "a"])
    placing.put(_clause("n", "9."), _seat("een", [gone_place("b")], []))
    assert _numbers(placing.settled())["n"] == "1."
    gone = Placing(_parts(), ["a", "b", "c", "x"]).settled()
    assert _numbers(gone) == {"twee": "1", "in": "1.1", "e": "1.", "d": "1.1.1"}


def test_a_new_chapter_comes_where_the_text_has_it() -> None:
    placing = Placing(_parts(), [])
    placing.put(_clause("n", "1."), _seat("nul", [], []))
    numbers = _numbers(placing.settled())
    assert (numbers["nul"], numbers["een"], numbers["twee"]) == ("1", "2", "3")
    assert (numbers["in"], numbers["d"]) == ("3.1", "3.1.1")


def test_chapters_change_place_unless_somebody_put_them_elsewhere() -> None:
    made = reordered(_parts(), ("een", "twee"), ("twee", "een"))
    assert [(part.anchor, part.marker) for part in sections_of(made)] == [
        ("twee", "1"),
        ("een", "2"),
    ]
    assert _numbers(made)["d"] == "1.1.1"
    own = tuple(reversed(_parts()))
    assert reordered(own, ("een", "twee"), ("twee", "een")) == own
