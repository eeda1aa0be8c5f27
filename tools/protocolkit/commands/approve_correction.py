"""``protocol approve … --decision 'kleine verbetering'``: the council was told of a correction."""

from __future__ import annotations

from pathlib import Path

from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet, of_the_text
from protocolkit.changes.plain_text import changes_text
from protocolkit.collection import printed_name
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, quoted, say, show, speak, to_type
from protocolkit.commands.questions import confirmed
from protocolkit.commands.today import today
from protocolkit.decisions.correcting import Corrected, Telling, correct, names_told
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.asking import bodies_named
from protocolkit.document.correction_notices import untold
from protocolkit.document.fingerprints import check_code
from protocolkit.document.model import Protocol


def tell_correction(path: Path, telling: Telling, root: Path, *, is_confirmed: bool) -> int:
    """Record that a council was told of a small correction, and say what holds now."""

    def confirm(changes: ChangeSet) -> bool:
        say(changes_text(list_changes(of_the_text(changes), speak), speak))
        return is_confirmed or confirmed(speak("Is this the small correction that was told?"))

    file = open_working_file(root, path)
    with at_work(root, "approve"):
        done = correct(file, telling, today(), speak, confirm)
    _tell(done, telling, root)
    _tell_rest(open_working_file(root, path).protocol)
    command = to_type(f"status {quoted([file.name])}")
    say(speak("How far it is shows: {command}").format(command=command))
    show(file.name)
    return EXIT_CLEAN


def _tell_rest(protocol: Protocol) -> None:
    """Say which councils decided on the text, and were not told yet."""
    if bodies := list(dict.fromkeys(map(body_name, untold(protocol)))):
        text = speak("Still to be told: {bodies}. Record that in the same way.")
        say(text.format(bodies=bodies_named(bodies, speak)))


def _tell(done: Corrected, telling: Telling, root: Path) -> None:
    text = speak("Recorded: small correction, told to {body} on {day}.")
    say(text.format(body=names_told(done.entries), day=print_date(telling.day)))
    first = done.entries[0]
    text = speak("The decision keeps its day. The check code was {before} and is now {now}.")
    before, now = check_code(first.codes[-2]), check_code(first.codes[-1])
    say(text.format(before=before, now=now))
    text = speak("The text was kept as {version}.")
    say(text.format(version=printed_name(done.version, root)))
