"""A spreadsheet that came back, read cell by cell: what a person sees in it, and its notes.

A formula is never run: what its program saw last stands beside it and is read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import R, WordPackage
from protocolkit.review.form_table import FormCell, Row
from protocolkit.text.bounded_numbers import decimal_number, whole_number
from protocolkit.text.safe_signs import shown_signs

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_T = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_YES = ("1", "true")
# What the programs themselves allow: of rows, and of points in the height of one.
_MOST_ROWS, _MOST_COLUMNS, _HIGHEST = 9_999_999, 16_384, 1_000_000
# Below these, in signs and in points, a column or a row is a line at most.
_NARROW, _FLAT = 0.3, 1.5
_UNSEEN = ("hidden", "veryHidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellNote:
    """A note on a cell: the row that it is in, counted as in :class:`Sheet`, -1 for no row.

    ``place`` is the name of the cell, ``column`` is counted from 0, -1 for none.
    """

    id: str
    row: int
    column: int
    place: str
    author: str
    date: str
    text: str
    parent: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its rows in their order, the notes on its cells, and what is printed around it.

    ``numbers`` are those that a program prints before the rows; ``hidden`` are the places in
    ``rows`` of those that it does not show, such as what a filter leaves out: all of them when it
    does not show the sheet (``is_hidden``); ``hidden_columns`` are the columns that it does not.
    """

    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    hidden: frozenset[int]
    hidden_columns: frozenset[int]
    is_hidden: bool
    notes: tuple[CellNote, ...]
    around: str

    def hides(self, note: CellNote) -> bool:
        """Tell whether the cell of a note is not shown."""
        is_out = note.row in self.hidden or note.column in self.hidden_columns
        return self.is_hidden or is_out


def read_sheets(package: WordPackage) -> tuple[Sheet, ...]:
    """Return the sheets of a spreadsheet, hidden ones too.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it is damaged or unsafe.
    """
    related = package.relationships(package.main)
    shared = next((r.target for r in related.values() if r.kind == "sharedStrings"), "")
    root = _part(package, shared) if shared else None
    words = [_rich(one) for one in root.iterchildren(f"{_S}si")] if root is not None else []
    book = _part(package, package.main)
    people = _people(package)
    found: list[Sheet] = []
    for one in book.iter(f"{_S}sheet") if book is not None else ():
        relation = related.get(one.get(f"{R}id", ""))
        root = _part(package, relation.target) if relation and not relation.is_outside else None
        if relation is not None and root is not None:
            name = f"{one.get('name', '')}!" if found else ""
            sheet = _sheet(package, relation.target, root, words, people, name)
            found.append(_unseen(sheet) if one.get("state") in _UNSEEN else sheet)
    return tuple(found)


def _unseen(sheet: Sheet) -> Sheet:
    """Return a sheet as one that no program shows."""
    return replace(sheet, hidden=frozenset(range(len(sheet.rows))), is_hidden=True)


def _part(package: WordPackage, name: str) -> Element | None:
    """Return a part, with the names of the strict form of the standard made those of the other."""
    root = package.part(name)
    if root is not None and isinstance(root.tag, str) and root.tag.startswith(_STRICT):
        for one in root.iter(f"{_STRICT}*"):
            one.tag = one.tag.replace(_STRICT, _S)
    return root


def _sheet(
    package: WordPackage,
    part: str,
    root: Element,
    words: list[str],
    people: Mapping[str, str],
    name: str,
) -> Sheet:
    rows: dict[int, dict[int, FormCell]] = {}
    hidden: set[int] = set()
    usual = root.find(f"{_S}sheetFormatPr")
    is_usual = usual is not None and usual.get("zeroHeight") in _YES
    for at, row in enumerate(root.iter(f"{_S}row"), start=1):
        height = whole_number(row.get("r"), most=_MOST_ROWS, default=at)
        if _is_hidden(row, is_usual=is_usual):
            hidden.add(height)
        for place, cell in enumerate(row.iterchildren(f"{_S}c")):
            own = _reference(cell.get("r", ""))
            column, line = own or (place, height)
            text = _shown(cell, words)
            if text.strip():
                called = f"{name}{_letters(column)}{line}"
                rows.setdefault(line, {})[column] = FormCell(
                    name=called, text=text, before=text, is_unworked=_is_unworked(cell)
                )
    order = {line: at for at, line in enumerate(sorted(rows))}
    notes = tuple(_notes(package, part, order, people, name))
    around = " ".join("".join(one.itertext()) for one in root.iter(f"{_S}headerFooter"))
    return Sheet(
        rows=tuple(rows[line] for line in order),
        numbers=tuple(order),
        hidden=frozenset(at for line, at in order.items() if line in hidden),
        hidden_columns=_hidden_columns(root, {n for row in rows.values() for n in row}),
        is_hidden=False,
        notes=notes,
        around=_plain(around),
    )


