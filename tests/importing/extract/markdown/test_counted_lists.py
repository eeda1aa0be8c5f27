"""From where the items of a list are counted: as it says, when that is a number that fits."""

from __future__ import annotations

from typing import Any

import pytest

from protocolkit.importing.extract.markdown.extract import printed_markdown
from protocolkit.importing.extract.markdown.frames import Frame
from protocolkit.importing.source.doubts import UNCOUNTED


def _count(tag: str, **said: str) -> int:
    shown: Any = None
    frame = Frame(tag=tag, element=said, shown=shown)
    frame.begin_count()
    return frame.count


@pytest.mark.parametrize(
    ("start", "count"),
    [("3", 3), ("0", 0), ("-2", -2), ("500000", 500_000), ("", 1), ("drie", 1)],
)
def test_a_list_may_begin_anywhere(start: str, count: int) -> None:
    assert _count("ol", start=start) == count
    assert _count("ol") == 1
    assert _count("ul", start=start) == 1


def test_a_number_that_no_marker_can_hold_is_not_counted_from() -> None:
    assert abs(_count("ol", start="5000000")) < 5_000_000
    assert abs(_count("ol", start="-5000000")) < 5_000_000


def test_items_of_a_list_without_a_number_that_fits_are_in_doubt() -> None:
    text = '# P\n\n<ol start="99999999999999999999"><li>a</li><li value="3">b</li></ol>\n'
    printed = printed_markdown(text)
    assert "- a\n3. b" in printed.text
    assert printed.doubts == (UNCOUNTED,)
