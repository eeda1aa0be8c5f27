"""``topics.yml`` to a :class:`~protocolkit.comparison.concordance.Concordance`."""

from __future__ import annotations

from pathlib import Path

from protocolkit.comparison.concordance import Answer, Audience, Concordance, Theme, Topic
from protocolkit.files import read_text
from protocolkit.model import Kind
from protocolkit.problems import Problem, error
from protocolkit.reading.report import Report
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


def read_topics(path: Path, name: str = "") -> tuple[Concordance, tuple[Problem, ...]]:
    """Read a topics file; ``name`` is how messages call it.

    Raises :class:`~protocolkit.problems.ProtocolkitError` when it cannot be read as text.
    """
    report = Report(name or str(path))
    concordance = read_topics_text(read_text(path, report.path), path.parent.name, report)
    return concordance, tuple(report.problems)


def read_topics_text(text: str, subject: str, report: Report) -> Concordance:
    """Read the text of a topics file; problems go to ``report``."""
    top = read_mapping(text, report)
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
    )
    top.close()
    return concordance


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
        answers=_answers(entry.mapping("clauses"), report),
        location=report.at(entry.line),
    )
    entry.close()
    for key in ("id", "title", "theme"):
        if not getattr(topic, key):
            report.add(TOPIC_INCOMPLETE, entry.line, key=key)
    return topic


def _answers(found: YamlMapping, report: Report) -> tuple[Answer, ...]:
    return tuple(
        Answer(organisation=organisation, anchor=anchor, location=report.at(line))
        for organisation in found.names()
        for anchor, line in found.located_texts(organisation)
    )
