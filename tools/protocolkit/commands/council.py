"""``protocol council``: a council is no more, and perhaps went up in another one."""

from __future__ import annotations

from pathlib import Path

from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, quoted, repository, say, show, speak, to_type
from protocolkit.commands.today import today
from protocolkit.commands.unread import check_all_read
from protocolkit.decisions.councils import end_council, undo_end
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import Approval, Ended
from protocolkit.document.bodies import OF_SOME_SCHOOLS, kind_of_body


def council(body: str, into: str, day: str, undo: bool, reason: str, folder: Path) -> int:
    """Record in every protocol that a council is no more, or take that back."""
    return _undo(body, reason, folder) if undo else _end(body, into, day, folder)


def _end(body: str, into: str, day: str, folder: Path) -> int:
    """Record the end, and say what is still open."""
    root = repository(folder, "council")
    ended = Ended(date=day, into=into.strip())
    with at_work(root, "council"):
        check_all_read(root)
        done = end_council(root, body.strip(), ended, today())
    text = speak("Recorded: {body} has been no more since {day}. Protocols: {count}.")
    say(text.format(body=body.strip(), day=print_date(day), count=len(done.files)))
    say(speak("What it decided stays in its own name."))
    for name, entry in done.open_in:
        words = ["submit", name, *(["--body", ended.into] if ended.into else [])]
        words += ["--right", entry.right.value]
        words += ["--section", entry.section] if entry.section else []
        words += [word for school in _some(entry) for word in ("--school", school)]
        text = speak(
            "It had not decided yet in {file}. Ask the council that is there now: {command}"
        )
        say(text.format(file=name, command=to_type(quoted(words))))
    for name in done.files:
        show(name)
    return EXIT_CLEAN


def _some(entry: Approval) -> tuple[str, ...]:
    """Return the schools to name for a council of some of them; others are of all."""
    return entry.schools if kind_of_body(entry.body) in OF_SOME_SCHOOLS else ()


def _undo(body: str, reason: str, folder: Path) -> int:
    """Take back in every protocol that a council is no more."""
    root = repository(folder, "council")
    with at_work(root, "council"):
        check_all_read(root)
        files = undo_end(root, body.strip(), reason.strip(), today(), speak)
    text = speak("Taken back: {body} is there again. Protocols: {count}.")
    say(text.format(body=body.strip(), count=len(files)))
    for name in files:
        show(name)
    return EXIT_CLEAN
