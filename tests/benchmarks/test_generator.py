from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from generator import Board, make_boards, write_boards
from labelled_set import LabelledSet, Link, Pair, make_pair
from origins import Origin, Piece, Truth, count_links
from own_texts import own_texts
from protocolkit.document.outline import clauses
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol
from protocolkit.wording.terms import Thesaurus, content, make_thesaurus, matters, terms
from protocolkit.wording.thesaurus_file import FILE_NAME, general_thesaurus, subject_thesaurus
from rewording import choose_rewording, read_substitutions
from scores import count, is_any
from seed_clauses import BOARD, SCHOOLS, Seeds, read_seeds
from seeds import ROOT

SOURCES = ROOT / "protocols" / "sociale-media"


@cache
def _seeds() -> Seeds:
    return read_seeds(SOURCES.glob("*.md"), ROOT / "benchmarks" / "labels", "sociale-media")


@cache
def _boards() -> tuple[Board, ...]:
    return tuple(make_boards(_seeds(), 12, 7))


def _origins() -> dict[Place, Origin]:
    return {
        Place(board.slug, anchor): origin
        for board in _boards()
        for anchor, origin in board.origins.items()
    }


def test_the_same_seed_gives_the_same_boards_and_another_gives_others() -> None:
    again = tuple(make_boards(_seeds(), 12, 7))
    assert again == _boards()
    other = tuple(make_boards(_seeds(), 12, 8))
    assert {board.slug for board in other} != {board.slug for board in again}


def test_what_is_written_is_read_back_without_problems(tmp_path: Path) -> None:
    for board in write_boards(iter(_boards()), tmp_path):
        reading = read_protocol(tmp_path / f"{board.slug}.md", board.slug)
        assert [found.code.name for found in reading.problems] == []
        assert [clause.anchor for clause in clauses(reading.protocol)] == list(board.origins)


def test_boards_have_about_fifty_clauses_and_do_all_that_boards_do() -> None:
    sizes = [len(board.origins) for board in _boards()]
    assert 45 <= sum(sizes) / len(sizes) <= 58
    every = list(_origins().values())
    assert any(len(origin) > 1 for origin in every)
    assert any(not piece.is_whole for origin in every for piece in origin)
    assert any(not piece.source.is_clause for origin in every for piece in origin)


def test_no_name_of_a_real_organisation_is_left(tmp_path: Path) -> None:
    write_boards(iter(_boards()), tmp_path)
    text = "".join(path.read_text("utf-8") for path in tmp_path.glob("*.md"))
    for name in ("OPONOA", "Lucas", "Baarn", "Verkruisen", "Borger", "Waldheim", "Griftland"):
        assert name.lower() not in text.lower()
    assert BOARD not in text
    assert SCHOOLS not in text


def _thesauri() -> list[Thesaurus]:
    path = SOURCES / FILE_NAME
    return [general_thesaurus(), *([subject_thesaurus(path)[0]] if path.exists() else [])]


@pytest.mark.parametrize(("text", "instead"), read_substitutions())
def test_the_matcher_does_not_know_what_the_generator_rewords(text: str, instead: str) -> None:
    """When this fails after a change of the thesaurus, take the row out of substitutions.tsv."""

    def known(thesaurus: Thesaurus) -> set[str]:
        one, other = (
            {*content(found), *matters(found, thesaurus)}
            for found in (terms(text, thesaurus), terms(instead, thesaurus))
        )
        return one & other

    bare = known(make_thesaurus([], []))
    for thesaurus in _thesauri():
        assert known(thesaurus) <= bare


def test_rewording_keeps_capitals_and_whole_words() -> None:
    rewording = choose_rewording((("bij twijfel", "bij aarzeling"), ("les", "uur")), 1, Random(1))
    assert rewording.apply("Bij twijfel, bij twijfel.") == "Bij aarzeling, bij aarzeling."
    assert rewording.apply("Lessen in de les") == "Lessen in de uur"


def test_no_two_rules_of_a_board_s_own_are_alike() -> None:
    texts = own_texts(Random(3))
    first = [next(texts).text for _ in range(1500)]
    assert len(set(first)) == len(first)


def test_links_are_counted_as_pair_by_pair() -> None:
    """The fast way against the obvious one, with topics that overlap."""
    origins, truth = _origins(), Truth(_seeds())
    rng = Random(5)
    by_source: dict[Place, list[Place]] = {}
    for name, origin in origins.items():
        for piece in origin:
            by_source.setdefault(piece.source, []).append(name)
    names = sorted(origins)
    topics = [sorted({*group, *rng.sample(names, 2)}) for _, group in sorted(by_source.items())]
    links: list[Link] = []
    found: set[Pair] = set()
    for one, other in combinations(names, 2):
        if one.organisation != other.organisation:
            strength = max(truth.strength(a, b) for a in origins[one] for b in origins[other])
            if strength:
                pair = make_pair(one, other)
                links.append(Link(pair=pair, is_sure=strength == 2, relation=None))
    for topic in topics:
        found.update(_pairs(topic))
    slow = count(found, LabelledSet(links=tuple(links)), is_any)
    assert count_links(topics, origins, truth) == slow
    assert 0 < slow.found_sure < slow.found_possible < slow.found


def _pairs(topic: list[Place]) -> list[Pair]:
    return [
        make_pair(one, other)
        for one, other in combinations(topic, 2)
        if one.organisation != other.organisation
    ]


def test_truth_of_parts_and_of_one_s_own() -> None:
    truth = Truth(_seeds())
    whole = Piece(source=Place("oponoa", "art-3-1-5"), sentences=("a", "b"), is_whole=True)
    first = Piece(source=Place("oponoa", "art-3-1-5"), sentences=("a",), is_whole=False)
    second = Piece(source=Place("oponoa", "art-3-1-5"), sentences=("b",), is_whole=False)
    lucas = Piece(source=Place("lucas-onderwijs", "art-a-5"), sentences=("c",), is_whole=True)
    other = Piece(source=Place("lucas-onderwijs", "art-b-3"), sentences=("d",), is_whole=True)
    own = Piece(source=Place("eigen: de vlaggen"), sentences=("de vlaggen",), is_whole=True)
    assert truth.strength(whole, first) == truth.strength(whole, lucas) == 2
    assert truth.strength(first, second) == truth.strength(first, lucas) == 1
    assert truth.strength(own, own) == 1
    assert truth.strength(whole, other) == truth.strength(whole, own) == 0
