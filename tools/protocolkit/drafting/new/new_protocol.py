"""A new protocol from the template: what was answered, and for the rest what is recommended.

A topic on which boards disagree is never chosen for anyone: without an answer it stays open, as
a blank that ``protocol check`` reports. A topic that few boards have stays out without an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import Problem, error, problem
from protocolkit.document.model import Block, Paragraph
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.draft import Draft, Part, PartGroup, own_part
from protocolkit.drafting.new.numbering import edited_blocks, own_kind
from protocolkit.drafting.new.theme_headings import headed_themes
from protocolkit.drafting.template.values import (
    APPENDIX_TITLES,
    VERSION_LENGTH,
    AppendixKind,
    Choice,
    OwnClause,
    Placeholder,
    Template,
    TemplateTheme,
    TemplateTopic,
)

ALL = "alle"
"""The answer that takes an appendix along."""

ANSWER_TOPIC = error(
    "answer-topic",
    "An answer is about an unknown topic",
    "there is no topic '{name}'.",
    "Nearest are: {near}.",
)
ANSWER_CHOICE = error(
    "answer-choice",
    "An answer chooses an unknown formulation",
    "on '{topic}' there is no formulation '{name}'.",
    "Choose one of: {known}; or 'geen' to leave the topic out, or nothing to leave it open.",
)

OPEN_CLAUSE = mark("[choose a formulation] {question}")
_TITLE = mark("Protocol on {subject}")
_MOST = 5
_SEPARATOR = re.compile(r"\s*[,+;]\s*|\s+")


def appendix_key(kind: AppendixKind) -> str:
    """Return under which name an appendix is answered: ``bijlage-handreiking``."""
    return f"bijlage-{kind.value}"


def selected(topic: TemplateTopic, answers: Answers) -> tuple[Choice, ...]:
    """Return the formulations on a topic: those answered, or the one that is recommended."""
    if topic.id in answers.choices:
        found = (_find(topic, name) for name in choice_names(answers.choices[topic.id]))
        return tuple(dict.fromkeys(choice for choice in found if choice is not None))
    if topic.is_optional:
        return ()
    first = recommended(topic, answers)
    return (first,) if first is not None else ()


def recommended(topic: TemplateTopic, answers: Answers) -> Choice | None:
    """Return what is recommended to this organisation; None where boards disagree."""
    return topic.recommended_in(answers.organisation.sector)


def is_open(topic: TemplateTopic, answers: Answers) -> bool:
    """Tell whether nobody chose yet on a topic that needs a choice."""
    if topic.id in answers.choices:
        answer = answers.choices[topic.id]
        return not answer or (answer == OWN and not answers.own_words(topic.id))
    return not topic.is_optional and recommended(topic, answers) is None


def choice_names(answer: str) -> tuple[str, ...]:
    """Return the names in an answer: ids of formulations, or 'geen'."""
    return tuple(name for name in _SEPARATOR.split(answer.strip()) if name)


def check_answers(answers: Answers, template: Template) -> Iterator[Problem]:
    """Yield every answer about what the template does not have, with its place and the cure."""
    appendices = [appendix_key(found.kind) for found in template.appendices]
    topics = {topic.id: topic for topic in template.topics}
    for name, answer in answers.choices.items():
        location = answers.location(f"choices.{name}")
        if name in appendices:
            if answer not in ("", NONE, ALL):
                yield problem(ANSWER_CHOICE, location, topic=name, name=answer, known=ALL)
        elif name not in topics:
            near = nearest(name, (*topics, *appendices))
            yield problem(ANSWER_TOPIC, location, name=name, near=near)
        elif answer not in (NONE, OWN):
            known = ", ".join(choice.id for choice in topics[name].choices)
            for part in choice_names(answer):
                if _find(topics[name], part) is None:
                    yield problem(ANSWER_CHOICE, location, topic=name, name=part, known=known)


def nearest(name: str, topics: Iterable[str]) -> str:
    """Return the few topics of which the names are most like a name that is unknown."""
    return ", ".join(get_close_matches(name, list(topics), _MOST, 0.0)) or "–"


def draft_from_template(template: Template, answers: Answers, translate: Translate) -> Draft:
    """Return the draft that the answers make of a template."""
    homes = _homes(template, answers)
    themes = headed_themes(template.themes, translate)
    groups = [_group(theme, answers, homes, translate) for theme in themes]
    groups += _appendices(template, answers, translate)
    declined = (
        topic.id
        for topic in template.topics
        if not is_open(topic, answers)
        and not selected(topic, answers)
        and not answers.own_words(topic.id)
    )
    return Draft(
        title=protocol_title(template.title, translate),
        groups=tuple(group for group in groups if group.parts),
        template=template.version[:VERSION_LENGTH],
        declined=tuple(declined),
    )


def protocol_title(subject_title: str, translate: Translate) -> str:
    """Return the title of a new protocol: ``Protocol sociale media``."""
    if subject_title.lower().startswith("protocol"):
        return subject_title
    lowered = subject_title[:1].lower() + subject_title[1:]
    return translate(_TITLE).format(subject=lowered)


def placeholders_of(draft: Draft) -> tuple[Placeholder, ...]:
    """Return every placeholder of a draft, each key once, in order."""
    found: dict[str, Placeholder] = {}
    for group in draft.groups:
        for part in group.parts:
            for placeholder in part.choice.placeholders if part.choice else ():
                found.setdefault(placeholder.key, placeholder)
    return tuple(found.values())


def values_of(draft: Draft, answers: Answers) -> dict[str, str]:
    """Return what fills each placeholder of a draft, by key."""
    return {found.key: answers.value(found.key) for found in placeholders_of(draft)}


def open_blocks(question: str, translate: Translate) -> tuple[Block, ...]:
    """Return the words that stand where nobody chose yet; ``protocol check`` reports them."""
    return (Paragraph((Text(translate(OPEN_CLAUSE).format(question=question)),)),)


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a formulation is written when it answers several topics, and which those are."""

    topic: str
    topics: tuple[str, ...]


