"""A very short clause that joined a long one, or left it, is known by its own words."""

from __future__ import annotations

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays, changes
from protocolkit.changes.change_set import ChangeSet
from redlines import protocol

_LONG = (
    "De administratie houdt alles bij. De administratie legt dit vast in het systeem en bewaart "
    "de lijst tot het einde van het schooljaar. De directeur bekijkt elke maand of er iets opvalt "
    "en bespreekt dat met het team. Ouders kunnen de lijst inzien als zij daarom vragen, maar "
    "alleen wat over hun eigen kind gaat."
)
_SHORT = "De mentor belt de leerling."
_FIRST, _LAST = "Een ouder meldt verzuim voor 8.30 uur.", "Dit geldt ook op excursies."
_ANCHORS = {_FIRST: "a", _SHORT: "c", _LAST: "d"}


def _found(old: list[str], new: list[str]) -> ChangeSet:
    sides = []
    for clauses in (old, new):
        said = [(_ANCHORS.get(one, "b"), one) for one in clauses]
        body = "".join(f"{{#{a}}}\n{at}. {one}\n\n" for at, (a, one) in enumerate(said, 1))
        sides.append(protocol("{#h}\n## 1 Regels\n\n" + body))
    found = changes(*sides)
    assert_replays(found)
    assert_in_order(found)
    assert_mirrors(found)
    return found


def _told(found: ChangeSet) -> tuple[list[str], int, int]:
    kinds = [one.kind.value for one in found.changes if one.kind.value != "renumbered"]
    return sorted(kinds), found.counts.removed_words, found.counts.added_words


@pytest.mark.parametrize("is_split", [True, False])
@pytest.mark.parametrize(
    ("short", "whole"),
    [
        (_SHORT, f"{_LONG} {_SHORT}"),
        (_SHORT, f"{_SHORT} {_LONG}"),
        ("Bel de mentor.", f"{_LONG} Bel de mentor."),
        ("Ouders krijgen de lijst niet.", f"{_LONG} Ouders krijgen de lijst niet."),
    ],
)
def test_no_word_of_it_counts(short: str, whole: str, is_split: bool) -> None:
    parts = [_LONG, short] if whole.startswith(_LONG) else [short, _LONG]
    _ANCHORS.setdefault(short, "c")
    sides = [_FIRST, *parts, _LAST], [_FIRST, whole, _LAST]
    found = _found(*(sides[::-1] if is_split else sides))
    assert _told(found) == (["split" if is_split else "merged"], 0, 0)


@pytest.mark.parametrize("is_split", [True, False])
def test_another_edit_in_the_long_one_alone_counts(is_split: bool) -> None:
    whole = f"{_LONG.replace('elke maand', 'elke week')} {_SHORT}"
    sides = [_FIRST, _LONG, _SHORT, _LAST], [_FIRST, whole, _LAST]
    found = _found(*(sides[::-1] if is_split else sides))
    assert _told(found) == (["split" if is_split else "merged"], 1, 1)


def test_a_short_clause_that_the_long_one_had_already_is_no_part_of_it() -> None:
    has_both = f"{_LONG} {_SHORT}"
    found = _found([_FIRST, has_both, _SHORT, _LAST], [_FIRST, has_both, _LAST])
    assert _told(found) == (["removed"], 6, 0)


def test_a_short_clause_of_which_the_words_stand_about_is_no_part() -> None:
    new = _LONG.replace("bespreekt dat", "belt de mentor en bespreekt dat")
    found = _found([_FIRST, _LONG, _SHORT, _LAST], [_FIRST, new, _LAST])
    assert _told(found)[0] == ["changed", "removed"]
