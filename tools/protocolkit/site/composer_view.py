"""What the composer's page shows: topics with their choices, and what can be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from protocolkit.cover import sector_name
from protocolkit.drafting.answers import NONE
from protocolkit.drafting.assembling import offered_text
from protocolkit.drafting.new_protocol import appendix_key
from protocolkit.drafting.phrases import (
    MOST_NAMES,
    choice_remarks,
    choice_title,
    contest_lines,
    topic_advice,
    topic_standing,
)
from protocolkit.drafting.template import (
    AppendixKind,
    Choice,
    Template,
    TemplateTopic,
)
from protocolkit.messages import Translate, mark
from protocolkit.model import Kind
from protocolkit.site.addresses import relative
from protocolkit.site.composer_data import SECTORS, started
from protocolkit.site.rule_names import RULES, Name, rule_place
from protocolkit.site.template_text import blocks_html

_APPENDIX = {
    AppendixKind.GUIDANCE: mark("Take an appendix with guidance along ({count} pieces of text)"),
    AppendixKind.LINKS: mark("Take an appendix with links along ({count} pieces of text)"),
}


def composer_view(template: Template, name: str, translate: Translate) -> dict[str, Any]:
    """Return what the page's own template needs; HTML in it is escaped already."""
    questions = {topic.id: topic.question for topic in template.topics}
    return {
        "themes": [
            (theme.title, [_topic(t, questions, name, translate) for t in theme.topics])
            for theme in template.themes
            if theme.topics
        ],
        "appendices": [
            (appendix_key(a.kind), translate(_APPENDIX[a.kind]).format(count=len(a.choices)))
            for a in template.appendices
        ],
        "sectors": [(sector, sector_name(sector, translate)) for sector in SECTORS],
        "left_out": NONE,
    }


def _topic(
    topic: TemplateTopic, questions: dict[str, str], name: str, translate: Translate
) -> dict[str, Any]:
    return {
        "id": topic.id,
        "title": topic.question,
        "standing": [topic_standing(topic, translate), *topic_advice(topic, translate)],
        "is_contested": topic.recommended is None,
        "why": topic.why.in_words(translate),
        "contests": contest_lines(topic, translate),
        "start": started(topic),
        "options": [_option(topic, c, questions, name, translate) for c in topic.choices],
    }


def _option(
    topic: TemplateTopic,
    choice: Choice,
    questions: dict[str, str],
    name: str,
    translate: Translate,
) -> dict[str, Any]:
    printed = [placeholder.printed for placeholder in choice.placeholders]
    main = "" if choice.main_topic == topic.id else choice.main_topic
    return {
        "id": choice.id,
        "title": choice_title(topic, choice, translate),
        "words": blocks_html(choice.blocks, printed),
        "lead_in": choice.lead_in,
        "notes": [(note.label, blocks_html(note.blocks, printed)) for note in choice.notes],
        "text": offered_text(choice),
        "who": list(_who(choice, name, translate)),
        "remarks": list(choice_remarks(topic, choice, translate)),
        "rule": _rule(choice),
        "main": (main, questions[main]) if main in questions else None,
    }


def _rule(choice: Choice) -> Name | None:
    is_rule = choice.kind is Kind.RULE and choice.norm is not None
    return RULES[rule_place(choice.norm)] if is_rule and choice.norm else None


def _who(choice: Choice, name: str, translate: Translate) -> Iterator[tuple[str, str]]:
    """Yield whose formulation it is: name with year and clause, and its address."""
    first = {holder.organisation: holder for holder in reversed(choice.holders)}
    order = tuple(dict.fromkeys(holder.organisation for holder in choice.holders))
    for organisation in order[:MOST_NAMES]:
        holder = first[organisation]
        year = holder.year or translate("year unknown")
        yield f"{holder.name} ({year}), {holder.label}", relative(holder.url, name)
    if len(order) > MOST_NAMES:
        yield translate("and {count} more").format(count=len(order) - MOST_NAMES), ""
