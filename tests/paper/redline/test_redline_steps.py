"""How many calls a Word redline takes: those of a text that nobody changed are few."""

import sys
from collections.abc import Callable
from types import FrameType

import seeds
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.document.outline import placed_clauses
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.word import word_redline
from protocolkit.references.citation_index import citation_index
from rough_edits import roughly_edited

OLD = seeds.protocol("oponoa")
NEW = roughly_edited(OLD, 3, 6)
WHO = Signature(author="De Linde", day="2026-03-04")


def calls(make: Callable[[], object]) -> int:
    """Return how many functions of Python are called; what is kept between runs is there."""
    make()
    found = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal found
        found += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        make()
    finally:
        sys.setprofile(before)
    return found


def redline(old: Protocol, new: Protocol) -> bytes:
    return word_redline(compare_versions(version_of(old), version_of(new)), translator("nl"), WHO)


def test_a_redline_takes_few_calls_for_each_clause() -> None:
    assert calls(lambda: redline(OLD, NEW)) / len(placed_clauses(OLD)) < 1750


def test_what_a_protocol_can_be_called_by_is_worked_out_once() -> None:
    assert citation_index(OLD) is citation_index(OLD)
    assert citation_index(OLD) is not citation_index(NEW)


def test_two_texts_that_are_quite_other_ones_take_no_more_than_twice_as_many() -> None:
    other = version_of(roughly_edited(OLD, 3, 160))
    made = calls(lambda: compare_versions(version_of(OLD), other))
    assert made / len(placed_clauses(OLD)) < 2300
