"""``protocol approve``: what a council decided, tied to the text that it had before it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.plain_text import changes_text
from protocolkit.collection import printed_name
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, quoted, repository, say, show, speak, to_type
from protocolkit.commands.questions import confirmed as asked
from protocolkit.decisions.deciding import Recorded, Ruling, decide
from protocolkit.decisions.decision_standing import standings
from protocolkit.decisions.finding import code_signs, find_by_code
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import Decision, Right
from protocolkit.versions.named import protocol_path


def approve(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    section: str | None,
    right: str | None,
    decision: str,
    day: str,
    proof: Path | None,
    yes: bool,
    folder: Path,
) -> int:
    """Record a decision, and say what holds now for the text as it stands.

    ``name`` is a file or a check code.
    """
    found = Ruling(
        body=body.strip(),
        section=section,
        right=None if right is None else Right(right),
        decision=Decision(decision),
        day=day,
        proof=proof,
        signs=code_signs(name),
    )
    root = repository(folder, "approve")
    coded = find_by_code(root, found.signs, name) if found.signs else None
    path = coded.path if coded else protocol_path(name, root)
    file = open_working_file(root, path)
    today = datetime.now(UTC).astimezone().date().isoformat()
    with at_work(root, "approve"):
        done = decide(file, found, today, lambda changes: _confirm(changes, yes))
    _tell(done, root)
    _tell_rest(open_working_file(root, path))
    command = to_type(f"status {quoted([file.name])}")
    say(speak("How far it is shows: {command}").format(command=command))
    show(file.name)
    return EXIT_CLEAN


def _tell(done: Recorded, root: Path) -> None:
    """Say what was recorded, on which text, and what was kept for it."""
    entry, said = done.entry, decision_words(done.entry, speak)
    text = speak("Recorded: {body}, {decision}, {day}.")
    say(text.format(body=body_name(entry), decision=said, day=print_date(entry.date)))
    if not done.is_on_this_text:
        text = speak("The text was changed since: what was decided is about {version}.")
        say(text.format(version=entry.version or "–"))
    if done.version is not None:
        text = speak("The text was kept as {version}.")
        say(text.format(version=printed_name(done.version, root)))


def _tell_rest(file: WorkingFile) -> None:
    """Say of whom nothing holds yet for the text as it stands."""
    for one in standings(file.protocol):
        if not one.holds and one.approval.right is not Right.INFORMATION:
            said = f"{body_name(one.approval)} ({one.approval.right.value})"
            say(speak("Not yet: {body}: {why}.").format(body=said, why=speak(one.why)))


def _confirm(changes: ChangeSet, is_confirmed: bool) -> bool:
    """Show what was changed since the council had the text, and ask whether that was agreed."""
    say(changes_text(list_changes(changes, speak), speak))
    return is_confirmed or asked(speak("Are these the changes that were agreed?"))
