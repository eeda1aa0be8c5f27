"""Proposals: who belongs with whom, whatever the order, and why."""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from protocolkit.alignment import many as many_boards
from protocolkit.alignment import scoring
from protocolkit.alignment.clause_vectors import make_profile, make_spaces
from protocolkit.alignment.compared_clauses import Unit, make_units
from protocolkit.alignment.likenesses import (
    Likeness,
    lead,
    near_best,
    paths,
    same_partners,
    standing,
)
from protocolkit.alignment.many import PILOT_BOARDS, propose_many
from protocolkit.alignment.proposal import Link, Nearest, Proposal
from protocolkit.alignment.propose import LEAST_SCORE, NEAREST_SHOWN, propose
from protocolkit.alignment.reasons import NEAR_MATTERS, SAME_MATTER, SAME_WORDS
from protocolkit.alignment.topics import group
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol, Section
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text
from protocolkit.text.words import tokens
from protocolkit.wording.thesaurus_file import general_thesaurus
from seeds import collection

RULES = (
    "Leerlingen leveren hun telefoon voor de les in bij de leraar.",
    "Wie gepest wordt, meldt dat bij de vertrouwenspersoon.",
    "De school bewaart camerabeelden ten hoogste vier weken.",
    "Ouders melden hun kind voor half negen ziek.",
    "Fietsen staan in de stalling achter het gebouw.",
)


def protocol(slug: str, texts: Sequence[str], name: str = "", heading: str = "Regels") -> Protocol:
    clauses = tuple(
        Clause(anchor=f"art-{number}", marker=f"{number}.", blocks=(Paragraph((Text(text),)),))
        for number, text in enumerate(texts, start=1)
    )
    section = Section(anchor="hs-1", level=2, title=(Text(heading),), parts=clauses)
    organisation = Organisation(name=name or f"Stichting {slug}")
    facts = Facts(organisation=organisation)
    return Protocol(facts=facts, title=(Text("Protocol"),), parts=(section,), slug=slug)


def pairs(proposal: Proposal) -> set[tuple[Place, Place]]:
    found = set()
    for topic in proposal.topics:
        for left, right in itertools.combinations(sorted(topic.members), 2):
            if left.organisation != right.organisation:
                found.add((left, right))
    return found


def test_every_clause_of_every_kind_is_in_a_topic() -> None:
    protocols = collection().protocols
    proposal = propose(protocols)
    placed = {member for topic in proposal.topics for member in topic.members}
    assert placed == {Place(p.slug, item.anchor) for p in protocols for item in addressable(p)}


def test_the_order_of_protocols_does_not_matter() -> None:
    protocols = list(collection().protocols)
    expected = propose(protocols)
    random.Random(3).shuffle(protocols)
    assert propose(protocols) == expected


def test_what_is_near_has_true_reasons_whether_proposed_or_not() -> None:
    protocols = collection().protocols
    proposal = propose(protocols, with_nearest=True)
    texts = {
        Place(p.slug, item.anchor): clause_text(item).lower()
        for p in protocols
        for item in addressable(p)
    }
    assert len(proposal.nearest) == len(texts) * (len(protocols) - 1)
    quoted = 0
    for near in proposal.nearest:
        assert 1 <= len(near.links) <= NEAREST_SHOWN
        assert [link.score for link in near.links] == sorted(
            (link.score for link in near.links), reverse=True
        )
        for link in near.links:
            assert link.reasons
            for reason in link.reasons:
                if reason.message.text == SAME_WORDS:
                    for word in dict(reason.message.values)["words"].split(", "):
                        quoted += 1
                        assert word in tokens(texts[link.left])
                        assert word in tokens(texts[link.right])
                        assert not word.startswith(("social", "media"))
    assert quoted > 100


