"""Writing proposals and decisions into the text of ``topics.yml``; every other byte stays.

Each function goes from the file's text to its new text. One that is written in a way that cannot
be edited safely raises :class:`~protocolkit.reading.yaml_edit.NotEditableError`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from protocolkit.alignment.proposal_words import remark
from protocolkit.alignment.suggestions import Addition, NewTopic, Suggestions
from protocolkit.alignment.titles import SetOfTexts, proposed_title, set_of_texts
from protocolkit.base.formats import KEY, SEEN, TOPICS
from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import AnswerStanding, Concordance, SeenText, Topic
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.reading.format_line import format_line
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_edit import added, removed
from protocolkit.reading.yaml_values import Inside, Noted, Value

THEME = "voorstellen"
"""The theme of topics that a program proposed, until a person gives them another."""

ALONE_NOTE = mark("proposal: no other clause answers the same question")
THEME_TITLE = mark("Proposals, not yet checked")
HEAD = mark("List of topics: which clauses of which organisations answer the same question.")
SEEN_HEAD = mark(
    "Written by 'protocol align': which text stood under each decision in topics.yml."
    " Do not change it by hand."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether a clause answers a topic: what a person is asked.

    ``new`` is the topic when it is not in the file yet; ``beside`` is the clause to compare with.
    """

    topic: str
    title: str
    place: Place
    beside: Place
    remark: str
    new: NewTopic | None = None


@dataclass(frozen=True, kw_only=True)
class Texts:
    """What the writer needs of the clauses: their texts and kinds, and the reader's language."""

    texts: Mapping[Place, str]
    kinds: Mapping[Place, Kind]
    translate: Translate

    def title(self, new: NewTopic, taken: Collection[str] = ()) -> str:
        """Return a title for a proposed topic, one that is not taken: what its clauses answer."""
        places = (new.central, *(place for place in new.members if place != new.central))
        texts = [self.texts[place] for place in places]
        return proposed_title(texts, self._whole, self.translate, taken)

    @cached_property
    def _whole(self) -> SetOfTexts:
        return set_of_texts(self.texts.values())


def with_suggestions(text: str, suggestions: Suggestions, texts: Texts) -> str:
    """Return a topics file with all suggestions in it as proposals."""
    inside: dict[int, Value] = {}
    places = {topic.id: number for number, topic in enumerate(_read(text).topics)}
    for number in sorted({places[addition.topic.id] for addition in suggestions.additions}):
        own = [a for a in suggestions.additions if places[a.topic.id] == number]
        inside[number] = {"proposed": _proposed(own, texts.translate)}
    if inside:
        text = added(text, {"topics": Inside(inside)})
    titles = [topic.title for topic in _read(text).topics]
    entries = []
    for new in suggestions.new_topics:
        titles.append(texts.title(new, titles))
        entries.append(_entry(new, {"proposed": new.members}, texts, titles[-1], is_noted=True))
    return _with_topics(text, entries, texts.translate) if entries else text


def with_alone(text: str, texts: Texts) -> str:
    """Return a topics file in which every clause that is in no topic stands under ``alone``."""
    places = outside(_read(text), texts)
    if not places:
        return text
    note = texts.translate(ALONE_NOTE)
    noted: dict[str, Value] = {
        slug: Noted([place.anchor for place in places if place.organisation == slug], note)
        for slug in sorted({place.organisation for place in places})
    }
    return added(text, {"alone": noted})


def outside(concordance: Concordance, texts: Texts) -> tuple[Place, ...]:
    """Return the clauses that stand in no topic and not under ``alone``."""
    inside = {answer.place for topic in concordance.topics for answer in topic.answers}
    inside |= {answer.place for answer in concordance.alone}
    return tuple(sorted(place for place in texts.texts if place not in inside))


def with_confirmed(text: str, question: Question, texts: Texts) -> str:
    """Return a topics file in which a person confirmed a proposal."""
    places = [question.place]
    topic = _topic(text, question.topic)
    if topic is None or topic.is_proposed:
        # The first that is confirmed makes the clause beside it part of the topic as well.
        places.append(question.beside)
    if topic is not None:
        text = _without_proposed(text, topic, places)
        number = _number(text, question.topic)
        text = added(text, {"topics": Inside({number: {"confirmed": _by_slug(places)}})})
    elif question.new is not None:
        title = texts.title(question.new)
        entry = _entry(question.new, {"confirmed": places}, texts, title, is_noted=False)
        text = _with_topics(text, [entry], texts.translate)
    return _without_alone(text, places)


