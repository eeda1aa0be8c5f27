"""What a choices file names and is not there, each with the nearest that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import Problem, error, problem
from protocolkit.collection import Subject
from protocolkit.comparison.concordance import Concordance, Topic
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable
from protocolkit.document.place import Place
from protocolkit.drafting.template.choices import PersonChoices
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.sources import choice_id, neutral_text

TEMPLATE_UNKNOWN = error(
    "template-unknown",
    "A template's choices name what is not there",
    "there is no {kind} '{name}'.",
    "Nearest are: {near}. A renamed one must be renamed here too.",
)
TEMPLATE_CHOICE = error(
    "template-choice",
    "A chosen formulation is not there",
    "no clause on '{topic}' is called '{name}', or its words have changed.",
    "Choose one of: {known}.",
)

_THEME = mark("theme")
_TOPIC = mark("topic")
_MOST = 5


def check_choices_file(root: Path, subject: Subject) -> Iterator[Problem]:
    """Yield what is wrong with a subject's choices file, if it has one."""
    choices, problems = choices_of(root, subject.slug)
    yield from problems
    if subject.concordance is not None:
        yield from check_choices(choices, subject.concordance, subject.protocols)


def check_choices(
    choices: PersonChoices, concordance: Concordance, protocols: Iterable[Protocol]
) -> Iterator[Problem]:
    """Yield every theme, topic and formulation that a person named and that is not there."""
    themes = [theme.id for theme in concordance.themes]
    topics = [topic.id for topic in concordance.topics]
    for title in choices.titles:
        yield from _unknown(title.theme, themes, _THEME, title.location)
    for extra in choices.extra:
        yield from _unknown(extra.theme, themes, _THEME, extra.location)
        if extra.after:
            yield from _unknown(extra.after, topics, _TOPIC, extra.location)
    for name, location in zip(choices.order, choices.order_locations, strict=True):
        yield from _unknown(name, [*themes, *topics], _TOPIC, location)
    by_id = {topic.id: topic for topic in concordance.topics}
    known = list(protocols)
    for found in choices.topics:
        yield from _unknown(found.topic, topics, _TOPIC, found.location)
        if found.preferred and found.topic in by_id:
            answers = dict(_answers(by_id[found.topic], known))
            if found.preferred not in (*answers, *answers.values()):
                yield problem(
                    TEMPLATE_CHOICE,
                    found.preferred_location,
                    topic=found.topic,
                    name=found.preferred,
                    known=", ".join(answers) or "–",
                )


def _unknown(name: str, known: list[str], kind: str, location: Location) -> Iterator[Problem]:
    if name not in known:
        near = get_close_matches(name, known, _MOST, 0.0)
        yield problem(TEMPLATE_UNKNOWN, location, kind=kind, name=name, near=", ".join(near) or "–")


def _answers(topic: Topic, protocols: Iterable[Protocol]) -> Iterator[tuple[str, str]]:
    """Yield each clause that answers a topic, as choices name it, with its words' id."""
    wanted = {answer.place for answer in topic.answers}
    for protocol in protocols:
        names = names_of(protocol)
        for item in addressable(protocol):
            place = Place(protocol.slug, item.anchor)
            if place in wanted:
                yield str(place), choice_id(neutral_text(item, names))
