"""What the report of an import says of places that can be read in another way."""

from __future__ import annotations

import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.importing.source.line_numbers import LineNumbers
from protocolkit.importing.structure.choices import Choice
from protocolkit.importing.taken_readings import typed

_NOW = mark("Line {line} ('{text}'): now {reading}.")
_CHOSEN = mark("Line {line} ('{text}'): as you chose, {reading}.")
_OTHERWISE = mark("Otherwise {reading}. Then type:")
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another reading: what it makes of the place, and the command that takes it."""

    says: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoice:
    """A place that can be read in another way: how it is read now, and what can be taken."""

    says: str
    offers: tuple[Offer, ...]


class ReadingChoices:
    """Knows the choices of an import by their place; ``command`` imports the file again."""

    def __init__(
        self, source: str, choices: Iterable[Choice], command: str, translate: Translate
    ) -> None:
        self._source = source
        self._lines = LineNumbers(source)
        self._choices = sorted(choices, key=lambda choice: choice.begin)
        self._begins = [choice.begin for choice in self._choices]
        self._command = command
        self._translate = translate

    def within(self, begin: int, end: int) -> tuple[ReadingChoice, ...]:
        """Return the doubted places in a span of the source."""
        first, last = (bisect_left(self._begins, place) for place in (begin, end))
        return tuple(self._place(one) for one in self._choices[first:last] if one.is_doubted)

    def undoubted(self) -> Iterator[ReadingChoice]:
        """Yield the places that are no doubt: a person chose, or it is sure enough."""
        return (self._place(choice) for choice in self._choices if not choice.is_doubted)

    def _place(self, choice: Choice) -> ReadingChoice:
        text = " ".join(self._source[choice.begin : choice.end].split())
        says = self._translate(_CHOSEN if choice.is_chosen else _NOW).format(
            line=self._lines.at(choice.begin),
            text=textwrap.shorten(text, _SHOWN, placeholder=" ...") if " " in text else text,
            reading=self._translate(choice.question.readings[choice.reading]),
        )
        return ReadingChoice(says=says, offers=tuple(self._offers(choice)))

    def _offers(self, choice: Choice) -> Iterator[Offer]:
        for reading in choice.others:
            other = self._translate(choice.question.readings[reading])
            yield Offer(
                says=self._translate(_OTHERWISE).format(reading=other),
                command=f"{self._command} --choose {typed(choice.key, reading)}",
            )
