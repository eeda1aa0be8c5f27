"""A copy without the tables of our cover: who left these behind changed nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from copied_word import ASKED
from import_quality import own_word
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Review
from protocolkit.review.word_review import ReturnedWord

_HEAD = """---
protocol:
  title: Protocol voor fietsen op alle scholen
  organisation: {{name: Stichting De Linde, kind: bestuur, sector: vo}}
  status: voorgelegd
  version: "2.1"
  applies_to: [De Es, De Beuk]
  approvals:
{asked}---

# Protocol voor fietsen op alle scholen

"""
_RULES = """{#h-1}
## 1 Stallen

{#a1}
1. Leerlingen zetten hun fiets in de stalling achter het hoofdgebouw en de fiets staat dan op slot.

{#a2}
2. Wie een bakfiets heeft, vraagt de conciërge om een plek naast de gymzaal van de school.
"""


def _protocol(*sections: str) -> Protocol:
    text = _HEAD.format(asked="".join(ASKED.format(section=one) for one in sections)) + _RULES
    return read_protocol_text(text, subject="fietsen", slug="de-linde").protocol


_ONE, _TWO = _protocol("personeel"), _protocol("personeel", "ouders")


@cache
def _sent() -> bytes:
    return own_word(_TWO)


def _copy(
    without: Collection[int] = (), change: Callable[[list[Table]], None] | None = None
) -> Review:
    """Return what came of all words in a new document, of the cover some tables left behind."""
    made, tables = Document(), list[Table]()
    for one in Document(io.BytesIO(_sent())).iter_inner_content():
        if not isinstance(one, Table):
            made.add_paragraph(one.text)
            continue
        tables.append(one)
        if len(tables) - 1 in without:
            continue
        copied = made.add_table(len(one.rows), len(one.columns))
        for row, new in zip(one.rows, copied.rows, strict=True):
            for cell, other in zip(row.cells, new.cells, strict=True):
                other.text = cell.text
    if change:
        change(list(made.tables))
    held = io.BytesIO()
    made.save(held)
    sent = SentText(protocol=_ONE, others=(_TWO,))
    return ReturnedWord(held.getvalue(), Path("kopie.docx")).review(_ONE, sent)


def _told(found: Review) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for one in found.changes]


@pytest.mark.parametrize("without", [(), (0,), (1,), (0, 1)])
def test_who_left_a_table_of_the_cover_behind_changed_nothing(without: tuple[int, ...]) -> None:
    assert _told(_copy(without)) == []


def test_a_row_of_a_table_that_is_there_is_told_when_it_goes() -> None:
    def cut(tables: list[Table]) -> None:
        row = tables[0].rows[1]._tr
        row.getparent().remove(row)

    [(kind, old, new)] = _told(_copy(change=cut))
    assert (kind, old.split()[0], new) == ("removed", "Sector", "")


def test_a_cell_that_changed_is_told_beside_a_table_that_was_left() -> None:
    def edit(tables: list[Table]) -> None:
        tables[0].cell(2, 1).text = "De Es"

    found = _told(_copy((1,), edit))
    assert found == [("changed", "Geldt voor De Es, De Beuk", "Geldt voor De Es")]
