"""What a template recommends and why, on small boards and on those of this repository."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from examples import examples
from protocolkit.base.messages import translator
from protocolkit.checking.wording_faults import count_faults
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.model import Clause, Footnote
from protocolkit.document.outline import addressable, clause_text
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.phrases import choice_title
from protocolkit.drafting.template.placeholders import restored
from protocolkit.drafting.template.ranking import CONTESTED, CONTESTED_ELSEWHERE
from protocolkit.drafting.template.values import AppendixKind, Choice, TemplateTopic
from protocolkit.text.words import tokens
from small_boards import board, line_up, one_topic, seed_judgements, seed_template, topic_line

DUTCH = translator("nl")
LONG = (
    "Deze alinea gaat over iets heel anders en staat in elk document van de familie "
    "{0} woord voor woord zo, zodat te zien is dat zij van hetzelfde voorbeeld komen."
)
LOOK = "Leerlingen leveren hun telefoon aan het begin van de schooldag in bij de conciërge."
KEEP = "De telefoon blijft de hele dag uit en in het kluisje."


def _source(choice: Choice) -> Clause | Footnote:
    protocol = seeds.protocol(choice.origin.organisation)
    return next(i for i in addressable(protocol) if i.anchor == choice.origin.place.anchor)


def _every_choice() -> list[Choice]:
    template = seed_template()
    found = [c for topic in template.topics for c in (*topic.choices, *topic.guidance)]
    return found + [c for appendix in template.appendices for c in appendix.choices]


def test_the_words_of_every_choice_are_those_of_its_source() -> None:
    for choice in _every_choice():
        source = _source(choice)
        text = restored(choice.text, choice.placeholders)
        assert tokens(text) == tokens(clause_text(source)), choice.id
        assert choice.origin.fingerprint == clause_fingerprint(source)
        assert clause_text(Footnote(label="", blocks=choice.blocks)) == choice.text


def test_the_words_of_every_note_that_comes_along_are_those_of_its_source() -> None:
    for choice in _every_choice():
        notes = {n.label: n for n in seeds.protocol(choice.origin.organisation).notes}
        parts = [choice.text, *(clause_text(note) for note in choice.notes)]
        sources = [_source(choice), *(notes[note.label] for note in choice.notes)]
        text = restored("\n".join(parts), choice.placeholders)
        assert tokens(text) == tokens("\n".join(map(clause_text, sources)))


_POOL = (
    LOOK,
    KEEP,
    "Leerlingen mogen in de pauze hun telefoon gebruiken.",
    "Leerlingen mogen in de pauze hun telefoon niet gebruiken.",
    "Vanaf 12 jaar geven leerlingen zelf toestemming, via Parro.",
    "Vanaf 16 jaar geven leerlingen van Stichting Aa zelf toestemming.",
    "De rector beslist binnen 2 dagen.",
    "De directeur van Stichting Cc beslist binnen 5 dagen.",
)


@examples(30)
@given(st.lists(st.lists(st.sampled_from(_POOL), min_size=1, max_size=3), min_size=1, max_size=4))
def test_what_holds_for_any_boards(texts: list[list[str]]) -> None:
    slugs = ("aa", "bb", "cc", "dd")[: len(texts)]
    boards = [board(slug, *own) for slug, own in zip(slugs, texts, strict=True)]
    lines = "".join(
        topic_line(
            name,
            {
                p.slug: anchors
                for p, own in zip(boards, texts, strict=True)
                if (anchors := [f"a-{n}" for n in places if n <= len(own)])
            },
        )
        for name, places in (("een", (1, 2)), ("twee", (2, 3)))
        if any(max(places) - 1 <= len(own) for own in texts)
    )
    matrix, judgements = line_up(boards, lines)
    template = make_template(matrix, judgements, boards)
    assert make_template(matrix, judgements, boards[::-1]) == template
    disputed = {side for t in template.topics for c in t.contests for side in (c.left, c.right)}
    for topic in template.topics:
        assert (topic.recommended is None) == topic.is_contested
        assert topic.recommended is None or topic.recommended.id not in disputed
        held = {holder.place for choice in topic.choices for holder in choice.holders}
        row = next(row for row in matrix.rows if row.topic.id == topic.id)
        assert held == set(row.places)
        for choice in topic.choices:
            own = texts[slugs.index(choice.origin.organisation)]
            source = own[int(choice.origin.place.anchor[2:]) - 1]
            assert restored(choice.text, choice.placeholders) == source


def test_no_name_of_a_board_is_left_in_any_choice() -> None:
    names = {
        name
        for protocol in seeds.collection().protocols
        for name in (
            protocol.facts.organisation.name,
            *protocol.facts.organisation.aliases,
            *protocol.facts.applies_to,
        )
    }
    for choice in _every_choice():
        notes = (clause_text(note) for note in choice.notes)
        for text in (choice.text, choice.lead_in, *notes):
            assert not [name for name in names if name in text], text


def test_what_boards_disagree_on_is_never_preselected() -> None:
    template = seed_template()
    contested = {topic.id for topic in template.topics if topic.is_contested}
    assert {"toestemming-beeld", "gebruik-tijdens-de-les", "prive-contact"} <= contested
    for topic in template.topics:
        assert (topic.recommended is None) == topic.is_contested
        for sector in template.sectors:
            assert not (topic.is_contested and topic.recommended_in(sector))
    assert len(contested) < len(template.topics) / 3


def test_a_clause_is_printed_once() -> None:
    template = seed_template()
    order = [topic.id for topic in template.topics]
    main: dict[str, set[str]] = {}
    for topic in template.topics:
        for choice in topic.choices:
            main.setdefault(choice.id, set()).add(choice.main_topic)
            assert choice.main_topic in order
            home = template.topic(choice.main_topic)
            assert home is not None
            assert home.choice(choice.id) is not None
    assert all(len(topics) == 1 for topics in main.values())


def test_a_decision_on_a_protocol_is_no_formulation() -> None:
    assert seed_template().topic("instemming") is None
    assert not [c for c in _every_choice() if "17 mei 2018" in c.text]


def test_guidance_and_links_are_appendices() -> None:
    guidance, links = seed_template().appendices
    assert (guidance.kind, links.kind) == (AppendixKind.GUIDANCE, AppendixKind.LINKS)
    assert {c.origin.place.anchor for c in links.choices} == {f"link-{n}" for n in range(1, 8)}
    assert len(guidance.choices) == 14


def test_boards_that_share_an_ancestor_count_once() -> None:
    kin = [board(slug, LOOK, LONG.format("Noord")) for slug in ("aa", "bb", "cc")]
    free = [board(s, KEEP, " ".join(f"{s}{n}" for n in range(90))) for s in ("dd", "ee")]
    topic = one_topic(*kin, *free)
    assert topic.recommended is not None
    assert topic.recommended.organisations == ("dd", "ee")
    assert (topic.recommended.families, topic.recommended.counted) == (2, 2)
    second = topic.choices[1]
    assert (second.counted, second.verbatim, second.families) == (3, 3, 1)
    assert topic.why.in_words(DUTCH).startswith("Meer protocollen hebben dit, onafhankelijk")
    assert "5 van de 5" not in second.reason.in_words(DUTCH)


def test_ties_are_broken_by_the_newest_document_and_then_the_shortest() -> None:
    old = board("aa", KEEP, settings="  dated: 2012\n")
    new = board("bb", LOOK, settings="  dated: 2020\n")
    topic = one_topic(old, new)
    assert [choice.origin.organisation for choice in topic.choices] == ["bb", "aa"]
    assert "nieuwste" in topic.why.in_words(DUTCH)
    topic = one_topic(board("aa", LOOK), board("bb", KEEP))
    assert [choice.origin.organisation for choice in topic.choices] == ["bb", "aa"]


def test_a_document_that_breaks_off_counts_in_no_figure() -> None:
    broken = [board(slug, KEEP, settings="  source: {complete: false}\n") for slug in ("aa", "bb")]
    topic = one_topic(*broken, board("cc", LOOK))
    assert topic.recommended is not None
    assert topic.recommended.organisations == ("cc",)
    assert (topic.found, topic.complete) == (1, 1)
    assert "afbreekt" in topic.choices[1].reason.in_words(DUTCH)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Leerlingen mogen in de pauze hun telefoon gebruiken.",
            "Leerlingen mogen in de pauze hun telefoon niet gebruiken.",
        ),
        (
            "Leerlingen vanaf 12 jaar geven zelf toestemming voor foto's.",
            "Leerlingen vanaf 16 jaar geven zelf toestemming voor foto's.",
        ),
        (
            "De ingenomen telefoon wordt binnen 2 dagen teruggegeven aan de leerling.",
            "De ingenomen telefoon wordt binnen 5 dagen teruggegeven aan de leerling.",
        ),
        (
            "Medewerkers mogen foto's van leerlingen plaatsen.",
            "Medewerkers mogen foto's van leerlingen plaatsen, mits de ouders dat goedvinden.",
        ),
    ],
)
def test_boards_that_disagree(left: str, right: str) -> None:
    topic = one_topic(board("aa", left), board("bb", right), board("cc", left))
    assert topic.is_contested
    assert topic.recommended is None
    assert topic.why.text == CONTESTED
    assert topic.contests[0].in_words(DUTCH)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("De ouderbijdrage is ten hoogste 85 euro.", "Het kamp kost maximaal 110 euro per kind."),
        ("Leerlingen laten hun telefoon thuis.", "Telefoons mogen mee in de tas."),
    ],
)
def test_one_sentence_of_each_board_is_weighed_whatever_its_words(left: str, right: str) -> None:
    assert one_topic(board("een", left), board("twee", right)).is_contested
    longer = f"{left} Ouders helpen mee waar dat kan."
    assert not one_topic(board("een", longer), board("twee", right)).is_contested


def test_other_words_for_the_same_rule_are_no_disagreement() -> None:
    topic = one_topic(
        board("aa", "Het is leerlingen niet toegestaan om tijdens de les te bellen."),
        board("bb", "Leerlingen mogen tijdens de les niet bellen."),
    )
    assert not topic.is_contested
    assert topic.recommended is not None


def test_a_disputed_clause_is_not_recommended_on_another_topic_either() -> None:
    may = "Leerlingen mogen in de pauze hun telefoon gebruiken."
    boards = (board("aa", may), board("bb", may.replace("gebruiken", "niet gebruiken")))
    lines = topic_line("een", {"aa": ["a-1"], "bb": ["a-1"]}) + topic_line("twee", {"aa": ["a-1"]})
    matrix, judgements = line_up(boards, lines)
    template = make_template(matrix, judgements, boards)
    second = template.topics[1]
    assert second.recommended is None
    assert second.why.text == CONTESTED_ELSEWHERE
    assert second.contests


def test_a_sector_that_chose_otherwise_has_its_own_advice() -> None:
    vo = "{name: Lyceum, kind: school, sector: vo}"
    boards = [board(slug, LOOK) for slug in ("aa", "bb", "cc")]
    boards += [board(slug, KEEP, organisation=vo) for slug in ("xx", "yy")]
    topic = one_topic(*boards)
    assert topic.recommended is not None
    (advice,) = topic.per_sector
    assert (advice.sector, advice.found, advice.complete) == ("vo", 2, 2)
    first = topic.recommended_in("vo")
    assert first is not None
    assert first.text == KEEP
    assert topic.recommended_in("so") is topic.recommended
    assert topic.recommended_in("") is topic.recommended
    titles = {choice.text: choice_title(topic, choice, DUTCH) for choice in topic.choices}
    assert titles == {
        LOOK: "Keuze A – aanbevolen (niet in: voortgezet onderwijs)",
        KEEP: "Keuze B – aanbevolen (alleen in: voortgezet onderwijs)",
    }


def test_functions_on_which_boards_differ_are_left_open() -> None:
    say = "Bij herhaling volgt een gesprek met de {0} en de mentor van de leerling."
    topic = one_topic(board("aa", say.format("rector")), board("bb", say.format("teamleider")))
    printed = [p.printed for choice in topic.choices for p in choice.placeholders]
    assert sorted(printed) == ["[functie: rector]", "[functie: teamleider]"]
    same = one_topic(board("aa", say.format("directeur")), board("bb", say.format("directeuren")))
    assert not [p for choice in same.choices for p in choice.placeholders]


def test_a_topic_that_few_have_is_optional() -> None:
    boards = [board("aa", LOOK, KEEP), board("bb", LOOK), board("cc", LOOK)]
    lines = topic_line("een", {p.slug: ["a-1"] for p in boards}) + topic_line(
        "twee", {"aa": ["a-2"]}
    )
    matrix, judgements = line_up(boards, lines)
    one, two = make_template(matrix, judgements, boards).topics
    assert (one.is_optional, two.is_optional) == (False, True)


def test_a_note_comes_with_the_clause_that_calls_it() -> None:
    topic = next(t for t in seed_template().topics if t.id == "groepsapp")
    assert not [c for c in topic.choices if c.origin.place.anchor == "noot-5"]
    first = next(c for c in topic.choices if c.origin.organisation == "cvo-baarn-soest")
    assert [note.label for note in first.notes] == ["5"]


def test_the_same_input_gives_the_same_template() -> None:
    protocols = seeds.collection().subjects[0].protocols
    turned = tuple(reversed(protocols))
    matrix, judgements = seeds.matrix(), seed_judgements()
    again = make_template(matrix, judgements, turned, faults_of=count_faults)
    assert again == seed_template()
    assert len(again.version) == 64


def test_the_version_is_that_of_the_words_and_not_of_the_figures() -> None:
    def version(*boards_: object) -> str:
        protocols = [p for p in boards_ if p]
        line = topic_line("v", {p.slug: ["a-1"] for p in protocols})  # type: ignore[attr-defined]
        matrix, judgements = line_up(protocols, line)  # type: ignore[arg-type]
        return make_template(matrix, judgements, protocols).version  # type: ignore[arg-type]

    first = version(board("aa", LOOK), board("bb", LOOK))
    assert version(board("aa", LOOK), board("bb", LOOK), board("cc", LOOK)) == first
    assert version(board("aa", KEEP), board("bb", KEEP)) != first


def test_an_id_stays_while_the_words_stay() -> None:
    one = one_topic(board("aa", f"{LOOK} Dat vraagt Stichting Aa."))
    two = one_topic(
        board("zz", f"{LOOK} Dat vraagt Stichting Zz."),
        board("yy", KEEP, settings="  dated: 2001\n"),
    )
    assert one.choices[0].id in {choice.id for choice in two.choices}


def _ids(topic: TemplateTopic) -> list[str]:
    return [choice.id for choice in topic.choices]


def test_a_proposal_comes_after_what_was_checked() -> None:
    boards = [board("aa", KEEP), board("bb", LOOK), board("cc", LOOK)]
    lines = topic_line("v", {"aa": ["a-1"]}).replace(
        "}}\n", "}, proposed: {bb: [a-1], cc: [a-1]}}\n"
    )
    matrix, judgements = line_up(boards, lines)
    (topic,) = make_template(matrix, judgements, boards).topics
    assert topic.recommended is not None
    assert topic.recommended.organisations == ("aa",)
    assert topic.choices[1].is_proposed
    assert replace(topic, choices=()).choice(_ids(topic)[0]) is None


def test_rules_about_something_else_do_not_disagree_on_a_term() -> None:
    topic = one_topic(
        board("aa", "De mentor spreekt de ouders binnen vijf dagen."),
        board("bb", "De directie beslist over een klacht binnen tien dagen na het gesprek."),
    )
    assert not topic.is_contested


def test_of_one_organisation_it_is_not_said_that_more_have_it() -> None:
    whole = board("aa", "Filmen in de les mag niet.")
    cut = board("bb", "Ouders bellen in de pauze.", settings="  source: {complete: false}\n")
    topic = one_topic(whole, cut)
    assert topic.recommended is not None
    assert topic.recommended.origin.organisation == "aa"
    assert "compleet" in topic.why.in_words(DUTCH)
    two = one_topic(whole, board("cc", "Filmen in de les mag niet."), cut)
    assert "Meer protocollen" in two.why.in_words(DUTCH)


def test_the_first_of_a_disagreement_is_the_one_that_stands_first() -> None:
    topic = next(topic for topic in seed_template().topics if topic.contests)
    order = [choice.id for choice in topic.choices]
    for contest in topic.contests:
        told = contest.in_order(order)
        assert order.index(told.left) < order.index(told.right)
        assert told.in_order(order) == told
        turned = told.in_order(order[::-1])
        assert (turned.left, turned.right, turned.texts) == (
            told.right,
            told.left,
            told.texts[::-1],
        )
        assert turned.in_order(order) == told
