"""``protocol upgrade``: a repository that an earlier ``protocol init`` made, brought up to date."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from protocolkit.base.messages import mark
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    EXIT_USAGE,
    repository,
    say,
    show,
    speak,
    to_type,
)
from protocolkit.commands.questions import confirmed
from protocolkit.repository.made_record import MADE_RECORD
from protocolkit.repository.new_repository import PYTHON_FILE
from protocolkit.repository.own_wheel import given_wheel, own_wheel
from protocolkit.repository.upgrading import (
    BESIDE,
    FileUpgrade,
    UpgradeKind,
    apply_upgrade,
    plan_upgrade,
)

_SAID = {
    UpgradeKind.ADDED: mark("New: {file}"),
    UpgradeKind.RENEWED: mark("Renewed: {file}"),
    UpgradeKind.REMOVED: mark("Taken away: {file}"),
    UpgradeKind.CHANGED: mark("You changed this yourself: {file}"),
}
_UNSAID = (MADE_RECORD, PYTHON_FILE)
_ENCODING = "utf-8"


def upgrade(folder: Path, dry_run: bool, yes: bool, wheel: Path | None) -> int:
    """Show what would change and change it when that is confirmed.

    Exits with 1 when something is left for a person: a text beside hers, or all of it after
    ``dry_run``; with 2 when it was not confirmed.
    """
    root = repository(folder, "upgrade")
    changes = plan_upgrade(root, given_wheel(wheel) if wheel else own_wheel())
    told = [change for change in changes if change.name not in _UNSAID]
    if not told:
        say(speak("This folder is up to date."))
        return EXIT_CLEAN
    for line in _lines(told):
        show(line)
    if dry_run:
        say(speak("Nothing was changed."))
        return EXIT_PROBLEMS
    if not yes and not sys.stdin.isatty():
        say(speak("Nothing was changed. To do this: {command}").format(command=_typed(folder)))
        return EXIT_PROBLEMS
    if not yes and not confirmed(speak("Change all of this?")):
        say(speak("Nothing was changed."))
        return EXIT_USAGE
    changed = [change.name for change in told if change.kind is UpgradeKind.CHANGED]
    overwritten = () if yes else tuple(name for name in changed if _may_overwrite(name))
    with at_work(root, "upgrade"):
        apply_upgrade(changes, overwritten)
    beside = [name for name in changed if name not in overwritten]
    for name in beside:
        text = speak("The new text stands in {new}. Take over what you want, and remove it.")
        say(text.format(new=f"{name}{BESIDE}"))
    say(speak("Done. Now type 'make check', and then 'make'."))
    return EXIT_PROBLEMS if beside else EXIT_CLEAN


def _typed(folder: Path) -> str:
    where = "" if folder == Path() else f" --folder {folder}"
    return to_type(f"upgrade{where} --yes")


def _may_overwrite(name: str) -> bool:
    text = speak(
        "Replace {file}, which you changed yourself? If not, the new text comes beside it."
    )
    return confirmed(text.format(file=name))


def _lines(changes: Sequence[FileUpgrade]) -> Iterator[str]:
    """Yield what would happen to each file, what a person must look at last, with differences."""
    order = list(UpgradeKind)
    for change in sorted(changes, key=lambda one: (order.index(one.kind), one.name)):
        yield speak(_SAID[change.kind]).format(file=change.name)
        if change.is_text and change.found.content is not None:
            yield from _difference(change)


def _difference(change: FileUpgrade) -> Iterator[str]:
    """Yield the lines that differ, as 'diff -u' prints them, with no sign that moves a cursor."""
    before, after = (
        (content or b"").decode(_ENCODING, "replace").replace("\r\n", "\n").splitlines()
        for content in (change.found.content, change.content)
    )
    names = (change.name, f"{change.name}{BESIDE}")
    for line in difflib.unified_diff(before, after, *names, lineterm=""):
        yield "".join(sign if sign.isprintable() or sign == "\t" else "?" for sign in line)
