"""Files that came back, put together: what two hold alike counts once, and names stay apart."""

from __future__ import annotations

from pathlib import Path

from protocolkit.changes.change_set import version_of
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import Returned, together
from protocolkit.review.remarks import PassedOver, Remark, ReturnedChange, Review, TextPart

_VERSION = version_of(
    read_protocol_text("---\nprotocol:\n  organisation: {name: A}\n---\n\n# Pesten\n").protocol
)


def _remark(name: str, file: str, *, text: str = "Waarom?", parent: str = "") -> Remark:
    return Remark(id=name, author="Ouder", date="", text=text, parent=parent, file=file)


def _change(file: str, new: str = "nieuw") -> ReturnedChange:
    return ReturnedChange(anchor="a", kind="changed", old="oud", new=new, file=file)


def _returned(file: str, review: Review) -> Returned:
    return Returned(path=Path(file), version=_VERSION, review=review)


def test_names_of_a_second_file_are_told_from_those_of_the_first() -> None:
    one = Review(remarks=(_remark("1", "a"), _remark("2", "a", parent="1")), changes=())
    two = Review(
        remarks=(_remark("1", "b", text="Mooi."), _remark("2", "b", text="Ja.", parent="1")),
        changes=(),
    )
    found = together([_returned("a", one), _returned("b", two)])
    assert [(remark.id, remark.parent) for remark in found.remarks] == [
        ("1", ""),
        ("2", "1"),
        ("2:1", ""),
        ("2:2", "2:1"),
    ]


def test_what_two_files_hold_alike_is_there_once() -> None:
    """Somebody sent a file twice, or two people sent on the same one."""
    review = Review(remarks=(_remark("1", "a"),), changes=(_change("a"),))
    again = Review(remarks=(_remark("1", "b"),), changes=(_change("b"), _change("b", "anders")))
    found = together([_returned("a", review), _returned("b", again)])
    assert [remark.file for remark in found.remarks] == ["a"]
    assert [(change.file, change.new) for change in found.changes] == [
        ("a", "nieuw"),
        ("b", "anders"),
    ]


def test_all_that_was_passed_over_and_every_part_is_told() -> None:
    words = PassedOver(words="x", reason=LeftOutReason.NOT_ON_PAGE)
    part = TextPart(held=1, count=3, file="a")
    review = Review(remarks=(), changes=(), passed_over=(words,), parts=(part,))
    found = together([_returned("a", review), _returned("a", review)])
    assert found.passed_over == (words, words)
    assert found.parts == (part,)
