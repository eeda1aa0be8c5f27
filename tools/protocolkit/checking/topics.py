"""Topics against the protocols: every clause in a topic or in the list of those alone."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.alignment.topic_decisions import Recheck, rechecks
from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import Code, Problem, error, problem, warning
from protocolkit.collection import TOPICS_FILE, Subject
from protocolkit.comparison.concordance import Answer, Concordance
from protocolkit.document.outline import addressable, labels
from protocolkit.document.place import Place

OUTSIDE = mark("outside the topics")

TOPICS_MISSING = warning(
    "topics-missing",
    "There is no list of topics",
    "this kind of protocol has no topics, so it has no comparison.",
    "Make the file; the one of another kind of protocol shows how.",
)
TOPIC_ORGANISATION = error(
    "topic-organisation",
    "A topic names an unknown organisation",
    "there is no protocol of '{organisation}'.",
    "Write the name of its file without '.md': {known}.",
)
TOPIC_ANCHOR = error(
    "topic-anchor",
    "A topic names an unknown clause",
    "the protocol of '{organisation}' has no clause or note '{name}'.",
    "Look up the anchor in its file; perhaps it was retired.",
)
TOPIC_EMPTY = warning(
    "topic-empty",
    "A topic has no clauses",
    "no clause answers '{title}'.",
    "Add the clauses, or remove the topic.",
)
TOPIC_LEFT_OUT = error(
    "topic-left-out",
    "A clause is in no topic",
    "'{name}' ({label}) of '{organisation}' is in no topic and not under 'alone'.",
    "Put it in every topic that it answers, or under 'alone'.",
)
TOPIC_ALONE_TOO = error(
    "topic-alone-too",
    "A clause is both in a topic and alone",
    "'{name}' of '{organisation}' stands under 'alone' and in a topic.",
    "Remove it from one of the two.",
)
TOPIC_ANSWER_TWICE = warning(
    "topic-answer-twice",
    "A clause stands twice in one topic",
    "'{name}' of '{organisation}' stands twice in this topic.",
    "Remove one of the two.",
)
TOPIC_REJECTED_TOO = error(
    "topic-rejected-too",
    "A clause is both in a topic and rejected from it",
    "'{name}' of '{organisation}' answers this topic and stands under 'rejected' as well.",
    "Remove it from one of the two.",
)
TOPIC_TEXT_CHANGED = warning(
    "topic-text-changed",
    "A text changed after somebody decided where it belongs",
    "the text of '{name}' of '{organisation}' changed since it was decided: {decision} ({topic}).",
    "Look whether it still belongs here; then type 'protocol align {subject} --seen'.",
)


def check_topics(subject: Subject) -> Iterator[Problem]:
    """Yield what is wrong between a subject's topics and its protocols."""
    path = subject.file(TOPICS_FILE)
    if subject.concordance is None:
        yield problem(TOPICS_MISSING, Location(path))
        return
    yield from _check_names(subject, subject.concordance)
    yield from _check_cover(subject, subject.concordance, Location(path))
    # A clause that is gone is an unknown one, which is reported already.
    changed = rechecks(subject.concordance, subject.seen, subject.protocols)
    yield from (_changed(found, subject.slug) for found in changed if not found.is_gone)


def _check_names(subject: Subject, concordance: Concordance) -> Iterator[Problem]:
    known = {
        protocol.slug: {item.anchor for item in addressable(protocol)}
        for protocol in subject.protocols
    }
    for topic in concordance.topics:
        if not topic.answers:
            yield problem(TOPIC_EMPTY, topic.location, title=topic.title)
        seen: set[Answer] = set()
        for answer in topic.answers:
            if answer in seen:
                yield _about(answer, answer.location, TOPIC_ANSWER_TWICE)
            seen.add(answer)
            if answer in topic.rejected:
                yield _about(answer, answer.location, TOPIC_REJECTED_TOO)
    for answer in _all_answers(concordance):
        if answer.place.organisation not in known:
            yield problem(
                TOPIC_ORGANISATION,
                answer.location,
                organisation=answer.place.organisation,
                known=", ".join(sorted(known)),
            )
        elif answer.place.anchor not in known[answer.place.organisation]:
            yield problem(
                TOPIC_ANCHOR,
                answer.location,
                organisation=answer.place.organisation,
                name=answer.place.anchor,
            )


def _check_cover(
    subject: Subject, concordance: Concordance, location: Location
) -> Iterator[Problem]:
    grouped = {answer for topic in concordance.topics for answer in topic.answers}
    # Whoever put a clause under 'alone' had seen no proposal for it yet.
    decided = {a for topic in concordance.topics for a in topic.answers if a.standing.is_decided}
    alone = set(concordance.alone)
    for protocol in subject.protocols:
        names = labels(protocol)
        for item in addressable(protocol):
            answer = Answer(place=Place(protocol.slug, item.anchor))
            if answer in decided and answer in alone:
                yield _about(answer, location, TOPIC_ALONE_TOO)
            elif answer not in grouped and answer not in alone:
                yield problem(
                    TOPIC_LEFT_OUT,
                    location,
                    name=item.anchor,
                    label=names[item.anchor],
                    organisation=protocol.slug,
                )


def _about(answer: Answer, location: Location, code: Code) -> Problem:
    return problem(code, location, name=answer.place.anchor, organisation=answer.place.organisation)


def _changed(found: Recheck, subject: str) -> Problem:
    decided = found.decided
    return problem(
        TOPIC_TEXT_CHANGED,
        decided.answer.location,
        name=decided.place.anchor,
        organisation=decided.place.organisation,
        decision=decided.decision.value,
        topic=decided.topic.title if decided.topic else OUTSIDE,
        subject=subject,
    )


def _all_answers(concordance: Concordance) -> Iterator[Answer]:
    for topic in concordance.topics:
        yield from topic.answers
    yield from concordance.alone
