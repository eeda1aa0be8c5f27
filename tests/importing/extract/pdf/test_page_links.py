"""Where the words of a page lead, and to which line a place in the file leads."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.page_links import anchors_of

_LINES = (RawLine("een", top=780.0), RawLine("twee", top=760.0), RawLine("drie", top=740.0))


@pytest.mark.parametrize(
    ("height", "line"),
    [
        (842.0, 0),
        (780.0, 0),
        # a place may lie a little below the tops of the letters
        (777.5, 0),
        (776.0, 1),
        (741.0, 2),
        (600.0, None),
    ],
)
def test_a_place_leads_to_the_first_line_below_it(height: float, line: int | None) -> None:
    assert anchors_of(_LINES, [("a", height)]) == ({} if line is None else {line: "a"})


def test_of_two_places_at_one_line_the_first_counts() -> None:
    assert anchors_of(_LINES, [("a", 800.0), ("b", 790.0), ("c", 765.0)]) == {0: "a", 1: "c"}
