"""The rows of a was-wordt table: which there are, in which order, and what they are called."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.was_wordt.rows import RowKind, WasWordt, WasWordtRow, table_of
from redlines import protocol

_OLD = """{#a}
1. Het hek opent om acht uur.

{#b}
2. De conciërge sluit het hek.

{#c}
3. Fietsen staan in het rek.

{#d}
4. Honden mogen niet op het plein komen zonder toestemming van de directeur.
"""


def table(new: str, *olds: str) -> WasWordt:
    """Return the table of a proposed text and texts of before, each of a school of its own."""
    proposed = version_of(protocol(new))
    return table_of(
        [compare_versions(version_of(_of(old, at)), proposed) for at, old in _each(olds)]
    )


def _each(olds: tuple[str, ...]) -> list[tuple[int, str]]:
    return list(enumerate(olds))


def _of(text: str, at: int) -> Protocol:
    return replace(protocol(text), slug=("de-mus", "de-spreeuw", "de-mus")[at])


def kinds(row: WasWordtRow) -> list[RowKind]:
    """Return what a row is to each text of before."""
    return [part.kind for part in row.parts]


def test_a_row_for_each_change_in_the_order_of_the_text() -> None:
    new = (
        _OLD.replace("acht uur", "half negen")
        .replace("{#b}\n2. De conciërge sluit het hek.\n\n", "")
        .replace("3. Fietsen", "2. Fietsen")
        .replace("4. Honden", "4. Ballen blijven binnen.\n\n{#d}\n5. Honden")
        .replace("{#d}\n4. Ballen", "{#e}\n4. Ballen")
    )
    found = table(new, _OLD)
    assert [(row.key, kinds(row)) for row in found.rows] == [
        ("a", [RowKind.CHANGED]),
        ("de-mus#b", [RowKind.REPEALED]),
        ("e", [RowKind.NEW]),
    ]
    assert {change.new for _, change in found.renumbered} == {("c",), ("d",)}


def test_what_moved_and_what_is_only_repealed_by_word() -> None:
    first, *_, last = _OLD.split("\n\n")
    moved = _OLD.replace(f"{last}", "").replace(first, f"{last.strip()}\n\n{first}")
    [row] = table(moved, _OLD).rows
    assert (row.key, kinds(row)) == ("d", [RowKind.MOVED])
    [row] = table(_OLD.replace("Fietsen staan in het rek.", "Vervallen."), _OLD).rows
    assert (row.key, kinds(row)) == ("c", [RowKind.REPEALED])


def test_a_title_has_a_name_that_no_anchor_has() -> None:
    proposed = protocol(_OLD)
    before = replace(proposed, title=protocol("", "---\nprotocol: {}\n---\n# Hekken\n\n").title)
    found = table_of([compare_versions(version_of(before), version_of(proposed))])
    assert [row.key for row in found.rows] == ["_title"]


def test_equal_texts_have_no_row() -> None:
    assert table(_OLD, _OLD).rows == ()


def test_one_clause_may_be_new_to_one_school_and_the_same_to_another() -> None:
    short = _OLD.partition("{#c}")[0]
    new = _OLD.replace("acht uur", "half negen")
    found = table(new, _OLD, short)
    assert [(row.key, kinds(row)) for row in found.rows] == [
        ("a", [RowKind.CHANGED, RowKind.CHANGED]),
        ("c", [RowKind.SAME, RowKind.NEW]),
        ("d", [RowKind.SAME, RowKind.NEW]),
    ]


def test_what_goes_at_two_schools_has_a_row_for_each() -> None:
    new = _OLD.partition("{#d}")[0]
    found = table(new, _OLD, _OLD.replace("Honden", "Katten"), _OLD)
    assert [row.key for row in found.rows] == ["de-mus#d", "de-spreeuw#d", "de-mus-2#d"]
    assert [kinds(row) for row in found.rows] == [[RowKind.REPEALED]] * 3


def test_what_one_school_split_and_another_changed_is_one_row() -> None:
    whole = "{#a}\n1. Het hek opent om acht uur voor alle leerlingen van de bovenbouw. "
    whole += "De conciërge sluit het hek zodra de laatste leerling binnen is gekomen.\n"
    new = whole.replace("bovenbouw. De", "bovenbouw.\n\n{#b}\n2. De")
    changed = new.replace("acht uur", "half acht").replace("laatste", "allerlaatste")
    [row] = table(new, whole, changed).rows
    assert row.key == "a"
    assert [(part.since, part.change.new if part.change else ()) for part in row.parts] == [
        (0, ("a", "b")),
        (1, ("a",)),
        (1, ("b",)),
    ]


def test_a_reference_that_follows_at_one_school_is_told_there() -> None:
    """It is no other rule there, but it does not read the same."""
    cites = "{#a}\n1. Het hek opent om %s uur, zoals in lid %s staat.\n\n"
    rest = "{#b}\n2. De conciërge sluit het hek op vrijdag.\n\n"
    more = "{#c}\n2. Honden mogen niet op het plein komen.\n\n"
    moved = rest.replace("2.", "3.")
    one, other = cites % ("acht", 2) + more.replace("{#c}", "{#x}") + moved, cites % ("negen", 2)
    one = one.replace("lid 2", "lid 3")
    found = table(cites % ("negen", 3) + more.replace("{#c}", "{#x}") + moved, one, other + rest)
    row = next(row for row in found.rows if row.key == "a")
    assert kinds(row) == [RowKind.CHANGED, RowKind.SAME]
    assert [change.kind.is_counted for change in row.changes] == [True]
    followed = row.parts[1].change
    assert followed is not None
    assert (followed.removed_words, followed.added_words) == (0, 0)
