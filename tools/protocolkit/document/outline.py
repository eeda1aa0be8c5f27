"""What can be worked out from a protocol: its clauses in order, their labels, their words.

Pure functions over :mod:`protocolkit.document.model`; the order is that of words.md: title, body in
reading order with markers, then the notes in the order of their first mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.base.told_once import told_once
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Kind,
    Point,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.place import Place
from protocolkit.document.richtext import RichText, note_labels, plain
from protocolkit.document.tree import (
    Part,
    Path,
    block_texts,
    by_block,
    by_part,
    rows_of,
    walk_clauses,
    walk_parts,
    walk_points,
    walk_sections,
)
from protocolkit.text.function_words import ASKING, FUNCTION_WORDS
from protocolkit.text.marker_ends import without_end
from protocolkit.text.markers import is_article
from protocolkit.text.numbers import Number
from protocolkit.text.words import tokens

# A heading's short name ends before the first of these: 'Sancties en gevolgen voor ...'.
_ENDS_NAME = FUNCTION_WORDS | ASKING
_SHORT_WORDS = 2
_PREAMBLE = "Aanhef"
_CLOSING = "Slot"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedClause:
    """A clause with the sections around it, outermost first."""

    clause: Clause
    sections: tuple[Section, ...]


def clauses(protocol: Protocol) -> Iterator[Clause]:
    """Yield every clause in reading order."""
    return (placed.clause for placed in placed_clauses(protocol))


@told_once
def placed_clauses(protocol: Protocol) -> tuple[PlacedClause, ...]:
    """Return every clause in reading order, with the sections around it."""
    return tuple(
        PlacedClause(clause=clause, sections=path) for clause, path in walk_clauses(protocol.parts)
    )


def addressable(protocol: Protocol) -> tuple[Clause | Footnote, ...]:
    """Return everything that a topic may name: the clauses in reading order, then the notes."""
    return (*clauses(protocol), *protocol.notes)


def placed_items(protocols: Iterable[Protocol]) -> Iterator[tuple[Place, Clause | Footnote]]:
    """Yield all that topics may name in some protocols of one subject, each with its place."""
    for protocol in protocols:
        for item in addressable(protocol):
            yield Place(protocol.slug, item.anchor), item


@told_once
def sections(protocol: Protocol) -> tuple[Section, ...]:
    """Return every section in reading order, outer before inner."""
    return tuple(section for section, _ in walk_sections(protocol.parts))


@told_once
def called_notes(protocol: Protocol) -> tuple[Footnote, ...]:
    """Return the notes in the order of their first mark; notes never called come last."""
    by_label = {note.label: note for note in protocol.notes}
    order: dict[str, None] = {}
    texts = [protocol.title, *_rich_texts(protocol.parts)]
    pending = [label for rich in texts for label in note_labels(rich)]
    while pending:
        label = pending.pop(0)
        if label in by_label and label not in order:
            order[label] = None
            inner = block_texts(by_label[label].blocks)
            pending += [called for rich in inner for called in note_labels(rich)]
    order.update(dict.fromkeys(by_label))
    return tuple(by_label[label] for label in order)


def rich_texts(protocol: Protocol) -> Iterator[RichText]:
    """Yield every rich text of a protocol: title, headings, body, notes."""
    yield protocol.title
    yield from _rich_texts(protocol.parts)
    for note in protocol.notes:
        yield from block_texts(note.blocks)


@told_once
def shown_labels(protocol: Protocol) -> Mapping[str, str]:
    """Return by anchor how clauses and points are cited, where their marker does not say it."""
    named = labels(protocol)
    items: list[Clause | Point] = []
    for clause in clauses(protocol):
        items += [clause, *walk_points(clause.blocks)]
    return {
        item.anchor: label
        for item in items
        if (label := named.get(item.anchor, ""))
        and label.casefold() != without_end(item.marker).casefold()
    }


def clause_text(clause: Clause | Footnote) -> str:
    """Return a clause's plain text without its marker, blocks apart by a newline."""
    return blocks_text(clause.blocks)


