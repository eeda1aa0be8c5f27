"""What earlier builds judged is taken over for the same words, and for no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafted import DUTCH, subject, template
from protocolkit.base.cache import Cache
from protocolkit.checking import together
from protocolkit.checking.draft_remarks import draft_remarks
from protocolkit.comparison.judgements import Judgements, judge
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses
from protocolkit.drafting.new.clean_template import make_clean
from protocolkit.drafting.template.subject_template import public
from protocolkit.norms import recognise
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import Asked, protocol_norms
from protocolkit.relations import among
from protocolkit.relations.among import Placed, Verdict
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Judgement, Relation, Side
from protocolkit.site.engine import earlier_judgements
from protocolkit.site.engine.earlier_judgements import EarlierClashes, EarlierJudgements
from small_boards import board, line_up, topic_line

_TOPIC = topic_line("x", {slug: ["a-1"] for slug in ("een", "twee", "drie")})


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was worked out: ``compare`` for a pair, ``norms`` for a clause that is read."""
    done: list[str] = []
    plainly = recognise.recognise

    def compared(left: Side, right: Side) -> Judgement:
        done.append("compare")
        return compare(left, right)

    def recognised(text: str, **around: Any) -> ClauseNorms:
        done.append("norms")
        return plainly(text, **around)

    def read(protocol: Protocol, *answer: Callable[[Asked], ClauseNorms]) -> dict[str, ClauseNorms]:
        with monkeypatch.context() as inside:
            inside.setattr(recognise, "recognise", recognised)
            return protocol_norms(protocol, *answer)

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
    made = judge(matrix, boards, earlier.compare, earlier.norms, earlier.sample)
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


def _placed(*texts: str, origins: str = "abc", topics: str = "xxx") -> list[Placed]:
    """Return clauses of one text, by number, with where each came from and what it answers."""
    return [
        Placed(
            name=str(number),
            side=Side(text=text, norms=recognise.recognise(text)),
            origin=origin,
            topics=frozenset({topic, f"ook-{topic}"}),
        )
        for number, (text, origin, topic) in enumerate(zip(texts, origins, topics, strict=True))
    ]


_MAY, _NOT = "Leerlingen mogen hun telefoon gebruiken.", "Leerlingen mogen geen telefoon gebruiken."
_LATE = "Wie te laat komt, meldt zich bij de receptie."


def _clashing(folder: Path, placed: list[Placed], monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many pairs were judged, when what is found is what is found without a cache."""
    judged: list[object] = []
    real = among._verdict

    def counting(*given: Any) -> Verdict | None:
        judged.append(given)
        return real(*given)

    plain = list(among.clashes(placed))
    monkeypatch.setattr(among, "_verdict", counting)
    monkeypatch.setattr(together, "_placed", lambda *_: placed)
    found = EarlierClashes(Cache(folder), "onderwerp").of(board("een", _MAY))
    assert list(found) == plain
    monkeypatch.undo()
    return len(judged)


def test_which_clauses_clash_is_asked_again_of_a_changed_clause_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _clashing(tmp_path, _placed(_MAY, _NOT, _LATE), monkeypatch) == 3
    assert _clashing(tmp_path, _placed(_MAY, _NOT, _LATE), monkeypatch) == 0
    # what clauses are called does not count, what comes first does
    swapped = _placed(_NOT, _MAY, _LATE, origins="bac")
    assert _clashing(tmp_path, swapped, monkeypatch) == 1
    assert _clashing(tmp_path, _placed(_NOT, _MAY, f"{_LATE} Nu."), monkeypatch) == 3
    # where it came from and what it answers count as much as its words
    for changed in ({"origins": "bbc"}, {"topics": "xyx"}):
        placed = _placed(_NOT, _MAY, f"{_LATE} Nu.", **changed)
        assert _clashing(tmp_path, placed, monkeypatch) == 2
        _clashing(tmp_path, _placed(_NOT, _MAY, f"{_LATE} Nu."), monkeypatch)


def test_what_is_odd_in_a_draft_is_the_same_with_what_was_known(tmp_path: Path) -> None:
    protocols = public(subject().protocols)
    draft = make_clean(template(), protocols, DUTCH, draft_remarks).protocol
    plain = draft_remarks(draft, DUTCH)
    for _ in range(2):
        assert draft_remarks(draft, DUTCH, EarlierClashes(Cache(tmp_path), "x").of) == plain
    # with a clause less nothing is told of it
    other = replace(draft, parts=tuple(part for part in draft.parts if part != _odd(draft, plain)))
    found = draft_remarks(other, DUTCH, EarlierClashes(Cache(tmp_path), "x").of)
    assert found == draft_remarks(other, DUTCH) != plain


def _odd(draft: Protocol, told: tuple[tuple[str, str], ...]) -> object:
    """Return the first part of a draft in which something is odd."""
    anchors = {anchor for anchor, _ in told}
    return next(
        part
        for part in draft.parts
        if anchors & {item.anchor for item in clauses(replace(draft, parts=(part,)))}
    )


def test_what_a_clause_of_a_draft_asks_is_kept_by_its_words(
    tmp_path: Path, counted: list[str]
) -> None:
    for text, times in ((_MAY, 1), (_MAY, 0), (_NOT, 1)):
        counted.clear()
        EarlierClashes(Cache(tmp_path), "onderwerp").of(board("een", text))
        assert counted.count("norms") == times