def _find(topic: TemplateTopic, name: str) -> Choice | None:
    """Return a choice by its id, or by the place of a clause that says it."""
    own = (found for found in topic.choices if name in {found.id, str(found.origin.place)})
    held = (c for c in topic.choices if name in {str(holder.place) for holder in c.holders})
    return next(own, next(held, None))


def _homes(template: Template, answers: Answers) -> Mapping[str, _Home]:
    """Return where each chosen formulation is written: at its main topic, else at the first."""
    takers: dict[str, list[str]] = {}
    main: dict[str, str] = {}
    for topic in template.topics:
        for choice in selected(topic, answers):
            takers.setdefault(choice.id, []).append(topic.id)
            main[choice.id] = choice.main_topic
    return {
        found: _Home(main[found] if main[found] in topics else topics[0], tuple(topics))
        for found, topics in takers.items()
    }


def _group(
    theme: TemplateTheme, answers: Answers, homes: Mapping[str, _Home], translate: Translate
) -> PartGroup:
    parts: list[Part] = []
    for topic in theme.topics:
        parts += _parts(topic, answers, homes, translate)
        parts += (_own(own) for own in theme.extra if own.after == topic.id)
    placed = {topic.id for topic in theme.topics}
    parts += (_own(own) for own in theme.extra if own.after not in placed)
    return PartGroup(anchor=f"deel-{theme.id}", title=theme.title, parts=tuple(parts))


def _parts(
    topic: TemplateTopic, answers: Answers, homes: Mapping[str, _Home], translate: Translate
) -> Iterable[Part]:
    if is_open(topic, answers):
        blocks = open_blocks(topic.question, translate)
        yield Part(stem=topic.id, topics=(topic.id,), blocks=blocks, kind=topic.kind)
    if words := answers.own_words(topic.id):
        yield own_part(topic.id, words, own_kind(topic.kind, topic.choices))
    for choice in selected(topic, answers):
        if homes[choice.id].topic == topic.id:
            # the topic of the heading under which it stands comes first
            others = (other for other in homes[choice.id].topics if other != topic.id)
            edit = edited_blocks(choice, answers.edits.get(choice.id, ""))
            yield Part(stem=topic.id, topics=(topic.id, *others), choice=choice, blocks=edit)


def _own(own: OwnClause) -> Part:
    return Part(stem=own.anchor, topics=(), blocks=own.blocks, chosen=OWN)


def _appendices(template: Template, answers: Answers, translate: Translate) -> Iterator[PartGroup]:
    for appendix in template.appendices:
        key = appendix_key(appendix.kind)
        if answers.choices.get(key) == ALL:
            parts = (Part(stem=appendix.kind.value, topics=(), choice=c) for c in appendix.choices)
            title = translate(APPENDIX_TITLES[appendix.kind])
            yield PartGroup(anchor=key, title=title, parts=tuple(parts))
