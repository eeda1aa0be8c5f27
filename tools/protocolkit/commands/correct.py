"""``protocol correct``: a record that was typed wrongly is put right, and what it said stays."""

from __future__ import annotations

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


def correct(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    section: str | None,
    right: str | None,
    of: str,
    reason: str,
    new_body: str | None,
    new_section: str | None,
    sent: str | None,
    meeting: str | None,
    before: str | None,
    decision: str | None,
    date: str | None,
    ground: str | None,
    schools: tuple[str, ...],
    answered: str | None,
    talked: str | None,
    folder: Path,
) -> int:
    """Put a record right, and say what it says now and what it said before."""
    who = {"body": new_body, "section": new_section, "ground": ground}
    days = {"sent": sent, "meeting": meeting, "before": before, "date": date}
    after = {"decision": _decision(decision), "answered": answered, "talked": talked}
    whose = {"schools": "; ".join(schools) or None}
    typed = {**who, **days, **after, **whose}
    mending = Mending(
        body=body.strip(),
        section=section,
        right=None if right is None else Right(right),
        of=of,
        reason=reason,
        changes={field: value for field, value in typed.items() if value is not None},
    )
    return _put_right(name, mending, repository(folder, "correct"))


def _decision(typed: str | None) -> str | None:
    return _TYPED[typed].value if typed in _TYPED else typed


def _put_right(name: str, mending: Mending, root: Path) -> int:
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
