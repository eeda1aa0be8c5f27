"""What ``protocol update`` prints of a clause: what became of it, and the words that differ."""

from __future__ import annotations

from typing import Any

import pytest

from protocolkit.commands import update_pages
from protocolkit.commands.update_pages import differences, heading, update_lines
from protocolkit.drafting.update.findings import ClauseUpdate, Finding


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_pages, "speak", lambda text: text)


def _update(finding: Finding, **more: Any) -> ClauseUpdate:
    made: dict[str, Any] = {
        "finding": finding, "anchor": "a", "topic": "foto", "question": "Mag dit?",
        "present": "Foto's mogen niet.", "offered": "Foto's mogen wel.", "earlier": "Foto's mogen.",
    }  # fmt: skip
    return ClauseUpdate(**(made | more))


def _lines(finding: Finding, **more: Any) -> list[str]:
    return [line.strip() for line in update_lines(_update(finding, **more))]


def test_of_what_stayed_the_same_nothing_is_printed() -> None:
    assert _lines(Finding.SAME) == []
    assert _lines(Finding.KEPT) == ["a · Mag dit?"]
    assert _lines(Finding.KEPT, question="") == ["a"]


def test_what_both_changed_shows_all_three_texts() -> None:
    assert _lines(Finding.BOTH)[1:] == [
        "taken over then:", "Foto's mogen.", "here now:", "Foto's mogen niet.",
        "in the source now:", "Foto's mogen wel.",
    ]  # fmt: skip
    assert "taken over then:" not in _lines(Finding.BOTH, earlier="")


def test_what_moved_shows_both_places_and_what_changed_the_difference() -> None:
    assert _lines(Finding.MOVED)[1::2] == ["here now:", "in the source now:"]
    assert _lines(Finding.OFFERED)[1:] == ["difference:", "Foto's mogen [-niet-] {+wel+} ."]
    assert _lines(Finding.NEW, present="")[1:] == ["text:", "Foto's mogen wel."]
    assert _lines(Finding.GONE, offered="")[1:] == []


@pytest.mark.parametrize("finding", Finding)
def test_every_group_has_a_heading_with_its_count(finding: Finding) -> None:
    assert heading(finding, 3).endswith(": 3")


_LONG = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("De les begint.", "De les eindigt.", "De les [-begint-] {+eindigt+}."),
        ("De les begint.", "De les.", "De les [-begint-]."),
        ("De les.", "De les begint.", "De les {+begint+}."),
        (f"oud {_LONG}", f"nieuw {_LONG}", "[-oud-] {+nieuw+} een twee drie vier vijf zes …"),
        (f"{_LONG} oud", f"{_LONG} nieuw", "… tien elf twaalf dertien veertien vijftien"),
        (
            f"oud {_LONG} oud",
            f"nieuw {_LONG} nieuw",
            "een twee drie vier vijf zes … tien elf twaalf dertien veertien vijftien [-oud-]",
        ),
    ],
)
def test_only_words_near_a_difference_are_shown(old: str, new: str, shown: str) -> None:
    found = differences(old, new)
    assert shown in found.replace("] .", "].").replace("} .", "}.")


def test_equal_words_that_fit_are_whole() -> None:
    found = differences("oud een twee drie oud", "nieuw een twee drie nieuw")
    assert "een twee drie" in found
    assert "…" not in found
