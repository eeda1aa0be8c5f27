"""How long an import takes by the size of its file, beside what a person would use instead.

    .venv/bin/python benchmarks/import_speed.py
    .venv/bin/python benchmarks/import_speed.py --pages 300 --paragraphs 12000 --characters 2000000

Each kind of file is made here, imported from its first byte to its report, and converted in the
same run by pandoc (text, web page and Word; the extra ``benchmarks``) or pdfminer (PDF). These
find no clauses and prove nothing; the ratio says what that costs. Time is that of the processor,
so that others at work on the machine count for less.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
import typst

from protocolkit.base.collector import unhurried_collector
from protocolkit.base.messages import translator
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text

_RULE = (
    "Leerlingen en medewerkers maken op school geen foto’s van anderen, tenzij de directeur "
    "daarvoor vooraf toestemming heeft gegeven en de ouders dat weten"
)
_IN_CHAPTER = 12
_ON_PAGE = 22


def main() -> None:
    """Make, import, convert, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--paragraphs", type=int, default=4_000)
    parser.add_argument("--pages", type=int, default=60)
    asked = parser.parse_args()
    rules = asked.characters // (len(_RULE) + 10)
    text, page = _text(rules).encode(), _web_page(rules).encode()
    word, (pdf, pages) = _word(asked.paragraphs), _pdf(asked.pages * _ON_PAGE)
    _row("txt", text, len(text) / 1_000_000, "MB", "pandoc", lambda: _pandoc(text, "markdown"))
    _row("html", page, len(page) / 1_000_000, "MB", "pandoc", lambda: _pandoc(page, "html"))
    count = asked.paragraphs / 1_000
    _row("docx", word, count, "1,000 paragraphs", "pandoc", lambda: _pandoc(word, "docx"))
    _row("pdf", pdf, pages, "page", "pdfminer", lambda: _pdfminer(pdf))


def _row(
    kind: str, content: bytes, size: float, unit: str, name: str, other: Callable[[], object]
) -> None:
    """Print how long a file takes, and how many times as long as with the other program."""
    own = _seconds(lambda: _imported(content, kind))
    line = f"{kind}: {own:.1f} s for {size:.3g} × {unit}, {own / size:.2g} s each"
    try:
        theirs = _seconds(other)
    except ImportError:
        print(f"{line}; nothing beside it (install the extra 'benchmarks')", flush=True)
    else:
        print(f"{line}; {name} {theirs:.1f} s: {own / theirs:.1f} ×", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    """Return how long the processor works, for this process and those that it starts."""
    began = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - began


@unhurried_collector()
def _imported(content: bytes, kind: str) -> None:
    """Do all that ``protocol import`` does, but for writing the files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{kind}"
        path.write_bytes(content)
        imported = import_opened(open_file(path))
    report = make_report(imported, path.name, translator())
    report_html(report, translator())
    report_text(report, translator())


def _pandoc(content: bytes, kind: str) -> None:
    pypandoc = importlib.import_module("pypandoc")
    pypandoc.convert_text(content, "gfm", format=kind)


def _pdfminer(content: bytes) -> None:
    importlib.import_module("pdfminer.high_level").extract_text(io.BytesIO(content))


# -- files ----------------------------------------------------------------------------------


def _numbered(rules: int) -> list[tuple[str, str]]:
    """Return the numbers of chapters and rules, with the words of each."""
    found = []
    for number in range(rules):
        chapter, place = divmod(number, _IN_CHAPTER)
        if not place:
            found.append((f"{chapter + 1}", f"Over zaak {chapter + 1}"))
        found.append((f"{chapter + 1}.{place + 1}", f"{_RULE} ({number})."))
    return found


def _text(rules: int) -> str:
    return "Protocol op school\n\n" + "\n\n".join(" ".join(one) for one in _numbered(rules))


def _web_page(rules: int) -> str:
    inside = "".join(f"<p>{number} {words}</p>\n" for number, words in _numbered(rules))
    return f"<!doctype html><meta charset=utf-8><h1>Protocol op school</h1>{inside}"


def _word(paragraphs: int) -> bytes:
    document = docx.Document()
    document.add_heading("Protocol op school", 0)
    for number, words in _numbered(paragraphs * _IN_CHAPTER // (_IN_CHAPTER + 1)):
        if "." in number:
            document.add_paragraph(f"{number} {words}")
        else:
            document.add_heading(f"{number} {words}", 1)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf(rules: int) -> tuple[bytes, int]:
    """Return a PDF and how many pages it has."""
    lines = "\n\n".join(" ".join(one) for one in _numbered(rules))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.typ"
        path.write_text(f'#set page(numbering: "1")\nProtocol op school\n\n{lines}\n', "utf-8")
        content: bytes = typst.compile(str(path))
    pages = len(importlib.import_module("pypdfium2").PdfDocument(content))
    return content, pages


if __name__ == "__main__":
    main()
