"""What a file never had is told from what somebody struck in it."""

from __future__ import annotations

import pytest

from one_protocol import headed
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.part_of_text import never_in_it


def _protocol(*clauses: str) -> Protocol:
    text = "\n".join(f"{{#a{n}}}\n{n}. {one}\n" for n, one in enumerate(clauses, start=1))
    return read_protocol_text(headed("Hek") + text, subject="hek", slug="de-brug").protocol


@pytest.mark.parametrize(("missing", "is_struck"), [(2, True), (3, False)])
def test_a_longer_run_that_lacks_at_an_end_was_never_in_a_file(
    missing: int, is_struck: bool
) -> None:
    protocol = _protocol(*(f"Regel {n} van de school." for n in range(8)))
    every = [f"a{n}" for n in range(1, 9)]
    for held in (every[missing:], every[:-missing]):
        never = never_in_it(protocol, frozenset(held), "", has_record=False)
        assert never == (frozenset() if is_struck else frozenset(every) - frozenset(held))


@pytest.mark.parametrize(("held", "is_struck"), [("a1 a4 a6 a8", True), ("a1 a5 a8", False)])
def test_what_lacks_amid_a_file_with_less_than_half_was_never_in_it(
    held: str, is_struck: bool
) -> None:
    protocol = _protocol(*(f"Regel {n} van de school." for n in range(8)))
    never = never_in_it(protocol, frozenset(held.split()), "", has_record=False)
    assert (never == frozenset()) is is_struck
