"""How well import reads the documents that schools write, in the ways that people make files.

    python benchmarks/import_registers.py [--seeds 1,2,3] [--keep FOLDER] [--way NAME]

Prints the share of units with the right border, marker and headings, by way of making and by
register, then by way and kind of unit, and in how many files the title is right. The rules were
mended on seeds 1 to 3; others are held out. Ways that need LibreOffice or Chromium are left out
where it is not there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from import_quality import clause_keys, imported
from programs import find_chromium
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.source.lines import Source
from register_documents import REGISTERS, make_register
from register_forms import (
    Maker,
    browser_pdfs,
    each,
    listed_page,
    mail_text,
    printed,
    styled_word,
    through_odt,
    typst_pdfs,
)
from style_documents import Document, Key, Node, gold_keys
from style_forms import has_office, tidy_text, word_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way in which people make files: its name, what makes them, what reads them."""

    name: str
    make: Maker
    read: Callable[[bytes], Source]
    needs: str = ""


WAYS = (
    Way(name="text", make=each(lambda d: tidy_text(d).encode()), read=extract_text),
    Way(name="e-mail", make=each(lambda d: mail_text(d).encode()), read=extract_text),
    Way(name="web page", make=each(lambda d: listed_page(d).encode()), read=extract_html),
    Way(name="Word", make=each(styled_word), read=extract_word),
    Way(
        name="Word, Dutch",
        make=each(lambda d: styled_word(d, is_dutch=True)),
        read=extract_word,
    ),
    Way(
        name="Word, title Kop 1",
        make=each(lambda d: styled_word(d, title_in_kop1=True)),
        read=extract_word,
    ),
    Way(
        name="Word, typed",
        make=each(lambda d: word_file(d, native=False, columns=1)),
        read=extract_word,
    ),
    Way(
        name="Word by odt",
        make=lambda documents: through_odt([styled_word(d) for d in documents]),
        read=extract_word,
        needs="office",
    ),
    Way(name="PDF, LibreOffice", make=printed, read=extract_pdf, needs="office"),
    Way(name="PDF, Chromium", make=browser_pdfs, read=extract_pdf, needs="browser"),
    Way(name="PDF, Typst", make=typst_pdfs, read=extract_pdf),
)
KINDS = ("item", "bullet", "paragraph", "table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one file came in: which units are right, and whether its title is."""

    right: Counter[str]
    wanted: Counter[str]
    is_title_right: bool
    missed: tuple[Key, ...] = ()
    extra: tuple[Key, ...] = ()


def measure(document: Document, way: Way, content: bytes) -> Result:
    """Import one file and compare it with what it must become."""
    gold = gold_keys(document)
    kinds = [_kind(node.kind, node.marker) for node in document.nodes if _is_unit(node)]
    wanted = Counter(kinds)
    try:
        protocol = imported(way.read(content), "x").protocol
    except ProtocolkitError:
        return Result(right=Counter(), wanted=wanted, is_title_right=False, missed=tuple(gold))
    found, right, missed = clause_keys(protocol), Counter[str](), []
    for kind, key in zip(kinds, gold, strict=True):
        if found[key]:
            found[key] -= 1
            right[kind] += 1
        else:
            missed.append(key)
    title = "" if protocol.facts.title_supplied else plain(protocol.title)
    return Result(
        right=right,
        wanted=wanted,
        is_title_right=title == document.title,
        missed=tuple(missed),
        extra=tuple(+found),
    )


def _is_unit(node: Node) -> bool:
    return node.kind != "heading" and node.depth == 0


def _kind(kind: str, marker: str) -> str:
    return "bullet" if kind == "item" and marker in ("•", "-", "–", "o") else kind


def here(way: Way) -> bool:
    """Tell whether what a way needs is there."""
    return {"": True, "office": has_office(), "browser": find_chromium() is not None}[way.needs]


def _share(results: Iterable[Result], kind: str = "") -> str:
    every = list(results)
    right = sum(one.right[kind] if kind else one.right.total() for one in every)
    wanted = sum(one.wanted[kind] if kind else one.wanted.total() for one in every)
    return f"{right / wanted:>10.1%}" if wanted else f"{'–':>10}"


def main() -> None:
    """Print a row per way and a column per register, kind of unit, and for titles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--way", default="")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    seeds = [int(seed) for seed in options.seeds.split(",")]
    documents = {
        register: [make_register(register, seed) for seed in seeds] for register in REGISTERS
    }
    names = [register.split()[-1] for register in REGISTERS]
    heads = "".join(f"{name:>10}" for name in ("all", *names, *KINDS, "titles"))
    print(f"{'':20}{heads}")
    for way in WAYS:
        if not here(way) or (options.way and options.way != way.name):
            continue
        every = [document for one in documents.values() for document in one]
        files = way.make(every)
        results = [measure(one, way, file) for one, file in zip(every, files, strict=True)]
        if options.keep:
            _keep(options.keep, way, files, results)
        size = len(seeds)
        columns = [results[n * size : (n + 1) * size] for n in range(len(REGISTERS))]
        cells = [_share(results), *map(_share, columns)]
        cells += [_share(results, kind) for kind in KINDS]
        titles = sum(one.is_title_right for one in results) / len(results)
        print(f"{way.name:20}{''.join(cells)}{titles:>10.1%}", flush=True)


def _keep(folder: Path, way: Way, files: Sequence[bytes], results: Sequence[Result]) -> None:
    """Write the files, with beside each what was missed (-) and found instead (+)."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = {"pdf": "pdf", "word": "docx", "html": "html"}.get(
        way.read.__name__.removeprefix("extract_"), "txt"
    )
    for number, (content, result) in enumerate(zip(files, results, strict=True)):
        name = f"{way.name.replace(', ', '-').replace(' ', '-')}-{number:02d}"
        (folder / f"{name}.{ending}").write_bytes(content)
        lines = [] if result.is_title_right else ["title is wrong"]
        for sign, keys in (("-", result.missed), ("+", result.extra)):
            lines += [
                f"{sign} {' > '.join(' '.join(part) for part in sections)} | {marker} | "
                + " ".join(words)
                for marker, words, sections in keys
            ]
        (folder / f"{name}.missed").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
