"""Whom a returned file names: who wrote in it, and who its head says was there; no council."""

from __future__ import annotations

from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.named_persons import persons_of
from protocolkit.review.remarks import PassedOver, Remark, Review


def _remark(author: str) -> Remark:
    return Remark(id=author, author=author, date="", text="Waarom?")


def test_who_wrote_is_named_once_and_a_council_or_a_role_is_none() -> None:
    authors = ("Joke de Wit", "MR De Brug", "Oudergeleding", "joke", "Joke de Wit", "Voorzitter")
    found = Review(remarks=tuple(map(_remark, authors)), changes=())
    assert persons_of(found) == ("Joke de Wit", "joke")


def test_a_head_names_who_was_there_and_an_end_who_wrote_it() -> None:
    head = PassedOver(words="Aanwezig: Karel Smit en Joke de Wit", reason=LeftOutReason.LETTER)
    end = PassedOver(words="Met groet,\nAnna Bos\nde ouders", reason=LeftOutReason.LETTER)
    other = PassedOver(words="Aanwezig: Piet Jansen", reason=LeftOutReason.MOVE_NOTE)
    found = Review(remarks=(), changes=(), passed_over=(head, end, other))
    assert persons_of(found) == ("Karel Smit", "Joke de Wit", "Anna Bos")
