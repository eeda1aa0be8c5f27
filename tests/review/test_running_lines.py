"""What runs along in a returned file: only what somebody wrote there, or took away, is told."""

from __future__ import annotations

from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.printed_around import PrintedAround
from protocolkit.review.running_words import running_gone, running_words

_COUNT, _HEAD, _BEFORE = "Bladzijde 1 van 9", "Pesten\tDe Brug", "Pesten | De Brug"
_AROUND = PrintedAround(running=(_HEAD, _COUNT), earlier_running={_HEAD: (_BEFORE,)})


def _written(*lines: str) -> list[str]:
    return [one.words for one in running_words(lines, _AROUND, "x.docx")]


def _gone(*lines: str) -> list[str]:
    found = list(running_gone(lines, _AROUND, "x.docx"))
    assert all(one.reason is LeftOutReason.RUNNING_GONE for one in found)
    return [one.words for one in found]


def test_what_we_print_there_now_or_printed_before_is_nobodys() -> None:
    assert _written(_HEAD, _BEFORE, "Bladzijde 7 van 12", "", " ") == []


def test_what_somebody_wrote_there_is_told_once() -> None:
    assert _written(_HEAD, "Concept MR", "Concept  MR", "Ander") == ["Concept MR", "Ander"]


def test_what_lacks_is_told_unless_it_stood_otherwise_before() -> None:
    assert _gone(_HEAD, "Bladzijde 2 van 3") == []
    assert _gone(_BEFORE, _COUNT) == []
    assert _gone(_COUNT) == [_HEAD]
    assert _gone(f"{_HEAD} concept", _COUNT) == [], "words were added to it"
    assert _gone() == [_HEAD, _COUNT]
