"""Asking one question after another: going back, stopping, and asking again what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import click

from protocolkit.commands.talk import say, speak
from protocolkit.drafting.answers import Answers

BACK = "terug"
STOP = "stop"
YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"n", "nee", "no"})


class UnfitReplyError(ValueError):
    """A reply that cannot be used; its text says what can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: ``key`` is the path of what it asks for, ``lines`` are printed before it.

    ``default`` is what an empty reply means, ``""`` for nothing. ``take`` puts a reply with the
    answers and raises :class:`UnfitReplyError`.
    """

    key: str
    text: str
    take: Callable[[str], Answers]
    lines: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far the questions have come: the answers, and which were asked."""

    answers: Answers
    asked: frozenset[str] = frozenset()
    is_stopped: bool = False


Questions = Callable[[State], Iterator[Question]]


def interview(begin: State, questions: Questions) -> State:
    """Ask until nothing is left to ask, or until somebody stops."""
    say(
        speak("Type '{back}' for the question before, '{stop}' to go on another time.").format(
            back=BACK, stop=STOP
        )
    )
    past = [begin]
    while True:
        state = past[-1]
        question = next((q for q in questions(state) if q.key not in state.asked), None)
        if question is None:
            return state
        reply = _ask(question)
        if reply == STOP:
            return replace(state, is_stopped=True)
        if reply == BACK:
            if len(past) == 1:
                say(speak("This is the first question."))
            else:
                past.pop()
            continue
        try:
            answers = question.take(reply)
        except UnfitReplyError as reason:
            say(str(reason))
            continue
        past.append(State(answers=answers, asked=state.asked | {question.key}))


def confirmed(text: str) -> bool:
    """Ask for yes or no until it is one of them; an empty reply is no."""
    while True:
        reply: str = click.prompt(f"{text} (ja/nee)", default="nee", err=True)
        try:
            return is_yes(reply.strip())
        except UnfitReplyError as reason:
            say(str(reason))


def is_yes(reply: str) -> bool:
    """Tell yes from no; raise for anything else."""
    if reply.lower() in YES | NO:
        return reply.lower() in YES
    raise UnfitReplyError(speak("Type 'ja' or 'nee'."))


def numbered(reply: str, count: int) -> tuple[int, ...]:
    """Return the places (from 0) that a reply names: ``2`` or ``1, 3``; raise for others."""
    words = reply.replace("+", ",").replace(";", ",").split(",")
    numbers = [word.strip() for word in words if word.strip()]
    if not numbers or not all(n.isdecimal() and 1 <= int(n) <= count for n in numbers):
        raise UnfitReplyError(speak("Type a number from 1 to {count}.").format(count=count))
    return tuple(dict.fromkeys(int(number) - 1 for number in numbers))


def _ask(question: Question) -> str:
    """Print a question and return the reply; the end of the input and Ctrl-C mean stopping."""
    say("")
    for line in question.lines:
        say(line)
    try:
        reply: str = click.prompt(
            question.text,
            default=question.default,
            show_default=bool(question.default),
            err=True,
        )
    except click.Abort:
        say("")
        return STOP
    text = " ".join(reply.split())
    return text.lower() if text.lower() in {BACK, STOP} else text