def with_rejected(text: str, question: Question) -> str:
    """Return a topics file in which a person rejected a proposal, for ever.

    The clause is rejected from the topic, and from what stands in it now, whatever comes of it.
    """
    topic = _topic(text, question.topic)
    against = [question.beside]
    if topic is not None:
        decided = [a.place for a in topic.answers if a.standing.is_decided]
        against += [p for p in decided if p.organisation != question.place.organisation]
        text = _without_proposed(text, topic, [question.place])
        if decided:
            addition = {"rejected": _by_slug([question.place])}
            text = added(text, {"topics": Inside({_number(text, topic.id): addition})})
        else:
            text = _without_remains(text, topic.id)
    named = [str(place) for place in dict.fromkeys([question.place, *against])]
    return added(text, {"rejected_pairs": [named]})


def new_topics_file(title: str, translate: Translate) -> str:
    """Return the beginning of a topics file for a subject that has none."""
    return added(f"# {translate(HEAD)}\n{format_line(TOPICS)}\n", {"title": title})


def seen_file(seen: Sequence[SeenText], translate: Translate) -> str:
    """Return the text of a file of seen texts."""
    content: dict[str, Value] = {}
    for slug in sorted({found.place.organisation for found in seen}):
        own = sorted((s.place.anchor, s.fingerprint) for s in seen if s.place.organisation == slug)
        content[slug] = dict(own)
    is_taken = any(found.place.organisation == KEY for found in seen)
    line = "" if is_taken else f"{format_line(SEEN)}\n"
    head = f"# {translate(SEEN_HEAD)}\n{line}"
    return added(head, content) if content else head


def _with_topics(text: str, entries: Sequence[Value], translate: Translate) -> str:
    additions: dict[str, Value] = {}
    if THEME not in [theme.id for theme in _read(text).themes]:
        additions["themes"] = [{"id": THEME, "title": translate(THEME_TITLE)}]
    return added(text, {**additions, "topics": list(entries)})


def _entry(
    new: NewTopic,
    members: Mapping[str, Sequence[Place]],
    texts: Texts,
    title: str,
    *,
    is_noted: bool,
) -> Value:
    note = remark(new.score, new.reasons, texts.translate, 1) if is_noted else ""
    answers: dict[str, Value] = {
        key: Noted(_by_slug(places), note) if note else _by_slug(places)
        for key, places in members.items()
    }
    kind = texts.kinds[new.central]
    head: dict[str, Value] = {"id": new.id, "title": title, "theme": THEME}
    if kind is not Kind.RULE:
        head["kind"] = kind.value
    return {**head, **answers}


def _proposed(additions: Iterable[Addition], translate: Translate) -> Value:
    anchors: dict[str, list[str]] = {}
    notes: dict[str, list[str]] = {}
    for addition in additions:
        place = addition.place
        anchors.setdefault(place.organisation, []).append(place.anchor)
        said = remark(addition.score, addition.reasons, translate, 1)
        notes.setdefault(place.organisation, []).append(f"{place.anchor}: {said}")
    return {slug: Noted(names, " / ".join(notes[slug])) for slug, names in anchors.items()}


def _by_slug(places: Iterable[Place]) -> Value:
    found: dict[str, list[str]] = {}
    for place in sorted(set(places)):
        found.setdefault(place.organisation, []).append(place.anchor)
    return found


def _without_proposed(text: str, topic: Topic, places: Iterable[Place]) -> str:
    for place in places:
        for answer in topic.answers:
            if answer.place == place and answer.standing is AnswerStanding.PROPOSED:
                path = ("proposed", place.organisation, place.anchor)
                text = removed(text, ("topics", _number(text, topic.id), *path))
    return text


def _without_remains(text: str, name: str) -> str:
    """Take out a proposed topic in which one organisation is left, or none."""
    topic = _topic(text, name)
    if topic is None or len({answer.place.organisation for answer in topic.answers}) > 1:
        return text
    return removed(text, ("topics", _number(text, name)))


def _without_alone(text: str, places: Iterable[Place]) -> str:
    alone = {answer.place for answer in _read(text).alone}
    for place in places:
        if place in alone:
            text = removed(text, ("alone", place.organisation, place.anchor))
    return text


def _topic(text: str, name: str) -> Topic | None:
    return next((topic for topic in _read(text).topics if topic.id == name), None)


def _number(text: str, name: str) -> int:
    return [topic.id for topic in _read(text).topics].index(name)


def _read(text: str) -> Concordance:
    return read_topics_text(text, "", Report(""))
