"""Talks: what is typed in a repository, and all that is said and printed back.

A talk is a text file. A paragraph of it writes a file (``write PATH`` and lines after ``|``), puts
other words in one (``change PATH: old => new``), takes one away (``remove PATH``), or types a
command: ``$`` and the words, then ``<`` for each line that a person types. What comes back stands
below that: ``exit``, ``!`` for talk and ``=`` for results. ``//`` begins a remark.
"""

from __future__ import annotations

import io
import shlex
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from unittest.mock import patch

import typed

DAY = datetime(2026, 4, 1, 12, tzinfo=UTC)
_SAID = ("exit ", "!", "=")


class _Clock(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return DAY.astimezone(tz)


class _Person(io.StringIO):
    def isatty(self) -> bool:
        return True


def retold(talk: str, root: Path) -> str:
    """Return a talk with what comes back today, in a folder that is empty yet."""
    return "\n\n".join("\n".join(_step(step, root)) for step in talk.strip().split("\n\n")) + "\n"


def _step(step: str, root: Path) -> Iterator[str]:
    lines = [line for line in step.splitlines() if not line.startswith(_SAID)]
    yield from lines
    first, *rest = [line for line in lines if not line.startswith("//")]
    kind, _, words = first.partition(" ")
    if kind == "write":
        path = root / words
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line[2:]}\n" for line in rest), "utf-8")
    elif kind == "change":
        name, _, change = words.partition(": ")
        old, _, new = change.partition(" => ")
        text = (root / name).read_text("utf-8")
        assert old in text, first
        (root / name).write_text(text.replace(old, new), "utf-8")
    elif kind == "remove":
        (root / words).unlink()
    else:
        assert kind == "$", first
        yield from _told(shlex.split(words), [line[2:] for line in rest], root)


def _told(words: list[str], replies: list[str], root: Path) -> Iterator[str]:
    """Type a command on one day, where no other program is; yield what comes back."""
    with (
        patch("protocolkit.commands.today.datetime", _Clock),
        patch.object(shutil, "which", {"protocol": "/usr/bin/protocol"}.get),
        patch.object(sys, "stdin", _Person("".join(f"{line}\n" for line in replies))),
    ):
        done = typed.typed(*words, cwd=root)
    yield f"exit {done.returncode}"
    for sign, text in (("!", done.stderr), ("=", done.stdout)):
        for line in text.replace(str(root), "ROOT").splitlines():
            yield f"{sign} {line}".rstrip()
