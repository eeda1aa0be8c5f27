"""Text that a Word file holds in several versions: one is read, what others say besides is told."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import cell, p, package, proved, r, row, table
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason


def _either(chosen: str, other: str = "", *, asks: str = "wps") -> str:
    """Return two versions: one for who knows what it asks for, one for everybody else."""
    fallback = f"<mc:Fallback>{other}</mc:Fallback>" if other else ""
    choice = f'<mc:Choice Requires="{asks}">{chosen}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"


def _told(source: Source) -> list[tuple[str, LeftOutReason]]:
    return [(one.text.strip(), one.reason) for one in source.left_out if one.text.strip()]


_OTHER = LeftOutReason.OTHER_VERSION
_PLACES = {
    "paragraphs": lambda one, two, asks: _either(p(r(one)), p(r(two)), asks=asks) + p(r("Slot.")),
    "runs": lambda one, two, asks: p(_either(r(one), r(two), asks=asks)) + p(r("Slot.")),
    "pieces": lambda one, two, asks: (
        p(f"<w:r>{_either(f'<w:t>{one}</w:t>', f'<w:t>{two}</w:t>', asks=asks)}</w:r>")
        + p(r("Slot."))
    ),
    "rows": lambda one, two, asks: (
        table(_either(row(cell(p(r(one)))), row(cell(p(r(two)))), asks=asks)) + p(r("Slot."))
    ),
    "cells": lambda one, two, asks: (
        table(row(_either(cell(p(r(one))), cell(p(r(two))), asks=asks))) + p(r("Slot."))
    ),
}


@pytest.mark.parametrize("place", _PLACES)
def test_the_version_that_word_shows_is_read_and_another_is_told(place: str) -> None:
    source = proved(package(_PLACES[place]("Bellen mag.", "Sms mag.", "wps")))
    assert [line.text.strip() for line in source.lines] == ["Bellen mag.", "Slot."]
    assert _told(source) == [("Sms mag.", _OTHER)]


@pytest.mark.parametrize("place", _PLACES)
def test_a_version_that_asks_for_what_nobody_knows_is_not_shown(place: str) -> None:
    source = proved(package(_PLACES[place]("Bellen mag.", "Sms mag.", "onbekend")))
    assert [line.text.strip() for line in source.lines] == ["Sms mag.", "Slot."]
    assert _told(source) == [("Bellen mag.", _OTHER)]


@pytest.mark.parametrize("place", _PLACES)
def test_versions_that_say_the_same_are_one(place: str) -> None:
    source = proved(package(_PLACES[place]("Bellen mag.", "Bellen  mag.", "wps")))
    assert [line.text.strip() for line in source.lines] == ["Bellen mag.", "Slot."]
    assert _told(source) == []


@pytest.mark.parametrize(
    "body",
    [
        _either(p(r("Bellen mag.")), asks="onbekend"),
        p(_either(r("Bellen mag."), asks="onbekend")),
        p(f"<w:r>{_either('<w:t>Bellen mag.</w:t>', asks='onbekend')}</w:r>"),
        table(_either(row(cell(p(r("Bellen mag.")))), asks="onbekend")),
        table(row(_either(cell(p(r("Bellen mag."))), asks="onbekend"))),
    ],
)
def test_where_word_shows_no_version_none_is_read(body: str) -> None:
    source = proved(package(body + p(r("Slot."))))
    assert [line.text.strip() for line in source.lines] == ["Slot."]
    assert _told(source) == [("Bellen mag.", _OTHER)]


def test_a_table_in_a_cell_has_versions_too() -> None:
    inner = table(_either(row(cell(p(r("Bellen mag.")))), row(cell(p(r("Sms mag."))))))
    source = proved(package(table(row(cell(inner + p()), cell(p(r("b"))))) + p(r("Slot."))))
    assert source.lines[0].text.split() == ["Bellen", "mag.", "b"]
    assert _told(source) == [("Sms mag.", _OTHER)]
