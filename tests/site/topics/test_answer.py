"""A topic's page opens with its answer: kinds of rule in order, boards, and what is opposite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from protocolkit.collection import Subject
from protocolkit.site.comparison.data import Comparison, make_comparison
from protocolkit.site.comparison.rule_names import RULES, rule_place
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.topics.answer import Answer, make_answer
from protocolkit.site.topics.view import TopicViews
from small_boards import board, line_up
from small_site import read_page

_MAY, _MUST_NOT = "Leerlingen mogen filmen in de les.", "Leerlingen mogen niet filmen in de les."


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
    return make_answer(view, judgements.rows[0], lambda shown: (RULES[rule_place(shown.norm)],))


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
    assert _answer({"aa": _MAY, "bb": _MUST_NOT}, "proposed").is_proposed
    assert not _answer({"aa": _MAY, "bb": _MUST_NOT}).is_proposed


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
