"""The files of one import: protocol, snapshot, ledger, the original, and the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import write_bytes, write_text
from protocolkit.base.messages import Translate
from protocolkit.importing.importer import Imported
from protocolkit.importing.intake import FileKind
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.reading.ledger import ledger_path, write_ledger

SOURCES = "bron"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Where the files of an import go."""

    protocol: Path
    snapshot: Path
    ledger: Path
    original: Path | None
    page: Path
    text: Path

    def written(self) -> tuple[Path, ...]:
        """Return the files that may not be overwritten without being asked."""
        own = (self.protocol, self.snapshot, self.ledger)
        return own if self.original is None else (*own, self.original)


def plan_paths(protocol: Path, reports: Path, kind: FileKind) -> Paths:
    """Work out where the files go: beside the protocol, the report in ``reports``."""
    snapshot = protocol.parent / SOURCES / f"{protocol.stem}.txt"
    keeps = kind in (FileKind.PDF, FileKind.WORD, FileKind.WEB_PAGE)
    return Paths(
        protocol=protocol,
        snapshot=snapshot,
        ledger=ledger_path(snapshot),
        original=snapshot.with_suffix(f".{kind.value}") if keeps else None,
        page=reports / f"{protocol.stem}.html",
        text=reports / f"{protocol.stem}.txt",
    )


def write_import(
    imported: Imported, content: bytes, paths: Paths, file: str, translate: Translate
) -> None:
    """Write all files of an import; the protocol last, so that a full disk leaves none half.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when one cannot be written.
    """
    report = make_report(imported, file, translate)
    write_text(paths.page, report_html(report, translate))
    write_text(paths.text, report_text(report, translate))
    write_text(paths.snapshot, imported.source.text)
    write_text(paths.ledger, write_ledger(imported.ledger, paths.protocol.name))
    if paths.original is not None:
        write_bytes(paths.original, content)
    write_text(paths.protocol, imported.markdown)


def existing(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return those paths at which something stands."""
    return tuple(path for path in paths if path.exists())
