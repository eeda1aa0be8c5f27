"""Text is sacred: each column has the words of its version's changed clauses, on every output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given

from examples import drawn, examples
from protocolkit.document.model import Protocol
from redlines import HEAD, protocol
from rough_edits import roughly_edited
from seeded_edits import edited
from seeds import collection
from strategies import protocols
from was_wordt_tables import (
    Row,
    page,
    page_rows,
    pdf_columns,
    pdf_file,
    sheet_between,
    sheet_columns,
    table_between,
    wanted_rows,
    word_file,
    word_rows,
)

_OLD = """{#h}
## 1 Het *hek*

{#a}
1. Het hek opent om **acht** uur[^1], ook op vrijdag.
   En op [maandag](#b).

{#b}
2. De conciërge doet dit:
   a. hij kijkt;

      Dat doet hij elke dag\\
      opnieuw.
   b. hij sluit.

{#c}
3. Zie de tabel.

   | wat | wanneer |
   |---|---|
   | open | 8:00 |
   | dicht | 17:00 |

{#d}
4. Wie <b>dit</b> leest & begrijpt, is klaar. Zie lid 3.

{#e}
Een alinea die blijft.

[^1]: {#n} Op vrijdag om negen uur.
"""
_NEW = (
    _OLD.replace("Het *hek*", "Het *grote* hek")
    .replace("**acht** uur", "**half negen**")
    .replace("Op vrijdag om negen", "Op vrijdag pas om negen")
    .replace("   a. hij kijkt;", "   a. hij kijkt goed;\n   a1. hij telt;")
    .replace("opnieuw", "weer opnieuw")
    .replace("| dicht | 17:00 |", "| dicht | 17:30 |\n   | nacht | nooit |")
    .replace("{#d}\n4. Wie", "{#f}\n4. Ballen blijven *binnen*.\n\n{#d}\n5. Wie")
    .replace("leest & begrijpt", "leest, begrijpt & onthoudt")
)
_ALL = [
    (_OLD, _NEW),
    (_NEW, _OLD),
    ("", _OLD),
    (_OLD, ""),
    (_OLD, _OLD.replace("{#d}\n4. Wie", "{#d}\n4. Vervallen.\n\n{#g}\n5. Wie")),
]


def once(rows: Iterable[Row]) -> list[Row]:
    """Return rows, of which those that follow each other and read the same are one."""
    return [row for row, _ in groupby(rows)]


def assert_words(new: Protocol, *olds: Protocol) -> None:
    """Assert that page and Word file have the words of both sides, with signs and without."""
    table, sheet = table_between(new, *olds), sheet_between(new, *olds)
    wanted = once(wanted_rows(table))
    for has_signs in (True, False):
        assert once(page_rows(page(sheet, has_signs=has_signs))) == wanted
        if wanted:
            assert once(word_rows(word_file(sheet, has_signs=has_signs))) == wanted


def assert_pdf(new: Protocol, *olds: Protocol) -> None:
    """Assert that the columns of the PDF have what those of the page have."""
    sheet = replace(sheet_between(new, *olds), after=())
    if sheet.rows:
        assert pdf_columns(pdf_file(sheet)) == sheet_columns(sheet)
    assert pdf_file(sheet, has_signs=True)[:5] == b"%PDF-"


@pytest.mark.parametrize(("old", "new"), _ALL)
def test_every_kind_of_text_is_whole_on_every_output(old: str, new: str) -> None:
    assert_words(protocol(new), protocol(old))
    assert_pdf(protocol(new), protocol(old))


@pytest.mark.drawn
@pytest.mark.parametrize("seed", drawn(range(100, 112)))
def test_edits_of_whole_protocols_are_whole(seed: int) -> None:
    case = edited(collection().protocols, seed)
    assert_words(case.new, case.old)
    if seed % 4 == 0:
        assert_pdf(case.new, case.old)


def test_another_boards_protocol_and_two_predecessors_are_whole() -> None:
    one, other, third, *_ = collection().protocols
    assert_words(one, other)
    assert_words(one, other, third)
    assert_pdf(one, other, third)


@examples(20)
@given(protocols(), protocols())
def test_any_two_protocols_are_whole(old: Protocol, new: Protocol) -> None:
    assert_words(new, old)


@examples(20)
@given(protocols())
def test_any_edit_is_whole(old: Protocol) -> None:
    assert_words(roughly_edited(old, 3), old, roughly_edited(old, 4))


def test_two_titles_are_whole() -> None:
    new = protocol(_NEW, HEAD.replace("Protocol hek", "Protocol hekken"))
    assert_words(new, protocol(_OLD))
    assert_pdf(new, protocol(_OLD))


@examples(12)
@given(protocols(), protocols(), protocols())
def test_any_protocols_become_a_pdf(new: Protocol, one: Protocol, other: Protocol) -> None:
    assert pdf_file(sheet_between(new, one, other), has_signs=True)
