"""What only explains and answers no question never stands among the articles of a draft."""

from __future__ import annotations

from drafted import DUTCH
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Paragraph, Protocol
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.arranging import arranged
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.formulations import offered_blocks
from protocolkit.drafting.new.introducing import introducing
from protocolkit.drafting.new.merging import draft_from_merge, make_merge
from protocolkit.drafting.new.numbering import numbered
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from small_boards import HEAD, topic_line

_HEAD = "---\nprotocol:\n  organisation: {name: Stichting Aa}\n---\n\n# Protocol\n"
_INTRODUCTION = """
{#wij .toelichting}
Wij schreven dit samen met de leerlingen.

{#weten .toelichting}
Goed om te weten:

{#weten-1 .toelichting}
- een bericht staat er in een tel.
"""
_RULES = """
{#h-1}
## 1 Regels

{#r-1}
1. Leerlingen leveren hun telefoon in.
"""
_AFTER = """
{#uitleg .toelichting}
Zo blijft er rust in de klas.
"""
_LOOSE = """
{#r-2}
2. Een telefoon die afgaat, gaat naar de conciërge.
"""


def _board(slug: str, body: str) -> Protocol:
    return read_protocol_text(_HEAD + body, subject="regels", slug=slug).protocol


def _draft(*bodies: str) -> Draft:
    boards = [_board(slug, body) for slug, body in zip(("aa", "bb"), bodies, strict=True)]
    line = topic_line("vraag", {"aa": ["r-1"], "bb": ["r-1"]})
    concordance = read_topics_text(f"{HEAD}topics:\n{line}", "regels", Report("topics.yml"))
    merge = make_merge(boards[0], boards[1], concordance)
    draft = draft_from_merge(merge, Answers(merges=merge.slugs), DUTCH)
    return arranged(draft, boards, DUTCH)


def _told(draft: Draft) -> list[tuple[str, list[str]]]:
    return [
        (group.title, [f"{one.marker}{one.part.stem}" for one in group.parts])
        for group in numbered(draft.groups, {})
    ]


def test_what_introduces_a_document_comes_before_the_rules_without_numbers() -> None:
    draft = _draft(f"{_INTRODUCTION}{_RULES}", _RULES)
    assert _told(draft) == [
        ("Inleiding", ["verder-aa", "verder-aa"]),
        ("Thema", ["1.vraag"]),
    ]
    words = [part.choice.text for part in draft.groups[0].parts if part.choice]
    assert words == [
        "Wij schreven dit samen met de leerlingen.",
        "een bericht staat er in een tel.",
    ]


def test_an_explanation_that_was_led_in_is_one_paragraph_with_its_lead() -> None:
    draft = _draft(f"{_INTRODUCTION}{_RULES}", _RULES)
    led = draft.groups[0].parts[1].choice
    assert led is not None
    assert led.lead_in
    (block,) = offered_blocks(led)
    assert isinstance(block, Paragraph)


def test_an_explanation_without_a_rule_beside_it_comes_in_the_appendix() -> None:
    told = _told(_draft(f"{_RULES}{_AFTER}", _RULES))
    assert told == [("Thema", ["1.vraag"]), ("Bijlage: handreiking", ["verder-aa"])]
    beside = _told(_draft(f"{_RULES}{_AFTER}{_LOOSE}", _RULES))
    assert beside == [("Thema", ["1.vraag"]), ("Overige bepalingen", ["verder-aa", "1.verder-aa"])]


def test_only_what_stands_before_the_first_chapter_with_rules_introduces() -> None:
    own = _board("aa", f"{_INTRODUCTION}{_RULES}{_AFTER}")
    assert [place.anchor for place in introducing(own)] == ["wij", "weten", "weten-1"]
    headed = _board("aa", f"\n{{#i}}\n## Inleiding\n{_AFTER}{_RULES}")
    assert [place.anchor for place in introducing(headed)] == ["uitleg"]