@pytest.mark.parametrize(
    ("one", "other", "matters"),
    [
        # 'bhv' and 'schade dragen' are what we call them; no text says so.
        ("Bij brand gaat ieder naar buiten.", "Na een ongeval belt de school de ouders.", ""),
        ("De school is niet verzekerd.", "Diefstal is voor eigen rekening.", ""),
        ("De bhv'er gaat voor bij brand.", "Na een ongeval komt de bhv.", "bhv"),
        # Who it is for is no matter.
        ("De leraar leest voor.", "Een docent leest voor.", ""),
        # A word of every day is no matter, though it is called so.
        ("Dat duurt twee weken.", "Dat mag in het weekend.", ""),
    ],
)
def test_a_matter_is_called_by_a_name_that_one_text_has(one: str, other: str, matters: str) -> None:
    others = ("Fietsen staan buiten.", "Wie snoept, deelt uit.", "De deur is rood.", "Het regent.")
    boards = [protocol("a", [one, *others]), protocol("b", [other, *others])]
    near = propose(boards, with_nearest=True).nearest[0]
    (link,) = (link for link in near.links if link.right == Place("b", "art-1"))
    told = {reason.message.text: dict(reason.message.values) for reason in link.reasons}
    assert told.get(SAME_MATTER, {}).get("matters", "") == matters
    assert told.keys() & {SAME_MATTER, NEAR_MATTERS}


def test_only_a_word_in_one_form_is_quoted() -> None:
    others = ("Fietsen staan buiten.", "Wie snoept, deelt uit.", "De deur is rood.", "Het regent.")
    one = protocol("a", ["De klas ruimt het zaagsel op met een bezem.", *others])
    other = protocol("b", ["In de ruimten ligt zaagsel, geen bezem.", *others])
    (link, *_) = propose([one, other], with_nearest=True).nearest[0].links
    quoted = [dict(r.message.values)["words"] for r in link.reasons if r.message.text == SAME_WORDS]
    assert quoted == ["bezem, zaagsel"]


def test_the_words_of_the_subject_are_no_evidence() -> None:
    about = ("Over verzuim: {}.", "Bij verzuim: {}.", "Verzuim en {}.")
    one = [
        text.format(word) for text, word in zip(about, ("oorzaken", "hulp", "cijfers"), strict=True)
    ]
    other = [
        text.format(word) for text, word in zip(about, ("brieven", "ziekte", "verlof"), strict=True)
    ]
    units = make_units([protocol("a", one), protocol("b", other)], general_thesaurus())
    assert not {term for unit in units for term in unit.terms if "verzuim" in term}
    assert not any("verzuim" in unit.neutral for unit in units)
    assert all("erzuim" in unit.text for unit in units)


def test_two_boards_with_all_in_other_words_are_not_lost() -> None:
    one = (
        "Wie in de tuin werkt, trekt laarzen aan.",
        "Gereedschap gaat na het werk terug in de schuur.",
        "De school vergoedt geen kapotte handschoenen.",
    )
    other = (
        "Tijdens het tuinieren zijn laarzen verplicht.",
        "Na afloop bergt iedereen het gereedschap op in het schuurtje.",
        "Schade aan handschoenen is voor eigen rekening.",
    )
    found = pairs(propose([protocol("a", one), protocol("b", other)]))
    assert {(left.anchor, right.anchor) for left, right in found} >= {
        ("art-1", "art-1"),
        ("art-2", "art-2"),
    }


def test_the_order_of_clauses_does_not_decide_who_belongs_together() -> None:
    one, other = protocol("a", RULES), protocol("b", RULES)
    turned = protocol("b", RULES[::-1])
    assert len(pairs(propose([one, other]))) == len(RULES)
    texts = {
        (RULES[int(left.anchor[4:]) - 1], RULES[::-1][int(right.anchor[4:]) - 1])
        for left, right in pairs(propose([one, turned]))
    }
    assert texts == {(rule, rule) for rule in RULES}


def test_names_of_organisations_do_not_keep_clauses_apart() -> None:
    mine = [f"Stichting De Brug {rule[0].lower()}{rule[1:]}" for rule in RULES]
    theirs = [f"Het Zuiderlicht {rule[0].lower()}{rule[1:]}" for rule in RULES]
    proposal = propose(
        [protocol("a", mine, "Stichting De Brug"), protocol("b", theirs, "Het Zuiderlicht")]
    )
    anchors = {(left.anchor, right.anchor) for left, right in pairs(proposal)}
    assert anchors == {(f"art-{n}", f"art-{n}") for n in range(1, len(RULES) + 1)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting De Vaart", "Stichting De Brug."),
        ("Basisschool De Vaart te Utrecht", "Stichting de Brug, Zwolle"),
        ("Uitgave van Stichting De Vaart", "Een protocol van de Stichting De Brug"),
    ],
)
def test_the_name_of_a_board_answers_no_question(one: str, other: str) -> None:
    boards = [
        protocol("een", [one, *RULES[:2]], "De Vaart"),
        protocol("twee", [other, *RULES[:2]], "De Brug"),
    ]
    assert pairs(propose(boards)) == {
        (Place("een", f"art-{number}"), Place("twee", f"art-{number}")) for number in (2, 3)
    }


