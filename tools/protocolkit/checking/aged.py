"""What a text mentions that has changed since: names, laws, numbers, ages.

The knowledge is data (``aged.yml``), each entry with its date and source. A text of its time is
not wrong: the message asks to look, and says since when.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.checking.knowledge import aged_entries
from protocolkit.checking.passages import passages, shorten
from protocolkit.document.approval_lines import print_date
from protocolkit.document.model import Protocol

AGED = warning(
    "aged",
    "Something may have changed since",
    "'{words}': {changed} (since {since}). Check this.",
    "{advice} Source: {source}.",
)
CHANGES_OFTEN = warning(
    "changes-often",
    "Something changes from time to time",
    "'{words}': {changed}. Check this.",
    "{advice} Source: {source}.",
)


def check_aged(protocol: Protocol, today: str = "") -> Iterator[Problem]:
    """Yield what may have aged, each thing once per clause.

    With ``today``, what changed only after that day is left out.
    """
    entries = [entry for entry in aged_entries() if not today or entry.since <= today]
    seen: set[tuple[str, str]] = set()
    for passage in passages(protocol):
        for entry in entries:
            found = entry.words.search(passage.text)
            if found is None or (passage.anchor, entry.name) in seen:
                continue
            if entry.near is not None and not entry.near.search(passage.text):
                continue
            seen.add((passage.anchor, entry.name))
            values = {
                "words": shorten(found[0]),
                "changed": entry.changed,
                "source": entry.source,
                "advice": entry.advice,
            }
            if entry.since:
                values["since"] = print_date(entry.since)
            code = AGED if entry.since else CHANGES_OFTEN
            yield problem(code, passage.location, passage.anchor, **values)
