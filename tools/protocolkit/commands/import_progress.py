"""How far an import is: one line that stays up to date on a terminal, else a line now and then."""

from __future__ import annotations

import sys

import click

from protocolkit.commands.output import say, speak
from protocolkit.importing.source.limits import Stage

_BAR = 30
_WIDTH = 79
_EVERY = {Stage.PAGES: 100, Stage.PARTS: 2_000, Stage.PROVED_PAGES: 100}
# A text of fewer lines is read before anybody has seen that it is being read.
_LONG = 2_000


class ImportProgress:
    """Tells on standard error what an import is doing."""

    def __init__(self) -> None:
        self._is_drawn = False

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Tell what is being done, and how much of it is done when that can be counted."""
        text = speak(stage.value).format(done=done, total=total)
        if sys.stderr.isatty():
            self._draw(text, done, total)
        elif done % _EVERY.get(stage, _LONG) == 0 and (done or total >= _LONG):
            say(text if done else f"{text} ...")

    def _draw(self, text: str, done: int, total: int) -> None:
        bar = "#" * (_BAR * done // max(total, 1))
        line = f"[{bar:-<{_BAR}}] {text}" if done else f"{text} ..."
        click.echo(f"\r{line[:_WIDTH]:<{_WIDTH}}", err=True, nl=False)
        self._is_drawn = True

    def end(self) -> None:
        """Leave the terminal's line, so that what follows stands below it."""
        if self._is_drawn:
            click.echo("", err=True)
        self._is_drawn = False
