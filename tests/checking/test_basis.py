"""Whose text a protocol says that it is based on is somebody whom this collection knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import basis_name, read_collection, read_document
from protocolkit.document.cover import make_cover

_HEAD = "---\nprotocol:\n  organisation: {{name: {}}}\n{}---\n\n# Regels\n\n{{#a}}\n1. Een regel.\n"


def _school(root: Path, basis: str) -> Path:
    """Write a school's text that is based on something, and the texts of two boards."""
    for place, name in (
        ("regels/vlinderbos", "Stichting Vlinderbos"),
        ("pesten/linde", "De Linde"),
    ):
        file = root / "protocols" / f"{place}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_HEAD.format(name, ""), "utf-8")
    school = root / "protocols" / "regels" / "school.md"
    school.write_text(_HEAD.format("De Wal", f"  based_on: {basis}\n"), "utf-8")
    return school


@pytest.mark.parametrize(
    ("basis", "near"),
    [
        ("vlinderbosch", "vlinderbos"),
        ("xyz", "–"),
        ("Stichting Vlinderbosch", "Stichting Vlinderbos"),
        ("het protocol van Stichting Vlindrbos, 2019", "Stichting Vlinderbos"),
    ],
)
def test_a_board_that_is_not_known_is_told_with_the_names_that_are_near(
    tmp_path: Path, basis: str, near: str
) -> None:
    _school(tmp_path, basis)
    found = check_collection(read_collection(tmp_path))
    [told] = [one for one in found if one.code.name == "basis-unknown"]
    assert told.location.path.endswith("school.md")
    assert dict(told.values) == {"basis": basis, "near": near}


@pytest.mark.parametrize(
    "basis",
    [
        "vlinderbos",
        "linde",
        "Stichting Vlinderbos",
        "Stichting Vlinderbos en De Linde",
        "het modelprotocol van de sectorraad",
    ],
)
def test_a_text_that_is_known_or_stands_elsewhere_is_not_told(tmp_path: Path, basis: str) -> None:
    _school(tmp_path, basis)
    assert "basis-unknown" not in {
        one.code.name for one in check_collection(read_collection(tmp_path))
    }


def test_paper_names_the_board_of_a_file_with_another_subject(tmp_path: Path) -> None:
    protocol = read_document(_school(tmp_path, "linde"), tmp_path).protocol
    cover = make_cover(protocol, translator("nl"), basis=basis_name(protocol, tmp_path))
    assert ("Gebaseerd op", "De Linde") in cover.rows
