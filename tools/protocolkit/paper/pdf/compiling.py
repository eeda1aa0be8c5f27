"""A template and its data to a PDF file, by Typst; what went wrong as a problem with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import typst

from protocolkit.base.files import check_file
from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.base.resources import template_path
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.paper.extras import NO_EXTRAS, Extras
from protocolkit.paper.house_style import read_house_style
from protocolkit.paper.pdf.data import typst_data

PDF_FAILED = error(
    "pdf-failed",
    "A PDF cannot be made",
    "no PDF can be made of this: {reason}.",
    "If the text looks right, the template in typst/ is at fault.",
)
PDF_CHARACTER = error(
    "pdf-character",
    "A character cannot be printed",
    "the character {character} cannot be printed: no font has it.",
    "Replace it in the text by a letter, a word or an ordinary sign.",
)

# A file must not change because it was made on another day.
FIXED_TIMESTAMP = 1_767_225_600  # 1 January 2026

# What Typst says of a character without a glyph, and of one that PDF/A forbids.
_UNPRINTABLE = re.compile(r'the text (?:contains the disallowed codepoint )?`"(?P<text>.+?)"`')
_ESCAPED = re.compile(r"\\u\{(?P<code>[0-9a-f]{1,6})\}")


def compile_pdf(
    template: str,
    document: Mapping[str, object],
    protocols: Iterable[Protocol],
    location: Location,
    *,
    project: Path | None = None,
    timestamp: int = FIXED_TIMESTAMP,
) -> bytes:
    """Return the PDF that a template in ``typst/`` makes of JSON-able data.

    A template of the project's own comes first; nothing else is read, no font of the machine is
    used. Raises :class:`ProtocolkitError` when no valid file can be made: at the place in
    ``protocols`` where a character cannot be printed, or else at ``location``.
    """
    path = template_path(f"typst/{template}", project)
    if project is not None and path.is_relative_to(project / "templates"):
        # What it imports stands beside it, and is opened by Typst itself.
        for beside in path.parent.iterdir():
            check_file(beside, project)
    try:
        return _compiled(path, json.dumps(document, ensure_ascii=False), timestamp)
    except (typst.TypstError, OSError, ValueError) as reason:
        raise ProtocolkitError(_problem(str(reason), protocols, location)) from None


def _compiled(template: Path, document: str, timestamp: int) -> bytes:
    """Compile the template; what Typst only warns about is an error too: a lost character."""
    compiler = typst.Compiler(str(template), root=str(template.parent), ignore_system_fonts=True)
    pdf, warnings = compiler.compile_with_warnings(
        sys_inputs={"document": document},
        format="pdf",
        pdf_standards=["a-3a", "ua-1"],
        timestamp=timestamp,
    )
    if warnings:
        raise ValueError(str(warnings[0]))
    assert isinstance(pdf, bytes), "one format gives one file"
    return pdf


def _problem(reason: str, protocols: Iterable[Protocol], location: Location) -> Problem:
    found = _UNPRINTABLE.search(reason)
    if found is None:
        return problem(PDF_FAILED, location, reason=reason.partition("\n")[0].rstrip("."))
    text = _ESCAPED.sub(lambda escape: chr(int(escape["code"], 16)), found["text"])
    codes = ", ".join(f"U+{ord(character):04X}" for character in text)
    character = f"{text} ({codes})" if text.isprintable() else codes
    for words, place, anchor in chain.from_iterable(map(_places, protocols)):
        if text in words:
            return problem(
                PDF_CHARACTER, place if place.path else location, anchor, character=character
            )
    return problem(PDF_CHARACTER, location, character=character)


def _places(protocol: Protocol) -> Iterator[tuple[str, Location, str]]:
    """Yield the words of everything that has a line of its own, with that line and its anchor."""
    for section in sections(protocol):
        yield f"{section.marker} {plain(section.title)}", section.location, section.anchor
    for clause in clauses(protocol):
        yield f"{clause.marker} {clause_text(clause)}", clause.location, clause.anchor
    for note in protocol.notes:
        yield clause_text(note), note.location, note.anchor


_TEMPLATE = "protocol.typ"


def write_pdf(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    timestamp: int = FIXED_TIMESTAMP,
    extras: Extras = NO_EXTRAS,
) -> bytes:
    """Return a protocol as a PDF file; the same input gives the same bytes.

    ``project`` is where a template of one's own and the organisation's house style may stand;
    ``timestamp`` is the date inside the file, in seconds since 1970. Nothing else is read, no
    font of the machine is used. Raises :class:`ProtocolkitError` when no valid file can be made.
    """
    style, _ = read_house_style(project, protocol.slug)
    data = typst_data(protocol, cover, translate, language, style, extras)
    return compile_pdf(
        _TEMPLATE, data, (protocol,), protocol.location, project=project, timestamp=timestamp
    )
