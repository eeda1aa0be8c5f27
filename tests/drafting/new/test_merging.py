"""When two boards say the same on a question, so that nobody needs to choose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafted import DUTCH
from protocolkit.checking.wording_faults import wording_faults
from protocolkit.comparison.judgements import Pair, RowJudgement, Variant
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.merging import (
    BOTH,
    Merge,
    check_merge_answers,
    draft_from_merge,
    make_merge,
)
from protocolkit.drafting.new.same_rule import SameRule
from protocolkit.drafting.new.two_sides import Agreement
from protocolkit.reading.found_problems import Report
from protocolkit.relations.relation import Judgement, Relation
from small_boards import HEAD, board, line_up, topic_line

_IN = "Leerlingen leveren hun telefoon voor de les in bij de conciërge."
_IN_TOO = "Leerlingen leveren hun telefoon vóór de les in bij de conciërge."
_OFF = "In de pauze blijft de telefoon van iedereen uit."


def test_what_is_left_stands_under_a_heading_without_a_name() -> None:
    left = board("aa", _IN, _OFF)
    report = Report("topics.yml")
    line = topic_line("vraag", {"aa": ["a-1"], "bb": ["a-1"]})
    concordance = read_topics_text(f"{HEAD}topics:\n{line}", "regels", report)
    merge = make_merge(left, board("bb", _IN), concordance)
    draft = draft_from_merge(merge, Answers(merges=merge.slugs), DUTCH)
    assert [group.title for group in draft.groups][-1] == "Overige bepalingen"
    (part,) = draft.groups[-1].parts
    assert part.stem == "verder-aa"


def test_the_title_block_of_a_board_stays_behind_and_is_told() -> None:
    block = "Protocol regels van Stichting Aa, versie 3, vastgesteld door het bestuur op 4 mei 2021"
    line = topic_line("vraag", {"aa": ["a-1"], "bb": ["a-1"]})
    concordance = read_topics_text(f"{HEAD}topics:\n{line}", "regels", Report("topics.yml"))
    left = board("aa", _IN, block, "Besproken met de MR en door deze goedgekeurd.")
    merge = make_merge(left, board("bb", _IN), concordance)
    assert [choice.origin.label for choice in merge.records] == ["Aanhef 2", "Aanhef 3"]
    assert merge.rest == ((), ())


@pytest.mark.parametrize(
    ("left", "right", "is_same"),
    [
        ((_IN,), (_IN_TOO,), True),
        ((_IN, _OFF), (_OFF, _IN), True),
        ((_IN,), (_IN, _OFF), False),
        ((_IN, _OFF), (_IN,), False),
        ((_IN,), (_OFF,), False),
    ],
)
def test_boards_say_the_same_only_when_neither_says_more(
    left: tuple[str, ...], right: tuple[str, ...], is_same: bool
) -> None:
    anchors = {
        "aa": [f"a-{number}" for number in range(1, len(left) + 1)],
        "bb": [f"a-{number}" for number in range(1, len(right) + 1)],
    }
    boards = [board("aa", *left), board("bb", *right)]
    _, judgements = line_up(boards, topic_line("vraag", anchors))
    mine, theirs = ([Place(slug, anchor) for anchor in anchors[slug]] for slug in ("aa", "bb"))
    rule = SameRule(judgements.rows[0])
    assert rule.says_same(rule.said(mine), rule.said(theirs)) is is_same


def test_boards_say_the_same_though_a_third_wording_brought_each_to_another_variant() -> None:
    places = [Place(slug, "a-1") for slug in ("aa", "bb", "cc")]
    one, other, far = places
    variants = tuple(
        Variant(representative=own[0], text="", members=own, verbatim=own, families=1)
        for own in ((one, other), (far,))
    )
    same = Pair(left=other, right=far, judgement=Judgement(relation=Relation.EDITORIAL))
    judged = RowJudgement(topic="vraag", pairs=(same,), variants=variants, found=3, complete=3)
    rule = SameRule(judged)
    said = [rule.said([place]) for place in places]
    assert rule.says_same(said[1], said[2])
    assert rule.says_same(said[2], said[1])
    assert not rule.says_same(said[0], said[2])
    assert not rule.says_same(rule.said(places[:2]), said[2])


def test_of_a_question_that_is_unknown_the_nearest_are_named() -> None:
    line = topic_line("vraag", {"aa": ["a-1"], "bb": ["a-1"]})
    others = (topic_line(f"iets-{n}", {"aa": ["a-2"], "bb": ["a-1"]}) for n in range(20))
    concordance = read_topics_text(
        f"{HEAD}topics:\n{line}{''.join(others)}", "regels", Report("topics.yml")
    )
    merge = make_merge(board("aa", _IN, _OFF), board("bb", _IN), concordance)
    [found] = check_merge_answers(Answers(choices={"vrag": BOTH}, merges=merge.slugs), merge)
    assert dict(found.values)["near"].split(", ")[0] == "vraag"
    assert len(dict(found.values)["near"].split(", ")) < 8


_WHOLE = "Als een medewerker iets plaatst dient hij het bericht te voorzien van een waarschuwing."
_BROKEN = "Als een medewerker iets plaatst, dient hij het bericht te voorzien een waarschuwing."
_REPORT = "De school meldt omtrent een ongeval aan de ouders."
_REPORTED = "De school meldt over een ongeval aan de ouders."


def _merged(left: str, right: str, answers: Answers | None = None) -> tuple[Merge, Draft]:
    """Return two boards that answer one question, and the draft of them."""
    line = topic_line("vraag", {"aa": ["a-1"], "bb": ["a-1"]})
    concordance = read_topics_text(f"{HEAD}topics:\n{line}", "regels", Report("topics.yml"))
    merge = make_merge(
        board("aa", left),
        board("bb", right),
        concordance,
        faults_of=lambda choice: len(wording_faults(choice, DUTCH)),
    )
    found = answers or Answers()
    return merge, draft_from_merge(merge, replace(found, merges=merge.slugs), DUTCH)


@pytest.mark.parametrize(("left", "right"), [(_WHOLE, _BROKEN), (_BROKEN, _WHOLE)])
def test_a_whole_sentence_goes_before_a_broken_one(left: str, right: str) -> None:
    merge, draft = _merged(left, right)
    assert merge.topics[0].agreement is Agreement.EDITORIAL
    assert [part.choice.text for part in draft.groups[0].parts if part.choice] == [_WHOLE]
    [aside] = draft.left_behind
    assert aside.choice.text == _BROKEN
    assert _BROKEN in aside.told(DUTCH)


def test_the_words_of_the_other_board_are_told_unless_somebody_chose() -> None:
    _, draft = _merged(_REPORT, _REPORTED)
    assert [aside.choice.text for aside in draft.left_behind] == [_REPORTED]
    _, chosen = _merged(_REPORT, _REPORTED, Answers(choices={"vraag": "aa"}))
    assert not chosen.aside


def test_words_that_differ_in_a_sign_or_a_spelling_are_told_as_the_same() -> None:
    for right in (_REPORT, f"{_REPORT[:-1]};"):
        _, draft = _merged(_REPORT, right)
        assert [aside.is_there for aside in draft.aside] == [True]
        assert not draft.left_behind


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Het protocol beschermt leerlingen en ouders tegen gevolgen van apps.",
            "Het protocol beschermt leerlingen en ouders tegen zichzelf en gevolgen van apps.",
        ),
        (
            "Medewerkers dragen niets uit dat in strijd is met de missie van de school.",
            "Medewerkers dragen niets uit dat in strijd is met de missie van Stichting Bb.",
        ),
    ],
)
def test_who_says_more_or_names_others_has_another_rule(left: str, right: str) -> None:
    merge, draft = _merged(left, right)
    assert merge.topics[0].agreement is Agreement.DIFFERENT
    assert not draft.aside
