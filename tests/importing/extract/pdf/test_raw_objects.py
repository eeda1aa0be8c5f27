"""The objects of a PDF are read once, whoever looks at them."""

from __future__ import annotations

import pytest

from drawn_pdf import RULES, Drawing
from protocolkit.importing.extract.pdf import raw_objects
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.extract.pdf.raw_objects import raw_pdf


def test_a_file_is_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []

    def count(content: bytes) -> raw_objects.RawObject:
        opened.append(content)
        return raw_pdf(content)

    monkeypatch.setattr(raw_objects, "raw_pdf", count)
    drawing = Drawing()
    drawing.page(RULES)
    extract_pdf(drawing.bytes())
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("other", "shares"),
    [
        (Box(2, 2, 6, 6), True),
        (Box(1, 1, 2, 2), True),
        (Box(4, 0, 8, 4), False),
        (Box(0, 4, 4, 8), False),
        (Box(1, 1, 1, 3), False),
        (Box(1, 1, 3, 1), False),
        (Box(3, 1, 1, 3), False),
        (Box(-9, -9, 9, 9), True),
    ],
)
def test_boxes_meet_that_share_more_than_an_edge(other: Box, shares: bool) -> None:
    box = Box(0, 0, 4, 4)
    assert (box.meets(other), other.meets(box)) == (shares, shares)