def is_only_tables(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are tables and nothing else."""
    return bool(blocks) and all(isinstance(block, Table) for block in blocks)


def blocks_text(blocks: Iterable[Block]) -> str:
    """Return the plain text of blocks as that of a clause that holds them."""
    return "\n".join(_block_lines(blocks))


@told_once
def protocol_text(protocol: Protocol) -> str:
    """Return a protocol's whole text by words.md: markers in, marks of notes out.

    A supplied title is not the board's text and stays out.
    """
    title = [] if protocol.facts.title_supplied else [plain(protocol.title)]
    body = _part_lines(protocol.parts)
    notes = (clause_text(note) for note in called_notes(protocol))
    return "\n".join([*title, *body, *notes])


def protocol_tokens(protocol: Protocol) -> tuple[str, ...]:
    """Return a protocol's word sequence."""
    return tokens(protocol_text(protocol))


@told_once
def labels(protocol: Protocol) -> Mapping[str, str]:
    """Return how each clause and note is cited, by anchor; unique in the document.

    ``3.1.7`` where sections and items are counted, ``A.5``; ``Communiceren 2`` under a heading
    without a number; ``Uitgangspunten, 3e punt`` for a bullet, ``Inleiding, 2e alinea`` for a
    paragraph, ``Melden, 1e tabel`` for a table, ``Slot, 1e alinea`` for one that closes the
    document; ``noot 5`` for a note.
    """
    names = section_names(protocol)
    counters: dict[tuple[str, str], int] = {}
    found: dict[str, str] = {}
    used: set[str] = set()
    for placed in placed_clauses(protocol):
        label = _unused(_clause_label(placed, names, counters), used)
        found[placed.clause.anchor] = label
    for note in protocol.notes:
        found[note.anchor] = _unused(f"noot {note.label}", used)
    return found


def section_names(protocol: Protocol) -> dict[str, str]:
    """Return a short name for each section by anchor: ``Sancties``, ``Positieve insteek``."""
    found: dict[str, str] = {}
    for section in sections(protocol):
        title = plain(section.title).strip()
        name = section.short or short_name(title) or str(section.number or title)
        found[section.anchor] = title if name in found.values() else name
    return found


def section_number(path: Iterable[Section]) -> Number | None:
    """Return the number of the innermost section of a path, counted through its parents."""
    number: Number | None = None
    for section in path:
        own = section.number
        if own is not None:
            number = own if is_article(section.marker) else own.under(number)
    return number


@told_once
def lead_ins(protocol: Protocol) -> Mapping[str, str]:
    """Return, for each bullet or point after a sentence that ends in a colon, that sentence."""
    found: dict[str, str] = {}
    home: Path = ()
    lead = ""
    for clause, path in walk_clauses(protocol.parts):
        if path != home:
            home, lead = path, ""
        if not clause.marker:
            text = clause_text(clause).strip()
            lead = text if text.endswith(":") else ""
        elif lead:
            found[clause.anchor] = lead
    return found


def _rich_texts(parts: Iterable[Part]) -> Iterator[RichText]:
    for part, _ in walk_parts(parts):
        yield from by_part(
            part,
            clause=lambda clause: tuple(block_texts(clause.blocks)),
            section=lambda section: (section.title,),
        )


def _part_lines(parts: Iterable[Part]) -> Iterator[str]:
    for part, _ in walk_parts(parts):
        yield from by_part(
            part,
            clause=lambda clause: (clause.marker, *_block_lines(clause.blocks)),
            section=lambda section: (f"{section.marker} {plain(section.title)}",),
        )


def _block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from by_block(
            block,
            paragraph=lambda paragraph: (plain(paragraph.content),),
            points=lambda found: tuple(line for p in found.points for line in _point_lines(p)),
            table=lambda table: tuple(plain(cell) for row in rows_of(table) for cell in row),
        )


def _point_lines(point: Point) -> Iterator[str]:
    lines = list(_block_lines(point.blocks))
    first = lines[0] if lines else ""
    yield f"{point.marker} {first}".strip()
    yield from lines[1:]


def _clause_label(
    placed: PlacedClause, names: dict[str, str], counters: dict[tuple[str, str], int]
) -> str:
    clause, inner = placed.clause, placed.sections[-1] if placed.sections else None
    own = clause.number
    if own is not None and is_article(clause.marker):
        return f"artikel {own}"
    home = inner.anchor if inner else ""
    above = section_number(placed.sections)
    if own is not None and above is not None:
        return str(own.under(above))
    name = names[home] if inner else _PREAMBLE
    if own is not None:
        return f"{name} {own}"
    if clause.kind is Kind.CLOSING:
        home = name = _CLOSING
    word = "punt" if clause.marker else "tabel" if is_only_tables(clause.blocks) else "alinea"
    counters[home, word] = count = counters.get((home, word), 0) + 1
    return f"{name}, {count}e {word}"


def _unused(label: str, used: set[str]) -> str:
    candidate, count = label, 1
    while candidate in used:
        count += 1
        candidate = f"{label} ({count}e)"
    used.add(candidate)
    return candidate


def short_name(title: str) -> str:
    """Return a heading's first words, or "" when it begins with a function word."""
    words: list[str] = []
    for word in title.split():
        if word.lower() in _ENDS_NAME or len(words) == _SHORT_WORDS:
            break
        words.append(word.rstrip(",;:"))
        if word[-1] in ",;:(" or word.startswith("("):
            break
    name = " ".join(words)
    return name.capitalize() if re.sub(r"\W", "", name).isupper() and len(name) > 3 else name
