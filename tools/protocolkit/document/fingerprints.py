"""Fingerprints: by which a text is known again, and a change of it noticed.

Fingerprint 2 is the SHA-256 of a word sequence in which each clause, heading, point, row, cell and
mark of a note begins with a sign of its own, so that a boundary or a mark that moves is a change.
It is written with the prefix ``2:``. Where a note is marked more than once, each later mark also
says which of the notes it calls, and the prefix is ``3:``. Where points lie in a point, or a text
follows on points, signs say where such points begin and end, and it is ``4:``. Values without a
prefix are of before: the words alone, joined by one space. They stay verifiable;
``docs/develop/words.md`` has the rules.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from protocolkit.base.told_once import kept_once, told_once
from protocolkit.document.facts import Provenance
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import called_notes, clause_text, protocol_tokens
from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, plain, walk
from protocolkit.document.tree import by_block, by_part, rows_of, walk_parts
from protocolkit.text.words import fingerprint, tokens

_PREFIX, _PREFIX_REPEATED, _PREFIX_LEVELS = "2:", "3:", "4:"
_PREFIXES = (_PREFIX, _PREFIX_REPEATED, _PREFIX_LEVELS)
MARK_LENGTH = len(_PREFIX) + 16
"""How much of a fingerprint is kept beside a clause: enough for the clauses of one document."""

_CODE_LENGTH, _CODE_GROUP = 12, 4

# Signs that no text holds: the reader turns control characters into spaces.
_CLAUSE, _HEADING, _POINT, _ROW, _CELL, _MARK = "\x1d", "\x1c", "\x1e", "\x0e", "\x1f", "\x02"
# Where the points of a point begin, and where points end that something comes after.
_INNER, _AFTER = "\x0f", "\x10"
_LEVELS = (_INNER, _AFTER)


def clause_fingerprint(item: Clause | Footnote) -> str:
    """Return the fingerprint of a clause or note: without its marker and number."""
    return blocks_fingerprint(item.blocks)


def blocks_fingerprint(blocks: Iterable[Block], *notes: Footnote) -> str:
    """Return the fingerprint of blocks, followed by the notes that belong to them."""
    return _hashed([*_of_blocks(blocks), *(sign for note in notes for sign in _of_note(note))])


@kept_once
def protocol_fingerprint(protocol: Protocol) -> str:
    """Return the fingerprint of a protocol: with markers and numbers, notes at the end."""
    return _hashed(_signs(protocol))


@told_once
def codes_of_before(protocol: Protocol) -> tuple[str, ...]:
    """Return the values that a protocol had by earlier rules, the latest first.

    It is what older files and papers of this text bear. Other texts have them too: those in which a
    mark that comes back calls another note, or a point falls under another one.
    """
    signs = _signs(protocol)
    found = dict.fromkeys((_hashed(signs), _hashed(_without_levels(signs)), _of_before(signs)))
    return tuple(found)[1:]


def hex_signs(fingerprint: str) -> str:
    """Return the hexadecimal signs of a fingerprint, without the prefix that says its rule."""
    return fingerprint.rpartition(":")[2]


def has_prefix(kept: str) -> bool:
    """Tell whether a fingerprint, or the beginning of one, says its rule; the oldest does not."""
    return kept.startswith(_PREFIXES)


def has_unknown_kind(kept: str) -> bool:
    """Tell whether a fingerprint names a rule that is none of those known here.

    >>> has_unknown_kind("9:0af122bc9d07"), has_unknown_kind("2:0af122bc9d07"), has_unknown_kind("")
    (True, False, False)
    """
    return ":" in kept and not has_prefix(kept)


def check_code(fingerprint: str) -> str:
    """Return the beginning of a fingerprint, in groups that people can compare."""
    signs = hex_signs(fingerprint)[:_CODE_LENGTH]
    return " ".join(signs[at : at + _CODE_GROUP] for at in range(0, len(signs), _CODE_GROUP))


def clause_mark(item: Clause | Footnote) -> str:
    """Return the beginning of a clause's fingerprint, as it is kept beside a clause."""
    return clause_fingerprint(item)[:MARK_LENGTH]


def has_fingerprint(item: Clause | Footnote, kept: str) -> bool:
    """Tell whether a clause still has the fingerprint, or the beginning of one, that was kept.

    Each is judged by the rule of its time.
    """
    if kept.startswith(_PREFIX):
        return _of_before(_of_blocks(item.blocks)).startswith(kept)
    if kept.startswith(_PREFIX_REPEATED):
        return _hashed(_without_levels(_of_blocks(item.blocks))).startswith(kept)
    if kept.startswith(_PREFIX_LEVELS):
        return clause_fingerprint(item).startswith(kept)
    return bool(kept) and fingerprint(tokens(clause_text(item))).startswith(kept)


