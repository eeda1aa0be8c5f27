"""Asking a person about each proposal: both texts, and what she says is written at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from protocolkit.alignment.proposal_words import remark
from protocolkit.alignment.suggestions import Addition, links_by_pair, question_of
from protocolkit.alignment.topics_writer import Question, with_confirmed, with_rejected
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.replacing import FILE_CHANGED
from protocolkit.commands.align_subject import (
    State,
    TopicsFile,
    edited,
    open_topics,
    place_name,
    write_topics,
)
from protocolkit.commands.output import say, speak
from protocolkit.comparison.concordance import Topic
from protocolkit.document.place import Place

GOOD, WRONG, LATER, STOP, BACK, OTHERS = (
    mark("good"),
    mark("wrong"),
    mark("not now"),
    mark("stop"),
    mark("back"),
    mark("others"),
)
_ANSWERS = (GOOD, WRONG, LATER, STOP, BACK, OTHERS)


@dataclass(frozen=True, slots=True)
class _Step:
    """What the file held before and after an answer."""

    before: str
    after: str


def review(state: State) -> None:
    """Ask about every proposal, written or new; stop when the answers end."""
    asked = tuple(questions(state))
    steps: list[_Step] = []
    while len(steps) < len(asked):
        question = asked[len(steps)]
        opened = open_topics(state)
        before = opened.text
        _show(question, state, len(steps) + 1, len(asked))
        answer = _answer()
        if answer == STOP:
            break
        if answer == BACK:
            _go_back(state, steps)
            continue
        if answer == OTHERS:
            _show_others(question.place, state)
            continue
        after = _after(before, question, answer, state)
        if after != before and not _is_written(state, opened, after):
            continue
        steps.append(_Step(before, after))
    say(speak("{done} of {all} proposals looked at.").format(done=len(steps), all=len(asked)))


def _is_written(state: State, opened: TopicsFile, after: str) -> bool:
    """Write an answer; if somebody has changed the file since, say so, to ask it again."""
    try:
        write_topics(state, opened, after)
    except ProtocolkitError as reason:
        if reason.problem.code is not FILE_CHANGED:
            raise
        say(speak("topics.yml was changed meanwhile; this proposal is asked again."))
        return False
    return True


def _after(before: str, question: Question, answer: str, state: State) -> str:
    if answer == GOOD:
        return edited(state, lambda: with_confirmed(before, question, state.texts))
    if answer == WRONG:
        return edited(state, lambda: with_rejected(before, question))
    return before


def questions(state: State) -> Iterator[Question]:
    """Yield what to ask: proposals that are in the file, then those that are new."""
    links = links_by_pair(state.proposal)
    for topic in state.concordance.topics:
        proposed = [a.place for a in topic.answers if not a.standing.is_decided]
        known = [place for place in proposed if place in state.texts.texts]
        if topic.is_proposed and known:
            yield from _of_proposed(topic, known, state)
        else:
            yield from (_of_addition(question_of(topic, place, links)) for place in known)
    yield from (_of_addition(addition) for addition in state.suggestions.additions)
    for new in state.suggestions.new_topics:
        for place in new.members:
            if place != new.central:
                yield Question(
                    topic=new.id,
                    title=state.texts.title(new),
                    place=place,
                    beside=new.central,
                    remark=remark(new.score, new.reasons, speak),
                    new=new,
                )


def _of_proposed(topic: Topic, members: Sequence[Place], state: State) -> Iterator[Question]:
    """Ask of each member whether it belongs with the one that is most like the others."""
    links = links_by_pair(state.proposal)

    def score(one: Place, other: Place) -> float:
        link = links.get(frozenset((one, other)))
        return link.score if link else 0.0

    central = min(members, key=lambda m: (-round(sum(score(m, o) for o in members), 3), m))
    for place in members:
        if place != central:
            link = links.get(frozenset((place, central)))
            yield Question(
                topic=topic.id,
                title=topic.title,
                place=place,
                beside=central,
                remark=remark(link.score, link.reasons, speak) if link else "",
            )


def _of_addition(addition: Addition) -> Question:
    return Question(
        topic=addition.topic.id,
        title=addition.topic.title,
        place=addition.place,
        beside=addition.nearest,
        remark=remark(addition.score, addition.reasons, speak),
    )


def _show(question: Question, state: State, number: int, total: int) -> None:
    say("")
    head = speak("Proposal {number} of {total}: {title}")
    say(head.format(number=number, total=total, title=question.title))
    for place in (question.beside, question.place):
        say(f"  {state.names.get(place, place.anchor)}")
        say(f"    {' '.join(state.texts.texts.get(place, '').split())}")
    if question.remark:
        say(f"  {question.remark}")


def _show_others(place: Place, state: State) -> None:
    """Show what else each other board has that is near to a clause, proposed or not."""
    say(speak("Nearest to {clause}:").format(clause=place_name(place, state)))
    for near in state.proposal.nearest:
        if near.place == place:
            for other, link in zip(near.places, near.links, strict=True):
                said = remark(link.score, link.reasons, speak)
                say(f"  - {place_name(other, state)}")
                say(f"    {said}")


def _answer() -> str:
    """Ask until one of the answers is given, or its beginning; no more input means stop."""
    words = {speak(answer): answer for answer in _ANSWERS}
    text = speak("Do these answer the same question? {answers}").format(answers=" / ".join(words))
    while True:
        try:
            typed = click.prompt(text, default="", show_default=False, err=True)
        except click.Abort:
            say("")
            return STOP
        typed = typed.strip().lower()
        found = [answer for word, answer in words.items() if typed and word.startswith(typed)]
        if len(found) == 1:
            return found[0]
        say(speak("Choose one of: {known}.").format(known=", ".join(words)))


def _go_back(state: State, steps: list[_Step]) -> None:
    """Take the last answer back, unless something else has changed the file since."""
    if not steps:
        say(speak("This is the first proposal."))
        return
    last = steps[-1]
    opened = open_topics(state)
    if opened.text != last.after:
        say(speak("topics.yml was changed meanwhile; going back is not possible."))
        return
    write_topics(state, opened, last.before)
    steps.pop()
