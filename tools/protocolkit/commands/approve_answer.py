"""``protocol approve … --decision beantwoord``: the board answered what a council decided."""

from __future__ import annotations

from pathlib import Path

from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, say, show, speak
from protocolkit.commands.today import today
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.terms import following
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.approval_lines import body_name, print_date


def tell_answer(path: Path, given: BoardAnswer, root: Path) -> int:
    """Record that the board answered in writing, and say which days follow."""
    file = open_working_file(root, path)
    with at_work(root, "approve"):
        done = answer(file, given, today())
    for entry in done:
        text = speak("Recorded: answered {body} on {day}.")
        say(text.format(body=body_name(entry), day=print_date(entry.answered)))
        for line in following(entry):
            say(line.in_words(speak))
    show(file.name)
    return EXIT_CLEAN
