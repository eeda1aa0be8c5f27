"""The composer's values in the shape that its scripts read."""

from __future__ import annotations

import json
from dataclasses import replace

from protocolkit.document.model import Kind
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.site.composer.values import (
    Board,
    BoardOption,
    ClauseFragments,
    Group,
    LooseItem,
    NoteFragments,
)
from protocolkit.site.composer.values_json import board_content

_NOTE = NoteFragments(id="een/1", words="w", text="noot", markdown="[^1]: noot", xml="<n/>")
_CLAUSE = ClauseFragments(
    key="een#art-1",
    id="k1",
    main="",
    kind=Kind.RULE,
    source=Place("een", "art-1"),
    mark="m",
    words="",
    is_alone=False,
    is_table=False,
    text="tekst",
    markdown="1. tekst",
    xml="<p/>",
    notes=(_NOTE,),
)


def _board(clause: ClauseFragments, when: str = "") -> dict[str, object]:
    board = Board(
        slug="een",
        name="Een",
        topics={
            "t": BoardOption(clauses=(clause,), same=("een",), weights=("w",), html="<b>x</b>")
        },
        rest=Group(
            anchor="verder",
            title="Verder",
            items=(LooseItem(stem="verder", clauses=(clause,), when=when),),
        ),
        behind=("Niet meegenomen.",),
    )
    found = json.loads(json.dumps(board_content(board)))
    assert isinstance(found, dict)
    return found


def test_a_board_with_its_clauses_and_notes() -> None:
    clause = {
        "key": "een#art-1",
        "id": "k1",
        "main": "",
        "kind": "regel",
        "source": "een#art-1",
        "mark": "m",
        "words": "",
        "alone": False,
        "text": "tekst",
        "md": "1. tekst",
        "xml": "<p/>",
        "notes": [{"id": "een/1", "words": "w", "text": "noot", "md": "[^1]: noot", "xml": "<n/>"}],
        "says": [],
    }
    assert _board(_CLAUSE) == {
        "name": "Een",
        "topics": {
            "t": {
                "id": "een",
                "places": [],
                "clauses": [clause],
                "same": ["een"],
                "weights": ["w"],
                "contests": {},
                "html": "<b>x</b>",
            }
        },
        "rest": {
            "anchor": "verder",
            "title": "Verder",
            "short": "Verder",
            "items": [{"stem": "verder", "clauses": [clause]}],
        },
        "behind": ["Niet meegenomen."],
    }


def test_what_keeps_a_clause_out_is_told_where_something_does() -> None:
    told = replace(_CLAUSE, offered="o", order=3, aside="Breekt af.", says=("klachten",))
    (clause,) = _board(told)["topics"]["t"]["clauses"]  # type: ignore[index]
    assert (clause["offered"], clause["order"], clause["aside"]) == ("o", 3, "Breekt af.")
    assert clause["says"] == ["klachten"]
    assert "loose" not in clause
    assert "faults" not in clause


def test_what_is_odd_in_a_clause_and_its_notes_comes_with_it() -> None:
    faults = (("Er is iets.", "iets"),)
    told = replace(
        _CLAUSE, faults=faults, notes=(replace(_NOTE, faults=faults, leans="hierboven"),)
    )
    (clause,) = _board(told)["topics"]["t"]["clauses"]  # type: ignore[index]
    assert clause["faults"] == clause["notes"][0]["faults"] == [["Er is iets.", "iets"]]
    assert clause["notes"][0]["leans"] == "hierboven"


def test_xml_that_stands_apart_leaves_its_number() -> None:
    notes = (replace(_NOTE, xml="", number=5),)
    found = _board(replace(_CLAUSE, source=NO_PLACE, xml="", number=4, notes=notes), "bijlage")
    (item,) = found["rest"]["items"]  # type: ignore[index]
    assert item["when"] == "bijlage"
    (clause,) = item["clauses"]
    assert (clause["n"], clause["notes"][0]["n"], clause["source"]) == (4, 5, "")
    assert "xml" not in clause
    assert "xml" not in clause["notes"][0]
