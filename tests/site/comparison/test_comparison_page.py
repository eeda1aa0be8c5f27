"""The pages and data of a comparison, as they stand before any script has run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from examples import few
from protocolkit.base.messages import translator
from protocolkit.collection import read_collection
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.matrix import Presence, make_matrix
from protocolkit.document.outline import addressable, clause_text
from protocolkit.site.comparison.data import (
    Comparison,
    answer_counts,
    cell_rules,
    counts_in_words,
    disagreement,
    make_comparison,
)
from protocolkit.site.comparison.landing import most_disputed
from protocolkit.site.comparison.likeness import RELATIONS, Likeness, likeness_name, likeness_of
from protocolkit.site.comparison.relations import (
    Square,
    cell_rows,
    cells_likeness,
    opposite_items,
    relation_square,
)
from protocolkit.site.comparison.rule_names import PRESENCES, RULES
from protocolkit.site.comparison.scripts import script, synonym_groups
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.text.words import tokens
from seeds import ROOT, SLUGS
from small_site import BuildSite, make_project, read_page

_TABLE = "vergelijken/sociale-media/index.html"


def _value(path: Path) -> Any:
    """Return what a script of data keeps, which must be JSON and nothing else."""
    found = re.fullmatch(
        r'\(self\.protocolkitData=self\.protocolkitData\|\|\{\}\)\["[^"]+"\]=(.*);\n',
        path.read_text("utf-8"),
        re.DOTALL,
    )
    assert found is not None, path
    return json.loads(found[1])


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    subject = read_collection(ROOT).subjects[0]
    assert subject.concordance is not None
    matrix = make_matrix(subject.protocols, subject.concordance, lambda p, a: f"{p.slug}#{a}")
    judged = ComparedSubject(
        subject=subject, matrix=matrix, judgements=judge(matrix, subject.protocols)
    )
    return make_comparison(judged)


def test_the_table_is_complete_without_scripts(built_site: Path) -> None:
    page = read_page(built_site, _TABLE)
    core = _value(built_site / "vergelijken/sociale-media/gegevens.js")
    rows = page.select("table.matrix tbody tr[id]")
    assert {row["id"] for row in rows} == {topic["id"] for topic in core["topics"]}
    assert all(row.th is not None and row.th["scope"] == "row" for row in rows)
    assert len(page.select("#matrix thead th[scope=col]")) == len(SLUGS) + 1
    form = page.select_one("form#kiezen")
    assert form is not None
    assert form.has_attr("hidden")
    assert {label["for"] for label in form.select("label[for]")} <= {
        str(node["id"]) for node in form.select("[id]")
    }


def test_the_data_of_a_protocol_is_its_clauses(built_site: Path, comparison: Comparison) -> None:
    for protocol in comparison.subject.protocols:
        lines = _value(built_site / f"gegevens/sociale-media/{protocol.slug}.js")
        items = addressable(protocol)
        assert [line["anchor"] for line in lines] == [item.anchor for item in items]
        assert [line["text"].split() for line in lines] == [clause_text(i).split() for i in items]
        for line in lines:
            assert line["firstEnd"] == 0 or line["text"][line["firstEnd"] :].startswith(" ")


def _relation(core: Any, digit: str) -> str:
    return str(core["relations"][int(digit)][0])


def test_the_core_data_agrees_with_the_judgements(built_site: Path, comparison: Comparison) -> None:
    core = _value(built_site / "vergelijken/sociale-media/gegevens.js")
    assert {name[0] for name in core["relations"]} == {name.code for name in RELATIONS}
    presences = dict(zip(Presence, (name.code for name in PRESENCES), strict=True))
    for topic, row, said in zip(
        core["topics"], comparison.matrix.rows, comparison.judgements.rows, strict=True
    ):
        items = {}
        for cell, shown in zip(row.cells, topic["cells"], strict=False):
            assert shown["presence"] == presences[cell.presence]
            assert len(shown["clauses"]) == len(cell.clauses)
            for clause, own in zip(cell.clauses, shown["clauses"], strict=True):
                items[clause.place] = own["item"]
        for pair in said.pairs:
            digit = topic["relations"][items[pair.left]][items[pair.right]]
            equal = comparison.traits.are_equal(pair.left, pair.right)
            shown = likeness_of(pair.judgement.relation, has_equal_words=equal)
            assert _relation(core, digit) == likeness_name(shown).code
            assert digit == topic["relations"][items[pair.right]][items[pair.left]]


def test_what_two_cells_are_to_each_other_is_told_from_their_clauses() -> None:
    square = _square("0-253", "-0-2-", "2-0--", "52-0-", "3---0")
    states = [(0,), (1,), (2,), (3,), (4,), (0, 2), (2, 4)]
    rows = cell_rows(states, square)
    assert [rows[a][b] for a, b in ((0, 0), (0, 1), (0, 2), (0, 3), (0, 4))] == [*"0-253"]
    # what has a counterpart that is the same, and another that is not
    assert rows[5][0] == "2"
    assert rows[6][0] == "3"
    assert all(rows[a][b] == rows[b][a] for a in range(7) for b in range(7))


def test_the_most_serious_difference_is_told_and_rules_decide_before_guidance() -> None:
    """Items 0 and 1 are of the one board, 2 and 3 of the other."""
    ours, theirs = (0, 1), (2, 3)
    rows = ("0-53", "-055", "5500", "3500")
    assert cells_likeness(ours, theirs, _square(*rows)) is Likeness.SUBSTANTIVE
    # only guidance is alike: rules say that there is another rule
    only_rules = _square(*rows, rules=(0, 2))
    assert cells_likeness(ours, theirs, only_rules) is Likeness.SUBSTANTIVE
    assert cells_likeness((0,), theirs, only_rules) is Likeness.SUBSTANTIVE
    # a board without a rule is compared by what it has
    assert cells_likeness((1,), theirs, only_rules) is Likeness.SUBSTANTIVE
    # all of the one has a counterpart in the other, which has more
    more = _square("0-05", "-055", "0500", "5500")
    assert cells_likeness((0,), theirs, more) is Likeness.PARTIAL
    opposite = _square("0-34", "-055", "3500", "4500")
    assert cells_likeness(ours, theirs, opposite) is Likeness.CONTRARY
    assert opposite_items(ours, theirs, opposite) == ((0, 3),)
    # both have both: neither is opposite to the other
    both = _square("0-04", "-040", "0400", "4000")
    assert cells_likeness(ours, theirs, both) is Likeness.LITERAL
    assert opposite_items(ours, theirs, both) == ()


def _square(*rows: str, rules: tuple[int, ...] | None = None) -> Square:
    known = frozenset(range(len(rows)) if rules is None else rules)
    return Square(items={}, rows=rows, rules=known)


@pytest.mark.parametrize("most", few([0, 10_000], 1))
def test_between_variants_relations_say_the_same(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """With too many clauses their variants stand for them."""
    monkeypatch.setattr("protocolkit.comparison.judgements.MOST_PAIRS", most)
    said = judge(comparison.matrix, comparison.subject.protocols).rows
    for row, found in zip(comparison.matrix.rows, said, strict=True):
        square = relation_square(found, row.places, comparison.traits)
        assert set(square.items) == set(row.places)
        for variant in found.variants:
            for place in variant.members:
                digit = square.rows[square.items[variant.representative]][square.items[place]]
                same_document = place.organisation == variant.representative.organisation
                is_equal = comparison.traits.are_equal(variant.representative, place)
                exact = "0" if is_equal else "1"
                wanted = exact if place in variant.verbatim else "2"
                assert digit == wanted or (same_document and digit == "-")
        for pair in found.pairs:
            digit = square.rows[square.items[pair.left]][square.items[pair.right]]
            equal = comparison.traits.are_equal(pair.left, pair.right)
            shown = likeness_of(pair.judgement.relation, has_equal_words=equal)
            assert Likeness(int(digit)) is shown


def test_the_template_is_the_last_column_with_its_recommended_words(built_site: Path) -> None:
    core = _value(built_site / "vergelijken/sociale-media/gegevens.js")
    column = core["columns"][-1]
    assert (column["slug"], column["isTemplate"]) == ("voorbeeldprotocol", True)
    lines = _value(built_site / "gegevens/sociale-media/voorbeeldprotocol.js")
    page = read_page(built_site, "voorbeeldprotocol/sociale-media/index.html")
    said = dict.fromkeys(name[0] for name in core["presences"].values())
    assert list(said)[len(PRESENCES) :] == ["keuze-open", "geen-tekst"]
    for mark in page.select(".template-words sup"):
        mark.decompose()
    printed = {"".join(tokens(found.get_text(" "))) for found in page.select(".template-words")}
    seen = set()
    for topic in core["topics"]:
        cell = topic["cells"][-1]
        seen.add(cell["presence"])
        shown = page.select_one(f"section.template-topic[id='{topic['id']}']")
        first = shown.select_one(".template-first") if shown else None
        assert (first is not None) == bool(cell["clauses"]), topic["id"]
        if shown is None:
            assert cell["presence"] == "geen-tekst"
        elif first is None:
            assert cell["presence"] == "keuze-open"
        else:
            (clause,) = cell["clauses"]
            line = lines[clause["place"]]
            assert line["anchor"] == topic["id"]
            assert "".join(tokens(line["text"])) in printed
            # what is said of it is what was judged of the clause whose words it took
            origin = next(
                other
                for other in topic["cells"][:-1]
                for one in other["clauses"]
                if one["item"] == clause["item"]
            )
            assert topic["between"][cell["state"]][origin["state"]] != "-"
    assert seen == {"gevonden", "keuze-open", "geen-tekst"}


def test_a_board_counts_once_for_each_answer_in_the_summary(comparison: Comparison) -> None:
    for row in comparison.matrix.rows:
        counts = answer_counts(comparison, row, translator("nl"))
        told = [
            cell_rules(comparison, row.topic.id, cell) if cell.clauses else () for cell in row.cells
        ]
        assert sum(found.count for found in counts) == sum(max(1, len(one)) for one in told)
    row = next(r for r in comparison.matrix.rows if r.topic.id == "prive-contact")
    assert counts_in_words(answer_counts(comparison, row, translator("nl"))) == (
        "1 mag niet · 1 mag onder voorwaarde · 1 moet zich bewust zijn · "
        "1 niet gevonden · 1 bron onvolledig"
    )


def test_those_come_first_on_which_most_boards_disagree(comparison: Comparison) -> None:
    asked = most_disputed(comparison)
    scores = [disagreement(comparison, row) for row in asked]
    assert len(asked) == 10
    assert scores == sorted(scores, reverse=True)
    left = [row for row in comparison.matrix.rows if row not in asked]
    assert max(disagreement(comparison, row) for row in left) <= scores[-1]
    # By hand: three boards ask for leave and one encourages: three pairs, each counting once.
    row = next(r for r in comparison.matrix.rows if r.topic.id == "gebruik-tijdens-de-les")
    told = (cell_rules(comparison, row.topic.id, cell) for cell in row.cells)
    firsts = [RULES[rules[0]].code for rules in told if rules]
    assert sorted(firsts) == ["aangemoedigd", "voorwaarde", "voorwaarde", "voorwaarde"]
    assert disagreement(comparison, row) == 3


def test_with_one_subject_comparing_begins_at_the_questions(built_site: Path) -> None:
    page = read_page(built_site, "vergelijken/index.html")
    form = page.select_one("form.landing-search")
    assert form is not None
    assert form["action"] == "../vergelijken/sociale-media/index.html"
    questions = page.select("ol.questions > li")
    assert len(questions) == 10
    for question in questions:
        assert question.a is not None
        assert str(question.a["href"]).startswith("../vergelijken/sociale-media/")
        assert question.select(".badge")
    assert len(page.select(".landing h2")) == 1


def test_with_two_subjects_each_has_its_questions(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    other = project / "protocols" / "gedrag"
    other.mkdir()
    for name in ("aa.md", "bb.md", "topics.yml"):
        text = (project / "protocols" / "regels" / name).read_text("utf-8")
        (other / name).write_text(text.replace("title: Regels", "title: Gedrag"), "utf-8")
    site = build_site(project)
    page = read_page(site, "vergelijken/index.html")
    assert [h.text for h in page.select(".landing h2")] == ["Gedrag", "Regels"]
    assert [str(f["action"]) for f in page.select("form.landing-search")] == [
        "../vergelijken/gedrag/index.html",
        "../vergelijken/regels/index.html",
    ]


def test_a_large_table_sums_up_and_leaves_the_clauses_to_the_topics(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("from protocolkit.site.comparison import pages\npages.MOST_CHARACTERS = 20\n")
    page = read_page(build_site(project), "vergelijken/regels/index.html")
    assert len(page.select("table.is-summary tbody tr[id] td")) == 1
    link = page.select_one("table.is-summary a.topic-link")
    assert link is not None
    assert link["href"] == "../../vergelijken/regels/een/index.html"


def test_editing_one_protocol_leaves_the_data_of_others(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    site = build_site(project)
    before = {p.name: p.read_bytes() for p in (site / "gegevens" / "regels").glob("*.js")}
    path = project / "protocols" / "regels" / "bb.md"
    path.write_text(path.read_text("utf-8").replace("Eerste regel", "Nieuwe regel"), "utf-8")
    build_site(project)
    after = {p.name: p.read_bytes() for p in (site / "gegevens" / "regels").glob("*.js")}
    assert {name for name in before if before[name] != after[name]} == {"bb.js"}
    (project / "protocols" / "regels" / "bb.md").unlink()
    topics = project / "protocols" / "regels" / "topics.yml"
    topics.write_text(re.sub(r', "bb": \[[^]]*\]', "", topics.read_text("utf-8")), "utf-8")
    aa = project / "protocols" / "regels" / "aa.md"
    aa.write_text(aa.read_text("utf-8").replace("bb.md#art-1", "aa.md#art-1"), "utf-8")
    (project / "docs" / "uitleg.md").write_text("# Uitleg\n", "utf-8")
    build_site(project)
    assert not (site / "gegevens" / "regels" / "bb.js").exists()


def test_a_script_of_data_is_one_line_of_plain_json() -> None:
    text = script("a/b", {"x": 'regel\u2028"</script>\n'})
    assert "\u2028" not in text
    assert text.count("\n") == 1
    assert json.loads(text.partition("]=")[2].rstrip(";\n")) == {"x": 'regel\u2028"</script>\n'}


def test_words_that_mean_the_same_are_plain(built_site: Path) -> None:
    groups = synonym_groups()
    photos = next(group for group in groups if "foto's" in group)
    assert "beeldmateriaal" in photos
    assert all(
        re.fullmatch(r"[\w' ]+", word) and word == word.lower() for g in groups for word in g
    )
    assert _value(built_site / "gegevens/zoeken.js")["synonyms"] == groups


def test_side_by_side_leads_on_without_scripts(built_site: Path) -> None:
    page = read_page(built_site, "vergelijken/sociale-media/naast-elkaar/index.html")
    without = page.select_one("noscript")
    assert without is not None
    links = [str(a["href"]) for a in BeautifulSoup(without.decode_contents(), "lxml").select("a")]
    assert len(links) == len(_value(built_site / "vergelijken/sociale-media/gegevens.js")["topics"])


def test_the_whole_comparison_is_offered_on_paper_and_to_work_with(built_site: Path) -> None:
    page = built_site / "vergelijken" / "sociale-media" / "index.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    offered = {link.text: str(link["href"]) for link in soup.select(".comparison-downloads a")}
    assert list(offered) == ["PDF", "Word", "Excel", "CSV", "JSON", "CSV met komma's"]
    assert all((page.parent / address).resolve().is_file() for address in offered.values())
