"""Notes that say the same are told apart by what calls them, never by their numbers."""

from __future__ import annotations

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays, changes
from protocolkit.changes.change_set import ChangeSet
from redlines import protocol

_CLAUSES = (
    "De camera's hangen bij de ingang van het gebouw.",
    "De beelden worden na vier weken gewist.",
    "Alleen de conciërge bekijkt de beelden.",
    "Ouders vragen een afdruk aan bij de administratie.",
)
_SAME = "Zie het privacyreglement van de school."


def _told(old: tuple[str, ...], new: tuple[str, ...]) -> ChangeSet:
    """Return what changed between clauses that each have a note, or none."""
    found = changes(*(protocol(_text(notes)) for notes in (old, new)))
    assert_mirrors(found)
    assert_replays(found)
    assert_in_order(found)
    return found


def _text(notes: tuple[str, ...]) -> str:
    body = end = ""
    number = 0
    for at, (said, note) in enumerate(zip(_CLAUSES, notes, strict=True), 1):
        number += bool(note)
        mark = f"[^{number}]" if note else ""
        body += f"{{#art-{at}}}\n{at}. {said}{mark}\n\n"
        end += f"{mark}: {note}\n\n" if note else ""
    return body + end


def _kinds(found: ChangeSet) -> list[tuple[str, str]]:
    return [(one.kind.value, one.new_label or one.old_label) for one in found.changes]


def test_one_more_note_before_them_crosses_none() -> None:
    found = _told(("", _SAME, _SAME, ""), ("Op de plattegrond staat waar.", _SAME, _SAME, ""))
    assert [kind for kind, _ in _kinds(found)] == ["changed", "added", "renumbered", "renumbered"]
    assert [one.old[0] for one in found.changes if one.old and "noot" in one.old_label] == [
        "noot-1",
        "noot-2",
    ]


@pytest.mark.parametrize("place", range(4))
def test_one_more_note_that_says_the_same_is_the_one_that_is_new(place: int) -> None:
    old = tuple("" if at == place else _SAME for at in range(4))
    found = _told(old, (_SAME,) * 4)
    assert (found.counts.removed_words, found.counts.added_words) == (0, 7)
    kinds = [kind for kind, _ in _kinds(found)]
    assert kinds.count("changed") == kinds.count("added") == 1
    assert set(kinds) <= {"changed", "added", "renumbered"}


def test_of_two_alike_one_is_edited() -> None:
    found = _told((_SAME, _SAME, "", ""), (_SAME.replace("school", "stichting"), _SAME, "", ""))
    assert [kind for kind, _ in _kinds(found)] == ["changed"]
    assert (found.counts.removed_words, found.counts.added_words) == (1, 1)
