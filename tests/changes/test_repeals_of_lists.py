"""A clause with points or paragraphs that lapses, and a point that becomes a clause of its own."""

from __future__ import annotations

import pytest

from change_laws import assert_in_order, assert_mirrors, assert_replays, changes
from protocolkit.base.messages import translator
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.model import Protocol
from protocolkit.exchange.change_pieces import pieces_value
from protocolkit.text.words import tokens
from redlines import protocol

_NL = translator("nl")
_LIST = "Wie te laat komt, belt:\n\n   {style=lower-alpha}\n   1. de mentor;\n   2. de conciërge."
_LONG = (
    "Bel die dag met een van deze drie:\n\n"
    "   {style=lower-alpha}\n   1. de rector;\n   2. wie lesgeeft."
)


def _around(*clauses: str) -> Protocol:
    said = ("Kleuters spelen buiten.", *clauses, "De school sluit om vijf uur.")
    return protocol("".join(f"{{#a{at}}}\n{at}. {text}\n\n" for at, text in enumerate(said, 1)))


def _found(old: Protocol, new: Protocol) -> ChangeSet:
    found = changes(old, new)
    for law in (assert_replays, assert_mirrors, assert_in_order):
        law(found)
    for change in found.changes:
        pieces = [p for p in pieces_value(change.pairs) if not p.get("consequential")]
        differ = [p for p in pieces if p["old"] != p["new"] and not p.get("moved")]
        assert sum(len(tokens(str(p["old"]))) for p in differ) == change.removed_words
        assert sum(len(tokens(str(p["new"]))) for p in differ) == change.added_words
    return found


@pytest.mark.parametrize(
    ("said", "words"),
    [(_LIST, 13), (_LONG, 15), ("Wie pest, belt zijn ouders.\n\n   Daarna volgt een gesprek.", 12)],
)
@pytest.mark.parametrize("ends", ["Vervallen", "[Vervallen]"])
def test_what_lapses_is_told_with_its_own_words_alone(said: str, words: int, ends: str) -> None:
    """Nothing is said of a point that got another name, or that stands a level higher."""
    full, emptied = _around(said), _around(ends)
    found, back = _found(full, emptied), _found(emptied, full)
    for one, kind, counts in (
        (found, "repealed", (words, len(tokens(ends)))),
        (back, "changed", (len(tokens(ends)), words)),
    ):
        assert [change.kind.value for change in one.changes] == [kind]
        assert (one.counts.removed_words, one.counts.added_words) == counts
        assert not any(pair.stands_otherwise for pair in one.pairs)
        [row] = list_changes(one, _NL).rows
        assert "niveau" not in row.remark
        assert "heet nu" not in row.remark


def test_the_number_of_a_point_that_became_a_clause_is_no_word() -> None:
    lead = "Wie te laat komt, belt op tijd naar school:\n\n   {style=lower-alpha}\n"
    first = "   1. eerst naar de mentor van zijn eigen klas;\n"
    last = "daarna altijd ook nog naar de conciërge van het gebouw."
    one, two = _around(f"{lead}{first}   2. {last}"), _around(f"{lead}{first}", last)
    for old, new in ((one, two), (two, one)):
        counts = _found(old, new).counts
        assert (counts.removed_words, counts.added_words) == (0, 0)