def test_a_rule_on_a_board_by_its_name_does() -> None:
    text = "Stichting De Vaart vergoedt de schade"
    boards = [
        protocol("een", [text, RULES[0]], "Stichting De Vaart"),
        protocol("twee", ["De Brug vergoedt de schade", RULES[0]], "De Brug"),
    ]
    assert (Place("een", "art-1"), Place("twee", "art-1")) in pairs(propose(boards))


def test_a_rule_inside_a_long_clause_is_found() -> None:
    long = (
        "Wij willen dat iedereen zich hier thuis voelt en met plezier naar school komt. "
        f"{RULES[1]} Daarnaast besteden we elk jaar aandacht aan een vreedzame omgang."
    )
    proposal = propose([protocol("a", RULES), protocol("b", [long, *RULES[2:]])])
    assert (Place("a", "art-2"), Place("b", "art-1")) in pairs(proposal)


def test_a_clause_may_answer_two_questions() -> None:
    both = f"{RULES[0]} {RULES[2]}"
    proposal = propose([protocol("a", RULES), protocol("b", [both, RULES[3], RULES[4]])])
    found = pairs(proposal)
    assert (Place("a", "art-1"), Place("b", "art-1")) in found
    assert (Place("a", "art-3"), Place("b", "art-1")) in found


def test_what_matches_nothing_stands_alone() -> None:
    own = "De schooltuin wordt in het voorjaar door vrijwilligers omgespit."
    proposal = propose([protocol("a", [*RULES, own]), protocol("b", RULES)])
    alone = [topic.members for topic in proposal.topics if topic.is_alone]
    assert alone == [(Place("a", "art-6"),)]


def test_every_link_has_a_reason_and_reasons_share_the_score() -> None:
    for link in propose(collection().protocols).links:
        assert link.score >= LEAST_SCORE
        assert link.left < link.right
        assert link.reasons
        assert sum(reason.weight for reason in link.reasons) == pytest.approx(1, abs=0.03)


class _Oracle:
    """Knows that everything is alike: a stand-in for somebody's semantic model."""

    name = "oracle"
    weight = 20.0

    def likeness(self, left: Sequence[Unit], right: Sequence[Unit]) -> Likeness:
        return np.ones((len(left), len(right)), dtype=np.float32)


def test_a_source_can_be_plugged_in() -> None:
    protocols = [protocol("a", RULES[1:3]), protocol("b", RULES[4:])]
    assert not pairs(propose(protocols))
    assert len(pairs(propose(protocols, sources=[_Oracle()]))) == 2


def test_nothing_gives_nothing() -> None:
    assert propose([]) == Proposal(topics=())
    assert all(topic.is_alone for topic in propose([protocol("a", RULES)]).topics)


def many(count: int) -> list[Protocol]:
    rng = random.Random(5)
    made = []
    for number in range(count):
        texts = [rule for rule in RULES if rng.random() < 0.8]
        rng.shuffle(texts)
        texts.append(f"Op dag {number} mag het lokaal van meester Jan {number} leeg blijven.")
        made.append(protocol(f"board-{number:02}", texts))
    return made


@pytest.mark.process
def test_many_boards_come_together_by_way_of_a_few() -> None:
    boards = many(40)
    proposal = propose(boards)
    by_text: dict[str, set[Place]] = {}
    for board in boards:
        for item in addressable(board):
            block = item.blocks[0]
            assert isinstance(block, Paragraph)
            inline = block.content[0]
            assert isinstance(inline, Text)
            by_text.setdefault(inline.text, set()).add(Place(board.slug, item.anchor))
    topics = [set(topic.members) for topic in proposal.topics]
    for rule in RULES:
        assert any(by_text[rule] <= topic for topic in topics), rule
    placed = {place for topic in topics for place in topic}
    assert placed == set().union(*by_text.values())
    assert propose(boards[::-1]) == proposal


@pytest.mark.process
def test_a_topic_that_no_pilot_knows_is_found_among_what_is_left() -> None:
    boards = many(40)
    rare = "Drones blijven aan de grond zolang er kinderen op het plein zijn."
    slugs = {topic_board.slug for topic_board in boards[30:34]}
    boards = [protocol(b.slug, [rare]) if b.slug in slugs else b for b in boards]
    topics = propose_many(boards, general_thesaurus(), LEAST_SCORE).topics
    assert any({m.organisation for m in t.members} == slugs for t in topics)