def _hidden_columns(root: Element, used: Set[int]) -> frozenset[int]:
    """Return the columns that are not shown, from 0: said so, or without width to speak of.

    ``used`` are those with a cell: only of these can it be that a column that no line names is as
    narrow as all others.
    """
    usual = root.find(f"{_S}sheetFormatPr")
    is_usual = usual is not None and _is_nothing(usual.get("defaultColWidth"), _NARROW)
    spans: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for one in root.iterfind(f"{_S}cols/{_S}col"):
        first = whole_number(one.get("min"), least=1, most=_MOST_COLUMNS, default=1)
        is_out = one.get("hidden") in _YES or _is_nothing(one.get("width"), _NARROW)
        spans[is_out].append((first - 1, whole_number(one.get("max"), most=_MOST_COLUMNS)))
    hidden = _columns(spans[True])
    named = hidden | _columns(spans[False]) if is_usual else used
    return frozenset(hidden | (used - named))


def _columns(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the columns of spans; however many say the same, each is gone through once."""
    found: list[int] = []
    for first, end in sorted(spans):
        found.extend(range(max(first, found[-1] + 1 if found else 0), end))
    return set(found)


def _is_nothing(size: str | None, least: float) -> bool:
    """Tell whether a row or column has a size that nobody sees: next to nothing, or no number."""
    return size is not None and decimal_number(size, most=_HIGHEST) < least


def _is_hidden(row: Element, *, is_usual: bool) -> bool:
    """Tell whether a row is not shown: said so, or without height."""
    is_flat = _is_nothing(row.get("ht"), _FLAT)
    return is_flat or (row.get("hidden") in _YES if "hidden" in row.attrib else is_usual)


def _shown(cell: Element, words: list[str]) -> str:
    value = cell.findtext(f"{_S}v") or ""
    kind = cell.get("t", "n")
    if kind == "s":
        place = whole_number(value, most=len(words) - 1, default=-1)
        return words[place] if place >= 0 else ""
    if kind == "inlineStr":
        own = cell.find(f"{_S}is")
        return _rich(own) if own is not None else ""
    if _is_unworked(cell):
        return f"={_plain(cell.findtext(f'{_S}f') or '')}"
    return _plain(value)


def _is_unworked(cell: Element) -> bool:
    """Tell whether a cell has a formula, and no program wrote down what it comes to."""
    is_text = cell.get("t", "n") in ("s", "inlineStr")
    has_formula = bool(cell.findtext(f"{_S}f"))
    return has_formula and not is_text and not cell.findtext(f"{_S}v")


def _rich(item: Element) -> str:
    """Return the words of a string, without how they are spoken (phonetic runs)."""
    pieces = [item.findtext(f"{_S}t") or ""]
    pieces += [run.findtext(f"{_S}t") or "" for run in item.iterchildren(f"{_S}r")]
    return _plain("".join(pieces))


def _plain(text: str) -> str:
    """Return the words of a text; a sign that a file cannot hold is written as its number."""
    return shown_signs(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def _notes(
    package: WordPackage,
    part: str,
    order: Mapping[int, int],
    people: Mapping[str, str],
    name: str,
) -> Iterator[CellNote]:
    """Yield the notes on cells: threads, and notes of the older kind that are no copy of one."""
    related = list(package.relationships(part).values())
    threaded: set[str] = set()
    for relation in (r for r in related if r.kind == "threadedComment"):
        root = package.part(relation.target)
        for one in root.iter(f"{_T}threadedComment") if root is not None else ():
            threaded.add(one.get("ref", ""))
            yield _in_thread(one, order, people)
    for relation in (r for r in related if r.kind == "comments"):
        root = _part(package, relation.target)
        if root is None:
            continue
        authors = [_plain(one.text or "") for one in root.iter(f"{_S}author")]
        for one in root.iter(f"{_S}comment"):
            if one.get("ref", "") not in threaded:
                yield _older(one, order, authors, name)


def _in_thread(note: Element, order: Mapping[int, int], people: Mapping[str, str]) -> CellNote:
    return CellNote(
        id=note.get("id", ""),
        row=_row(note, order),
        column=_column(note),
        place=note.get("ref", ""),
        author=people.get(note.get("personId", ""), ""),
        date=note.get("dT", ""),
        text=shown_signs(note.findtext(f"{_T}text") or ""),
        parent=note.get("parentId", ""),
        resolved=note.get("done", "") in _YES,
    )


def _older(note: Element, order: Mapping[int, int], authors: list[str], sheet: str) -> CellNote:
    number = whole_number(note.get("authorId"), most=len(authors) - 1, default=-1)
    text = note.find(f"{_S}text")
    return CellNote(
        id=f"{sheet}{note.get('ref', '')}*",
        row=_row(note, order),
        column=_column(note),
        place=f"{sheet}{note.get('ref', '')}",
        author=authors[number] if number >= 0 else "",
        date="",
        text=_rich(text) if text is not None else "",
    )


def _row(note: Element, order: Mapping[int, int]) -> int:
    place = _reference(note.get("ref", ""))
    return order.get(place[1], -1) if place else -1


def _column(note: Element) -> int:
    place = _reference(note.get("ref", ""))
    return place[0] if place else -1


def _people(package: WordPackage) -> dict[str, str]:
    names = package.beside("person")
    root = package.part(names) if names else None
    found = root.iter(f"{_T}person") if root is not None else ()
    return {one.get("id", ""): shown_signs(one.get("displayName", "")) for one in found}


def _reference(name: str) -> tuple[int, int] | None:
    """Return the column, from 0, and the row, from 1, that a cell's name says."""
    found = _REFERENCE.fullmatch(name)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return column - 1, int(found[2])


def _letters(column: int) -> str:
    name = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        name, column = chr(65 + rest) + name, column - 1
    return name
