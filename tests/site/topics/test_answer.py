"""A topic's page opens with its answer: kinds of rule in order, boards, and what is opposite."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from protocolkit.collection import Subject
from protocolkit.site.comparison.data import Comparison, make_comparison
from protocolkit.site.comparison.likeness import Likeness
from protocolkit.site.comparison.relations import relation_square
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.topics.answer import Answer, make_answer
from protocolkit.site.topics.view import TopicViews
from small_boards import board, line_up
from small_site import read_page

_MAY, _MUST_NOT = "Leerlingen mogen filmen in de les.", "Leerlingen mogen niet filmen in de les."
_ELDER = "Leerlingen van 16 jaar en ouder mogen filmen in de les."


def _answer(texts: dict[str, str], standing: str = "clauses") -> Answer:
    boards = [board(slug, text) for slug, text in texts.items()]
    named = ", ".join(f"{slug}: [a-1]" for slug in texts)
    topic = f"  - {{id: vraag, title: Mag dit?, theme: t, {standing}: {{{named}}}}}\n"
    matrix, judgements = line_up(boards, topic)
    subject = Subject(slug="regels", protocols=tuple(boards), concordance=None)
    compared: Comparison = make_comparison(
        ComparedSubject(subject=subject, matrix=matrix, judgements=judgements)
    )
    view = TopicViews(compared).view(0)
    square = relation_square(judgements.rows[0], matrix.rows[0].places, compared.traits)
    return make_answer(view, judgements.rows[0], square)


def _said(answer: Answer) -> list[tuple[str, list[str]]]:
    return [
        (line.rule.code if line.rule else "", [shown.column.slug for shown in line.clauses])
        for line in answer.lines
    ]


def test_lines_come_in_the_order_of_the_rules_with_all_boards_of_one() -> None:
    answer = _answer({"aa": _MAY, "bb": _MUST_NOT, "cc": "Niemand mag ooit filmen in de les."})
    assert _said(answer) == [("mag-niet", ["bb", "cc"]), ("mag", ["aa"])]
    assert [line.numbers for line in answer.lines][1] == (1,)


def test_opposite_rules_of_two_boards_are_named_once() -> None:
    answer = _answer({"aa": _MAY, "bb": _MUST_NOT})
    assert [(a.column.slug, b.column.slug) for a, b in answer.opposite] == [("aa", "bb")]
    assert _answer({"aa": _MAY, "bb": _MAY}).opposite == ()


def test_it_is_a_proposal_when_a_program_put_one_there() -> None:
    proposed, curated = (
        _answer({"aa": _MAY, "bb": _MUST_NOT}, standing) for standing in ("proposed", "clauses")
    )
    assert proposed.is_proposed
    assert proposed.is_opposite_proposed
    assert not curated.is_proposed
    assert not curated.is_opposite_proposed


def test_of_each_wording_the_answer_says_whose_it_is() -> None:
    answer = _answer({"aa": _MAY, "bb": _ELDER, "cc": _MAY})
    wordings = [one for line in answer.lines for one in line.wordings]
    told = [(number, [one.column.slug for one in clauses]) for number, clauses in wordings]
    assert told == [(1, ["aa", "cc"]), (2, ["bb"])]


def _lines(page: BeautifulSoup) -> Iterator[str]:
    for item in page.select(".topic-short li"):
        assert isinstance(item, Tag)
        yield " ".join(item.get_text().split())


def test_the_page_opens_with_it(built_site: Path) -> None:
    page = read_page(built_site, "vergelijken/sociale-media/prive-contact/index.html")
    assert list(_lines(page)) == [
        "✕ mag niet Stichting OPONOA (3.1.6) Formulering 3",
        "◐ mag onder voorwaarde Stichting Lucas Onderwijs (A.6) Formulering 2",
        "○ moet zich bewust zijn CVO Baarn/Soest (A.6) Formulering 1",
        "handreiking Stichting OPONOA (Handreiking, 7e punt) Formulering 4",
        "niet gevonden in dit document obs BM Verkruisen",
        "bron onvolledig Stichting OPO Borger-Odoorn",
    ]
    opposite = page.select_one(".topic-opposite li")
    assert opposite is not None
    said = " ".join(opposite.get_text().split())
    assert said == "Stichting Lucas Onderwijs (A.6) tegenover Stichting OPONOA (3.1.6)"
    after = page.select_one("h1 ~ *")
    assert after is not None
    assert "topic-opposite" in (after.get("class") or [])


def _value(path: Path) -> Any:
    text = path.read_text("utf-8")
    return json.loads(text[text.index("]=") + 2 : text.rindex(";")])


def _found(core: Any, topic: Any, site: Path) -> tuple[dict[str, str], set[frozenset[str]]]:
    """Return what the table says of a topic: the rule of each clause, and who are opposite."""
    rules: dict[str, str] = {}
    for column, cell in zip(core["columns"], topic["cells"], strict=True):
        if not column["isTemplate"]:
            lines = _value(site / column["texts"].partition("?")[0])
            for clause in cell["clauses"]:
                anchor = lines[clause["place"]]["anchor"]
                rules[f"{column['url']}#{anchor}"] = clause["rule"]
    cells = [
        (column["name"], cell["state"])
        for column, cell in zip(core["columns"], topic["cells"], strict=True)
        if "state" in cell and not column["isTemplate"]
    ]
    opposite = {
        frozenset((left, right))
        for (left, one), (right, other) in combinations(cells, 2)
        if topic["between"][one][other] == str(Likeness.CONTRARY.value)
    }
    return rules, opposite


def test_the_page_of_a_topic_says_what_the_table_says(built_site: Path) -> None:
    """Of every clause the same kind of rule, and the same boards opposite to each other."""
    core = _value(built_site / "vergelijken/sociale-media/gegevens.js")
    told = 0
    for topic in core["topics"]:
        page = read_page(built_site, f"vergelijken/sociale-media/{topic['id']}/index.html")
        rules, opposite = _found(core, topic, built_site)
        for line in page.select(".topic-short li"):
            badge = line.select_one(".badge")
            assert badge is not None
            kinds = [name for name in badge.get_attribute_list("class") if str(name)[:5] == "rule-"]
            code = str(kinds[0]).removeprefix("rule-") if kinds else ""
            for link in line.select("a:not(.topic-at a)"):
                assert rules[str(link["href"]).removeprefix("../../../")] == code, topic["id"]
        pairs = [line.select("a") for line in page.select(".topic-opposite li")]
        shown = {frozenset(str(a["aria-label"]).partition(", ")[2] for a in pair) for pair in pairs}
        assert shown <= opposite
        assert len(shown) == min(len(opposite), 3), topic["id"]
        told += len(shown)
    assert told > 3
