"""``protocol correct``: a record that was typed wrongly is put right, and what it said stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, quoted, repository, say, show, speak, to_type
from protocolkit.commands.status import mended_lines
from protocolkit.commands.today import today
from protocolkit.decisions.mending import Mending, mend
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import Decision, Right
from protocolkit.versions.named import protocol_path

_TYPED = {"niet gegeven": Decision.WITHHELD, "nog niet besloten": Decision.ASKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which record somebody means, and why it is put right."""

    body: str
    section: str | None
    right: str | None
    of: str
    reason: str


def correct(name: str, which: Which, typed: Mapping[str, str], folder: Path) -> int:
    """Put a record right, and say what it says now and what it said before."""
    root = repository(folder, "correct")
    changes = dict(typed)
    if "decision" in changes:
        decision = changes["decision"]
        changes["decision"] = _TYPED[decision].value if decision in _TYPED else decision
    mending = Mending(
        body=which.body.strip(),
        section=which.section,
        right=None if which.right is None else Right(which.right),
        of=which.of,
        reason=which.reason,
        changes=changes,
    )
    file = open_working_file(root, protocol_path(name, root))
    with at_work(root, "correct"):
        made = mend(file, mending, today(), speak)
    said = [body_name(made), decision_words(made, speak)]
    said += [print_date(made.date)] if made.date else []
    say(speak("Put right: {record}.").format(record=", ".join(said)))
    for line in list(mended_lines(made))[-1:]:
        say(line)
    command = to_type(f"status {quoted([file.name])}")
    say(speak("How far it is shows: {command}").format(command=command))
    show(file.name)
    return EXIT_CLEAN
