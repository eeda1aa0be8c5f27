"""A command that is tried: all that it says, and then which files it would have written."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from protocolkit.base.messages import mark
from protocolkit.base.trial import Tried, trial
from protocolkit.commands.output import count, show, speak, talk

# This many lines of a file that changes are shown; the rest is counted.
_MOST_LINES = 20
_LINE, _LINES = mark("line more"), mark("lines more")


def in_trial(command: Callable[[], int]) -> int:
    """Run a command without writing anything; say what it would have written; return its code."""
    talk(speak("This is a trial: what is told below does not happen."))
    with trial() as now:
        code = command()
    if now.files:
        talk(speak("This was a trial: nothing was written. Without --dry-run these would be:"))
    else:
        talk(speak("This was a trial: nothing was written. Without --dry-run neither."))
    for line in _told(now.files):
        show(line)
    return code


def _told(files: Mapping[Path, Tried]) -> Iterator[str]:
    for path, tried in files.items():
        name = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        if tried.before is None:
            yield speak("New: {file}").format(file=name)
        elif tried.after is None:
            yield speak("Taken away: {file}").format(file=name)
        else:
            yield speak("Changed: {file}").format(file=name)
            yield from _changed_lines(tried.before, tried.after)


def _changed_lines(before: bytes, after: bytes) -> Iterator[str]:
    """Yield the lines of a text that go and that come; nothing of what is no text."""
    try:
        old, new = (content.decode("utf-8").splitlines() for content in (before, after))
    except UnicodeDecodeError:
        return
    marked = difflib.unified_diff(old, new, lineterm="", n=0)
    changed = [line for line in islice(marked, 2, None) if not line.startswith("@@")]
    yield from (f"  {line[0]} {line[1:]}" for line in changed[:_MOST_LINES])
    if len(changed) > _MOST_LINES:
        yield f"  … {count(len(changed) - _MOST_LINES, _LINE, _LINES)}"
