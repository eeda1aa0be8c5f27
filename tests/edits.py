"""Seeded edits of a protocol, of every kind: what a school does to a text between two versions.

Each edit changes the model; the same seed gives the same edits. Words are Dutch and made up here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import clauses, sections
from protocolkit.document.richtext import Emphasis, NoteMark, RichText, Text, tidy
from protocolkit.document.tree import Part, map_parts, map_texts, rows_of

_NEW_WORDS = "tijdig altijd schriftelijk binnen twee weken conrector hek fietsenstalling".split()
_SENTENCES = (
    "De mentor spreekt de leerling hier dezelfde dag op aan.",
    "Ouders krijgen binnen vijf schooldagen bericht.",
    "Bij ijzel blijft het hek open.",
    "De conciërge houdt hiervan een lijst bij.",
)

Edit = Callable[[Protocol, Random], Protocol]


def edited(protocol: Protocol, seed: int, most: int = 5) -> Protocol:
    """Return a protocol after one to ``most`` edits, each of a kind that is drawn."""
    random = Random(seed)
    for _ in range(random.randint(1, most)):
        protocol = random.choice(EDITS)(protocol, random)
    return protocol


def _words(rich: RichText, random: Random, change: Callable[[list[str]], None]) -> RichText:
    """Change the words of one of the texts in rich text."""
    places = [at for at, inline in enumerate(rich) if isinstance(inline, Text)]
    if not places:
        return rich
    at = random.choice(places)
    found = rich[at]
    assert isinstance(found, Text)
    words = found.text.split(" ")
    change(words)
    return tidy([*rich[:at], Text(" ".join(words)), *rich[at + 1 :]])


def _in_one_clause(
    protocol: Protocol, random: Random, change: Callable[[Clause], Clause | None]
) -> Protocol:
    found = [clause.anchor for clause in clauses(protocol)]
    if not found:
        return protocol
    chosen = random.choice(found)
    parts = map_parts(protocol.parts, lambda c: change(c) if c.anchor == chosen else c)
    return replace(protocol, parts=parts)


def _in_one_text(
    blocks: tuple[Block, ...], random: Random, change: Callable[[RichText], RichText]
) -> tuple[Block, ...]:
    count = 0

    def counted(rich: RichText) -> RichText:
        nonlocal count
        count += 1
        return rich

    map_texts(blocks, counted)
    chosen, at = random.randrange(max(count, 1)), -1

    def changed(rich: RichText) -> RichText:
        nonlocal at
        at += 1
        return change(rich) if at == chosen else rich

    return map_texts(blocks, changed)


def _edit_words(change: Callable[[list[str], Random], None]) -> Edit:
    def edit(protocol: Protocol, random: Random) -> Protocol:
        def in_text(rich: RichText) -> RichText:
            return _words(rich, random, lambda words: change(words, random))

        def in_clause(clause: Clause) -> Clause:
            return replace(clause, blocks=_in_one_text(clause.blocks, random, in_text))

        return _in_one_clause(protocol, random, in_clause)

    return edit


def _replace_word(words: list[str], random: Random) -> None:
    words[random.randrange(len(words))] = random.choice(_NEW_WORDS)


def _add_words(words: list[str], random: Random) -> None:
    at = random.randrange(len(words) + 1)
    words[at:at] = random.sample(_NEW_WORDS, random.randint(1, 3))


def _remove_words(words: list[str], random: Random) -> None:
    at = random.randrange(len(words))
    del words[at : at + random.randint(1, 3)]
    if not words:
        words.append("niets")


def _new_clause(random: Random, marker: str) -> Clause:
    text = Paragraph((Text(random.choice(_SENTENCES)),))
    return Clause(anchor=f"nieuw-{random.randrange(10**9)}", marker=marker, blocks=(text,))


def _in_one_section(
    protocol: Protocol, random: Random, change: Callable[[list[Part]], None]
) -> Protocol:
    """Change the parts of a section, or those of the top."""
    names = ["", *(section.anchor for section in sections(protocol))]
    chosen = random.choice(names)

    def changed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        found = list(parts)
        change(found)
        return tuple(found)

    if not chosen:
        return replace(protocol, parts=changed(protocol.parts))

    def in_section(section: Section) -> Section:
        return (
            replace(section, parts=changed(section.parts)) if section.anchor == chosen else section
        )

    return replace(protocol, parts=map_parts(protocol.parts, lambda clause: clause, in_section))


def _add_clause(protocol: Protocol, random: Random) -> Protocol:
    def change(parts: list[Part]) -> None:
        marker = next((p.marker for p in parts if isinstance(p, Clause)), "")
        parts.insert(random.randrange(len(parts) + 1), _new_clause(random, marker))

    return _in_one_section(protocol, random, change)


def _remove_clause(protocol: Protocol, random: Random) -> Protocol:
    return _in_one_clause(protocol, random, lambda _: None)


def _move_part(protocol: Protocol, random: Random) -> Protocol:
    def change(parts: list[Part]) -> None:
        if len(parts) > 1:
            part = parts.pop(random.randrange(len(parts)))
            parts.insert(random.randrange(len(parts) + 1), part)

    return _in_one_section(protocol, random, change)


def _move_clause_far(protocol: Protocol, random: Random) -> Protocol:
    taken: list[Clause] = []

    def take(clause: Clause) -> None:
        taken.append(clause)

    without = _in_one_clause(protocol, random, take)
    return _in_one_section(without, random, lambda parts: parts.extend(taken))


def _remove_section(protocol: Protocol, random: Random) -> Protocol:
    def change(parts: list[Part]) -> None:
        found = [part for part in parts if isinstance(part, Section)]
        if len(found) > 1:
            parts.remove(random.choice(found))

    return _in_one_section(protocol, random, change)


def _add_section(protocol: Protocol, random: Random) -> Protocol:
    name = f"hs-{random.randrange(10**9)}"
    made = Section(
        anchor=name,
        level=2,
        title=(Text("Buiten het hek"),),
        parts=(_new_clause(random, "1."), _new_clause(random, "2.")),
    )
    parts = list(protocol.parts)
    parts.insert(random.randrange(len(parts) + 1), made)
    return replace(protocol, parts=tuple(parts))


def _edit_heading(protocol: Protocol, random: Random) -> Protocol:
    names = [section.anchor for section in sections(protocol)]
    if not names:
        return protocol
    chosen = random.choice(names)

    def change(section: Section) -> Section:
        if section.anchor != chosen:
            return section
        return replace(
            section, title=_words(section.title, random, lambda w: _add_words(w, random))
        )

    return replace(protocol, parts=map_parts(protocol.parts, lambda clause: clause, change))


def _renumber(protocol: Protocol, random: Random) -> Protocol:
    def change(clause: Clause) -> Clause:
        return replace(clause, marker=f"{random.randint(1, 99)}.") if clause.marker else clause

    return _in_one_clause(protocol, random, change)


def _split_paragraph(protocol: Protocol, random: Random) -> Protocol:
    def change(clause: Clause) -> Clause:
        first = clause.blocks[0] if clause.blocks else None
        if not isinstance(first, Paragraph) or not isinstance(text := first.content[0], Text):
            return clause
        words = text.text.split(" ")
        at = len(words) // 2
        if not at:
            return clause
        before = Paragraph((Text(" ".join(words[:at])),))
        after = Paragraph((Text(" ".join(words[at:])), *first.content[1:]))
        return replace(clause, blocks=(before, after, *clause.blocks[1:]))

    return _in_one_clause(protocol, random, change)


def _join_clauses(protocol: Protocol, random: Random) -> Protocol:
    def change(parts: list[Part]) -> None:
        for at, (one, other) in enumerate(pairwise(parts)):
            if isinstance(one, Clause) and isinstance(other, Clause):
                parts[at : at + 2] = [replace(one, blocks=one.blocks + other.blocks)]
                return

    return _in_one_section(protocol, random, change)


def _split_clause(protocol: Protocol, random: Random) -> Protocol:
    def change(parts: list[Part]) -> None:
        for at, part in enumerate(parts):
            if isinstance(part, Clause) and len(part.blocks) > 1:
                name = f"deel-{random.randrange(10**9)}"
                rest = replace(part, anchor=name, blocks=part.blocks[1:])
                parts[at : at + 1] = [replace(part, blocks=part.blocks[:1]), rest]
                return

    return _in_one_section(protocol, random, change)


def _repeal(protocol: Protocol, random: Random) -> Protocol:
    def change(clause: Clause) -> Clause:
        return replace(clause, blocks=(Paragraph((Text("Vervallen"),)),))

    return _in_one_clause(protocol, random, change)


def _emphasise(protocol: Protocol, random: Random) -> Protocol:
    def in_text(rich: RichText) -> RichText:
        words = [inline for inline in rich if isinstance(inline, Text)]
        if not words:
            return rich
        chosen = random.choice(words)
        return tuple(
            Emphasis(content=(i,), strong=random.random() < 0.5) if i is chosen else i for i in rich
        )

    def change(clause: Clause) -> Clause:
        return replace(clause, blocks=_in_one_text(clause.blocks, random, in_text))

    return _in_one_clause(protocol, random, change)


def _add_points(protocol: Protocol, random: Random) -> Protocol:
    def change(clause: Clause) -> Clause:
        points = tuple(
            Point(marker=f"{sign}.", blocks=(Paragraph((Text(random.choice(_SENTENCES)),)),))
            for sign in "abc"[: random.randint(1, 3)]
        )
        return replace(clause, blocks=(*clause.blocks, PointList(points)))

    return _in_one_clause(protocol, random, change)


def _edit_points(protocol: Protocol, random: Random) -> Protocol:
    def change(clause: Clause) -> Clause:
        blocks = list(clause.blocks)
        for at, block in enumerate(blocks):
            if isinstance(block, PointList) and len(block.points) > 1:
                points = list(block.points)
                gone = points.pop(random.randrange(len(points)))
                if random.random() < 0.5:
                    points.insert(random.randrange(len(points) + 1), gone)
                blocks[at] = PointList(tuple(points))
        return replace(clause, blocks=tuple(blocks))

    return _in_one_clause(protocol, random, change)


def _add_table(protocol: Protocol, random: Random) -> Protocol:
    def cell(words: str) -> RichText:
        return (Text(words),)

    table = Table(
        header=(cell("Wie"), cell("Wat")),
        rows=tuple((cell("mentor"), cell(text)) for text in random.sample(_SENTENCES, 2)),
    )

    def change(clause: Clause) -> Clause:
        return replace(clause, blocks=(*clause.blocks, table))

    return _in_one_clause(protocol, random, change)


def _edit_tables(protocol: Protocol, random: Random) -> Protocol:
    """Do something to every table: a row or a column comes, goes or moves."""

    def new_cell() -> RichText:
        return (Text(random.choice(_NEW_WORDS)),)

    def changed(table: Table) -> Table:
        grid = [list(row) for row in rows_of(table)]
        kind = random.choice(("row", "no row", "column", "no column", "moved row", "word"))
        width = len(table.header)
        if kind == "row":
            row = [new_cell() for _ in range(width)]
            grid.insert(random.randint(1, len(grid)), row)
        elif kind == "no row" and len(grid) > 2:
            del grid[random.randrange(1, len(grid))]
        elif kind == "column":
            at = random.randint(0, width)
            for row in grid:
                row.insert(at, new_cell())
        elif kind == "no column" and width > 1:
            at = random.randrange(width)
            for row in grid:
                del row[at]
        elif kind == "moved row" and len(grid) > 2:
            grid.append(grid.pop(random.randrange(1, len(grid))))
        else:
            grid[-1][-1] = new_cell()
        header, *rows = (tuple(row) for row in grid)
        return replace(table, header=header, rows=tuple(rows))

    def change(clause: Clause) -> Clause:
        blocks = (changed(b) if isinstance(b, Table) else b for b in clause.blocks)
        return replace(clause, blocks=tuple(blocks))

    return replace(protocol, parts=map_parts(protocol.parts, change))


def _edit_note(protocol: Protocol, random: Random) -> Protocol:
    if not protocol.notes:
        return _add_note(protocol, random)
    at = random.randrange(len(protocol.notes))
    note = protocol.notes[at]

    def in_text(rich: RichText) -> RichText:
        return _words(rich, random, lambda words: _add_words(words, random))

    changed = replace(note, blocks=_in_one_text(note.blocks, random, in_text))
    return replace(protocol, notes=(*protocol.notes[:at], changed, *protocol.notes[at + 1 :]))


def _add_note(protocol: Protocol, random: Random) -> Protocol:
    label = str(len(protocol.notes) + 1)
    if any(note.label == label for note in protocol.notes):
        return protocol

    def in_text(rich: RichText) -> RichText:
        return (*rich, NoteMark(label))

    def change(clause: Clause) -> Clause:
        return replace(clause, blocks=_in_one_text(clause.blocks, random, in_text))

    note = Footnote(label=label, blocks=(Paragraph((Text(random.choice(_SENTENCES)),)),))
    return replace(_in_one_clause(protocol, random, change), notes=(*protocol.notes, note))


def _remove_note(protocol: Protocol, random: Random) -> Protocol:
    if not protocol.notes:
        return protocol
    gone = random.choice(protocol.notes)

    def without(rich: RichText) -> RichText:
        return tidy(i for i in rich if not (isinstance(i, NoteMark) and i.label == gone.label))

    def change(clause: Clause) -> Clause:
        return replace(clause, blocks=map_texts(clause.blocks, without))

    notes = tuple(note for note in protocol.notes if note is not gone)
    return replace(protocol, parts=map_parts(protocol.parts, change), notes=notes)


EDITS: tuple[Edit, ...] = (
    _edit_words(_replace_word),
    _edit_words(_add_words),
    _edit_words(_remove_words),
    _add_clause,
    _remove_clause,
    _move_part,
    _move_clause_far,
    _add_section,
    _remove_section,
    _edit_heading,
    _renumber,
    _split_paragraph,
    _split_clause,
    _join_clauses,
    _repeal,
    _emphasise,
    _add_points,
    _edit_points,
    _add_table,
    _edit_tables,
    _edit_note,
    _add_note,
    _remove_note,
)
