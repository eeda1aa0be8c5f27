"""``protocol remove-name``: somebody's name is taken out of what was kept, and that is told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, repository, say, show, speak
from protocolkit.commands.questions import confirmed
from protocolkit.commands.today import today
from protocolkit.document.fingerprints import check_code
from protocolkit.versions.named import place_in
from protocolkit.versions.removed_names import Standing
from protocolkit.versions.removed_names import remove_name as work


def remove_name(path: Path, name: str, folder: Path, *, yes: bool) -> int:
    """Take a name out of kept versions; say which codes changed, and where it may stand as well.

    What is perhaps no name is asked about, but with ``yes``; its sentences are shown in any case.
    """

    def confirm(places: Sequence[Standing]) -> bool:
        say(speak("This does not look like somebody's name. It stands here:"))
        for one in places:
            say(f"  {one.file}: {one.sentence}")
        if yes or not sys.stdin.isatty():
            return yes
        return confirmed(speak("Is it a name, and may it go from all of these sentences?"))

    root = repository(folder, "remove-name")
    with at_work(root, "remove-name"):
        done = work(root, place_in(path, root).resolve(), name, today(), confirm)
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
