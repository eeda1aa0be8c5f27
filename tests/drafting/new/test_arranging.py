"""A draft is in the order in which it is read: each wording once, guidance in appendices."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from drafted import DUTCH, subject
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Kind, Paragraph
from protocolkit.document.outline import addressable
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.arranging import AGAIN, arranged, said_tokens
from protocolkit.drafting.new.draft import Aside, Draft, Part, PartGroup
from protocolkit.drafting.new.formulations import offered_text
from protocolkit.drafting.new.merging import BOTH, draft_from_merge, make_merge
from protocolkit.drafting.new.new_protocol import appendix_key
from protocolkit.drafting.template.values import AppendixKind, Choice
from protocolkit.reading.found_problems import Report
from seeds import SLUGS, protocol
from small_boards import HEAD, board, topic_line

_APART = (Kind.GUIDANCE, Kind.REFERENCE)


def _both(left: str, right: str) -> Draft:
    concordance = subject().concordance
    assert concordance is not None
    merge = make_merge(protocol(left), protocol(right), concordance)
    choices = {t.topic.id: BOTH for t in merge.topics if t.left and t.right}
    return draft_from_merge(merge, Answers(choices=choices, merges=merge.slugs), DUTCH)


def _choices(draft: Draft) -> list[Choice]:
    return [part.choice for group in draft.groups for part in group.parts if part.choice]


def _lost(draft: Draft) -> list[Aside]:
    """Return what stays aside though no other wording stands in its place."""
    return [left for left in draft.aside if left.beside is None]


def _words(choice: Choice) -> tuple[str, ...]:
    return said_tokens(offered_text(choice))


@pytest.mark.parametrize(("left", "right"), list(combinations(SLUGS, 2)))
def test_of_two_boards_each_wording_comes_once_and_none_is_lost(left: str, right: str) -> None:
    before = _both(left, right)
    after = arranged(before, subject().protocols, DUTCH)
    said = Counter(choice.id for choice in _choices(after))
    kept_words = {_words(choice) for choice in _choices(after)}
    aside = {_words(left.choice) for left in after.aside}
    assert kept_words | aside == {_words(choice) for choice in _choices(before)}
    assert said.most_common(1)[0][1] == 1
    topics = {t for group in before.groups for part in group.parts for t in part.topics}
    kept = {t for group in after.groups for part in group.parts for t in part.topics}
    assert topics == kept | (set(after.declined) - set(before.declined))


def test_words_that_end_a_list_in_one_document_and_a_sentence_in_the_other_come_once() -> None:
    """The sentence stays, whichever of the two comes first."""
    for pair in (("oponoa", "cvo-baarn-soest"), ("cvo-baarn-soest", "oponoa")):
        after = arranged(_both(*pair), subject().protocols, DUTCH)
        texts = [choice.text for choice in _choices(after)]
        assert [t for t in texts if t.startswith("Dit protocol draagt bij aan een goed en")] == [
            "Dit protocol draagt bij aan een goed en veilig school- en onderwijsklimaat."
        ]


def test_of_two_that_differ_in_one_word_for_one_thing_one_comes_and_the_other_is_told() -> None:
    after = arranged(_both("cvo-baarn-soest", "lucas-onderwijs"), subject().protocols, DUTCH)
    texts = [choice.text for choice in _choices(after)]
    assert sum("toegestaan om tijdens de lessen actief" in text for text in texts) == 1
    told = [left.told(DUTCH) for left in after.aside if left.why == AGAIN]
    assert told
    assert all(line.startswith("Niet meegenomen, omdat het er al staat") for line in told)
    assert any("Lucas" in line for line in told)


def test_guidance_and_links_come_last_in_the_order_of_their_document() -> None:
    after = arranged(_both("lucas-onderwijs", "oponoa"), subject().protocols, DUTCH)
    names = [group.anchor for group in after.groups]
    apart = [appendix_key(kind) for kind in AppendixKind]
    assert names[-2:] == apart
    order = [Place("oponoa", item.anchor) for item in addressable(protocol("oponoa"))]
    for group in after.groups:
        kinds = {part.choice.kind for part in group.parts if part.choice}
        assert (kinds <= set(_APART)) == (group.anchor in apart), group.title
        if group.anchor in apart:
            found = [part.choice.origin.place for part in group.parts if part.choice]
            places = [order.index(place) for place in found if place.organisation == "oponoa"]
            assert places == sorted(places)


def test_a_note_that_only_refers_stays_with_the_clause_that_calls_it() -> None:
    concordance = subject().concordance
    assert concordance is not None
    merge = make_merge(protocol("lucas-onderwijs"), protocol("oponoa"), concordance)
    open_ones = arranged(draft_from_merge(merge, Answers(), DUTCH), subject().protocols, DUTCH)
    assert [str(left.choice.origin.place) for left in _lost(open_ones)] == [
        "lucas-onderwijs#noot-3"
    ]
    assert "verwijzing-naar-sancties" in open_ones.declined
    assert not _lost(arranged(_both("lucas-onderwijs", "oponoa"), subject().protocols, DUTCH))


def _part(words: str, kind: Kind) -> Part:
    return Part(stem="x", topics=("t",), blocks=(Paragraph((Text(words),)),), kind=kind)


def test_what_explains_stands_before_the_rules_and_typed_words_stay_where_they_are() -> None:
    parts = (_part("een", Kind.RULE), _part("uitleg", Kind.EXPLANATION), _part("een", Kind.RULE))
    group = PartGroup(anchor="deel-t", title="Thema", parts=parts)
    (after,) = arranged(Draft(title="P", groups=(group,)), (), DUTCH).groups
    assert after.parts == (parts[1], parts[0], parts[2])


def test_what_only_leads_to_something_does_not_come_by_itself() -> None:
    before = _both("borger-odoorn", "verkruisen")
    after = arranged(before, subject().protocols, DUTCH)
    leading = {c.id for c in _choices(before) if c.text.endswith(":") and not c.lead_in}
    assert leading
    assert leading.isdisjoint(choice.id for choice in _choices(after))
    assert leading <= {left.choice.id for left in after.aside}


def test_a_line_with_a_name_alone_stays_aside_and_what_leads_is_not_called_lost() -> None:
    own = board("aa", "Stichting Aa", "De regels:", "Foto's mogen.", "De regels: lees ze goed.")
    other = board("bb", "Foto's mogen.")
    lines = topic_line("foto", {"aa": ["a-3"], "bb": ["a-1"]})
    report = Report("topics.yml")
    concordance = read_topics_text(f"{HEAD}topics:\n{lines}", "regels", report)
    assert concordance is not None
    merge = make_merge(own, other, concordance)
    draft = draft_from_merge(merge, Answers(merges=merge.slugs), DUTCH)
    after = arranged(draft, (own, other), DUTCH)
    aside = {left.choice.text: left.leads for left in _lost(after)}
    assert aside == {"[naam van het bestuur]": False, "De regels:": True}
    (rest,) = (group for group in after.groups if group.anchor == "verder")
    assert [part.choice.text for part in rest.parts if part.choice] == ["De regels: lees ze goed."]
    assert rest.title == "Overige bepalingen"


@pytest.mark.parametrize(
    ("line", "is_out"),
    [
        ("Stichting Aa", True),
        ("Stichting Aa te Zaandam, hierna te noemen Stichting Aa", True),
        ("Stichting Aa, gevestigd in Den Haag, hierna: Stichting Aa", True),
        ("Stichting Aa helpt leerlingen in Zaandam.", False),
        ("Stichting Aa, hierna te noemen de werkgever", False),
    ],
)
def test_a_line_that_says_whose_a_document_is_stays_aside(line: str, *, is_out: bool) -> None:
    own, other = board("aa", line, "Foto's mogen."), board("bb", "Foto's mogen.")
    lines = topic_line("foto", {"aa": ["a-2"], "bb": ["a-1"]})
    concordance = read_topics_text(f"{HEAD}topics:\n{lines}", "regels", Report("topics.yml"))
    assert concordance is not None
    merge = make_merge(own, other, concordance)
    draft = draft_from_merge(merge, Answers(merges=merge.slugs), DUTCH)
    aside = _lost(arranged(draft, (own, other), DUTCH))
    assert [str(left.choice.origin.place) for left in aside] == (["aa#a-1"] if is_out else [])
