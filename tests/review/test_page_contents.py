"""Pages have our contents when they have its heading, dots behind an entry, or entries twice."""

from __future__ import annotations

import pytest

from protocolkit.review.page_contents import has_contents
from protocolkit.review.page_lines import PrintedText
from protocolkit.text.words import glued


def _own(words: str, *, is_contents: bool = False) -> PrintedText:
    return PrintedText(words=words, marker="", letters=glued(words), is_contents=is_contents)


_OWN = [
    _own("Voorblad"),
    _own("Inhoud"),
    _own("1 Voor leerlingen", is_contents=True),
    _own("2 Voor ouders", is_contents=True),
    _own("1 Voor leerlingen"),
    _own("2 Voor ouders"),
]
_BOTH = ["1 Voor leerlingen", "2 Voor ouders"]


@pytest.mark.parametrize(
    ("lines", "has"),
    [
        (_BOTH, False),
        (["Inhoud", *_BOTH], True),
        (["Voorblad", *_BOTH], False),
        ([*_BOTH, *_BOTH], True),
        ([*_BOTH, "2 Voor ouders"], False),
        (["1 Voor leerlingen ........ 3"], True),
        (["leerlingen ........ 3"], True),
        (["Iets anders ........ 3"], False),
        (["........ 3"], False),
        ([], False),
    ],
)
def test_what_shows_that_the_contents_are_there(lines: list[str], has: bool) -> None:
    assert has_contents(lines, _OWN) is has


def test_a_text_without_contents_or_without_a_heading_above_them() -> None:
    assert not has_contents([*_BOTH, *_BOTH], [_own(one) for one in _BOTH])
    bare = [_own(one, is_contents=True) for one in _BOTH]
    assert not has_contents(_BOTH, bare)
    assert not has_contents(["2 Voor ouders", ""], bare)
    assert has_contents([*_BOTH, *_BOTH], bare)
