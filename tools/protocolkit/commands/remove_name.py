"""``protocol remove-name``: somebody's name is taken out of what was kept, and that is told."""

from __future__ import annotations

from pathlib import Path

from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, repository, say, show, speak
from protocolkit.commands.today import today
from protocolkit.document.fingerprints import check_code
from protocolkit.versions.removed_names import remove_name as work


def remove_name(path: Path, name: str, folder: Path) -> int:
    """Take a name out of kept versions; say which codes changed, and where it may stand as well."""
    root = repository(folder, "remove-name")
    with at_work(root, "remove-name"):
        done = work(root, path.resolve(), name, today())
    for one in done:
        text = speak("{file}: the check code was {before} and is now {now}.")
        say(text.format(file=one.file, before=check_code(one.before), now=check_code(one.now)))
    say(
        speak(
            "The version says so itself. The name may still stand in the history of git, in papers "
            "that were made before, and in proofs that you keep elsewhere."
        )
    )
    for one in done:
        show(one.file)
    return EXIT_CLEAN
