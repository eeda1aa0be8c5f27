"""``protocol redline``: two versions of a protocol, with what changed, as one file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find
from protocolkit.base.targets import check_target
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.commands.output import EXIT_CLEAN, say, show, speak, write_output
from protocolkit.commands.today import today
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.shared.file_formats import MARKED_FORMATS, format_of
from protocolkit.paper.writers import write_redline
from protocolkit.versions.named import check_different, open_sound_version

REDLINE_OUTPUT = error(
    "redline-output",
    "It is not known what kind of redline is asked for",
    "no file is named that ends in .docx, .pdf or .html; nothing was written.",
    "Name one, for example: --output wijzigingen.docx",
)
REDLINE_EXISTS = error(
    "redline-exists",
    "A redline would overwrite a file",
    "this file is already there; nothing was written.",
    "Choose another name with --output, or add --force to overwrite it.",
)
REDLINE_DATE = error(
    "redline-date",
    "The date of a redline is no date",
    "'{day}' is no day; nothing was written.",
    "Write it with the year first, for example: --date 2026-03-04",
)
REDLINE_AUTHOR = error(
    "redline-author",
    "It is not known who proposes the changes",
    "the new version does not say of which school or board it is; nothing was written.",
    "Name who proposes the changes: --author 'Stichting De Linde'",
)

REDLINE_AUTHOR_EMPTY = error(
    "redline-author-empty",
    "An empty name is given for who proposes the changes",
    "no name stands there; nothing was written.",
    "Give a name, or leave out --author: then it is the school or board of the new version.",
)

_NO_DAY = mark(
    "The changes have no date, since that of the new version is no day: {date}. Give one: --date"
)


def redline(  # noqa: PLR0913 - one for each option
    old: str,
    new: str,
    folder: Path,
    output: Path | None,
    *,
    author: str | None,
    day: str,
    no_signs: bool,
    force: bool,
) -> int:
    """Write what changed between two versions; every file stays as it was when it cannot be."""
    file_format = format_of(output, MARKED_FORMATS)
    if output is None or file_format is None:
        raise ProtocolkitError(problem(REDLINE_OUTPUT, Location(str(output or "--output"))))
    check_target(output)
    found = find(output)
    if found.content is not None and not force:
        raise ProtocolkitError(problem(REDLINE_EXISTS, Location(str(output))))
    root = folder.resolve()
    check_different(old, new, root)
    told = today()
    changes = compare_versions(*(open_sound_version(one, root, told) for one in (old, new)))
    signature = _signature(changes, author, day)
    made = write_redline(
        file_format, changes, speak, signature, project=root, has_signs=not no_signs
    )
    write_output(found, made)
    for line in list_changes(changes, speak).summary:
        say(line)
    show(str(output))
    return EXIT_CLEAN


def _signature(changes: ChangeSet, author: str | None, day: str) -> Signature:
    """Return who proposes the changes and when; nothing is made up."""
    if author is not None and not author.strip():
        raise ProtocolkitError(problem(REDLINE_AUTHOR_EMPTY, Location("--author")))
    facts, before = changes.new.protocol.facts, changes.old.protocol.facts
    named = (author or "", facts.organisation.name, before.organisation.name)
    name = next(filter(None, map(str.strip, named)), "")
    if not name:
        raise ProtocolkitError(problem(REDLINE_AUTHOR, Location(changes.new.path)))
    if day and not _is_day(day):
        raise ProtocolkitError(problem(REDLINE_DATE, Location("--date"), day=day))
    known = day or (facts.dated if _is_day(facts.dated) else "")
    if not known and facts.dated:
        say(speak(_NO_DAY).format(date=facts.dated))
    elif not known:
        say(speak("The changes have no date, since the new version has none. Give one: --date"))
    return Signature(author=name, day=known)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