def test_what_a_round_leaves_over_is_tried_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each round has room for one of the questions that no pilot knows."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr(many_boards, "_LEFTOVER_UNITS", 4)
    rare = (
        "Drones blijven aan de grond zolang er kinderen op het plein zijn.",
        "Gevonden sleutels liggen een maand bij de conciërge.",
        "De kantine verkoopt vrijdags alleen warme soep.",
    )
    boards = sorted(many(PILOT_BOARDS + 4 * len(rare)), key=lambda b: many_boards._lot(b.slug))
    texts = [RULES] * PILOT_BOARDS + [[text] for text in rare for _ in range(4)]
    boards = [protocol(board.slug, own) for board, own in zip(boards, texts, strict=True)]
    topics = propose_many(boards, general_thesaurus(), LEAST_SCORE).topics
    found = [{member.organisation for member in topic.members} for topic in topics]
    for at in range(PILOT_BOARDS, len(boards), 4):
        assert {board.slug for board in boards[at : at + 4]} in found


LIKE = np.array([[0.9, 0.5, 0.8], [0.4, 0.6, 0.5]], dtype=np.float32)


def test_a_pair_is_ahead_of_the_others_of_either_clause() -> None:
    ahead = lead(LIKE, ["a", "a"], ["b", "b", "c"])
    # In its row 0.9 has 0.5 for a rival of b, in its column 0.4; 0.5 has 0.9 and 0.6.
    assert ahead.both[0, 0] == pytest.approx(0.4)
    assert ahead.either[0, 0] == pytest.approx(0.5)
    assert (ahead.both[0, 1], ahead.either[0, 1]) == pytest.approx((-0.4, -0.1))
    # A board with one clause has no rival; a usual one is assumed.
    assert ahead.either[0, 2] == pytest.approx(0.6)


def test_what_stands_out_does_so_for_both_clauses() -> None:
    found = standing(LIKE, ["a", "a"], ["b", "b", "c"])
    # In its row the two are 0.2 from their mean on either side, and that is their spread.
    assert found[0, 0] == pytest.approx(0.2 / 0.25)
    assert found[0, 1] == pytest.approx(-0.2 / 0.25)
    nothing = standing(LIKE / 100, ["a", "a"], ["b", "b", "c"])
    assert nothing[0, 0] < 0.1, "the nearest of what is all unlike does not stand out"


def test_what_stands_beside_two_clauses_makes_them_no_sure_pair() -> None:
    mine = ["Wie een foto maakt, vraagt toestemming.", RULES[0]]
    theirs = ["Het toestel raakt kwijt: geen vergoeding.", RULES[0]]
    units = make_units([protocol("a", mine), protocol("b", theirs)], general_thesaurus())
    profile = make_profile(units, make_spaces(units))
    all_alike = scoring.Weights(start=5.0, weights={})
    weights = scoring.Stages(first=all_alike, second=all_alike, between_two=all_alike)
    chances = scoring.score(profile, profile, weights=weights).chances
    assert chances[0, 2] < 0.75
    assert chances[1, 3] > 0.99


def test_a_pair_far_behind_the_best_of_either_clause_is_not_kept() -> None:
    kept = near_best(LIKE, ["a", "a"], ["b", "b", "c"], 0.7)
    assert kept.tolist() == [[True, False, True], [False, True, False]]


def test_a_clause_of_several_rules_has_a_best_pair_for_each() -> None:
    """The first clause has two sentences; its pairs with the board b are about one each."""
    one, other = ["a", "a"], ["b", "b", "b"]
    alike = np.array([[0.9, 0.5, 0.5], [0.1, 0.4, 0.9]], dtype=np.float32)
    rows = np.array([[0, 1, 1], [0, 0, 0]])
    columns = np.zeros((2, 3), dtype=int)
    assert near_best(alike, one, other, 0.7).tolist() == [
        [True, False, False],
        [False, False, True],
    ]
    # The third clause of b has a better partner, whatever the sentence.
    assert near_best(alike, one, other, 0.7, (rows, columns)).tolist() == [
        [True, True, False],
        [False, False, True],
    ]
    # What is about no sentence in particular competes with all.
    rows[0, 1] = -1
    assert not near_best(alike, one, other, 0.7, (rows, columns))[0, 1]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_a_clause_with_three_rules_joins_three_topics(order: Sequence[int]) -> None:
    boards = [
        protocol("een", [" ".join(RULES[at] for at in order), RULES[3]]),
        protocol("twee", RULES[:4]),
    ]
    topics = propose(boards).topics
    together = [{str(member) for member in topic.members} for topic in topics]
    assert all({"een#art-1", f"twee#art-{number}"} in together for number in (1, 2, 3))


