"""What is many times a protocol is refused before the work begins; what is long is not."""

from __future__ import annotations

import pytest

from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.source.limits import check_amount, check_signs


def _code(lines: int, characters: int) -> str:
    try:
        check_amount(lines, characters, NOWHERE)
    except ProtocolkitError as refused:
        return refused.problem.code.name
    return ""


def test_a_thick_book_is_read() -> None:
    """A handbook of 500 pages: 45 lines of 60 letters on each."""
    assert _code(500 * 45, 500 * 45 * 60) == ""


@pytest.mark.parametrize(("lines", "characters"), [(60_000, 60_000), (100, 6_000_000)])
def test_a_library_is_refused(lines: int, characters: int) -> None:
    assert _code(lines, characters)


@pytest.mark.parametrize(("sign", "fine", "much"), [("[", 90_000, 110_000), ("|", 50_000, 70_000)])
def test_markdown_with_a_sign_without_end_is_refused(sign: str, fine: int, much: int) -> None:
    check_signs(sign * fine, NOWHERE)
    with pytest.raises(ProtocolkitError) as refused:
        check_signs(sign * much, NOWHERE)
    assert dict(refused.value.problem.values)["sign"] == sign
