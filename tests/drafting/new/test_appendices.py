"""What stands behind a draft says of each clause whose words it has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.draft_appendices import (
    CHANGED,
    KEPT,
    NOT_CHOSEN,
    NOTHING_OPEN,
    OURS,
    OWN_WORDS,
    UNDECIDED,
)
from protocolkit.document.facts import Facts, Organisation, Provenance
from protocolkit.document.fingerprints import written_mark
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.appendices import draft_appendices, leaning, still_open, whose_words
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import STANDARD

_ENGLISH = translator("en")
_DRAFT = Draft(title="Pesten", groups=())
_WORDS = "Wie pest, krijgt een gesprek."


def _made(words: str = _WORDS, source: Place = NO_PLACE, **entry: str) -> Protocol:
    clause = Clause(anchor="a", marker="1.", blocks=(Paragraph((Text(words),)),))
    found = {"anchor": "a", "topic": "t", "choice": "k", **entry}
    provenance = (Provenance(source=source, **found),)
    facts = Facts(organisation=Organisation(name="De Brug"), provenance=provenance)
    return Protocol(facts=facts, title=(Text("Pesten"),), parts=(clause,))


_ARK = Place("ark", "x")
_MARK = written_mark(_made().parts[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("protocol", "said"),
    [
        (_made(choice=STANDARD), OURS),
        (_made(choice=""), NOT_CHOSEN),
        (_made(), OWN_WORDS),
        (_made(source=_ARK, written=_MARK), KEPT.format(name="ark")),
        (_made(f"{_WORDS} Altijd.", source=_ARK, written=_MARK), CHANGED.format(name="ark")),
        (_made(source=_ARK), CHANGED.format(name="ark")),
    ],
)
def test_whose_words_a_clause_has(protocol: Protocol, said: str) -> None:
    (line,) = whose_words(protocol, _DRAFT, _ENGLISH)
    assert line.endswith(f" {said}")
    assert f"‘{_WORDS}" in line


@pytest.mark.parametrize(("count", "is_whole"), [(7, True), (8, False)])
def test_a_clause_is_cited_by_its_first_seven_words(count: int, is_whole: bool) -> None:
    (line,) = whose_words(_made(" ".join("abcdefgh"[:count])), _DRAFT, _ENGLISH)
    assert ("‘a b c d e f g’" in line) == is_whole
    assert ("‘a b c d e f g …’" in line) != is_whole


def test_only_words_as_they_were_taken_lean_on_others() -> None:
    words = "In dat geval belt de school."
    mark = written_mark(_made(words).parts[0])  # type: ignore[arg-type]
    kept = _made(words, source=_ARK, written=mark)
    assert [anchor for anchor, _ in leaning(kept, _ENGLISH)] == ["a"]
    assert not list(leaning(_made(words, source=_ARK, written="0"), _ENGLISH))
    assert not list(leaning(_made(words, written=mark), _ENGLISH))


def test_what_is_open_is_told_once_and_nothing_too() -> None:
    assert still_open(_made(), _DRAFT, (), _ENGLISH) == (NOTHING_OPEN,)
    assert still_open(_made(), _DRAFT, ("Odd.",), _ENGLISH) == ("Odd.",)
    assert still_open(_made(choice=STANDARD), _DRAFT, (), _ENGLISH) == (UNDECIDED,)
    blanks = still_open(_made("Bel [naam] of [naam]."), _DRAFT, (), _ENGLISH)
    assert blanks == ("[naam]: Aanhef 1",)
    (choose,) = still_open(_made("Bel [naam].", choice=""), _DRAFT, (), _ENGLISH)
    assert choose.endswith("Bel [naam].")


def test_both_appendices_say_that_they_are_no_part_of_the_text() -> None:
    both = draft_appendices(_made(), _DRAFT, (), _ENGLISH)
    assert [len(one.lines) for one in both] == [3, 3]
    assert len({(one.lines[0], one.lines[-1]) for one in both}) == 1
    gone = replace(_made(), parts=())
    assert whose_words(gone, _DRAFT, _ENGLISH) == ()
