"""``protocol reasons``: a place to write why, for each change that has none yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from protocolkit.base.files import decoded
from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find, replace_file
from protocolkit.base.targets import check_target
from protocolkit.collection import printed_name
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, EXIT_PROBLEMS, count, say, show, speak
from protocolkit.commands.was_wordt_input import (
    place_of_reasons,
    read_reasons,
    read_table,
)
from protocolkit.reading.found_problems import Report
from protocolkit.reading.seen_texts import with_seen
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.repository_layout import protocols_folder, version_place
from protocolkit.was_wordt.reasons_check import check_belongs, check_reasons, short_code
from protocolkit.was_wordt.reasons_file import (
    Reasons,
    has_same_reasons,
    kept_copies,
    read_reasons_text,
)
from protocolkit.was_wordt.reasons_seen import marks_to_keep
from protocolkit.was_wordt.reasons_writer import with_open
from protocolkit.was_wordt.row_reasons import lacks_reason
from protocolkit.was_wordt.row_words import row_place, row_remark
from protocolkit.was_wordt.rows import WasWordt

REASONS_PLACE = error(
    "reasons-place",
    "It is not known where the reasons for changes belong",
    "this is no protocol of this folder, so it is not known where its reasons belong.",
    "Name a file for them: --reasons waarom.yml",
)
REASONS_UNEDITABLE = error(
    "reasons-uneditable",
    "A file of reasons cannot be added to safely",
    "there is no safe place to add something in this file; nothing was written.",
    "Let the reasons be the last thing in it: 'reasons:' with each anchor on a line of its own "
    "below it.",
)
_CHANGE, _CHANGES = mark("change"), mark("changes")
_MOST_SHOWN = 12


def reasons(name: str, since: Sequence[str], folder: Path, reasons_file: Path | None) -> int:
    """Add what is open to the file of reasons; exit with 1 when something in it is odd."""
    root = folder.resolve()
    table = read_table(name, since, root)
    path = place_of_reasons(name, reasons_file, root)
    if path is None:
        raise ProtocolkitError(problem(REASONS_PLACE, Location(name)))
    check_target(path, root if reasons_file is None else None)
    with _holding(root):
        written, kept = _write(path, table, root)
    return _told(written, table, path, root, kept)


def _holding(root: Path) -> AbstractContextManager[None]:
    return at_work(root, "reasons") if protocols_folder(root).is_dir() else nullcontext()


def _write(path: Path, table: WasWordt, root: Path) -> tuple[Reasons, Path | None]:
    """Add what is open; return all reasons then, and where those of a version before were kept."""
    name = printed_name(path, root)
    found = find(path, name)
    before = read_reasons(path, root)
    content = found.content or b""
    kept = None
    try:
        check_belongs(before, table)
    except ProtocolkitError:
        kept = next((copy for copy in kept_copies(path) if _is_same(copy, content, name)), None)
        if kept is None:
            raise
        content = b""
    is_kept = version_place(root, root / table.new.path) is not None
    text = _with_open(decoded(content, name), table, name, has_marks=not is_kept)
    replace_file(found, _as_before(text, content))
    return read_reasons(path, root), kept


def _is_same(copy: Path, content: bytes, name: str) -> bool:
    return has_same_reasons(decoded(find(copy).content or b"", name), decoded(content, name))


def _with_open(text: str, table: WasWordt, name: str, *, has_marks: bool) -> str:
    """Return a file with a place for each change, and marks of the texts that may change yet."""
    wanted = {row.key: row_remark(row, speak) for row in table.rows}
    since = {found.old.shown_path: short_code(found.old) for found in table.sets}
    try:
        made = with_open(text, wanted, since, table.new.shown_path, speak)
        written = read_reasons_text(made, Report(name))
        parts = {row.key: row.anchors for row in table.rows}
        marks = marks_to_keep(table.new.protocol, written, parts) if has_marks else {}
        return with_seen(made, marks)
    except NotEditableError:
        raise ProtocolkitError(problem(REASONS_UNEDITABLE, Location(name))) from None


def _as_before(text: str, content: bytes) -> bytes:
    """Return a text as bytes with the line ends and the mark at the begin that the file had."""
    ends = "\r\n" if b"\r\n" in content else "\n"
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    return text.replace("\n", ends).encode(encoding)


def _told(written: Reasons, table: WasWordt, path: Path, root: Path, kept: Path | None) -> int:
    if kept is not None:
        text = speak("What was written for an earlier version stands in {file}.")
        say(text.format(file=printed_name(kept, root)))
    still = list(open_places(written, table))
    if not table.rows:
        say(speak("Nothing changed that needs a reason."))
    elif not still:
        say(speak("Every change has a reason."))
    else:
        shown = "; ".join(still[:_MOST_SHOWN]) + (" …" if len(still) > _MOST_SHOWN else "")
        text = speak("{changes}, of which {open} without a reason: {places}.")
        changes = count(len(table.rows), _CHANGE, _CHANGES)
        say(text.format(changes=changes, open=len(still), places=shown))
        say(speak("Write each reason between the quotation marks in this file:"))
    problems = list(check_reasons(written, table, speak))
    for odd in problems:
        say(odd.line(speak))
    show(printed_name(path, root))
    return EXIT_PROBLEMS if problems else EXIT_CLEAN


def open_places(written: Reasons, table: WasWordt) -> Iterator[str]:
    """Yield where a reason is still to be written."""
    for row in table.rows:
        if lacks_reason(row, written):
            yield row_place(row, speak)
