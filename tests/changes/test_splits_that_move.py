"""A clause in three parts or more, or so many in one, that stands elsewhere too."""

from __future__ import annotations

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays, changes
from protocolkit.changes.change_set import ChangeSet
from redlines import protocol

_PARTS = (
    "Kleuters spelen alleen bij droog weer op het kleine plein.",
    "Hun juf telt elke groep voor zij naar binnen gaan.",
    "Een gevonden hesje komt direct in de rode kist.",
    "De conciërge leegt die kist op vrijdag om vier uur.",
)
_SLOT = "De school sluit daarna."
_LEAVE = (
    "Een ouder vraagt verlof aan op het formulier van de school.",
    "De directeur beslist binnen vijf schooldagen over het verzoek.",
    "Tegen een afwijzing kan de ouder schriftelijk bezwaar maken.",
)
_Chapter = tuple[str, tuple[str, ...]]


def by_place(*chapters: _Chapter) -> str:
    """Return chapters whose anchors tell where something stands, as an import makes them."""
    return "".join(
        f"{{#hfd-{n}}}\n## {n} {name}\n\n"
        + "".join(f"{{#art-{n}-{at}}}\n{at}. {said}\n\n" for at, said in enumerate(clauses, 1))
        for n, (name, clauses) in enumerate(chapters, 1)
    )


def in_one(count: int) -> tuple[str, ...]:
    return " ".join(_PARTS[:count]), _SLOT


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("is_split", [True, False])
def test_in_a_chapter_that_moved_it_has_no_marked_word(count: int, is_split: bool) -> None:
    leave = "Verlof", _LEAVE
    one = by_place(("Plein", in_one(count)), leave)
    parts = by_place(leave, ("Plein", (*_PARTS[:count], _SLOT)))
    found = changes(*map(protocol, (one, parts) if is_split else (parts, one)))
    [change] = [c for c in found.changes if c.kind.value in ("split", "merged")]
    assert change.kind.value == ("split" if is_split else "merged")
    assert {len(change.old), len(change.new)} == {1, count}
    _assert_nothing_marked(found)


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("is_split", [True, False])
def test_in_another_chapter_it_is_split_or_merged_and_moved(count: int, is_split: bool) -> None:
    balls = "Ballen", ("Na de bel ligt elke bal in de mand bij de deur.", "De mand is van riet.")
    one = by_place(("Plein", in_one(count)), ("Verlof", _LEAVE), balls)
    parts = by_place(("Plein", (_SLOT,)), ("Verlof", (*_LEAVE, *_PARTS[:count])), balls)
    found = changes(*map(protocol, (one, parts) if is_split else (parts, one)))
    [change] = [c for c in found.changes if c.kind.value in ("split", "merged")]
    assert change.moved
    _assert_nothing_marked(found)


def _assert_nothing_marked(found: ChangeSet) -> None:
    assert (found.counts.removed_words, found.counts.added_words) == (0, 0)
    kinds = {change.kind.value for change in found.changes}
    assert kinds <= {"split", "merged", "moved", "renumbered"}
    assert_mirrors(found)
    assert_replays(found)
    assert_in_order(found)


def test_the_last_of_its_parts_may_be_most_of_it() -> None:
    """That another part has its anchor now does not hide the first ones."""
    long = "Wie een hesje kwijt is, haalt bij de balie een nieuw en betaalt daar drie euro voor."
    one = by_place(("Plein", (_SLOT, " ".join([*_PARTS, long, long[4:]]))), ("Verlof", _LEAVE))
    parts = by_place(("Plein", (_SLOT, *_PARTS, f"{long} {long[4:]}")), ("Verlof", _LEAVE))
    for old, new in ((one, parts), (parts, one)):
        _assert_nothing_marked(changes(protocol(old), protocol(new)))


def test_a_repealed_clause_that_took_its_place_is_not_what_became_of_it() -> None:
    emptied = ("Plein", ("Vervallen", _SLOT))
    old = by_place(("Plein", in_one(3)), ("Verlof", _LEAVE))
    new = by_place(emptied, ("Verlof", (*_LEAVE, *_PARTS[:3])))
    for one, other, marked in ((old, new, (0, 1)), (new, old, (1, 0))):
        found = changes(protocol(one), protocol(other))
        assert (found.counts.removed_words, found.counts.added_words) == marked
        assert_mirrors(found)


@pytest.mark.parametrize("is_split", [True, False])
@pytest.mark.parametrize("between", [1, 2])
def test_something_else_may_stand_between_its_parts_elsewhere(between: int, is_split: bool) -> None:
    """They moved to one heading; what stands between them moved there too, or came."""
    others = tuple(f"Een leerling met een hesje van {kind} krijgt geen tweede." for kind in "ab")
    balls = "Ballen", ("Na de bel ligt elke bal in de mand bij de deur.", *others[:between])
    one = by_place(("Plein", in_one(3)), ("Verlof", _LEAVE), balls)
    parts = (*_PARTS[:1], *others[:between], *_PARTS[1:3])
    new = by_place(("Plein", (_SLOT,)), ("Verlof", (*_LEAVE, *parts)), (balls[0], balls[1][:1]))
    found = changes(*map(protocol, (one, new) if is_split else (new, one)))
    [change] = [c for c in found.changes if c.kind.value in ("split", "merged")]
    assert change.moved
    assert {len(change.old), len(change.new)} == {1, 3}
    _assert_nothing_marked(found)
