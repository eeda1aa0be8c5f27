"""What is asked of a council takes half a page: what would be longer is said shorter."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.asking import Around, asking_lines, bodies_named
from protocolkit.document.facts import Facts, Organisation, Status

_ENGLISH = translator("en")
# One word that fills a line of our own pages, and one that is too wide for it.
_FULL, _TOO_WIDE = "国" * 37, "国" * 38


def _rows(count: int, word: str = _FULL) -> str:
    return " ".join([word] * count)


def _said(
    open_places: str, *approvals: Approval, whom: str = "Ask.", is_whole: bool = False
) -> tuple[str, ...]:
    facts = Facts(
        organisation=Organisation(name="De Brug"), status=Status.SUBMITTED, approvals=approvals
    )
    around = Around(title="Hek", open_places=open_places, few_places="Few.", whom=whom)
    return asking_lines(facts, around, _ENGLISH, is_whole=is_whole)


def _council(body: str, **more: str) -> Approval:
    return Approval(body=body, right=Right.CONSENT, sent="2026-02-03", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("open_places", "is_said"),
    [
        # four lines of one row stand around it: fourteen rows more are half a page
        (_rows(14), True),
        (_rows(15), False),
        (_rows(7, _TOO_WIDE), True),
        (_rows(8, _TOO_WIDE), False),
    ],
)
def test_what_fits_on_half_a_page_is_said_whole(open_places: str, is_said: bool) -> None:
    assert (open_places in _said(open_places, _council("MR"))) == is_said
    assert ("Few." in _said(open_places, _council("MR"))) != is_said
    assert open_places in _said(open_places, _council("MR"), is_whole=True)


def test_between_two_sentences_is_half_a_line() -> None:
    # Three sentences more take three lines, and as often what is between: four rows and a half.
    four = tuple(_council(f"MR {name}") for name in ("Noord", "Oost", "Zuid", "West"))
    assert _rows(9) in _said(_rows(9), *four)
    assert "Few." in _said(_rows(10), *four)


@pytest.mark.parametrize(("count", "each"), [(1, True), (5, True), (6, False)])
def test_more_than_five_councils_are_asked_in_one_sentence(count: int, each: bool) -> None:
    names = [f"MR {number}" for number in range(count)]
    said = _said("Open.", *map(_council, names))
    assert [any(line.startswith(f"{name}: we ask") for line in said) for name in names] == [
        each
    ] * count


@pytest.mark.parametrize(("count", "named"), [(3, True), (4, False)])
def test_three_are_named_in_one_phrase_and_more_are_counted(count: int, named: bool) -> None:
    names = [f"MR {number}" for number in range(count)]
    assert bodies_named(names, _ENGLISH) == (", ".join(names) if named else "4 councils")


def test_councils_with_long_names_are_counted_where_room_is_short() -> None:
    for letters, named in ((74, True), (75, False)):
        names = [f"{start}{'i' * (letters - 1)}" for start in "AB"]
        councils = [_council(name) for name in names]
        whole = _said("Open.", *councils)
        assert all(any(line.startswith(f"{name}: we ask") for line in whole) for name in names)
        short = _said("Open.", *councils, whom=_rows(11))
        assert any(line.startswith(", ".join(names)) for line in short) == named
        assert any(line.startswith("2 councils: ") for line in short) != named
