"""A topic's page opens with its answer: kinds of rule in order, boards, and what is opposite."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from copy import copy
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from protocolkit.collection import Subject
from protocolkit.site.comparison.data import Comparison, make_comparison
from protocolkit.site.comparison.likeness import Likeness
from protocolkit.site.comparison.relations import relation_square
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.topics.answer import TopicAnswer, make_answer
from protocolkit.site.topics.disagreement import Disagreement
from protocolkit.site.topics.marked_text import Mark
from protocolkit.site.topics.view import TopicViews
from small_boards import board, line_up
from small_site import read_page

_MAY, _MUST_NOT = "Leerlingen mogen filmen in de les.", "Leerlingen mogen niet filmen in de les."
_ELDER = "Leerlingen van 16 jaar en ouder mogen filmen in de les."


def _answer(texts: dict[str, str], standing: str = "clauses") -> TopicAnswer:
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


def _said(answer: TopicAnswer) -> list[tuple[str, list[str]]]:
    return [
        (line.rule.code if line.rule else "", [shown.column.slug for shown in line.clauses])
        for line in answer.lines
    ]


def _pairs(found: Iterable[Disagreement]) -> list[tuple[str, str]]:
    return [(one.left.column.slug, one.right.column.slug) for one in found]


def _why(*texts: str) -> list[str]:
    """Return what the page says of the disagreements, the opposite rules first, in English."""
    answer = _answer(dict(zip(("aa", "bb", "cc"), texts, strict=False)))
    return [one.in_words(str) for one in (*answer.opposite, *answer.measured)]


def test_lines_come_in_the_order_of_the_rules_with_all_boards_of_one() -> None:
    answer = _answer({"aa": _MAY, "bb": _MUST_NOT, "cc": "Niemand mag ooit filmen in de les."})
    assert _said(answer) == [("mag-niet", ["bb", "cc"]), ("mag", ["aa"])]
    assert [line.numbers for line in answer.lines][1] == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "In de bovenbouw mag filmen, in de onderbouw niet.",
        "Leerlingen vanaf 16 jaar mogen filmen in de les, jongere leerlingen niet.",
        "Docenten mogen wel filmen in de les, leerlingen niet.",
        "Leerlingen mogen niet filmen in de les. Docenten mogen dat wel.",
    ],
)
def test_a_rule_with_two_halves_is_no_plain_ban_and_no_plain_leave(text: str) -> None:
    answer = _answer({"aa": text, "bb": _MAY, "cc": _MUST_NOT})
    assert _said(answer) == [("mag-niet", ["cc"]), ("verschilt", ["aa"]), ("mag", ["bb"])]
    assert _pairs(answer.opposite) == [("bb", "cc")]


def test_opposite_rules_of_two_boards_are_named_once() -> None:
    answer = _answer({"aa": _MAY, "bb": _MUST_NOT})
    assert _pairs(answer.opposite) == [("aa", "bb")]
    assert _answer({"aa": _MAY, "bb": _MAY}).opposite == ()


def test_opposite_texts_are_named_once_with_all_who_have_them() -> None:
    """Of most organisations first: three of these five disagree with two that say the same."""
    some = "Leerlingen mogen filmen in de les, maar niet tijdens een toets."
    texts = {"aa": _MAY, "bb": _MUST_NOT, "cc": _MAY, "dd": _MUST_NOT, "ee": _MUST_NOT}
    (found,) = _answer(texts).opposite
    sides = [[one.column.slug for one in side] for side in (found.lefts, found.rights)]
    assert sides == [["aa", "cc"], ["bb", "dd", "ee"]]
    assert found.left.column.slug == "aa"
    more = _answer({"a0": some, **texts}).opposite
    assert len(more[0].lefts) * len(more[0].rights) == max(
        len(one.lefts) * len(one.rights) for one in more
    )


def test_a_reason_quotes_the_words_of_each_by_name() -> None:
    (why,) = _why(_MAY, _MUST_NOT)
    assert why == (
        "One allows or asks what the other forbids: ‘mogen’ at Stichting Aa, "
        "‘mogen niet’ at Stichting Bb."
    )


def test_texts_that_one_text_opposes_in_the_same_words_are_named_together() -> None:
    other = "Leerlingen mogen nooit filmen tijdens de les of op het plein."
    also = "Leerlingen mogen niet filmen in de les of op de gang."
    (found,) = _answer({"aa": _MAY, "bb": _MUST_NOT, "cc": also}).opposite
    assert [one.column.slug for one in found.rights] == ["bb", "cc"]
    apart = _answer({"aa": _MAY, "bb": _MUST_NOT, "cc": other}).opposite
    assert [len(one.rights) for one in apart] == [1, 1], "they are quoted in other words"


def test_a_ban_but_for_leave_is_not_told_as_a_ban() -> None:
    """It is called 'mag onder voorwaarde': what stands beside it says no other thing."""
    leave = "Leerlingen mogen niet filmen in de les, tenzij de leraar dat toestaat."
    urged = "De school moedigt leerlingen aan om te filmen in de les."
    (found,) = _answer({"aa": urged, "bb": leave}).opposite
    assert found.in_words(str) == "Stichting Aa: is encouraged; Stichting Bb: may on a condition."
    marked = [part.text for part in found.right.own[0] if part.mark is Mark.DECIDING]
    assert marked == ["mogen niet", "tenzij"]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            "Leerlingen vanaf 13 jaar mogen sociale media gebruiken.",
            "Leerlingen vanaf 16 jaar mogen sociale media gebruiken.",
            "Another age: ‘vanaf 13 jaar’ at Stichting Aa, ‘vanaf 16 jaar’ at Stichting Bb.",
        ),
        (
            "Ouders melden verzuim binnen 5 dagen bij de school.",
            "Ouders melden verzuim binnen 10 dagen bij de school.",
            "Another term: ‘binnen 5 dagen’ at Stichting Aa, ‘binnen 10 dagen’ at Stichting Bb.",
        ),
        (
            "De school vergoedt schade tot € 50.",
            "De school vergoedt schade tot € 250.",
            "Another amount: ‘tot € 50’ at Stichting Aa, ‘tot € 250’ at Stichting Bb.",
        ),
    ],
)
def test_another_measure_is_named_with_both(first: str, second: str, why: str) -> None:
    assert _why(first, second) == [why]


def test_the_same_measures_are_named_once_and_equal_ones_never() -> None:
    young, old = (f"Leerlingen vanaf {age} jaar mogen filmen in de les." for age in (13, 16))
    answer = _answer({"aa": young, "bb": old, "cc": old})
    assert _pairs(answer.measured) == [("aa", "bb")]
    assert _answer({"aa": old, "bb": old}).measured == ()


def test_a_measure_of_one_side_only_is_no_disagreement_of_measures() -> None:
    assert _answer({"aa": _MAY, "bb": _ELDER}).measured == ()


def test_ages_that_nobody_shares_say_who_is_left_out() -> None:
    (why,) = _why(
        "Van leerlingen ouder dan 16 jaar vraagt de school toestemming voor foto's.",
        "Van leerlingen jonger dan 16 jaar vraagt de school toestemming voor foto's.",
    )
    assert why.startswith("Another age: ‘ouder dan 16 jaar’ at Stichting Aa, ‘jonger dan 16 jaar’")
    assert why.endswith("For who is exactly 16, neither says anything.")


def test_it_is_a_proposal_when_a_program_put_one_there() -> None:
    proposed, curated = (
        _answer({"aa": _MAY, "bb": _MUST_NOT}, standing) for standing in ("proposed", "clauses")
    )
    assert proposed.is_proposed
    assert proposed.opposite[0].is_proposed
    assert not curated.is_proposed
    assert not curated.opposite[0].is_proposed


def test_of_each_wording_the_answer_says_whose_it_is() -> None:
    answer = _answer({"aa": _MAY, "bb": _ELDER, "cc": _MAY})
    wordings = [one for line in answer.lines for one in line.wordings]
    told = [(number, [one.column.slug for one in clauses]) for number, clauses in wordings]
    assert told == [(1, ["aa", "cc"]), (2, ["bb"])]


def _lines(page: BeautifulSoup) -> Iterator[str]:
    for item in page.select(".topic-short > li"):
        assert isinstance(item, Tag)
        told = item.select(".badge, .topic-said > p") + item.select(":scope > span:not(.badge)")
        yield " ".join(" ".join(piece.get_text() for piece in told).split())


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
    assert said == (
        "Stichting Lucas Onderwijs (A.6) tegenover Stichting OPONOA (3.1.6) "
        "De een staat toe of vraagt wat de ander verbiedt: bij Stichting Lucas Onderwijs "
        "‘toegestaan’, bij Stichting OPONOA ‘niet toegestaan’."
    )
    after = page.select_one("h1 ~ *")
    assert after is not None
    assert "topic-opposite" in (after.get("class") or [])


def _plain(words: Tag) -> str:
    """Return the words of a quotation without what is only heard."""
    lines = [copy(line) for line in words.select(".cell-text")]
    for heard in [one for line in lines for one in line.select(".heard")]:
        heard.decompose()
    return "\n".join(line.get_text() for line in lines)


def test_beside_an_answer_stand_the_exact_words(built_site: Path) -> None:
    """Those of the clause that is named, whole, with its source; open where they are short."""
    folder = built_site / "vergelijken/sociale-media"
    opened = set()
    for path in folder.glob("*/index.html"):
        page = BeautifulSoup(path.read_bytes(), "lxml")
        for said in page.select(".topic-said"):
            link, words = said.select_one("p a[aria-label]"), said.select_one(".topic-words")
            assert words is not None
            assert link is None or words["data-address"] == link["href"]
            assert _plain(words) in {_plain(one) for one in page.select(".variant .topic-words")}
            opened.add(said.select_one("details[open]") is not None)
    assert opened == {True, False}


def test_the_first_exact_words_are_in_sight(built_site: Path) -> None:
    """Who forbids, who allows and in which words is read without unfolding; what is long folds."""
    folder = built_site / "vergelijken/sociale-media"
    page = BeautifulSoup((folder / "prive-contact/index.html").read_bytes(), "lxml")
    opened = [said.select_one("details[open]") is not None for said in page.select(".topic-said")]
    assert opened == [True, True, True, False]
    page = BeautifulSoup((folder / "mediawijsheid/index.html").read_bytes(), "lxml")
    long = page.select_one(".topic-said details")
    assert long is not None
    assert "open" not in long.attrs


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


def _opposed(line: Tag) -> Iterator[frozenset[str]]:
    """Yield every two boards that a line names as opposite."""
    left, right = (
        [str(a["aria-label"]).partition(", ")[2] for a in side.select("a")]
        for side in line.select(".topic-side")
    )
    yield from map(frozenset, product(left, right))


def test_the_page_of_a_topic_says_what_the_table_says(built_site: Path) -> None:
    """Of every clause the same kind of rule, and the same boards opposite to each other."""
    core = _value(built_site / "vergelijken/sociale-media/gegevens.js")
    told = 0
    for topic in core["topics"]:
        page = read_page(built_site, f"vergelijken/sociale-media/{topic['id']}/index.html")
        rules, opposite = _found(core, topic, built_site)
        for line in page.select(".topic-short > li"):
            badge = line.select_one(".badge")
            assert badge is not None
            kinds = [name for name in badge.get_attribute_list("class") if str(name)[:5] == "rule-"]
            code = str(kinds[0]).removeprefix("rule-") if kinds else ""
            for link in line.select(".topic-said > p > a"):
                assert rules[str(link["href"]).removeprefix("../../../")] == code, topic["id"]
        named = page.select_one(".topic-opposite")
        is_opposite = named is not None and "tegengesteld" in named.get_text()
        lines = named.select("li") if named and is_opposite else []
        shown = {pair for line in lines for pair in _opposed(line)}
        assert shown <= opposite
        assert len(shown) >= min(len(opposite), 3), topic["id"]
        told += len(shown)
    assert told > 3
