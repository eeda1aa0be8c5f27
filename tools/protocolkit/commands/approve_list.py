"""``protocol approve FILE --list``: what many councils decided, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find, replace_file
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, quoted, say, show, speak, to_type
from protocolkit.commands.questions import confirmed
from protocolkit.commands.submit_list import check_alone, check_new_list, list_rows
from protocolkit.commands.today import today
from protocolkit.decisions.deciding import Ruling, decide_all
from protocolkit.decisions.decision_list import decision_workbook, rulings_of
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import is_adoption
from protocolkit.document.still_awaited import awaited

LIST_UNCONFIRMED = error(
    "list-unconfirmed",
    "Decisions of a list were not confirmed",
    "whether these decisions are right has to be confirmed; nothing was recorded.",
    "Give the command again and answer 'ja', or add --yes.",
)
LIST_NOBODY = error(
    "list-nobody",
    "Nobody is still to decide",
    "nobody was asked about this text, or all have decided.",
    "Submit the text first with 'protocol submit'.",
)


def approve_list(
    path: Path, sheet: Path, typed: Mapping[str, object], root: Path, yes: bool
) -> int:
    """Make a list that is not there, else record what it says after a summary.

    ``typed`` is what was typed besides, by its option.
    """
    check_alone(typed, str(sheet))
    file = open_working_file(root, path)
    if not sheet.exists():
        return _write(file, sheet)
    rows, hidden = list_rows(sheet)
    rulings = rulings_of(rows, str(sheet), speak, hidden, say)
    _summarise(rulings)
    if not yes and not _is_confirmed():
        raise ProtocolkitError(problem(LIST_UNCONFIRMED, Location(str(sheet))))
    with at_work(root, "approve"):
        done = decide_all(file, rulings, today())
    for entry in done:
        text = speak("Recorded: {body}, {decision}, {day}.")
        said, day = decision_words(entry, speak), print_date(entry.date)
        say(text.format(body=body_name(entry), decision=said, day=day))
    command = to_type(f"status {quoted([file.name])}")
    say(speak("How far it is shows: {command}").format(command=command))
    show(file.name)
    return EXIT_CLEAN


def _is_confirmed() -> bool:
    """Ask whether all of it must be recorded; where nobody can answer it must not."""
    try:
        return confirmed(speak("Record all of this?"))
    except click.Abort:
        return False


def _write(file: WorkingFile, sheet: Path) -> int:
    check_new_list(sheet)
    asked = [one for one in awaited(file.protocol) if not is_adoption(one)]
    if not asked:
        raise ProtocolkitError(problem(LIST_NOBODY, Location(file.name)))
    replace_file(find(sheet), decision_workbook(asked, speak))
    say(speak("Fill in what each council decided, and give the command again."))
    show(str(sheet))
    return EXIT_CLEAN


def _summarise(rulings: Sequence[Ruling]) -> None:
    """Say what would be recorded, before anything is."""
    say(speak("To be recorded: {count}.").format(count=len(rulings)))
    for one in rulings:
        body = f"{one.body} ({one.section})" if one.section else one.body
        said = [f"{one.decision.value}, {print_date(one.day)}"]
        if one.talked:
            said.append(speak("talked on {day}").format(day=print_date(one.talked)))
        if one.proof:
            said.append(speak("proof: {file}").format(file=one.proof.name))
        say(f"  {body}: {'; '.join(said)}")
