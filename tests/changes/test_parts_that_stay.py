"""A clause that stays where it is, is no part of others that became one with words like its own."""

from __future__ import annotations

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays, changes
from redlines import protocol

_LONG = (
    "De administratie legt dit vast in het systeem en bewaart de lijst tot het einde van het "
    "schooljaar. De directeur bekijkt elke maand of er iets opvalt en bespreekt dat met het team."
)
_LIKE_IT = (
    "De mentor belt de leerling als hij er niet is. De directeur spreekt de ouders binnen twee "
    "dagen na het incident."
)
_OWN = "De mentor belt de ouders binnen {} dagen na het incident."
_LAST = "De mentor bespreekt de afspraken aan het begin van het schooljaar in de klas."


def _text(*clauses: str, has_anchors: bool) -> str:
    anchors = {_LONG: "b", _LIKE_IT: "c", _LAST: "d", f"{_LONG} {_LIKE_IT}": "b"}
    return "{#h}\n## 1 Regels\n\n" + "".join(
        (f"{{#{anchors.get(said, 'a')}}}\n" if has_anchors else "") + f"{at}. {said}\n\n"
        for at, said in enumerate(clauses, 1)
    )


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("is_split", [True, False])
@pytest.mark.parametrize("has_anchors", [True, False])
def test_an_edited_clause_keeps_its_place(place: int, is_split: bool, has_anchors: bool) -> None:
    apart, together = [_LONG, _LIKE_IT, _LAST], [f"{_LONG} {_LIKE_IT}", _LAST]
    # before both, behind both, or behind what follows them
    apart.insert((0, 2, 3)[place], _OWN.format("twee"))
    together.insert(place, _OWN.format("drie"))
    sides = [protocol(_text(*one, has_anchors=has_anchors)) for one in (apart, together)]
    found = changes(*(sides[::-1] if is_split else sides))
    kinds = [change.kind.value for change in found.changes if change.kind.value != "renumbered"]
    assert sorted(kinds) == ["changed", "split" if is_split else "merged"]
    assert (found.counts.removed_words, found.counts.added_words) == (1, 1)
    assert_replays(found)
    assert_in_order(found)
    assert_mirrors(found)


def test_a_clause_that_brings_its_own_words_is_a_part() -> None:
    parts = [_OWN.format("twee"), _LONG, _LIKE_IT]
    old, new = [*parts, _LAST], [" ".join(parts), _LAST]
    found = changes(*(protocol(_text(*one, has_anchors=False)) for one in (old, new)))
    [merged] = [change for change in found.changes if change.kind.value == "merged"]
    assert len(merged.old) == 3
    assert (found.counts.removed_words, found.counts.added_words) == (0, 0)
