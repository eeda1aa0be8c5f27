"""Seeded edits that count nothing: words, markup and shapes anywhere, over what others touched.

They are drawn together with the counted ones of ``seeded_edits.py``: for what must hold after any
edits at all, such as a redline that gives both versions back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

from protocolkit.document.model import (
    Block,
    Clause,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.richtext import Emphasis, NoteMark, RichText, Text, tidy
from protocolkit.document.tree import Part, block_texts, map_texts, rows_of
from seeded_edits import EDITS, OTHER_WORDS, SENTENCES, Draft, Edit, as_text, draft_of, end_of


def roughly_edited(protocol: Protocol, seed: int, most: int = 5) -> Protocol:
    """Return a protocol after one to ``most`` edits, each of a kind that is drawn."""
    chance = Random(seed)
    draft = draft_of(protocol)
    for _ in range(chance.randint(1, most)):
        chance.choice((*EDITS, *ROUGH_EDITS))(draft, chance)
    return draft.finished()


def _in_a_clause(change: Callable[[Clause, Random], Clause]) -> Edit:
    """Make an edit of what changes any one clause: the first drawn on which it does something."""

    def edit(draft: Draft, chance: Random) -> bool:
        places = [at for at, part in enumerate(draft.parts) if isinstance(part, Clause)]
        for at in chance.sample(places, len(places)):
            clause = draft.parts[at]
            assert isinstance(clause, Clause)
            changed = change(clause, chance)
            if changed != clause:
                draft.parts[at] = changed
                return True
        return False

    return edit


def _in_a_text(change: Callable[[RichText, Random], RichText]) -> Edit:
    """Make an edit of what changes any one text of a clause: of a point, of a cell."""

    def in_clause(clause: Clause, chance: Random) -> Clause:
        count = len([*block_texts(clause.blocks)])
        chosen, at = chance.randrange(max(count, 1)), -1

        def changed(rich: RichText) -> RichText:
            nonlocal at
            at += 1
            return change(rich, chance) if at == chosen else rich

        return replace(clause, blocks=map_texts(clause.blocks, changed))

    return _in_a_clause(in_clause)


def _words(rich: RichText, chance: Random, change: Callable[[list[str]], None]) -> RichText:
    places = [at for at, inline in enumerate(rich) if isinstance(inline, Text)]
    if not places:
        return rich
    at = chance.choice(places)
    found = rich[at]
    assert isinstance(found, Text)
    words = found.text.split(" ")
    change(words)
    return tidy([*rich[:at], Text(" ".join(words)), *rich[at + 1 :]])


def _other_word(rich: RichText, chance: Random) -> RichText:
    def change(words: list[str]) -> None:
        words[chance.randrange(len(words))] = chance.choice(OTHER_WORDS)

    return _words(rich, chance, change)


def _more_words(rich: RichText, chance: Random) -> RichText:
    def change(words: list[str]) -> None:
        at = chance.randint(0, len(words))
        words[at:at] = chance.sample(OTHER_WORDS, chance.randint(1, 3))

    return _words(rich, chance, change)


def _fewer_words(rich: RichText, chance: Random) -> RichText:
    def change(words: list[str]) -> None:
        at = chance.randrange(len(words))
        del words[at : at + chance.randint(1, 3)]
        if not words:
            words.append("niets")

    return _words(rich, chance, change)


def _emphasised(rich: RichText, chance: Random) -> RichText:
    words = [inline for inline in rich if isinstance(inline, Text)]
    if not words:
        return rich
    chosen, is_strong = chance.choice(words), chance.random() < 0.5
    return tuple(Emphasis(content=(i,), strong=is_strong) if i is chosen else i for i in rich)


def _other_marker(clause: Clause, chance: Random) -> Clause:
    return replace(clause, marker=f"{chance.randint(1, 99)}.") if clause.marker else clause


def _two_paragraphs(clause: Clause, _: Random) -> Clause:
    first = clause.blocks[0] if clause.blocks else None
    text = first.content[0] if isinstance(first, Paragraph) and first.content else None
    if not isinstance(first, Paragraph) or not isinstance(text, Text):
        return clause
    words = text.text.split(" ")
    at = len(words) // 2
    if not at:
        return clause
    after = Paragraph((Text(" ".join(words[at:])), *first.content[1:]))
    return replace(
        clause, blocks=(Paragraph(as_text(" ".join(words[:at]))), after, *clause.blocks[1:])
    )


def _with_points(clause: Clause, chance: Random) -> Clause:
    points = tuple(
        Point(marker=f"{sign}.", blocks=(Paragraph(as_text(chance.choice(SENTENCES))),))
        for sign in "abc"[: chance.randint(1, 3)]
    )
    return replace(clause, blocks=(*clause.blocks, PointList(points)))


def _other_points(clause: Clause, chance: Random) -> Clause:
    """Take a point out of every list, or put it elsewhere in it."""

    def changed(block: Block) -> Block:
        if not isinstance(block, PointList) or len(block.points) < 2:
            return block
        points = list(block.points)
        gone = points.pop(chance.randrange(len(points)))
        if chance.random() < 0.5:
            points.insert(chance.randint(0, len(points)), gone)
        return PointList(tuple(points))

    return replace(clause, blocks=tuple(map(changed, clause.blocks)))


def _with_table(clause: Clause, chance: Random) -> Clause:
    rows = tuple((as_text("mentor"), as_text(text)) for text in chance.sample(SENTENCES, 2))
    table = Table(header=(as_text("Wie"), as_text("Wat")), rows=rows)
    return replace(clause, blocks=(*clause.blocks, table))


def _other_tables(draft: Draft, chance: Random) -> bool:
    """Do something to every table: a row or a column comes, goes or moves."""

    def changed(block: Block) -> Block:
        return _other_table(block, chance) if isinstance(block, Table) else block

    for at, part in enumerate(draft.parts):
        if isinstance(part, Clause):
            draft.parts[at] = replace(part, blocks=tuple(map(changed, part.blocks)))
    return True


def _other_table(table: Table, chance: Random) -> Table:
    grid = [list(row) for row in rows_of(table)]
    kind = chance.choice(("row", "no row", "column", "no column", "moved row", "word"))
    width = len(table.header)
    if kind == "row":
        grid.insert(chance.randint(1, len(grid)), [_cell(chance) for _ in range(width)])
    elif kind == "no row" and len(grid) > 2:
        del grid[chance.randrange(1, len(grid))]
    elif kind == "column":
        at = chance.randint(0, width)
        for row in grid:
            row.insert(at, _cell(chance))
    elif kind == "no column" and width > 1:
        at = chance.randrange(width)
        for row in grid:
            del row[at]
    elif kind == "moved row" and len(grid) > 2:
        grid.append(grid.pop(chance.randrange(1, len(grid))))
    else:
        grid[-1][-1] = _cell(chance)
    header, *rows = (tuple(row) for row in grid)
    return replace(table, header=header, rows=tuple(rows))


def _cell(chance: Random) -> RichText:
    return as_text(chance.choice(OTHER_WORDS))


def _split_at_blocks(draft: Draft, _: Random) -> bool:
    """Make two clauses of the first that has several blocks."""
    for at, part in enumerate(draft.parts):
        if isinstance(part, Clause) and len(part.blocks) > 1:
            rest = replace(part, anchor=draft.new_anchor(), blocks=part.blocks[1:])
            draft.parts[at : at + 1] = [replace(part, blocks=part.blocks[:1]), rest]
            return True
    return False


def _join_blocks(draft: Draft, chance: Random) -> bool:
    """Make one clause of two, in which each keeps its blocks."""
    pairs = [
        (at, one, other)
        for at, (one, other) in enumerate(pairwise(draft.parts))
        if isinstance(one, Clause) and isinstance(other, Clause)
    ]
    if not pairs:
        return False
    at, one, other = chance.choice(pairs)
    draft.parts[at : at + 2] = [replace(one, blocks=one.blocks + other.blocks)]
    return True


def _move_far(draft: Draft, chance: Random) -> bool:
    """Put a clause or a heading anywhere else; what follows a heading stays."""
    if not draft.parts:
        return False
    part = draft.parts.pop(chance.randrange(len(draft.parts)))
    draft.parts.insert(chance.randint(0, len(draft.parts)), part)
    return True


def _add_section(draft: Draft, chance: Random) -> bool:
    parts: list[Part] = [
        Section(anchor=draft.new_anchor(), level=2, title=as_text("Buiten het hek"), parts=()),
        *(
            Clause(
                anchor=draft.new_anchor(),
                marker=marker,
                blocks=(Paragraph(as_text(chance.choice(SENTENCES))),),
            )
            for marker in ("1.", "2.")
        ),
    ]
    at = chance.randint(0, len(draft.parts))
    draft.parts[at:at] = parts
    return True


def _remove_section(draft: Draft, chance: Random) -> bool:
    """Take a section out with all that is in it."""
    places = [at for at, part in enumerate(draft.parts) if isinstance(part, Section)]
    if len(places) < 2:
        return False
    at = chance.choice(places)
    end = end_of(draft, at)
    if end - at == len(draft.parts):
        return False
    del draft.parts[at:end]
    return True


def _remove_note(draft: Draft, chance: Random) -> bool:
    """Take a note out, and its marks wherever they stand."""
    if not draft.notes:
        return False
    gone = draft.notes.pop(chance.randrange(len(draft.notes))).label

    def without(rich: RichText) -> RichText:
        return tidy(i for i in rich if not (isinstance(i, NoteMark) and i.label == gone))

    for at, part in enumerate(draft.parts):
        if isinstance(part, Section):
            draft.parts[at] = replace(part, title=without(part.title))
        else:
            draft.parts[at] = replace(part, blocks=map_texts(part.blocks, without))
    return True


ROUGH_EDITS: tuple[Edit, ...] = (
    *map(_in_a_text, (_other_word, _more_words, _fewer_words, _emphasised)),
    *map(_in_a_clause, (_other_marker, _two_paragraphs, _with_points, _other_points, _with_table)),
    _other_tables,
    _split_at_blocks,
    _join_blocks,
    _move_far,
    _add_section,
    _remove_section,
    _remove_note,
)
