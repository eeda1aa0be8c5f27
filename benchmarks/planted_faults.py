"""Whether the report of an import leads to what is wrong: files with one fault each, by kind.

    python benchmarks/planted_faults.py [--seeds 11,12]

Prints, for each kind of fault, in how many files the fault is among the first three things to look
at; then how many things the report names in the same files without a fault.
"""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from xml.sax.saxutils import escape

from import_quality import imported
from protocolkit.base.messages import translator
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.report import make_report
from protocolkit.importing.report_values import ImportReport
from protocolkit.importing.source.lines import Source
from style_documents import STYLES, Document, Node, make_document
from style_forms import tidy_text, word_file

_ENOUGH = 3
_STRUCK = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{words}</w:t></w:r>"
_DELETED = '<w:del w:id="9" w:author="x"><w:r><w:delText>{words}</w:delText></w:r></w:del>'
_CELL = re.compile(r"<w:tc>(?:(?!</w:tc>).)*</w:tc>(?=</w:tr>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Planted:
    """A file with one fault, and words of the place where it is."""

    source: Source
    words: str


Plant = Callable[[Document, Random], Planted | None]


def _text(document: Document) -> Source:
    return extract_text(tidy_text(document).encode())


def _places(document: Document, least: int = 1) -> list[int]:
    """Return the numbers of the paragraphs and items that say something long enough."""
    return [
        number
        for number, node in enumerate(document.nodes)
        if number >= least and node.kind != "heading" and len(node.text.split()) > _ENOUGH + 2
    ]


def _in_sentence(inserted: str) -> Plant:
    def plant(document: Document, random: Random) -> Planted | None:
        text = document.nodes[random.choice(_places(document))].text
        first, rest = text.split(" ", 2)[:2], text.split(" ", 2)[2]
        content = _changed(
            word_file(document, native=True, columns=1),
            escape(text),
            f"{escape(' '.join(first))} </w:t></w:r>{inserted.format(words='niet ')}"
            f'<w:r><w:t xml:space="preserve">{escape(rest)}',
        )
        return Planted(extract_word(content), rest) if content else None

    return plant


def _changed(content: bytes, old: str, new: str) -> bytes:
    """Return a Word file with other words in its text, or nothing where the old ones are not."""
    before, after = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    found = False
    with zipfile.ZipFile(after, "w", zipfile.ZIP_DEFLATED) as made:
        for name in before.namelist():
            xml = before.read(name).decode()
            if name == "word/document.xml" and old in xml:
                xml, found = xml.replace(old, new, 1), True
            made.writestr(name, xml)
    return after.getvalue() if found else b""


def _two_lists(document: Document, random: Random) -> Planted | None:
    number = random.choice(_places(document))
    inside = (
        Node(kind="heading", text="Afspraken vooraf", marker="", depth=1),
        Node(kind="item", text="De mentor belt de ouders.", marker="1."),
        Node(kind="item", text="Wij letten dan op het volgende:", marker="2."),
        Node(kind="item", text="De sfeer in de groep.", marker="1."),
        Node(kind="item", text="De rust in de gang.", marker="2."),
        Node(kind="item", text="De conciërge krijgt bericht.", marker="3."),
    )
    nodes = (*document.nodes[:number], *inside)
    return Planted(_text(replace(document, nodes=nodes)), "De conciërge krijgt bericht.")


def _table(document: Document, random: Random) -> Planted | None:
    table = Node(
        kind="table",
        rows=(("Wat", "Wie", "Termijn"), ("Melden", "mentor", "dag"), ("Bellen", "ouder", "week")),
    )
    number = random.choice(_places(document))
    nodes = (*document.nodes[:number], table, *document.nodes[number:])
    content = word_file(replace(document, nodes=nodes), native=True, columns=1)
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    cells = [found[0] for found in _CELL.finditer(xml) if "week" in found[0]]
    changed = _changed(content, cells[0], "") if cells else b""
    return Planted(extract_word(changed), "Melden") if changed else None


def _heading(document: Document, random: Random) -> Planted | None:
    words = "Samen praten over een goede sfeer in de groep"
    number = random.choice(_places(document))
    node = Node(kind="paragraph", text=words)
    nodes = (*document.nodes[:number], node, *document.nodes[number:])
    return Planted(_text(replace(document, nodes=nodes)), words)


def _title(document: Document, random: Random) -> Planted | None:
    name = random.choice(("Samen sterk", "Veilig en vertrouwd", "Onze school"))
    text = f"{name}\n\n{tidy_text(document)}"
    return Planted(extract_text(text.encode()), name)


def _jump(document: Document, random: Random) -> Planted | None:
    places = [
        number
        for number in _places(document)
        if (node := document.nodes[number]).marker.rstrip(".)").isdigit()
        and number + 1 < len(document.nodes)
        and document.nodes[number - 1].marker.rstrip(".)").isdigit()
    ]
    if not places:
        return None
    number = random.choice(places)
    node = document.nodes[number]
    value = node.marker.rstrip(".)")
    marker = node.marker.replace(value, str(int(value) + 4))
    nodes = list(document.nodes)
    nodes[number] = replace(node, marker=marker)
    return Planted(_text(replace(document, nodes=tuple(nodes))), node.text)


FAULTS: dict[str, Plant] = {
    "1 struck in a sentence": _in_sentence(_STRUCK),
    "2 deleted in a sentence": _in_sentence(_DELETED),
    "3 a list in a list": _two_lists,
    "4 a row without a cell": _table,
    "5 heading or sentence": _heading,
    "6 a line above the title": _title,
    "7 a number that jumps": _jump,
}


def report_of(source: Source) -> ImportReport:
    """Return the report of an import."""
    return make_report(imported(source, "x"), "x", translator())


def is_found(planted: Planted) -> bool:
    """Tell whether a fault is among the first things that the report leads to."""
    first = report_of(planted.source).first_look[:_ENOUGH]
    return any(planted.words in f"{row.source} {row.result}" for row in first)


def plant_all(name: str, seeds: Sequence[int]) -> Iterator[Planted]:
    """Yield the files of one kind of fault, in every way of numbering that can hold it."""
    for style in STYLES:
        for seed in seeds:
            planted = FAULTS[name](make_document(style, seed), Random(f"{name} {style} {seed}"))
            if planted is not None:
                yield planted


def main() -> None:
    """Print a row per kind of fault, and how much is named where there is none."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="11,12")
    seeds = [int(seed) for seed in parser.parse_args().seeds.split(",")]
    for name in FAULTS:
        found = [is_found(planted) for planted in plant_all(name, seeds)]
        print(f"{name:28}{sum(found):>4} of {len(found):>4}{sum(found) / len(found):>8.0%}")
    documents = [make_document(style, seed) for style in STYLES for seed in seeds]
    clean = [len(report_of(_text(document)).first_look) for document in documents]
    print(f"clean files: {len(clean)}, things to look at: {sum(clean)}, at most {max(clean)}")


if __name__ == "__main__":
    main()
