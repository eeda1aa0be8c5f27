"""Asking one question after another: going back, stopping, and asking again what did not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import click

from protocolkit.commands.output import height, lines_of, say, speak, talk, width
from protocolkit.drafting.new.answers import Answers

BACK = "terug"
STOP = "stop"
AGAIN = "?"
MORE = "meer"
YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"n", "nee", "no"})
_LONGEST = 2000
UNDO = "-"
# What a question says of Enter alone is not so when there is an earlier answer: a sign does that.
_ENTER = re.compile(r"\bEnter: (?=[^)]*\))")
_ENTER_ALONE = re.compile(r"\s*\(Enter: [^)]*\)")
# What a line begins with before its text: space, and its number in a list.
_HEAD = re.compile(r"\s*(?:\d+\.\s+)?")
# Below the text of a question stand its last line, what is typed, and a hint.
_BELOW = 5


class UnfitReplyError(ValueError):
    """A reply that cannot be used; its text says what can."""


@dataclass(frozen=True, slots=True)
class WhenShown:
    """Lines that are made when somebody is to read them: of most questions only the key is used."""

    make: Callable[[], Iterable[str]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.make())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: ``key`` is the path of what it asks for, ``lines`` are printed before it.

    ``default`` is what an empty reply means, ``""`` for nothing. ``take`` puts a reply with the
    answers and raises :class:`UnfitReplyError`. ``details`` are printed for who asks for them.
    A question that ``is_unlikely`` depends on a reply to come, and is not counted beforehand.
    """

    key: str
    text: str
    take: Callable[[str], Answers]
    lines: Iterable[str] = ()
    default: str = ""
    details: Iterable[str] = ()
    is_unlikely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far the questions have come: the answers, and which were asked."""

    answers: Answers
    asked: frozenset[str] = frozenset()
    is_stopped: bool = False


Questions = Callable[[State], Iterator[Question]]


def interview(begin: State, questions: Questions, opening: str = "") -> State:
    """Ask until nothing is left to ask, or until somebody stops; ``opening`` is said first."""
    words = speak(
        "Type '{back}' for the question before, '{stop}' to go on another time, '{again}' to see "
        "the question again with everything there is to it."
    )
    opened = [
        *(lines_of(opening, width()) if opening else ()),
        *lines_of(words.format(back=BACK, stop=STOP, again=AGAIN), width()),
    ]
    for line in opened:
        say(line)
    past = [begin]
    given: dict[str, str] = {}
    while True:
        state = past[-1]
        left = {q.key: q for q in questions(state) if q.key not in state.asked}
        if not left:
            return state
        question = _as_answered(next(iter(left.values())), given)
        likely = [other for other in left.values() if not other.is_unlikely]
        rest = _show(question, _progress(len(past), max(len(likely), 1), state), len(opened))
        opened.clear()
        after = _answered(question, state, rest, given)
        if after is not None and after.is_stopped:
            return after
        if after is not None:
            past.append(after)
        elif len(past) == 1:
            say(speak("This is the first question."))
        else:
            past.pop()


def _as_answered(question: Question, given: Mapping[str, str]) -> Question:
    """Return a question that was answered before with that answer as what Enter means."""
    earlier = given.get(question.key, "")
    if not earlier:
        return question
    if question.default:
        text = _ENTER_ALONE.sub("", question.text)
        return replace(question, default=earlier, text=text)

    def take(reply: str) -> Answers:
        return question.take("" if reply == UNDO else reply)

    text = _ENTER.sub(f"'{UNDO}': ", question.text)
    return replace(question, default=earlier, text=text, take=take)


def _answered(
    question: Question, state: State, rest: list[str], given: dict[str, str]
) -> State | None:
    """Ask one question until the reply fits; None goes back to the question before.

    ``rest`` are lines that did not fit on the screen, ``given`` gets the reply.
    """
    while True:
        reply = _ask(question, len(rest))
        if reply == STOP:
            return replace(state, is_stopped=True)
        if reply == BACK:
            return None
        if reply in {AGAIN, MORE}:
            rest = _page(rest) if reply == MORE else _show(question, "", is_whole=True)
            continue
        try:
            answers = question.take(_sound(reply))
        except UnfitReplyError as reason:
            hint = speak("'{again}' shows the question again, '{back}' goes back, '{stop}' stops.")
            talk(str(reason))
            talk(hint.format(again=AGAIN, back=BACK, stop=STOP))
            continue
        given[question.key] = "" if reply == UNDO else reply
        return State(answers=answers, asked=state.asked | {question.key})


def _progress(number: int, left: int, state: State) -> str:
    """Say how far somebody is; how much is to come is known when the kind of protocol is."""
    if not state.answers.subject:
        return speak("Question {number}").format(number=number)
    count = number + left - 1
    return speak("Question {number} of about {count}").format(number=number, count=count)


def _show(
    question: Question, progress: str, above: int = 0, *, is_whole: bool = False
) -> list[str]:
    """Print what stands above a question; return what does not fit on the screen.

    ``above`` is how many lines were said on that screen before.
    """
    lines = ["", *([f"── {progress} ──"] if progress else []), *question.lines]
    return _page([*lines, *(question.details if is_whole else ())], above)


def _page(lines: Sequence[str], above: int = 0) -> list[str]:
    """Print as many lines as a screen has room for below others; return the rest."""
    fitting = [part for line in lines for part in _fitted(line)]
    most = max(height() - _BELOW - above, 1) if height() else len(fitting)
    for line in fitting[:most]:
        say(line)
    return fitting[most:]


def _fitted(line: str) -> Iterator[str]:
    """Yield a line in lines that fit: below a number stands the text behind it, not the number."""
    if len(line) <= width():
        yield line
        return
    head = _HEAD.match(line)
    begin = head.end() if head else 0
    first, *others = lines_of(line[begin:], width() - begin)
    yield line[:begin] + first
    yield from (" " * begin + part for part in others)


def _sound(reply: str) -> str:
    """Return a reply that a file can hold; raise for one that it cannot."""
    if not reply.isprintable():
        raise UnfitReplyError(speak("There are characters in it that cannot be used."))
    if len(reply) > _LONGEST:
        text = speak("This is too long: at most {count} characters.")
        raise UnfitReplyError(text.format(count=_LONGEST))
    return reply


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


def _ask(question: Question, more: int) -> str:
    """Return the reply to a question; the end of the input and Ctrl-C mean stopping.

    ``more`` is how many lines above it are still to be shown.
    """
    words = [question.text]
    if question.default:
        words.append(speak("(Enter alone: {reply})").format(reply=question.default))
    if more:
        words.append(speak("('{more}': {count} lines more)").format(more=MORE, count=more))
    *before, last = lines_of(" ".join(words), width() - 2)
    for line in before:
        say(line)
    try:
        reply: str = click.prompt(last, default=question.default, show_default=False, err=True)
    except click.Abort:
        say("")
        return STOP
    text = " ".join(reply.split())
    return text.lower() if text.lower() in {BACK, STOP, MORE} else text
