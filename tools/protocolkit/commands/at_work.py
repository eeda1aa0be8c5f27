"""Taking hold of a repository while a command writes in it, and telling who has it already."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.holding import Holder, holding
from protocolkit.commands.output import say, speak


@contextlib.contextmanager
def at_work(root: Path, command: str) -> Iterator[None]:
    """Keep other commands out of a repository for now; ``command`` is the word after 'protocol'.

    When another has it, somebody at a terminal is told so and waits. Elsewhere that raises
    :class:`~protocolkit.base.problems.ProtocolkitError`: nothing may hang.
    """
    waiting = _tell if sys.stdin.isatty() else None
    with holding(root, f"protocol {command}", waiting):
        yield


def _tell(holder: Holder) -> None:
    text = speak(
        "'{command}' is at work in this folder (process {process}). This waits until it is done; "
        "Ctrl+C stops."
    )
    say(text.format(command=speak(holder.command), process=holder.process))
