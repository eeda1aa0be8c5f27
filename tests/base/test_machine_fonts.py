"""Fonts of the machine are those of the first of two folders that has any."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base import machine_fonts
from protocolkit.base.machine_fonts import machine_folder, machine_stamp


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    found = tuple(tmp_path / name for name in ("a", "b", "c"))
    for place in found[1:]:
        place.mkdir()
    monkeypatch.setattr(machine_fonts, "PLACES", found)
    return found


def test_a_folder_without_fonts_is_passed_over(places: tuple[Path, ...]) -> None:
    assert machine_folder() is None
    (places[1] / "README.txt").write_text("x", "utf-8")
    assert machine_folder() is None
    (places[2] / "Noto.TTC").write_bytes(b"x")
    assert machine_folder() == places[2]
    (places[1] / "droid.ttf").write_bytes(b"x")
    assert machine_folder() == places[1]


def test_a_font_that_changes_is_another_set(places: tuple[Path, ...]) -> None:
    empty = machine_stamp()
    font = places[1] / "droid.ttf"
    font.write_bytes(b"x")
    first = machine_stamp()
    (places[1] / "README.txt").write_text("x", "utf-8")
    assert machine_stamp() == first
    font.write_bytes(b"xx")
    assert len({empty, first, machine_stamp()}) == 3