def has_protocol_fingerprint(protocol: Protocol, kept: str) -> bool:
    """Tell whether a protocol still has the fingerprint that was kept, by any rule there was.

    A value of before does not prove a text of which it does not say all: see
    :func:`had_protocol_fingerprint`.
    """
    if has_prefix(kept):
        return protocol_fingerprint(protocol).startswith(kept)
    return bool(kept) and fingerprint(protocol_tokens(protocol)).startswith(kept)


def had_protocol_fingerprint(protocol: Protocol, kept: str) -> bool:
    """Tell whether a protocol has the fingerprint that was kept, each by the rule of its time.

    So a kept version is held to what was written of it. Two texts may both have a value of before
    when they differ only in which note a mark that comes back calls, or in what falls under what.
    """
    if has_protocol_fingerprint(protocol, kept):
        return True
    return has_prefix(kept) and any(code.startswith(kept) for code in codes_of_before(protocol))


def written_mark(item: Clause | Footnote) -> str:
    """Return the CRC-32 of a clause's words, as 8 hex digits.

    It only tells whether somebody touched words after they were first written here. A page that
    came over plain http may compute no SHA-256, and the composer writes it too.
    """
    return f"{zlib.crc32(' '.join(clause_text(item).split()).encode()):08x}"


def is_as_written(item: Clause | Footnote, entry: Provenance) -> bool:
    """Tell whether a clause has the words that were first written here."""
    if entry.written:
        return entry.written == written_mark(item) or has_fingerprint(item, entry.written)
    return has_fingerprint(item, entry.fingerprint)


def _signs(protocol: Protocol) -> list[str]:
    title = () if protocol.facts.title_supplied else _of_text(protocol.title)
    parts = (
        sign
        for part, _ in walk_parts(protocol.parts)
        for sign in by_part(part, clause=_of_clause, section=_of_section)
    )
    notes = (sign for note in called_notes(protocol) for sign in _of_note(note))
    return [*title, *parts, *notes]


def _hashed(sequence: Iterable[str]) -> str:
    """Return the fingerprint of a sequence, in which a mark is its sign and its note's label.

    A first mark is its sign alone; a later one of the same note gets the ordinal of that note: its
    place among the notes by their first marks. Signs of levels give it a prefix of its own.
    """
    ordinals: dict[str, int] = {}
    said, prefix = list(sequence), _PREFIX
    for at in [at for at, sign in enumerate(said) if sign[0] == _MARK]:
        sign, said[at] = said[at], _MARK
        if sign in ordinals:
            said[at] += str(ordinals[sign])
            prefix = _PREFIX_REPEATED
        else:
            ordinals[sign] = len(ordinals) + 1
    return (_PREFIX_LEVELS if _INNER in said or _AFTER in said else prefix) + fingerprint(said)


def _without_levels(sequence: Iterable[str]) -> list[str]:
    """Return a sequence as it was before points of points had signs."""
    return [sign for sign in sequence if sign not in _LEVELS]


def _of_before(sequence: Iterable[str]) -> str:
    """Return the ``2:`` value of a sequence: every mark is its sign alone."""
    signs = _without_levels(sequence)
    return _PREFIX + fingerprint(_MARK if sign.startswith(_MARK) else sign for sign in signs)


def _of_clause(clause: Clause) -> Iterator[str]:
    yield _CLAUSE
    yield from tokens(clause.marker)
    yield from _of_blocks(clause.blocks)


def _of_section(section: Section) -> Iterator[str]:
    yield _HEADING
    yield from tokens(section.marker)
    yield from _of_text(section.title)


def _of_note(note: Footnote) -> Iterator[str]:
    yield _CLAUSE
    yield from _of_blocks(note.blocks)


def _of_blocks(blocks: Iterable[Block], *, in_point: bool = False) -> Iterator[str]:
    """Yield the signs of blocks; those of points in a point, or before more, have ends."""
    found = [*blocks]
    for at, block in enumerate(found):
        has_points = isinstance(block, PointList)
        if has_points and in_point:
            yield _INNER
        yield from by_block(block, paragraph=_of_paragraph, points=_of_points, table=_of_table)
        if has_points and (in_point or at + 1 < len(found)):
            yield _AFTER


def _of_paragraph(found: Paragraph) -> Iterator[str]:
    return _of_text(found.content)


def _of_points(found: PointList) -> Iterator[str]:
    for point in found.points:
        yield _POINT
        yield from tokens(point.marker)
        yield from _of_blocks(point.blocks, in_point=True)


def _of_table(found: Table) -> Iterator[str]:
    for row in rows_of(found):
        yield _ROW
        for cell in row:
            yield _CELL
            yield from _of_text(cell)


def _of_text(rich: RichText) -> Iterator[str]:
    """Yield the words of rich text; where a note is called, a sign with the note's label."""
    said = ""
    for inline in walk(rich):
        if isinstance(inline, NoteMark):
            yield from tokens(said)
            yield f"{_MARK}{inline.label}"
            said = ""
        else:
            said += plain((inline,)) if isinstance(inline, Text | HardBreak) else ""
    yield from tokens(said)
