"""Signs that nobody sees are named by what they spell, and every place moves along."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import mark
from protocolkit.importing.source.lines import Doubt, Line, Mark, MarkKind, Source
from protocolkit.importing.source.unseen_signs import unseen_signs, without_unseen_signs
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_WHY = mark("not sure")


def _tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(sign)) for sign in text)


def _chosen(text: str) -> str:
    """Spell a text with selectors, a byte each."""
    return "".join(
        chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in text.encode()
    )


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        (f"De {_tags('geheim')}school", ["geheim"]),
        (f"De {_chosen('één')}school", ["één"]),
        (f"De {_chosen(chr(10) + 'ab')}school", ["ab"]),
        (f"{_tags('a')}x{_tags('b')}", ["a", "b"]),
        ("\U000e0001\U000e007f", ["U+E0001 U+E007F"]),
        ("a\ufe0f", []),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", []),
        ("De school", []),
    ],
)
def test_what_nobody_sees_is_spelled(text: str, spelled: list[str]) -> None:
    found = list(unseen_signs(text))
    assert [words for _, _, words in found] == spelled
    assert all(begin < end for begin, end, _ in found)


def _source(text: str) -> Source:
    at = 0
    lines = []
    for line in text.split("\n"):
        lines.append(Line(text=line, begin=at))
        at += len(line) + 1
    return Source(text=text, lines=tuple(lines))


def test_every_place_of_a_source_moves_along() -> None:
    hidden = _tags("weg")
    text = f"De {hidden}school\n{hidden}\nmag dit"
    made = _source(text)
    place = text.index("mag")
    made = replace(
        made,
        lines=(*made.lines[:2], replace(made.lines[2], cells=((place, place + 3),))),
        marks=(Mark(begin=place, end=place + 3, kind=MarkKind.STRONG),),
        doubts=(Doubt(begin=place + 4, end=place + 7, text=_WHY),),
        added=((place, place + 3),),
        parts=((place, "voet"),),
        left_out=(
            LeftOut(text="x", reason=LeftOutReason.HIDDEN, at=place),
            LeftOut(text="y", reason=LeftOutReason.HIDDEN),
        ),
    )
    found = without_unseen_signs(made)
    assert found.text == "De school\n\nmag dit"
    # A line of which nothing can be seen is none.
    assert [line.text for line in found.lines] == ["De school", "mag dit"]
    [strong], [doubt] = found.marks, found.doubts
    assert found.text[strong.begin : strong.end] == "mag"
    assert found.text[doubt.begin : doubt.end] == "dit"
    assert [found.text[slice(*cell)] for cell in found.lines[1].cells] == ["mag"]
    assert found.text[slice(*found.added[0])] == "mag"
    assert found.text[found.parts[0][0] :] == "mag dit"
    places = [(one.text, one.at) for one in found.left_out]
    assert places == [("x", found.text.index("mag")), ("y", -1), ("weg", 3), ("weg", 10)]


def test_letters_that_are_turned_around_are_doubted_and_stay() -> None:
    text = "De \u202elohcs\u202c mag"
    found = without_unseen_signs(_source(text))
    assert found.text == text
    [doubt] = found.doubts
    assert found.text[doubt.begin : doubt.end] == "\u202elohcs"
    plain = _source("De school")
    assert without_unseen_signs(plain) is plain
