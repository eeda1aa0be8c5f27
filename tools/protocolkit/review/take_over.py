"""Taking a change of a council over into the source of a protocol: one clause, all else as it was.

Only where nothing can go wrong: a clause, heading, cell or note that still says what the council
had before it, and other words inside a run of plain ones. What was made is read again, and must
differ in just these words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from protocolkit.base.problems import Severity
from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.outline import clauses
from protocolkit.document.richtext import Text, plain
from protocolkit.reading.inline_writer import write_rich
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import at_line_start
from protocolkit.review.refusal import Refusal
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.take_clause import (
    cited_by,
    cited_under,
    in_own_form,
    number_taken,
    with_clause,
    without_clause,
)
from protocolkit.review.word_splice import are_in_link, spliced
from protocolkit.text.markers import find_starts

# A sign that may be a marker, though no list has it.
_LONE_SIGN = re.compile(r"\W\s")
_MARKER = re.compile(r"\s*\S+\s+")


def taken_over(
    text: str, protocol: Protocol, change: ReturnedChange, sent: Collection[str] = ()
) -> str | Refusal:
    """Return the source of a protocol with one change taken over, or why that cannot be.

    ``sent`` are the anchors of the text that the council had.
    """
    if reason := _refused(protocol, change):
        return reason
    if change.is_new:
        return _with_new(text, protocol, change, sent)
    item = next(one for one in items_of(protocol) if one.anchor == change.anchor)
    old = _own_words(change.old, item)
    if old is not None and old != _words_of(item):
        return Refusal.MOVED_ON
    if change.kind == ChangeKind.REMOVED.value:
        return _without(text, protocol, item) if old is not None else Refusal.MOVED_ON
    new = _own_words(change.new, item)
    is_told = old is not None and new is not None and all(new)
    marked = _own_words(change.signed, item) or ()
    return _with_words(text, protocol, item, new, marked) if is_told and new else Refusal.BY_HAND


def _with_words(
    text: str, protocol: Protocol, item: Item, words: Sequence[str], marked: Sequence[str]
) -> str | Refusal:
    clause = next((one for one in clauses(protocol) if one.anchor == item.anchor), None)
    if clause is not None and _plain_words(clause) is not None:
        made = _exchanged(text, clause, words[0])
        is_right = made and _differs_only(made, protocol, clause.anchor, words[0])
        return made if is_right else Refusal.BY_HAND
    if are_in_link(item, words):
        return Refusal.IS_LINK
    return spliced(text, protocol, item, words, marked) or Refusal.NOT_PLAIN


def _with_new(
    text: str, protocol: Protocol, change: ReturnedChange, sent: Collection[str]
) -> str | Refusal:
    near = next((one for one in items_of(protocol) if one.anchor == change.near), None)
    line = _spaced(change.new) if near is None else in_own_form(protocol, near, _spaced(change.new))
    held = {
        " ".join([unit.marker, *_words_of(item)]).strip()
        for item in items_of(protocol)
        for unit in item.units[:1]
    }
    if line in held:
        return Refusal.IS_THERE
    if near is not None and number_taken(protocol, near, line):
        return Refusal.NUMBER_TAKEN
    is_behind_new = change.behind and _spaced(change.behind) not in held
    if is_behind_new or near is None or not change.near or "\n" in change.new.strip():
        return Refusal.IS_NEW
    return with_clause(text, protocol, near, line, sent) or Refusal.IS_NEW


def _without(text: str, protocol: Protocol, item: Item) -> str | Refusal:
    if item.kind is ItemKind.NOTE:
        return Refusal.IS_NOTE
    if cited_by(protocol, item.anchor):
        return Refusal.IS_CITED
    if item.kind is ItemKind.HEADING:
        return Refusal.IS_HEADING if cited_under(protocol, item) else Refusal.IS_EMPTY_HEADING
    return without_clause(text, protocol, item)


def says_now(protocol: Protocol, change: ReturnedChange) -> bool:
    """Tell whether a clause says what a change makes of it."""
    item = next((one for one in items_of(protocol) if one.anchor == change.anchor), None)
    return item is not None and _own_words(change.new, item) == _words_of(item)


def _words_of(item: Item) -> list[str]:
    return [_spaced(plain(unit.text)) for unit in item.units]


def _own_words(said: str, item: Item) -> list[str] | None:
    """Return the words of a side of a change, unit by unit, without markers; None for others."""
    lines = said.strip().split("\n")
    if len(lines) != len(item.units):
        return None
    words = [
        _without_marker(line, unit.marker) for line, unit in zip(lines, item.units, strict=True)
    ]
    found = [one for one in words if one is not None]
    return found if len(found) == len(words) else None


def _refused(protocol: Protocol, change: ReturnedChange) -> Refusal | None:
    """Return why a change is none of the words of one item, None when it is that."""
    if not change.anchor:
        is_new = change.kind == ChangeKind.ADDED.value
        return None if is_new and change.is_new else Refusal.NO_CLAUSE
    if change.anchor not in {item.anchor for item in items_of(protocol)}:
        return Refusal.NO_LONGER
    if not change.is_certain:
        return Refusal.BY_HAND
    is_of_one = change.kind in (ChangeKind.CHANGED.value, ChangeKind.REMOVED.value)
    return None if is_of_one and not change.is_moved else Refusal.SEVERAL


def _plain_words(clause: Clause) -> str | None:
    """Return the words of a clause that is one paragraph without any markup."""
    if len(clause.blocks) != 1 or not isinstance(clause.blocks[0], Paragraph):
        return None
    content = clause.blocks[0].content
    if not all(isinstance(inline, Text) for inline in content):
        return None
    return _spaced(plain(content))


def _without_marker(said: str, marker: str) -> str | None:
    """Return one line without the marker before it; None for more lines or another marker.

    A program may keep its markers elsewhere, so a line without any is as good.
    """
    line = said.strip()
    if "\n" in line:
        return None
    if marker and line.startswith(f"{marker} "):
        return _spaced(line.removeprefix(marker))
    is_marked = bool(find_starts(line) or _LONE_SIGN.match(f"{line} "))
    return None if marker and is_marked else _spaced(line)


def _exchanged(text: str, clause: Clause, new: str) -> str:
    """Return the source with other words at a clause, "" when its place is not certain."""
    found = list(re.finditer(rf"^[ ]*\{{#{re.escape(clause.anchor)}[ }}].*\n", text, re.MULTILINE))
    if len(found) != 1:
        return ""
    begin = found[0].end()
    block = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+").match(text, begin)
    if block is None:
        return ""
    marker = _MARKER.match(block[0]) if clause.marker else None
    end = "\n" if block[0].endswith("\n") else ""
    words = at_line_start(write_rich((Text(text=new),)))
    return f"{text[:begin]}{marker[0] if marker else ''}{words}{end}{text[block.end() :]}"


def _differs_only(made: str, protocol: Protocol, anchor: str, new: str) -> bool:
    """Tell whether a source says what a protocol says, but for the words of one clause."""
    again = read_protocol_text(made, subject=protocol.subject, slug=protocol.slug)
    before, after = items_of(protocol), items_of(again.protocol)
    is_broken = any(found.code.severity is Severity.ERROR for found in again.problems)
    if is_broken or again.protocol.facts != protocol.facts or len(before) != len(after):
        return False
    for old, now in zip(before, after, strict=True):
        said = [(unit.marker, unit.text, unit.label) for unit in old.units]
        says = [(unit.marker, unit.text, unit.label) for unit in now.units]
        if old.anchor == anchor and now.anchor == anchor:
            if len(says) != 1 or _spaced(plain(says[0][1])) != new or says[0][0] != said[0][0]:
                return False
        elif old.anchor != now.anchor or said != says:
            return False
    return True


def _spaced(text: str) -> str:
    return " ".join(text.split())
