"""Anchors as Word knows them: letters, digits and underscores, short, and each once."""

from __future__ import annotations

from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.richtext import Text
from protocolkit.paper.docx.bookmarks import Bookmarks


def _bookmarks(*anchors: str) -> Bookmarks:
    blocks = (Paragraph((Text("Tekst."),)),)
    parts = tuple(Clause(anchor=anchor, blocks=blocks) for anchor in anchors)
    facts = Facts(organisation=Organisation(name="De Brug"))
    return Bookmarks(Protocol(facts=facts, title=(), parts=parts))


def test_word_tells_names_apart_without_regard_to_case() -> None:
    assert _bookmarks("art-1", "Art-1", "ART-1").names == {
        "art-1": "art_1",
        "Art-1": "Art_1_2",
        "ART-1": "ART_1_3",
    }


def test_a_name_begins_with_a_letter_and_is_at_most_forty_long() -> None:
    long = "x" * 60
    names = _bookmarks("3g", long, f"{long}y").names
    assert names == {"3g": "a3g", long: "x" * 40, f"{long}y": f"{'x' * 38}_2"}


def test_an_anchor_that_stands_twice_is_placed_under_two_names() -> None:
    bookmarks = _bookmarks("art-1", "art-1")
    starts = [bookmarks.pair("art-1")[0] for _ in range(2)]
    names = [str(value) for start in starts for key, value in start.items() if "name" in str(key)]
    assert names == ["art_1", "art_1_2"]
