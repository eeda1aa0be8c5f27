"""What the composer's page shows: topics with their choices, and what can be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import Topic
from protocolkit.document.organisations import SECTOR_CODES, sector_name
from protocolkit.drafting.new.answers import NONE, OWN
from protocolkit.drafting.new.merging import BOTH
from protocolkit.drafting.new.new_protocol import ALL, appendix_key
from protocolkit.drafting.template.phrases import (
    contest_lines,
    topic_advice,
    topic_standing,
)
from protocolkit.drafting.template.values import (
    AppendixKind,
    Template,
    TemplateTopic,
)
from protocolkit.site.composer.data import OF_TEMPLATE, started
from protocolkit.site.composer.needed import needed_options
from protocolkit.site.composer.option import ShownOption, template_option

_APPENDIX = {
    AppendixKind.GUIDANCE: mark("Take an appendix with guidance along ({count} pieces of text)"),
    AppendixKind.LINKS: mark("Take an appendix with links along ({count} pieces of text)"),
}
_NEEDED = mark("What every protocol needs")
_NOTHING_YET = mark("Nothing that you chose says this, and every protocol needs it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTopic:
    """A topic as the page has it; one that the template lacks has no options.

    ``standing`` are lines on how common it is, ``why`` says why nothing is chosen where boards
    disagree and ``contests`` on what; ``start`` is what is chosen before anybody chose.
    """

    id: str
    title: str
    standing: tuple[str, ...] = ()
    is_contested: bool = False
    why: str = ""
    contests: tuple[str, ...] = ()
    start: str = ""
    options: tuple[ShownOption, ...] = ()


def composer_view(
    template: Template,
    themes: Iterable[tuple[str, Iterable[Topic]]],
    name: str,
    translate: Translate,
) -> dict[str, Any]:
    """Return what the page's own template needs; HTML in it is escaped already.

    Every topic has its place on the page; one that the template lacks is shown when two boards
    become one.
    """
    topics = {topic.id: topic for topic in template.topics}
    questions = {topic.id: topic.question for topic in template.topics}

    def view(row: Topic) -> ShownTopic:
        found = topics.get(row.id)
        if found is None:
            return ShownTopic(id=row.id, title=row.title)
        return _topic(row, found, questions, name, translate)

    shown = [(title, list(map(view, rows))) for title, rows in themes if rows]
    return {
        "themes": [*shown, (translate(_NEEDED), list(_needed(template, translate)))],
        "appendices": [
            (appendix_key(a.kind), translate(_APPENDIX[a.kind]).format(count=len(a.choices)))
            for a in template.appendices
        ],
        "sectors": [(sector, sector_name(sector, translate)) for sector in SECTOR_CODES],
        "left_out": NONE,
        "own": OWN,
        "both": BOTH,
        "all": ALL,
        "of_template": OF_TEMPLATE,
    }


def _needed(template: Template, translate: Translate) -> Iterator[ShownTopic]:
    """Yield what every protocol needs, each with our own text; shown where no choice says it."""
    for found, option in needed_options(template.subject, template.title, translate):
        yield ShownTopic(
            id=found.key,
            title=found.question,
            standing=(translate(_NOTHING_YET),),
            start=option.id,
            options=(option,),
        )


def _topic(
    row: Topic, topic: TemplateTopic, questions: dict[str, str], name: str, translate: Translate
) -> ShownTopic:
    return ShownTopic(
        id=row.id,
        title=row.title,
        standing=(topic_standing(topic, translate), *topic_advice(topic, translate)),
        is_contested=topic.recommended is None,
        why=topic.why.in_words(translate),
        contests=tuple(contest_lines(topic, translate)),
        start=started(topic),
        options=tuple(
            template_option(topic, choice, questions, name, translate) for choice in topic.choices
        ),
    )
