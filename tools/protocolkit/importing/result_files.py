"""The files of one import: protocol, snapshot, ledger, the original, and the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import bytes_or_nothing, is_there
from protocolkit.base.messages import Translate
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.collection import SOURCES
from protocolkit.importing.import_values import Imported
from protocolkit.importing.kind_of_file import FileKind
from protocolkit.importing.page_pictures import with_pictures
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import ledger_path
from protocolkit.reading.ledger_file import read_ledger, write_ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where the files of an import go."""

    protocol: Path
    snapshot: Path
    ledger: Path
    original: Path | None
    page: Path
    text: Path

    def found(self) -> tuple[Found, ...]:
        """Take note of all that is written, as it is now."""
        own = (self.page, self.text, self.snapshot, self.ledger, self.original, self.protocol)
        return tuple(find(path) for path in own if path is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What the report of an import says: the name of the file, in which language.

    ``command`` is what a person types to import it again.
    """

    file: str
    translate: Translate
    command: str = ""


def plan_paths(protocol: Path, reports: Path, kind: FileKind) -> Paths:
    """Work out where the files go: beside the protocol, the report in ``reports``."""
    snapshot = protocol.parent / SOURCES / f"{protocol.stem}.txt"
    return Paths(
        protocol=protocol,
        snapshot=snapshot,
        ledger=ledger_path(snapshot),
        original=snapshot.with_suffix(f".{kind.value}") if kind.keeps_original else None,
        page=reports / f"{protocol.stem}.html",
        text=reports / f"{protocol.stem}.txt",
    )


def write_import(
    imported: Imported, content: bytes, paths: Paths, found: Iterable[Found], texts: Texts
) -> None:
    """Write all files of an import where they are still as they were ``found``, or none.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when one cannot be written, or was
    changed since.
    """
    report = make_report(imported, texts.file, texts.translate, texts.command)
    if paths.original is not None and paths.original.suffix == f".{FileKind.PDF.value}":
        report = with_pictures(report, imported.source, content)
    contents = {
        paths.page: report_html(report, texts.translate).encode(),
        paths.text: report_text(report, texts.translate).encode(),
        paths.snapshot: imported.source.text.encode(),
        paths.ledger: write_ledger(imported.ledger, paths.protocol.name).encode(),
        paths.original: content,
        paths.protocol: imported.markdown.encode(),
    }
    replace_files((one, contents[one.path]) for one in found)


def earlier_choices(paths: Paths) -> tuple[str, ...]:
    """Return what was chosen when this protocol was imported, as its ledger says.

    Nothing, where there is no ledger that can be read.
    """
    if not is_there(paths.ledger):
        return ()
    try:
        return read_ledger(paths.ledger, Report(paths.ledger.name)).choices
    except ProtocolkitError:
        return ()


def in_the_way(imported: Imported, content: bytes, paths: Paths) -> tuple[Path, ...]:
    """Return the files beside the protocol that an import would overwrite with something else.

    What an import that was killed left behind holds just what this one writes; its protocol, which
    comes last, is not there.
    """
    written = {
        paths.snapshot: imported.source.text.encode(),
        paths.ledger: write_ledger(imported.ledger, paths.protocol.name).encode(),
        paths.original: content,
    }
    return tuple(path for path, new in written.items() if path is not None and _is_other(path, new))


def _is_other(path: Path, content: bytes) -> bool:
    return is_there(path) and bytes_or_nothing(path, None) != content
