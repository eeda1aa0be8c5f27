"""What earlier builds judged is taken over for the same words, and for no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.cache import Cache
from protocolkit.comparison.judgements import Judgements, judge
from protocolkit.document.model import Protocol
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Judgement, Relation, Side
from protocolkit.site.engine import earlier_judgements
from protocolkit.site.engine.earlier_judgements import EarlierJudgements
from small_boards import board, line_up, topic_line

_TOPIC = topic_line("x", {slug: ["a-1"] for slug in ("een", "twee", "drie")})


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was worked out: ``compare`` for each pair, ``norms`` for each protocol."""
    done: list[str] = []

    def compared(left: Side, right: Side) -> Judgement:
        done.append("compare")
        return compare(left, right)

    def read(protocol: Protocol) -> dict[str, ClauseNorms]:
        done.append("norms")
        return protocol_norms(protocol)

    monkeypatch.setattr(earlier_judgements, "compare", compared)
    monkeypatch.setattr(earlier_judgements, "protocol_norms", read)
    return done


def _boards(third: str) -> tuple[Protocol, ...]:
    texts = {"een": "Het mag.", "twee": "Het mag niet.", "drie": third}
    return tuple(board(slug, text) for slug, text in texts.items())


def _judged(boards: tuple[Protocol, ...], folder: Path) -> tuple[Judgements, Judgements]:
    """Return what is judged with what is kept in a folder, and without anything."""
    matrix, plain = line_up(boards, _TOPIC)
    earlier = EarlierJudgements(Cache(folder), "onderwerp")
    made = judge(matrix, boards, earlier.compare, earlier.norms)
    earlier.keep()
    return made, plain


def test_only_the_pairs_of_a_changed_clause_are_judged_again(
    tmp_path: Path, counted: list[str]
) -> None:
    made, plain = _judged(_boards("Het moet."), tmp_path)
    assert made == plain
    assert {counted.count(name) for name in ("compare", "norms")} == {3}
    counted.clear()
    assert _judged(_boards("Het moet."), tmp_path)[0] == plain
    assert counted == []
    made, plain = _judged(_boards("Het moet nooit."), tmp_path)
    assert made == plain
    assert sorted(counted) == ["compare", "compare", "norms"]


def test_what_is_no_longer_asked_is_not_kept(tmp_path: Path, counted: list[str]) -> None:
    _judged(_boards("Het moet."), tmp_path)
    _judged(_boards("Het moet nooit."), tmp_path)
    counted.clear()
    _judged(_boards("Het moet."), tmp_path)
    assert counted.count("compare") == 2


def test_a_name_in_a_text_counts(tmp_path: Path) -> None:
    boards = tuple(
        board(s, f"Stichting {s.title()} verbiedt het.") for s in ("een", "twee", "drie")
    )
    first, _ = _judged(boards, tmp_path)
    assert {pair.judgement.relation for pair in first.rows[0].pairs} == {Relation.IDENTICAL}
    copied = (*boards[:2], board("drie", "Stichting Een verbiedt het."))
    made, plain = _judged(copied, tmp_path)
    assert made == plain
    assert {pair.judgement.relation for pair in made.rows[0].pairs} > {Relation.IDENTICAL}
