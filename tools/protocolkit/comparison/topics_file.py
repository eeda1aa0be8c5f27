"""``topics.yml`` to a :class:`~protocolkit.comparison.concordance.Concordance`.

A file beside it, ``topics.seen.yml``, is written by programs: the text under each decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.base.formats import KEY, SEEN, TOPICS
from protocolkit.base.problems import error
from protocolkit.comparison.concordance import (
    Answer,
    AnswerStanding,
    Audience,
    Concordance,
    SeenText,
    Theme,
    Topic,
)
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping

TOPIC_INCOMPLETE = error(
    "topic-incomplete",
    "A topic is not complete",
    "this topic has no '{key}'.",
    "Every topic needs an id, a title that is a question, and a theme.",
)
TOPIC_TWICE = error(
    "topic-twice",
    "A topic stands twice",
    "the topic '{id}' stands here for the second time.",
    "Give each topic a name of its own.",
)
THEME_UNKNOWN = error(
    "theme-unknown",
    "A theme is not known",
    "the topic '{id}' belongs to the theme '{theme}', which is not in the list of themes.",
    "Add the theme, or choose one of: {known}.",
)
REJECTED_PAIR = error(
    "rejected-pair",
    "A rejected pair is not complete",
    "this entry of 'rejected_pairs' does not name two clauses.",
    "Write the clauses as [protocol#anchor, protocol#anchor].",
)


def read_topics_text(text: str, subject: str, report: Report) -> Concordance:
    """Read the text of a topics file; problems go to ``report``.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a newer format.
    """
    top = read_mapping(text, report)
    check_format(top, TOPICS, report)
    themes = tuple(_theme(entry) for entry in top.mappings("themes"))
    topics: dict[str, Topic] = {}
    for entry in top.mappings("topics"):
        topic = _topic(entry, report)
        if topic.id in topics:
            report.add(TOPIC_TWICE, entry.line, id=topic.id)
            continue
        known = [theme.id for theme in themes]
        if topic.theme and topic.theme not in known:
            report.add(
                THEME_UNKNOWN, entry.line, id=topic.id, theme=topic.theme, known=", ".join(known)
            )
        topics[topic.id] = topic
    concordance = Concordance(
        subject=subject,
        title=top.text("title", subject.replace("-", " ").capitalize()),
        themes=themes,
        topics=tuple(topics.values()),
        alone=_answers(top.mapping("alone"), report),
        rejected_pairs=tuple(_rejected_pairs(top, report)),
    )
    top.close()
    return concordance


def read_seen_text(text: str, report: Report) -> tuple[SeenText, ...]:
    """Read the text of a file of seen texts; problems go to ``report``.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a newer format. An organisation
    may have the name of the key for the format; its clauses stand below it.
    """
    top = read_mapping(text, report)
    if top.is_text(KEY):
        check_format(top, SEEN, report)
    found = []
    for organisation in (name for name in top.names() if not top.is_text(name)):
        entries = top.mapping(organisation)
        found += [
            SeenText(place=Place(organisation, anchor), fingerprint=entries.text(anchor))
            for anchor in entries.names()
        ]
    return tuple(found)


def _theme(entry: YamlMapping) -> Theme:
    theme = Theme(id=entry.text("id"), title=entry.text("title"))
    entry.close()
    return theme


def _topic(entry: YamlMapping, report: Report) -> Topic:
    topic = Topic(
        id=entry.text("id"),
        title=entry.text("title"),
        theme=entry.text("theme"),
        audience=entry.choice("audience", Audience.EVERYONE),
        kind=entry.choice("kind", Kind.RULE),
        answers=(),
        rejected=_answers(entry.mapping("rejected"), report),
        note=entry.text("note"),
        asked=entry.texts("asked"),
        location=report.at(entry.line),
    )
    topic = replace(topic, answers=_by_standing(entry, topic.rejected, report))
    entry.close()
    for key in ("id", "title", "theme"):
        if not getattr(topic, key):
            report.add(TOPIC_INCOMPLETE, entry.line, key=key)
    return topic


def _by_standing(
    entry: YamlMapping, rejected: tuple[Answer, ...], report: Report
) -> tuple[Answer, ...]:
    """Return a topic's answers; the same one is not taken again from a key that wins less."""
    found = _answers(entry.mapping("clauses"), report)
    confirmed = _answers(entry.mapping("confirmed"), report, AnswerStanding.CONFIRMED)
    found += tuple(answer for answer in confirmed if answer not in found)
    proposed = _answers(entry.mapping("proposed"), report, AnswerStanding.PROPOSED)
    decided = {*found, *rejected}
    return found + tuple(answer for answer in proposed if answer not in decided)


def _answers(
    found: YamlMapping, report: Report, standing: AnswerStanding = AnswerStanding.CURATED
) -> tuple[Answer, ...]:
    return tuple(
        Answer(place=Place(organisation, anchor), standing=standing, location=report.at(line))
        for organisation in found.names()
        for anchor, line in found.located_texts(organisation)
    )


def _rejected_pairs(top: YamlMapping, report: Report) -> Iterator[tuple[Answer, Answer]]:
    """Yield the first clause of each entry with each of the others."""
    for texts, line in top.located_lists("rejected_pairs"):
        places = [Place.parse(text) for text in texts]
        if len(places) < 2 or not all(place.is_clause for place in places):
            report.add(REJECTED_PAIR, line)
            continue
        first, *others = (Answer(place=place, location=report.at(line)) for place in places)
        yield from ((first, other) for other in others)
