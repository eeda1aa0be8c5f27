"""What every kind of document looks like on paper, page by page beside an earlier time.

    .venv/bin/python benchmarks/paper_pictures.py NOW
    .venv/bin/python benchmarks/paper_pictures.py NOW --before EARLIER --kind concept

Writes each page of the PDF, and of the Word file as LibreOffice prints it where that is installed,
as a picture in NOW/<kind>/, and ``index.html`` with each beside the one of EARLIER; a page that
looks otherwise is marked. Prints the number of pages of each kind, and how many changed.
"""

from __future__ import annotations

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium

from paper_kinds import ROOT, kinds
from paper_others import Files, others
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx.write import write_docx
from protocolkit.paper.pdf import write_pdf

# Dots per inch: enough to read, and to see a rule that is missing.
_SHARPNESS = 60
_POINTS = 72
_LONGEST = 600


def main() -> int:
    """Make the pictures; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--kind", action="append", default=[])
    parser.add_argument("--sharpness", type=int, default=_SHARPNESS)
    wanted = parser.parse_args()
    pages = {
        name: list(_pictures(make(), wanted.folder / name, wanted.sharpness))
        for name, make in _papers().items()
        if not wanted.kind or name in wanted.kind
    }
    text, changed = _page(pages, wanted.folder, wanted.before)
    (wanted.folder / "index.html").write_text(text, encoding="utf-8")
    for name, pictures in pages.items():
        counts = [sum(p.name.startswith(form) for p in pictures) for form in ("pdf", "word")]
        sys.stdout.write(f"{name}\tpdf {counts[0]}\tword {counts[1]}\n")
    if wanted.before:
        sys.stdout.write(f"{changed} pages look otherwise\n")
    return 0


def _papers() -> Mapping[str, Callable[[], Files]]:
    """Return by name what makes each paper: the protocols of every kind, and those around one."""
    return {name: partial(_written, found) for name, found in kinds().items()} | dict(others())


def _written(protocol: Protocol) -> Files:
    translate = translator("nl")
    cover = make_cover(protocol, translate)
    return (
        write_pdf(protocol, cover, translate, project=ROOT),
        write_docx(protocol, cover, translate, project=ROOT),
    )


def _pictures(files: Files, folder: Path, sharpness: int) -> Iterator[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pdf, word = files
    (folder / "protocol.pdf").write_bytes(pdf)
    (folder / "protocol.docx").write_bytes(word)
    yield from _drawn(pdf, folder, "pdf", sharpness)
    if printed := printed_by_office(word):
        (folder / "word.pdf").write_bytes(printed)
        yield from _drawn(printed, folder, "word", sharpness)


def printed_by_office(word: bytes) -> bytes:
    """Return a Word file as LibreOffice prints it, ``b""`` when it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return b""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "word.docx").write_bytes(word)
        profile = f"-env:UserInstallation=file://{place}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        subprocess.run(
            [*command, str(place / "word.docx")], check=True, capture_output=True, timeout=_LONGEST
        )
        return (place / "word.pdf").read_bytes()


def _drawn(pdf: bytes, folder: Path, form: str, sharpness: int) -> Iterator[Path]:
    document = pdfium.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        path = folder / f"{form}-{number:02d}.png"
        page.render(scale=sharpness / _POINTS).to_pil().save(path)
        yield path


def _page(pages: Mapping[str, list[Path]], folder: Path, before: Path | None) -> tuple[str, int]:
    """Return the page that shows all pictures, and how many of them changed."""
    changed = 0
    parts = ["<!doctype html><meta charset=utf-8><title>Paper</title>"]
    parts.append("<style>img{border:1px solid #999;margin:4px}.changed{border-color:red}</style>")
    for name, pictures in pages.items():
        parts.append(f"<h2>{html.escape(name)}</h2>")
        for path in pictures:
            place = path.relative_to(folder)
            earlier = before / place if before else None
            is_there = earlier is not None and earlier.is_file()
            is_new = before is not None and not (
                is_there and earlier is not None and earlier.read_bytes() == path.read_bytes()
            )
            changed += is_new
            look = " class=changed" if is_new else ""
            parts.append(f"<p>{html.escape(place.as_posix())}<br>")
            if is_there and earlier is not None:
                parts.append(f'<img src="{html.escape(earlier.resolve().as_uri())}" alt=before>')
            parts.append(f'<img src="{html.escape(place.as_posix())}" alt=now{look}>')
    return "\n".join(parts), changed


if __name__ == "__main__":
    sys.exit(main())
