from __future__ import annotations

from pathlib import Path

import pytest

from agreement import agreement
from labelled_set import LabelError, make_pair, read_labels, read_links
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from protocolkit.relations.relation import Relation
from seeds import ROOT, SLUGS, protocol

LABELS = ROOT / "benchmarks" / "labels"
KNOWN = frozenset(map(Place.parse, ("a#art-1", "a#art-2", "b#art-1", "c#noot-1")))
HEAD = "left\tright\tlink\trelation\n"


def _clauses() -> list[Place]:
    return [place for place, _ in placed_items(map(protocol, SLUGS))]


def test_the_labels_of_this_repository_are_whole() -> None:
    labels = read_labels(LABELS, "sociale-media", _clauses())
    assert {norm.clause for norm in labels.norms} == set(_clauses())
    assert labels.sure < labels.possible
    assert set(labels.relations) == labels.sure
    assert set(labels.relations.values()) == set(Relation)


def test_what_both_annotators_were_sure_of_is_sure() -> None:
    known = frozenset(_clauses())
    one, two = (
        {
            link.pair
            for link in read_links(LABELS / "annotators" / f"sociale-media-{n}.tsv", known)
            if link.is_sure
        }
        for n in (1, 2)
    )
    labels = read_labels(LABELS, "sociale-media", known)
    assert one & two <= labels.sure <= one | two


def test_the_readme_tells_the_agreement_that_the_command_prints() -> None:
    found = agreement(LABELS / "annotators", "sociale-media", _clauses())
    text = (LABELS / "README.md").read_text("utf-8")
    for value in (found.first.error_rate, found.second.error_rate, found.kappa):
        assert f"{value:.2f}" in text


def test_a_pair_has_one_order() -> None:
    one, other = Place("a", "art-1"), Place("b", "art-1")
    assert make_pair(other, one) == make_pair(one, other) == (one, other)


def test_a_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    rows = "# remark\nb#art-1\ta#art-1\tsure\tpartial\n\na#art-2\tc#noot-1\tpossible\t-\n"
    path.write_text(HEAD + rows, "utf-8")
    one, two = read_links(path, KNOWN)
    assert (one.pair, one.is_sure, one.relation) == (
        (Place("a", "art-1"), Place("b", "art-1")),
        True,
        Relation.PARTIAL,
    )
    pair = (Place("a", "art-2"), Place("c", "noot-1"))
    assert (two.pair, two.is_sure, two.relation) == (pair, False, None)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a#art-1\tb#art-9\tsure\tpartial", "there is no clause b#art-9"),
        ("a#art-1\ta#art-2\tsure\tpartial", "one organisation"),
        ("a#art-1\tb#art-1\tsurely\tpartial", "neither sure nor possible"),
        ("a#art-1\tb#art-1\tsure\t-", "needs a relation"),
        ("a#art-1\tb#art-1\tsure\tsame", "same is no relation"),
        ("a#art-1\tb#art-1\tsure", "3 columns"),
        ("a#art-1\tb#art-1\tpossible\t-\nb#art-1\ta#art-1\tpossible\t-", "came before"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(f"{HEAD}{row}\n", "utf-8")
    with pytest.raises(LabelError, match=rf"x\.tsv:[23]: .*{said}"):
        read_links(path, KNOWN)
