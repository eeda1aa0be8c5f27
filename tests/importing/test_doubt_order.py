"""What a doubt may have done to a text: the worst of all, and how sure the text still is."""

from __future__ import annotations

from protocolkit.importing.doubt_order import Harm, confidence_of, harm_of
from protocolkit.importing.source.doubts import EMPTY_PLACE, REORDERED, STRUCK, UNCOUNTED
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason


def test_the_worst_of_all_counts() -> None:
    assert harm_of([]) is Harm.NONE
    assert harm_of([UNCOUNTED, STRUCK, EMPTY_PLACE]) is Harm.TURNED
    assert harm_of(["een twijfel die niemand kent"]) is Harm.NUMBER


def test_what_a_person_took_away_may_have_turned_a_rule() -> None:
    def left(reason: LeftOutReason) -> LeftOut:
        return LeftOut(text="niet", at=0, reason=reason)

    assert harm_of([], [left(LeftOutReason.STRUCK)]) is Harm.TURNED
    assert harm_of([], [left(LeftOutReason.FIELD)]) is Harm.WORDS
    assert harm_of([UNCOUNTED], [left(LeftOutReason.FIELD)]) is Harm.WORDS


def test_each_doubt_makes_a_text_less_sure_and_none_takes_all_away() -> None:
    assert confidence_of([]) == 100
    assert confidence_of([EMPTY_PLACE]) == confidence_of(["onbekend"]) == 90
    assert confidence_of([STRUCK]) == 40
    assert confidence_of([STRUCK, REORDERED]) == confidence_of([STRUCK] * 9) == 10
