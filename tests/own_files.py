"""Our own files as they come back: changed by a person, or by someone with bad intent."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph as WordParagraph

from protocolkit.document.facts import Facts, Organisation, without_proofs
from protocolkit.document.model import Clause, Footnote, Paragraph, Protocol
from protocolkit.document.richtext import NoteMark, RichText, Text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes

RECORD = "customXml/item1.xml"


def without_source(protocol: Protocol) -> Protocol:
    """Return a protocol without what no import takes from a record.

    That is the file that it came from, which every import gives its own, what was accepted, which
    files prove a decision, and an address that no reader may open.
    """
    source = replace(protocol.facts.source, file="")
    if not source.address.lower().startswith(("http://", "https://", "mailto:")):
        source = replace(source, address="")
    return replace(
        protocol, facts=replace(without_proofs(protocol.facts), source=source, accepted=())
    )


def confirmed(source: Source, name: str = "") -> Imported:
    """Import a file of ours, of which a person confirmed what no page shows."""
    return import_source(source, Wishes(organisation=name, takes_record=True))


def edited(content: bytes, edit: Callable[[Document], None]) -> bytes:
    """Return a Word file as a person saves it after an edit."""
    document = docx.Document(io.BytesIO(content))
    edit(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraph_with(document: Document, words: str) -> WordParagraph:
    """Return the paragraph of the text, not of the contents, that holds words."""
    return next(
        found
        for found in document.paragraphs
        if words in found.text and not str(found.style and found.style.name).startswith("toc")
    )


def reword(old: str, new: str) -> Callable[[Document], None]:
    """Return the edit that replaces words in one run."""

    def edit(document: Document) -> None:
        runs = [run for run in paragraph_with(document, old).runs if old in run.text]
        assert runs, "the words stand in one run"
        runs[0].text = runs[0].text.replace(old, new)

    return edit


def with_part(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                data = change(data.decode("utf-8")).encode("utf-8", "surrogatepass")
            target.writestr(name, data)
    return buffer.getvalue()


def with_record(content: bytes, text: str) -> bytes:
    """Return a Word file in which somebody put another record; ``text`` is escaped already."""
    return with_part(
        content,
        RECORD,
        lambda xml: (
            f'{xml[: xml.index("<record")]}<record xmlns="urn:protocolkit:record:1">{text}</record>'
        ),
    )


def _small(*content: RichText, notes: tuple[Footnote, ...] = (), twice: bool = False) -> Protocol:
    clauses = tuple(
        Clause(anchor="een" if twice else f"zin-{number}", blocks=(Paragraph(rich),))
        for number, rich in enumerate(content)
    )
    return Protocol(
        facts=Facts(organisation=Organisation(name="Stichting De Brug", sector="po"), version="7"),
        title=(Text("Protocol bellen"),),
        parts=clauses,
        notes=notes,
    )


# What does not come back whole, and is told in docs/gebruik/importeren.md: no word is lost of it.
EXCEPTIONS = {
    "two clauses with one anchor": _small((Text("Een."),), (Text("Twee."),), twice=True),
    "a note whose name has more than four signs": _small(
        (Text("Een"), NoteMark("toelichting"), Text(".")),
        notes=(Footnote(label="toelichting", blocks=(Paragraph((Text("Noot."),)),)),),
    ),
}
