"""How well import understands documents in every way of numbering, in every form of file.

    python benchmarks/import_styles.py [--seeds 1,2] [--keep FOLDER] [--style NAME]

Prints the share of clauses with the right borders, marker and headings, by style and form; an
exclamation mark says that the words of a note are not right, or that the import was refused. The
seeds that the rules were made with are 1 and 2; others are held out. PDFs need LibreOffice.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from import_quality import clause_keys, imported
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.outline import clause_text
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.source.lines import Source
from protocolkit.text.words import tokens
from style_documents import STYLES, Document, Key, gold_keys, make_document
from style_forms import crawled_text, extracted_text, has_office, office_pdfs, tidy_text, word_file
from style_pages import web_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one file came in: right and wanted clauses, and what else went wrong."""

    right: int
    wanted: int
    is_flawed: bool
    missed: tuple[Key, ...] = ()
    extra: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of file: its name, and how a document becomes it and is read."""

    name: str
    make: Callable[[Document], bytes]
    read: Callable[[bytes], Source]
    is_printed: bool = False


def _words(*, native: bool, columns: int = 1) -> Callable[[Document], bytes]:
    return lambda document: word_file(document, native=native, columns=columns)


FORMS = (
    Form(name="txt", make=lambda d: tidy_text(d).encode(), read=extract_text),
    Form(name="txt/pdf", make=lambda d: extracted_text(d).encode(), read=extract_text),
    Form(name="txt/word", make=lambda d: crawled_text(d).encode(), read=extract_text),
    Form(name="html", make=lambda d: web_page(d).encode(), read=extract_html),
    Form(name="docx", make=_words(native=True), read=extract_word),
    Form(name="docx/typed", make=_words(native=False), read=extract_word),
    Form(name="pdf", make=_words(native=True), read=extract_pdf, is_printed=True),
    Form(name="pdf/typed", make=_words(native=False), read=extract_pdf, is_printed=True),
    Form(
        name="pdf/columns", make=_words(native=True, columns=2), read=extract_pdf, is_printed=True
    ),
)


def measure(document: Document, form: Form, content: bytes) -> Result:
    """Import one file and compare it with what it must become."""
    wanted = Counter(gold_keys(document))
    try:
        protocol = imported(form.read(content), "x").protocol
    except ProtocolkitError:
        return Result(right=0, wanted=wanted.total(), is_flawed=True)
    found = clause_keys(protocol)
    notes = [tokens(clause_text(note)) for note in protocol.notes]
    return Result(
        right=(found & wanted).total(),
        wanted=wanted.total(),
        is_flawed=notes != [tokens(note) for note in document.notes],
        missed=tuple(wanted - found),
        extra=tuple(found - wanted),
    )


def make_files(form: Form, documents: Sequence[Document]) -> list[bytes]:
    """Return the files of documents in a form; no PDFs where LibreOffice is not there."""
    files = [form.make(document) for document in documents]
    return office_pdfs(files) if form.is_printed else files


def _print_row(style: str, results: Sequence[Sequence[Result]]) -> None:
    cells = []
    for row in results:
        share = sum(one.right for one in row) / max(sum(one.wanted for one in row), 1)
        cells.append(f"{share:>11.1%}{'!' if any(one.is_flawed for one in row) else ' '}")
    print(f"{style:26}{''.join(cells)}")


def main() -> None:
    """Print a row per style and a column per form."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="1,2")
    parser.add_argument("--style", default="")
    parser.add_argument("--form", default="")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    seeds = [int(seed) for seed in options.seeds.split(",")]
    styles = [style for style in STYLES if options.style in style]
    forms = [
        f for f in FORMS if options.form in ("", f.name) and (has_office() or not f.is_printed)
    ]
    documents = [make_document(style, seed) for style in styles for seed in seeds]
    columns = []
    for form in forms:
        files = make_files(form, documents)
        if options.keep:
            _keep(options.keep, form, documents, files)
        columns.append(
            [measure(one, form, file) for one, file in zip(documents, files, strict=True)]
        )
    print(" " * 26 + "".join(f"{form.name:>12}" for form in forms))
    for number, style in enumerate(styles):
        rows = [column[number * len(seeds) : (number + 1) * len(seeds)] for column in columns]
        _print_row(style, rows)
    _print_row("all", columns)


def _keep(folder: Path, form: Form, documents: Sequence[Document], files: Sequence[bytes]) -> None:
    """Write the files, with beside each what was missed (-) and found instead (+)."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = (
        form.read.__name__.replace("extract_", "").replace("text", "txt").replace("word", "docx")
    )
    for number, (document, content) in enumerate(zip(documents, files, strict=True)):
        name = f"{form.name.replace('/', '-')}-{number:02d}"
        (folder / f"{name}.{ending}").write_bytes(content)
        result = measure(document, form, content)
        lines = [document.style]
        for sign, keys in (("-", result.missed), ("+", result.extra)):
            lines += [
                f"{sign} {' > '.join(' '.join(part) for part in sections)} | {marker} | "
                + " ".join(words)
                for marker, words, sections in keys
            ]
        (folder / f"{name}.missed").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
