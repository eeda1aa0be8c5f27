"""The blocks of a redline as plain data, for the page and the PDF.

A block has a ``kind``. ``heading``: ``level`` (from 1), ``runs``. ``paragraph``: ``runs``.
``list``: ``items``, each a list of blocks; a run of items is one list. ``table``: ``rows`` of
``cells``, each the runs of a cell; its header rows come first. All but lists have ``state``,
``names`` (places that links lead to), ``begin`` and ``end`` (words around what moved), and
``label``: how the clause that begins there is cited, and what it was cited by before; ``cited``
has the whole of a long name. Of a paragraph or heading ``marker_signs`` says how many signs, spaces
not counted, its runs begin with as markers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.changes.change_list import WAS
from protocolkit.document.outline import shown_labels
from protocolkit.paper.redline.marked_runs import OLD, RunMaker
from protocolkit.paper.redline.passages import (
    AnyPassage,
    NotePassages,
    Passage,
    Redline,
    State,
    TablePassage,
    moved_place,
    passed_to,
)
from protocolkit.paper.shared.lines import AnyLine, LineKind
from protocolkit.text.printed_label import short_labels

Blocks = list[Object]


def text_blocks(redline: Redline, translate: Translate, brackets: int = 1) -> tuple[Blocks, Blocks]:
    """Return the blocks of the text, and for each note its ``names``, ``state`` and ``blocks``.

    ``brackets`` is how many the words at a change have.
    """
    goals = {name for passage in redline.passages for name in _names(passage)}
    goals |= {name for note in redline.notes for name in _note_names(note)}
    maker = RunMaker(translate, frozenset(goals), brackets)
    blocks = _tree(redline.passages, maker, _Cited.of(redline))
    taken: set[str] = set()
    _name_once(blocks, taken)
    _step_levels(blocks)
    notes = [_note(note, maker) for note in redline.notes]
    for note in notes:
        _name_once([note], taken)
    return blocks, notes


_Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """How clauses of the old and the new version are cited in the margin, by their anchors.

    ``whole`` has the whole of a long name, for who hears the text.
    """

    printed: tuple[_Labels, _Labels] = ({}, {})
    whole: tuple[_Labels, _Labels] = ({}, {})

    @staticmethod
    def of(redline: Redline) -> _Cited:
        """Return how those of a redline are."""
        changes = redline.changes
        old, new = (shown_labels(one.protocol) for one in (changes.old, changes.new))
        return _Cited(printed=(short_labels(old), short_labels(new)), whole=(old, new))

    def at(self, passage: AnyPassage, translate: Translate) -> Object:
        """Return how the clause that begins with a passage is cited, ``""`` where none does.

        What it was called is said in words: the margin has no room for signs around changes.
        """
        before, now = _begun(passage)
        label, cited = (_cited(one, before, now, translate) for one in (self.printed, self.whole))
        return {"label": label, "cited": cited}


def _cited(
    labels: tuple[_Labels, _Labels],
    before: AnyLine | None,
    now: AnyLine | None,
    translate: Translate,
) -> str:
    old = labels[0].get(before.anchors[-1], "") if before and before.anchors else ""
    new = labels[1].get(now.anchors[-1], "") if now and now.anchors else ""
    if not old or old == new:
        return new
    was = translate(WAS).format(label=old)
    return f"{new} ({was})" if new else was


_UNCITED = _Cited()


def _begun(passage: AnyPassage) -> tuple[AnyLine | None, AnyLine | None]:
    """Return the lines of both versions that begin with a passage."""
    old: AnyLine | None = passage.old
    new: AnyLine | None = passage.new
    if isinstance(passage, Passage):
        old = old if passage.begins_old else None
        new = new if passage.begins_new else None
    return old, new


def _name_once(blocks: Blocks, taken: set[str]) -> None:
    """Let each place have a name once: the first that asks for it."""
    for block in blocks:
        if block["kind"] == "list":
            items = block["items"]
            assert isinstance(items, list)
            for item in items:
                _name_once(item, taken)
            continue
        names = block["names"]
        assert isinstance(names, list)
        block["names"] = [name for name in dict.fromkeys(names) if name not in taken]
        taken.update(names)


def _step_levels(blocks: Blocks) -> None:
    """Let no heading of either version lie more than a step deeper than the one before it."""
    last = 1
    for block in blocks:
        if block["kind"] == "heading":
            level = block["level"]
            assert isinstance(level, int)
            last = block["level"] = min(level, last + 1)


def _names(passage: AnyPassage) -> list[str]:
    """Return the names of the places at a passage; an old one where no new one is the same."""
    old, new = _begun(passage)
    return _both(old.anchors if old else (), new.anchors if new else ())


def _note_names(note: NotePassages) -> list[str]:
    old, new = ((found.anchor,) if found else () for found in (note.old, note.new))
    return _both(old, new)


def _both(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """Return the names for anchors of both versions; an old one where no new one is the same."""
    found = list(new)
    return found + [f"{OLD}{anchor}" for anchor in old if anchor not in found]


def _note(note: NotePassages, maker: RunMaker) -> Object:
    shown = note.new or note.old
    assert shown is not None
    blocks = _tree(note.passages, maker, _UNCITED)
    first = note.passages[0] if note.passages else None
    # what begins with a table has no line for its label
    if not (isinstance(first, Passage) and first.line.kind is LineKind.NOTE):
        _put_label(blocks, f"{shown.label} ")
    about: Object = {"names": _note_names(note), "state": note.state.value}
    return {"kind": "note", **about, "blocks": blocks}


def _put_label(blocks: Blocks, label: str) -> None:
    """Put the label of a note before its first words, in their line."""
    text: Object = {
        "kind": "text",
        "text": label,
        "strong": False,
        "emphasised": False,
        "address": "",
    }
    run: Object = {
        "state": State.KEPT.value,
        "begin": "",
        "end": "",
        "follows": False,
        "pieces": [text],
    }
    if not blocks or blocks[0]["kind"] != "paragraph":
        about: Object = {
            "state": State.KEPT.value,
            "names": [],
            "begin": "",
            "end": "",
            "label": "",
            "cited": "",
        }
        blocks.insert(0, {"kind": "paragraph", **about, "runs": [], "marker_signs": 0})
    runs = blocks[0]["runs"]
    assert isinstance(runs, list)
    runs.insert(0, run)


def _tree(passages: Iterable[AnyPassage], maker: RunMaker, cited: _Cited) -> Blocks:
    """Put items that follow each other into one list, points into the item around them."""
    top: Blocks = []
    open_items: list[Blocks] = []
    for passage in passages:
        depth = _depth(passage)
        del open_items[depth:]
        is_item = isinstance(passage, Passage) and bool(passage.line.marker) and depth > 0
        if is_item and len(open_items) == depth:
            del open_items[depth - 1 :]
        while len(open_items) < depth:
            around = open_items[-1] if open_items else top
            open_items.append(_new_item(around))
        (open_items[-1] if open_items else top).append(_block(passage, maker, cited))
    return top


def _new_item(around: Blocks) -> Blocks:
    if not around or around[-1]["kind"] != "list":
        around.append({"kind": "list", "items": []})
    item: Blocks = []
    items = around[-1]["items"]
    assert isinstance(items, list)
    items.append(item)
    return item


def _depth(passage: AnyPassage) -> int:
    if isinstance(passage, TablePassage):
        return passage.line.depth
    is_words = passage.line.kind in (LineKind.WORDS, LineKind.NOTE)
    return passage.line.depth if is_words else 0


def _block(passage: AnyPassage, maker: RunMaker, cited: _Cited) -> Object:
    place = moved_place(passage, maker.translate)
    begin, end = maker.around(passage.state, place)
    about: Object = {
        "state": passage.state.value,
        "names": _names(passage),
        "begin": begin,
        "end": end,
        **cited.at(passage, maker.translate),
    }
    if isinstance(passage, TablePassage):
        rows = [*_rows(passage, maker)]
        if passage.moved_rows:
            about["state"] = passage.moved_rows[0].state.value
        flush = [now.value for _, now in passage.flush]
        return {"kind": "table", **about, "flush": flush, "rows": rows}
    about |= {"runs": maker.line(passage), "marker_signs": maker.marker_signs(passage)}
    kind = passage.line.kind
    if kind in (LineKind.TITLE, LineKind.HEADING):
        level = passage.line.depth + 1 if kind is LineKind.HEADING else 1
        return {"kind": "heading", "level": level, **about}
    return {"kind": "paragraph", **about}


def _rows(passage: TablePassage, maker: RunMaker) -> Iterator[Object]:
    is_above = True
    for row in passage.moved_rows or passage.rows:
        is_above = is_above and row.is_header
        cells: list[list[Object]] = [[] for _ in passage.columns]
        for cell in row.cells:
            cells[cell.column] = maker.runs(cell.stretches)
        yield {"state": row.state.value, "is_header": is_above, "cells": cells}


def has_moved(passages: Iterable[AnyPassage]) -> bool:
    """Tell whether anything moved, so that a legend has to say what that looks like."""
    return any(
        passage.state in (State.AWAY, State.HERE) or passage.moved or [*passed_to(passage)]
        for passage in passages
    )
