"""Collecting problems while a file is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocolkit.base.location import Location
from protocolkit.base.problems import Code, Problem, problem


@dataclass(slots=True)
class Report:
    """The problems found so far in one file; ``path`` is how messages name it."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def at(self, line: int) -> Location:
        """Return the location of a line of this file, counted from 1."""
        return Location(self.path, line)

    def add(self, code: Code, line: int = 0, anchor: str = "", **values: str) -> None:
        """Note a problem."""
        self.problems.append(problem(code, self.at(line), anchor, **values))
