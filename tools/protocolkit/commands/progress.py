"""Progress of a build: what is being done, and a bar for the paper where there is a terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from protocolkit.commands.output import say, speak

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_BAR = 30


@dataclass(slots=True)
class Progress:
    """Tells on standard error how far a build is; quiet when asked."""

    is_quiet: bool

    def follow(self, app: Sphinx) -> None:
        """Listen to what Sphinx and our own pages report."""
        if self.is_quiet:
            return
        app.connect("env-before-read-docs", self._reading)
        app.connect("env-check-consistency", self._writing)
        app.connect("protocolkit-paper-made", self._paper)

    def _reading(self, _app: object, _env: object, docnames: list[str]) -> None:
        say(speak("Reading {count} changed pages ...").format(count=len(docnames)))

    def _writing(self, _app: object, _env: object) -> None:
        say(speak("Writing the website ..."))

    def _paper(self, _app: object, name: str, number: int, total: int) -> None:
        if not sys.stderr.isatty():
            if number == 1:
                say(speak("Files to download that are made: {count} ...").format(count=total))
            return
        done = "#" * (_BAR * number // total)
        line = f"\r{speak('Downloads')} [{done:-<{_BAR}}] {number}/{total} {name}"
        click.echo(f"{line:<100.100}", err=True, nl=number == total)
