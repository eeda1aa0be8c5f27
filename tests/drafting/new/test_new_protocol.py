"""A new protocol holds the chosen words and no others, wherever it begins."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafted import BOARD, DUTCH, SCHOOL, drafted, from_template, place, subject, template
from examples import examples
from protocolkit.checking.placeholders import check_placeholders
from protocolkit.commands.new_told import summarise
from protocolkit.comparison.draft_answers import NOTE, with_drafted
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Facts, Status
from protocolkit.document.model import ANCHOR, ANCHOR_LENGTH, Protocol
from protocolkit.document.outline import addressable, clause_text, clauses, labels, sections
from protocolkit.drafting.new.adopting import adopt
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.drafting.new.merging import BOTH, draft_from_merge, make_merge
from protocolkit.drafting.new.new_protocol import ALL, appendix_key, check_answers
from protocolkit.drafting.new.two_sides import Agreement
from protocolkit.drafting.template.values import AppendixKind, Choice
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.words import tokens
from seeds import SLUGS, protocol

_VALUES = {
    "bestuur": "Stichting De Regenboog",
    "school": "De Wal & Co [1]",
    "ouderportaal": "Portaal *X*",
    "soort-onderwijs": "primair onderwijs",
}


def _reads_back(made: Protocol) -> None:
    reading = read_protocol_text(write_protocol(made), subject=made.subject, slug=made.slug)
    assert reading.protocol == made
    assert not reading.problems


def _expected(choice: Choice, values: dict[str, str]) -> list[str]:
    """Fill a choice in by plain replacement: slow, and without a look at its structure."""
    text = f"{choice.lead_in}\n{choice.text}"
    for placeholder in choice.placeholders:
        text = text.replace(placeholder.printed, values.get(placeholder.key, placeholder.printed))
    return [word.lower() for word in tokens(text)]


def _cited(made: Protocol, choice: Choice) -> dict[str, str]:
    """Look up how the clauses that a choice refers to are cited in a new protocol."""
    found = {}
    for placeholder in choice.placeholders:
        for entry in made.facts.provenance:
            topic = template().topic(entry.topic)
            taken = topic.choice(entry.choice) if topic else None
            if taken and placeholder.target in {holder.place for holder in taken.holders}:
                found[placeholder.key] = f"artikel {labels(made)[entry.anchor]}"
    return found


@st.deferred
def _choices() -> st.SearchStrategy[dict[str, str]]:
    """Draw answers to topics; what can be answered takes seconds to find out."""
    ids = {topic.id: [choice.id for choice in topic.choices] for topic in template().topics}
    optional = {topic: st.sampled_from(["", NONE, *found]) for topic, found in ids.items()}
    return st.fixed_dictionaries({}, optional=optional)


@examples(25)
@given(_choices)
def test_every_clause_is_the_chosen_wording_but_for_placeholders(choices: dict[str, str]) -> None:
    answers = Answers(organisation=BOARD, choices=choices, placeholders=_VALUES)
    made = from_template(answers)
    _reads_back(made)
    items = {item.anchor: item for item in addressable(made)}
    named = set()
    for entry in made.facts.provenance:
        topic = template().topic(entry.topic)
        choice = topic.choice(entry.choice) if topic else None
        if entry.anchor and choice is not None:
            named.add(entry.anchor)
            said = [word.lower() for word in tokens(clause_text(items[entry.anchor]))]
            assert said == _expected(choice, {**_VALUES, **_cited(made, choice)}), entry.anchor
        elif entry.anchor:
            named.add(entry.anchor)
            assert entry.choice in {"", NOTE}
    assert named == set(items)
    taken = {(e.topic, e.choice) for e in made.facts.provenance}
    assert {(t, c) for t, c in choices.items() if c} <= taken


def test_a_number_of_another_clause_is_the_number_here_or_left_open() -> None:
    referring = next(
        (topic, choice)
        for topic in template().topics
        for choice in topic.choices
        if any(placeholder.target.is_clause for placeholder in choice.placeholders)
    )
    topic, choice = referring
    chosen = {topic.id: choice.id}
    made = from_template(Answers(organisation=BOARD, choices=chosen))
    text = clause_text(next(c for c in clauses(made) if c.anchor == topic.id))
    (target,) = {found.target for found in choice.placeholders if found.target.is_clause}
    home = next(e.anchor for e in made.facts.provenance if e.source == target)
    assert f"(artikel {labels(made)[home]})" in text
    without = {found.id: NONE for found in template().topics if found.id != topic.id}
    alone = from_template(Answers(organisation=BOARD, choices={**without, **chosen}))
    assert "[verwijzing: artikel B:2]" in clause_text(next(clauses(alone)))
    assert any("verwijzing" in str(p.values) for p in check_placeholders(alone))


def test_what_boards_disagree_on_is_left_open_and_reported() -> None:
    made = from_template(Answers(organisation=BOARD, placeholders=_VALUES))
    contested = [t for t in template().topics if t.is_contested and not t.is_optional]
    assert contested
    opened = {e.anchor: e.topic for e in made.facts.provenance if e.anchor and not e.choice}
    assert sorted(opened.values()) == sorted(topic.id for topic in contested)
    reported = {found.anchor for found in check_placeholders(made)}
    assert set(opened) <= reported
    assert set(summarise(made, ()).open_topics) == set(opened.values())


def test_what_few_boards_have_stays_out_until_somebody_asks() -> None:
    optional = next(t for t in template().topics if t.is_optional and not t.is_contested)
    made = from_template(Answers(organisation=BOARD))
    assert optional.id in summarise(made, ()).declined
    asked = from_template(
        Answers(organisation=BOARD, choices={optional.id: optional.choices[0].id})
    )
    assert optional.id in {clause.anchor for clause in clauses(asked)}


def test_anchors_are_sound_unique_and_named_after_their_topic() -> None:
    made = from_template(Answers(organisation=BOARD))
    anchors = [item.anchor for item in addressable(made)]
    anchors += [section.anchor for section in sections(made)]
    assert len(anchors) == len(set(anchors))
    assert all(ANCHOR.match(a) and len(a) <= ANCHOR_LENGTH for a in anchors)
    topics = {(e.anchor, e.topic) for e in made.facts.provenance}
    assert all((clause.anchor, clause.anchor) in topics for clause in clauses(made))


def test_a_new_protocol_is_a_concept_with_its_own_names() -> None:
    made = from_template(Answers(organisation=BOARD, placeholders=_VALUES))
    assert made.facts.status is Status.CONCEPT
    assert not made.facts.approvals
    text = write_protocol(made).partition("\n# ")[2]
    for slug in SLUGS:
        assert protocol(slug).facts.organisation.name not in text


def test_an_appendix_comes_when_asked_for() -> None:
    key = appendix_key(AppendixKind.LINKS)
    made = from_template(Answers(organisation=BOARD, choices={key: ALL}))
    _reads_back(made)
    assert key in {section.anchor for section in sections(made)}


def test_a_note_that_answers_a_topic_is_not_printed_twice() -> None:
    made = from_template(Answers(organisation=BOARD))
    texts = Counter(clause_text(item) for item in addressable(made))
    assert texts.most_common(1)[0][1] == 1


def test_two_formulations_may_be_chosen_on_one_topic() -> None:
    topic = next(t for t in template().topics if len(t.choices) > 1)
    both = [choice.id for choice in topic.choices[:2]]
    answers = Answers(organisation=BOARD, choices={topic.id: ", ".join(both)})
    assert not list(check_answers(answers, template()))
    taken = {e.choice for e in from_template(answers).facts.provenance if e.topic == topic.id}
    assert taken == set(both)


def test_unknown_topics_and_formulations_are_named_with_their_line() -> None:
    topic = template().topics[0].id
    answers = Answers(
        choices={topic: "k0", "nergens": "x"}, path="a.yml", lines={f"choices.{topic}": 7}
    )
    first, second = check_answers(answers, template())
    assert (first.code.name, str(first.location)) == ("answer-choice", "a.yml:7")
    assert template().topics[0].choices[0].id in first.hint(DUTCH)
    assert second.code.name == "answer-topic"


def test_the_answers_of_a_draft_follow_from_its_provenance() -> None:
    made = from_template(Answers(organisation=BOARD))
    concordance = subject().concordance
    assert concordance is not None
    complete = with_drafted(concordance, [made])
    answered = {
        topic.id
        for topic in complete.topics
        for a in topic.answers
        if a.place.organisation == "nieuw"
    }
    alone = {a.place.anchor for a in complete.alone if a.place.organisation == "nieuw"}
    summary = summarise(made, ())
    assert answered.isdisjoint({*summary.open_topics, *summary.declined})
    placed = {
        a.place.anchor
        for t in complete.topics
        for a in t.answers
        if a.place.organisation == "nieuw"
    } | alone
    assert placed == {item.anchor for item in addressable(made)}


@pytest.mark.parametrize(("left", "right"), list(pairwise(SLUGS)))
def test_two_documents_that_become_one_lose_no_word(left: str, right: str) -> None:
    concordance = subject().concordance
    assert concordance is not None
    merge = make_merge(protocol(left), protocol(right), concordance)
    both = {t.topic.id: BOTH for t in merge.topics if t.left and t.right}
    equal = [t for t in merge.topics if t.agreement is Agreement.EQUAL]
    answers = Answers(
        organisation=BOARD, merges=merge.slugs, choices=both, placeholders={"school": "X"}
    )
    draft = draft_from_merge(merge, answers, DUTCH)
    made = drafted(draft, answers)
    _reads_back(made)
    assert not summarise(made, ()).open_topics
    sources = {e.source for e in made.facts.provenance}
    wanted = {c.origin.place for t in merge.topics for c in (*t.left, *t.right)}
    notes = {p for p in wanted if p.anchor.startswith("noot-")}
    assert wanted - notes <= sources
    loose = {c.origin.place for own in merge.rest for c in own}
    assert loose <= sources
    alone = drafted(
        draft_from_merge(merge, Answers(organisation=BOARD, merges=merge.slugs), DUTCH), answers
    )
    for found in equal:
        own = [e for e in alone.facts.provenance if e.topic == found.topic.id and e.choice != NOTE]
        assert {e.source.organisation for e in own} == {left}


def test_a_merger_leaves_open_only_where_two_documents_differ() -> None:
    concordance = subject().concordance
    assert concordance is not None
    merge = make_merge(protocol("lucas-onderwijs"), protocol("cvo-baarn-soest"), concordance)
    answers = Answers(organisation=BOARD, merges=merge.slugs)
    made = drafted(draft_from_merge(merge, answers, DUTCH), answers)
    differ = {t.topic.id for t in merge.topics if t.agreement is Agreement.DIFFERENT}
    assert set(summarise(made, ()).open_topics) == differ
    assert 0 < len(differ) < len(merge.topics)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_school_takes_its_boards_text_over_word_for_word(slug: str) -> None:
    board = protocol(slug)
    answers = Answers(organisation=SCHOOL, adopts=slug, placeholders={"aanvulling": "Extra."})
    made = adopt(board, answers, place("school"), DUTCH)
    _reads_back(made)
    own = {item.anchor: clause_text(item) for item in addressable(made)}
    given = {item.anchor: clause_text(item) for item in addressable(board)}
    for anchor, text in given.items():
        assert own[anchor] == text.replace("[naam school]", SCHOOL.name)
    assert set(own) - set(given) == {"aanvulling-1"}
    assert (made.facts.based_on, made.facts.approvals) == (slug, ())
    entries = {e.anchor: e for e in made.facts.provenance}
    assert all(entries[a].choice == BOARD_WIDE for a in given)
    assert entries["aanvulling-1"].choice == "eigen"


def test_a_school_fills_in_its_own_fields_and_may_add_nothing() -> None:
    text = (
        "---\nprotocol:\n  organisation: {name: Stichting X}\n---\n\n# T\n\n{#a}\n"
        "1. Op \\[naam van de school\\] beslist \\[functie: directeur\\].\n"
    )
    board = read_protocol_text(text, subject="s", slug="x").protocol
    answers = Answers(
        organisation=SCHOOL,
        adopts="x",
        functions={"directeur": "de locatieleider"},
        placeholders={"aanvulling": NONE},
    )
    made = adopt(board, answers, place("school"), DUTCH)
    (only,) = clauses(made)
    assert clause_text(only) == "Op obs De Wal beslist de locatieleider."
    assert made.facts.organisation.parent == "Stichting X"


def test_a_school_that_adopts_gets_every_fact_that_it_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One place makes facts of answers, whatever a protocol is made from."""
    facts = Facts(
        organisation=SCHOOL, status=Status.CONCEPT, owner="De directeur", applies_to=("De Wal",)
    )
    monkeypatch.setattr(Answers, "facts", property(lambda _: facts))
    board = protocol(SLUGS[0])
    made = adopt(board, Answers(organisation=SCHOOL, adopts=SLUGS[0]), place("school"), DUTCH)
    assert made.facts.status is Status.CONCEPT
    assert (made.facts.owner, made.facts.applies_to) == ("De directeur", ("De Wal",))
