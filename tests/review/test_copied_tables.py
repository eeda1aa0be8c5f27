"""A table that was copied from a page, in whatever lines: as it was, or one row with one change."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

import pytest

from copied_word import pasted_word
from one_protocol import headed
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.refusal import Refusal
from protocolkit.review.take_over import taken_over
from protocolkit.review.word_review import review_word

_BEFORE = "De school meldt elk verzuim bij de ouders, en de mentor zet het in de administratie."
_AFTER = "De leerling haalt de gemiste tijd in op een dag die de mentor met de ouders kiest."
_WORDS = (
    "de mentor de ouders en de directeur een gesprek met de leerling brief aan het bestuur "
    "3 6 10 12 15 keer dagen na de les voor een overhoring in de week bedrijfshulpverlener"
).split()
_WAYS = ("raw", "layout", "plain", "mixed")
Row = tuple[str, ...]


def _table(draw: random.Random) -> list[Row]:
    columns = draw.randint(2, 5)
    rows = [tuple(f"Kolom {at} soort {at}" for at in range(columns))]
    rows += [
        tuple(" ".join(draw.choices(_WORDS, k=draw.choice((1, 1, 2, 4, 7)))) for _ in rows[0])
        for _ in range(draw.randint(3, 6))
    ]
    if draw.random() < 1 / 2:  # two rows that end alike
        rows[2] = (*rows[2][:-1], rows[1][-1])
    return rows


def _source(rows: Sequence[Row]) -> str:
    shown = [f"| {' | '.join(row)} |" for row in rows]
    shown.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(shown)


def _text(rows: Sequence[Row]) -> str:
    text = headed("Verzuim") + (
        f"{{#h-1}}\n## 1 Te laat\n\n{{#a1}}\n1. {_BEFORE}\n\n{{#t1}}\n{_source(rows)}"
    )
    return text + f"\n\n{{#a2}}\n2. {_AFTER}\n"


def _protocol(rows: Sequence[Row]) -> Protocol:
    return read_protocol_text(_text(rows), subject="verzuim", slug="de-brug").protocol


def _above_heading(rows: Sequence[Row], heading: str) -> Protocol:
    """Return a protocol with a heading right below its table."""
    text = headed("Verzuim") + (
        f"{{#a1}}\n1. {_BEFORE}\n\n{{#t1}}\n{_source(rows)}\n\n"
        f"{{#h}}\n## {heading}\n\n{{#a2}}\n1. {_AFTER}\n"
    )
    return read_protocol_text(text, subject="verzuim", slug="de-brug").protocol


def _page(rows: Sequence[Row], way: str, draw: random.Random) -> list[str]:
    """Return the lines of a page with a table, of which each column has a width of its own."""
    widths = [draw.randint(20, 26) for _ in rows[0]]
    lines = [line for row in rows for line in _lines(row, widths, way)]
    shown = [f"1.1 1. {_BEFORE[:50]}", _BEFORE[50:].strip(), "1, 1e tabel", *lines]
    return ["1 Te laat", *shown, f"1.2 2. {_AFTER[:50]}", _AFTER[50:].strip()]


def _lines(row: Row, widths: Sequence[int], way: str) -> Iterator[str]:
    cells = [textwrap.wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    if way in ("layout", "mixed"):
        for parts in zip_longest(*cells, fillvalue=""):
            gap = "   " if way == "layout" else " "
            yield gap.join(filter(None, parts))
    elif way == "plain":
        yield from (line for cell in cells for line in cell)
    else:  # a cell goes on behind the one before it
        line = ""
        for cell in cells:
            *first, last = [f"{line} {cell[0]}".strip(), *cell[1:]]
            yield from first
            line = last
        yield line


def _told(lines: Sequence[str], protocol: Protocol) -> list[tuple[str, str, str]]:
    changes = review_word(pasted_word(lines), Path("kopie.docx"), protocol).changes
    return [(one.anchor, one.old, one.new) for one in changes]


def _edited(rows: Sequence[Row], draw: random.Random) -> tuple[list[Row], int, int]:
    row, column = draw.randrange(1, len(rows)), draw.randrange(len(rows[0]))
    words = rows[row][column].split()
    words[draw.randrange(len(words))] = draw.choice(("conrector", "18", "voogd"))
    changed = (*rows[row][:column], " ".join(words), *rows[row][column + 1 :])
    return [*rows[:row], changed, *rows[row + 1 :]], row, column


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("seed", range(3))
def test_a_copied_table_is_as_it_was(seed: int, way: str) -> None:
    draw = random.Random(seed)
    rows = _table(draw)
    assert _told(_page(rows, way, draw), _protocol(rows)) == []


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("seed", range(3))
def test_another_word_is_one_change_in_its_row_alone(seed: int, way: str) -> None:
    draw = random.Random(seed)
    rows = _table(draw)
    changed, row, _ = _edited(rows, draw)
    [(anchor, old, new)] = _told(_page(changed, way, draw), _protocol(rows))
    assert (anchor, old.split("\n")) == ("t1", [cell for one in rows for cell in one])
    before, behind = (
        [cell for one in part for cell in one] for part in (rows[:row], rows[row + 1 :])
    )
    lines = new.split("\n")
    assert lines[: len(before)] == before
    assert lines[len(lines) - len(behind) :] == behind
    told = lines[len(before) : len(lines) - len(behind)]
    if len(told) > 1:  # else it is not certain which cell it was
        assert tuple(told) == changed[row]
    assert sorted(" ".join(told).split()) == sorted(" ".join(changed[row]).split())


@pytest.mark.parametrize("number", ["2", "6"])
def test_the_number_of_the_heading_below_is_no_word_of_the_last_cell(number: str) -> None:
    rows = [("Lengte", "Keer", "Wie"), ("3", number, "mentor"), ("5", "4", "directeur")]
    protocol = _above_heading(rows, f"{number} Bewaren en weggooien")
    lines = [f"1.\t{_BEFORE}", *("\t".join(row) for row in rows)]
    lines += [f"{number}\tBewaren en weggooien", f"1.\t{_AFTER}"]
    assert _told(lines, protocol) == []


@pytest.mark.parametrize("gap", ["\t", " "])
def test_a_heading_with_other_words_below_a_table_is_no_row_of_it(gap: str) -> None:
    rows = [("Lengte", "Keer", "Wie"), ("Kort", "2", "de mentor"), ("Lang", "4", "de directeur")]
    protocol = _above_heading(rows, "6 Bewaren en weggooien")
    lines = [f"1.{gap}{_BEFORE}", *(gap.join(row) for row in rows)]
    lines += [f"6{gap}Bewaren en opruimen", f"6.1{gap}1.{gap}{_AFTER}"]
    lines = [one.replace("de directeur", "de conrector") for one in lines]
    found = _told(lines, protocol)
    assert [(one, new.split("\n")[-1]) for one, _, new in found] == [
        ("t1", "de conrector"),
        ("h", "6 Bewaren en opruimen"),
    ]


_ROWS = [
    ("Wat er gebeurt", "Wie belt"),
    ("Een leerling is te laat op school", "de mentor van de klas"),
    ("Een leerling blijft een dag weg", "de directeur en de ouders"),
    ("Een leerling gaat eerder naar huis", "de conrector"),
    ("Een leerling komt niet terug", "de leerplichtambtenaar"),
]
_SHOWN = [" ".join(row) for row in _ROWS]
_RETOLD = ["Een leerling komt te laat op onze", "de docent van de groep"]
_COPIES = {
    "a row of which the cells are not certain, and a new row": [
        "1 Te laat",
        f"1.1 1. {_BEFORE[:50]}",
        _BEFORE[50:].strip(),
        "1, 1e tabel",
        *[_SHOWN[0], *_RETOLD, _SHOWN[2], "Een leerling stoort de docent zelf", *_SHOWN[3:]],
        f"1.2 2. {_AFTER[:50]}",
        _AFTER[50:].strip(),
    ],
    "a cell that went, and a line that came": [
        f"1. {_BEFORE}",
        *[*_ROWS[0], _ROWS[1][0], *_ROWS[2], _ROWS[3][0], "de wethouder", _ROWS[3][1], *_ROWS[4]],
        f"2. {_AFTER}",
    ],
}


@pytest.mark.parametrize("kind", _COPIES)
def test_as_many_lines_as_cells_are_not_written_where_these_are_not_certain(kind: str) -> None:
    protocol = _protocol(_ROWS)
    found = review_word(pasted_word(_COPIES[kind]), Path("kopie.docx"), protocol).changes
    [change] = [one for one in found if one.anchor == "t1"]
    assert change.new.count("\n") == change.old.count("\n")
    assert taken_over(_text(_ROWS), protocol, change) is Refusal.BY_HAND


def test_one_cell_of_a_copied_table_is_written() -> None:
    protocol = _protocol(_ROWS)
    lines = [f"1. {_BEFORE}", *(cell for row in _ROWS for cell in row), f"2. {_AFTER}"]
    lines = ["de wethouder" if one == "de conrector" else one for one in lines]
    [change] = review_word(pasted_word(lines), Path("kopie.docx"), protocol).changes
    made = taken_over(_text(_ROWS), protocol, change)
    assert made == _text(_ROWS).replace("de conrector", "de wethouder")
