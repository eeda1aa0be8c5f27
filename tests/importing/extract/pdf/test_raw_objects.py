"""The objects of a PDF are read once, whoever looks at them."""

from __future__ import annotations

import io

import pytest

from drawn_pdf import RULES, Drawing
from protocolkit.importing.extract.pdf import raw_objects
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.places import Box


def test_a_file_is_opened_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[io.BytesIO] = []
    library = raw_objects.PDF

    def count(stream: io.BytesIO) -> raw_objects.RawObject:
        opened.append(stream)
        return library(stream)

    monkeypatch.setattr(raw_objects, "PDF", count)
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
