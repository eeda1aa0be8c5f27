"""Problems: what an author did wrong or what is odd, collected as values and never raised.

Each layer declares its codes as :class:`Code` values; the texts in them are the catalogue's
English source strings, users see Dutch. An unreadable file raises :class:`ProtocolkitError`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from protocolkit.base.location import NOWHERE, Location, on_one_line
from protocolkit.base.messages import Marked, Message, Translate, mark


class Severity(Enum):
    """How bad a problem is: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of problem. ``message`` and ``hint`` are templates for :meth:`str.format`."""

    name: str
    severity: Severity
    title: Marked
    message: Marked
    hint: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem: its code, its place, and the values that its message names.

    ``anchor`` is the clause that it is about, where there is one; messages may name it too.
    """

    code: Code
    location: Location = NOWHERE
    anchor: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def message(self, translate: Translate) -> str:
        """Return what is wrong, in the reader's language."""
        return self._filled(self.code.message, translate)

    def hint(self, translate: Translate) -> str:
        """Return the cure, in the reader's language."""
        return self._filled(self.code.hint, translate)

    def line(self, translate: Translate) -> str:
        """Return the problem in one line: place, message, cure, code."""
        parts = [f"{self.location}: {self.message(translate)}", self.hint(translate)]
        return on_one_line(f"{' '.join(part for part in parts if part)} [{self.code.name}]")

    def _filled(self, template: Marked, translate: Translate) -> str:
        values = (("anchor", self.anchor), *self.values)
        return Message(text=template, values=values).in_words(translate)


class ProtocolkitError(Exception):
    """Something that cannot go on, with the problem that says why and how to mend it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.name)
        self.problem = problem

    def __str__(self) -> str:
        return self.problem.line(lambda text: text)


def error(name: str, title: str, message: str, hint: str) -> Code:
    """Declare a code that stops a build."""
    return Code(
        name=name,
        severity=Severity.ERROR,
        title=mark(title),
        message=mark(message),
        hint=mark(hint),
    )


def warning(name: str, title: str, message: str, hint: str) -> Code:
    """Declare a code that is reported and no more."""
    return Code(
        name=name,
        severity=Severity.WARNING,
        title=mark(title),
        message=mark(message),
        hint=mark(hint),
    )


def problem(code: Code, location: Location = NOWHERE, anchor: str = "", **values: str) -> Problem:
    """Make a problem; ``values`` fill the code's message and hint."""
    return Problem(code=code, location=location, anchor=anchor, values=tuple(values.items()))
