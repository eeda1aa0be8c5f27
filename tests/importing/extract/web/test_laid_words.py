"""Words are set on the lines of their block: beside what stands there, and on below it."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.web.boxes import Box
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.layout import laid_out
from protocolkit.importing.extract.web.parsed import parsed_page

_PARAGRAPH = "margin:0;font-size:10pt;width:200pt"


def _inks(body: str) -> list[Box]:
    """Return where the words of a page stand that is as wide as the paper."""
    page = f"<!doctype html><body style='margin:0'>{body}</body>"
    root, _ = parsed_page(page)
    return [one.box for one in laid_out(root, StyleSheets([]))[0] if one.is_words]


@pytest.mark.parametrize("before", [5, 20])
def test_words_that_do_not_fit_begin_on_the_line_that_is_taken_in_part(before: int) -> None:
    first, second, third = _inks(
        f'<p style="{_PARAGRAPH}">{"x" * before}<b style="font-weight:normal">{"y" * 50}</b></p>'
    )
    assert second.top == pytest.approx(first.top)
    assert first.right < second.left
    assert second.right == pytest.approx(first.left + 200)
    assert third.top > first.bottom
    assert third.left == pytest.approx(first.left, abs=1)
    # what stands beside and what is left below it are all the words, no more
    assert second.right - second.left + third.right - third.left == pytest.approx(50 * 4.5)


def test_words_begin_a_line_of_their_own_where_hardly_any_room_is_left() -> None:
    first, *more = _inks(f'<p style="{_PARAGRAPH}">{"x" * 42}<b>{"y" * 40}</b></p>')
    assert [one.top > first.bottom for one in more] == [True]


def test_words_that_fit_stay_on_the_line() -> None:
    first, second = _inks(f'<p style="{_PARAGRAPH}">{"x" * 10}<b>{"y" * 20}</b></p>')
    assert (second.top, second.right - second.left) == pytest.approx((first.top, 20 * 4.5))
