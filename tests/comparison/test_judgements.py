"""Judgements that texts share are those that each pair would get by itself."""

from __future__ import annotations

from protocolkit.comparison.judgements import MOST_PAIRS
from protocolkit.document.names import names_of
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Side
from seeds import collection
from small_boards import board, line_up, seed_judgements, topic_line


def test_shared_judgements_equal_those_of_each_pair() -> None:
    protocols = collection().protocols
    judgements = seed_judgements()
    sides = {
        place: Side(text=clause_text(item), norms=judgements.norms[place], names=names_of(protocol))
        for protocol in protocols
        for place, item in placed_items([protocol])
    }
    pairs = [pair for row in judgements.rows for pair in row.pairs]
    assert len(pairs) > 300
    for pair in pairs:
        assert pair.judgement == compare(sides[pair.left], sides[pair.right])


def test_a_name_matters_to_a_text_that_has_it() -> None:
    boards = (
        board("een", "Stichting Een verbiedt telefoons in de les."),
        board("twee", "Stichting Twee verbiedt telefoons in de les."),
        board("drie", "Stichting Een verbiedt telefoons in de les."),
    )
    _, judgements = line_up(boards, topic_line("x", {b.slug: ["a-1"] for b in boards}))
    relations = {
        (pair.left.organisation, pair.right.organisation): pair.judgement.relation.value
        for pair in judgements.rows[0].pairs
    }
    assert relations["een", "twee"] == "identical"
    assert relations["drie", "een"] != "identical"


def test_with_many_boards_only_wordings_are_set_against_each_other() -> None:
    boards = [board(f"b{n}", "Het mag niet." if n % 2 else "Het mag.") for n in range(40)]
    assert len(boards) * (len(boards) - 1) / 2 > MOST_PAIRS
    _, judgements = line_up(boards, topic_line("x", {b.slug: ["a-1"] for b in boards}))
    (row,) = judgements.rows
    assert len(row.variants) == 2
    assert len(row.pairs) == 1