def test_the_clauses_of_a_board_in_one_set_meet_the_others_in_one_sentence() -> None:
    scores = np.array([[0, 0.9, 0.8], [0.9, 0, 0], [0.8, 0, 0]], dtype=np.float32)
    boards = ["a", "b", "b"]
    assert group(scores, boards, 0.5) == ((0, 1, 2),)
    sentences = np.array([[-1, 0, 1], [0, -1, -1], [0, -1, -1]])
    assert group(scores, boards, 0.5, sentences) == ((0, 1), (0, 2))
    sentences[0, 2] = -1
    assert group(scores, boards, 0.5, sentences) == ((0, 1, 2),)


def test_clauses_with_the_same_partners_belong_together() -> None:
    # 0 and 1 are both linked with 2, and only 0 with 3; 4 with nothing.
    linked = np.zeros((5, 5), dtype=np.float32)
    for one, other in ((0, 2), (1, 2), (0, 3)):
        linked[one, other] = linked[other, one] = 1
    partners, ways = same_partners(linked, linked), paths(linked, linked)
    assert partners[0, 1] == pytest.approx(1 / np.sqrt(2), abs=1e-4)
    assert partners[2, 3] == pytest.approx(1 / np.sqrt(2), abs=1e-4)
    assert partners[0, 4] == ways[0, 4] == 0
    assert ways[0, 1] == pytest.approx(1 / 2.3 / np.sqrt(2.3 * 1.3))


def test_in_a_group_nearly_every_pair_is_linked() -> None:
    scores = np.zeros((4, 4), dtype=np.float32)
    for left, right, score in ((0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.9)):
        scores[left, right] = scores[right, left] = score
    assert group(scores, ["a", "b", "c", "d"], 0.5) == ((0, 1), (1, 2), (2, 3))
    assert group(scores[:1, :1], ["a"], 0.5) == ((0,),)
    assert replace(Place("a", "b"), anchor="c") == Place("a", "c")


def test_a_far_worse_match_than_the_best_is_dropped() -> None:
    """The receptionist's clause is a little alike; the other board has one that is the same."""
    receptionist = "Een telefoon die afgaat wordt ingeleverd bij de receptie."
    other = [RULES[0], receptionist, RULES[4]]
    boards = [protocol("a", [RULES[0], RULES[4]]), protocol("b", other), protocol("c", RULES[2:4])]
    units = make_units(boards, general_thesaurus())
    profile = make_profile(units, make_spaces(units))
    scored = scoring.score(profile, profile)
    mine, same, worse = 0, 2, 3
    assert scored.chances[mine, worse] > 0.05
    assert scored.scores[mine, worse] == 0
    assert scored.scores[mine, same] == scored.chances[mine, same] > 0.9


def test_beside_a_copy_a_look_alike_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two boards whose rules on parents and on pupils differ by one word."""
    monkeypatch.setattr(scoring, "NEAR_BEST", 0.0)
    asks = "vraagt vooraf instemming voor elk besluit over de vaststelling van het rooster aan"
    rules = [f"Het bestuur {asks} de ouders.", f"Het bestuur {asks} de leerlingen.", *RULES[:4]]
    boards = [protocol("a", rules), protocol("b", rules), protocol("c", RULES[:1])]
    for some, kept in ((boards[:2], [len(rules)]), (boards, [len(rules), len(rules) + 1])):
        units = make_units(some, general_thesaurus())
        profile = make_profile(units, make_spaces(units))
        found = scoring.score(profile, profile).scores[0, len(rules) : len(rules) + 2]
        assert (np.flatnonzero(found > 0.1) + len(rules)).tolist() == kept


def test_the_nearest_are_those_on_the_other_side_of_each_link() -> None:
    mine, first, second = Place("b", "x"), Place("a", "1"), Place("c", "1")
    links = (Link(left=first, right=mine, score=0.9), Link(left=mine, right=second, score=0.8))
    assert Nearest(place=mine, organisation="a", links=links).places == (first, second)
