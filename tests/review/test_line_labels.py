"""Where somebody ended a line of a mail is told from where a program wrapped it."""

from __future__ import annotations

import pytest

from protocolkit.review.line_labels import is_ended


@pytest.mark.parametrize(("widest", "found"), [(100, False), (101, True)])
def test_where_a_line_is_wider_than_programs_wrap_none_was_wrapped(
    widest: int, found: bool
) -> None:
    full = "x" * 98
    assert is_ended(full, "en verder", [full, "y" * widest]) is found
