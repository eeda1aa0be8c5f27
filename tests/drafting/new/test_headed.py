"""A clause under 'Doel' says why there is a protocol, in a board's text and in a draft of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafted import DUTCH, SCHOOL
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.arranging import arranged
from protocolkit.drafting.new.essentials import essentials, missing_in, missing_in_draft
from protocolkit.drafting.new.headed import headed
from protocolkit.drafting.new.new_protocol import draft_from_template
from protocolkit.drafting.template.choices import NO_CHOICES
from protocolkit.drafting.template.make_template import make_template
from protocolkit.reading.reader import read_protocol_text
from small_boards import line_up

_WISH = "Wij willen dat elk kind veilig speelt."


def _headed(slug: str, *titles: str, words: str = _WISH) -> Protocol:
    heads = [f"{{#s-{n}}}\n{'#' * n} {title}\n" for n, title in enumerate(titles, start=2)]
    head = f"---\nprotocol:\n  organisation: {{name: Stichting {slug.title()}}}\n---\n\n# Pauze\n\n"
    text = head + "\n".join(heads) + f"\n{{#a-1}}\n1. {words}\n"
    return read_protocol_text(text, f"{slug}.md", subject="regels", slug=slug).protocol


@pytest.mark.parametrize(
    ("titles", "about"),
    [
        (("Artikel 1 Waarom",), "doel"),
        (("1 Doel",), "doel"),
        (("Waarom een pauzeprotocol?",), "doel"),
        (("Aanleiding en doel",), "doel"),
        (("Doel en reikwijdte",), "doel reikwijdte"),
        (("Algemeen", "Doelstelling"), "doel"),
        (("De vertrouwenspersoon", "Doel"), "vertrouwenspersoon"),
        (("Het pleinteam", "Doel"), ""),
        (("Doelen van het spel",), ""),
        (("Voor wie?",), "reikwijdte"),
        (("Voor wie geldt dit protocol",), "reikwijdte"),
        (("Klachten",), "klachten"),
        (("Klachtenregeling",), "klachten"),
        (("Evaluatie en vaststelling",), "evaluatie vaststelling"),
        (("Evaluatie van de week",), ""),
        (("Pauze",), ""),
    ],
)
def test_a_heading_says_what_the_text_under_it_is_about(
    titles: tuple[str, ...], about: str
) -> None:
    protocol = _headed("veer", *titles)
    said = tuple(about.split())
    assert headed(protocol)["a-1"] == said
    everything = [found.id for found in essentials()]
    lacking = [found.id for found in missing_in(protocol)]
    assert lacking == [name for name in everything if name not in said]


def test_a_purpose_of_a_board_is_joined_by_no_second_one() -> None:
    boards = [_headed("veer", "Waarom"), _headed("wal", "Pauze", words="Rennen mag niet.")]
    line = "  - {id: q, title: 'V?', theme: t, clauses: {veer: [a-1]}}\n"
    template = make_template(*line_up(boards, line), boards, NO_CHOICES)
    (topic,) = template.topics
    answers = Answers(subject="regels", organisation=SCHOOL, choices={"q": topic.choices[0].id})
    draft = arranged(draft_from_template(template, answers, DUTCH), boards, DUTCH)
    assert "doel" not in {found.id for found in missing_in_draft(draft, "regels")}
    edited = replace(answers, edits={topic.choices[0].id: "Rennen mag."})
    draft = arranged(draft_from_template(template, edited, DUTCH), boards, DUTCH)
    assert "doel" in {found.id for found in missing_in_draft(draft, "regels")}
