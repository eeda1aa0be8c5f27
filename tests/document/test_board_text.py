"""Which text of its board a school follows is told by the check codes of the clauses it took."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.board_text import BoardTexts, follows, source_texts
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol_text


def _board(*clauses: str) -> Protocol:
    body = "\n".join(f"{{#b-{n}}}\n{n}. {text}\n" for n, text in enumerate(clauses, start=1))
    return read_protocol_text(f"# Hek\n\n{body}").protocol


_NOW, _BEFORE = _board("Het hek is dicht.", "Bel aan."), _board("Het hek is open.", "Bel aan.")


def _school(board: Protocol, *, has_codes: bool = True) -> Protocol:
    """Return what a school took over, under anchors of its own."""
    entries = tuple(
        Provenance(
            anchor=f"s-{n}",
            topic="",
            choice=BOARD_WIDE,
            source=Place(organisation="bestuur", anchor=item.anchor),
            fingerprint=clause_fingerprint(item) if has_codes else "",
        )
        for n, item in enumerate(addressable(board), start=1)
    )
    return replace(board, facts=replace(board.facts, provenance=entries))


def test_a_school_follows_the_text_whose_clauses_it_took() -> None:
    now, before = _school(_NOW), _school(_BEFORE)
    assert [follows(one, _NOW) for one in (now, before)] == [True, False]
    board = BoardTexts(now=_NOW, kept=(_BEFORE,))
    assert source_texts(now, board) == (_NOW,)
    assert source_texts(before, board) == (_BEFORE,)
    assert source_texts(_school(_board("Iets anders.", "Bel aan.")), board) == ()


def test_without_codes_it_may_follow_any_text_with_these_clauses() -> None:
    loose = _school(_BEFORE, has_codes=False)
    assert follows(loose, _NOW)
    assert source_texts(loose, BoardTexts(now=_board("Een.", "Twee.", "Drie."))) == ()


def test_a_clause_that_it_does_not_have_is_of_another_text() -> None:
    assert not follows(_school(_board("Het hek is dicht.")), _NOW)
    assert not follows(_school(_NOW), _board("Het hek is dicht."))
