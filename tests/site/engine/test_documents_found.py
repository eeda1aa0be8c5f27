"""Sphinx finds protocols by name, pages elsewhere as it does, and nothing by a way around."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from protocolkit.site.engine.documents import GuardedProject

_TEXT = "---\nprotocol: {organisation: {name: X}}\n---\n\n# T\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in (
        "index.md",
        "docs/uitleg.md",
        "protocols/hek/de-brug.md",
        "protocols/hek/de-mus.md",
        "protocols/hek/bron/de-brug.md",
        "protocols/los.md",
        "versions/hek/de-brug@2026-1.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_TEXT, "utf-8")
    return tmp_path


def _found(root: Path, *, suffix: str = ".md", **more: Any) -> tuple[set[str], GuardedProject]:
    project = GuardedProject(root, {suffix: "markdown"})
    project.left_out = frozenset(more.pop("left_out", ()))
    return set(project.discover(**more)), project


_PAGES = {"index", "docs/uitleg"}
_PROTOCOLS = {"protocols/hek/de-brug", "protocols/hek/de-mus", "versions/hek/de-brug@2026-1"}


def test_protocols_and_versions_are_found_by_name_and_nothing_else_in_their_folders(
    root: Path,
) -> None:
    found, project = _found(root)
    assert found == _PAGES | _PROTOCOLS
    assert project.linked == frozenset()


def test_a_protocol_that_is_left_out_is_not_found(root: Path) -> None:
    found, _ = _found(root, left_out={"protocols/hek/de-mus"})
    assert found == _PAGES | _PROTOCOLS - {"protocols/hek/de-mus"}


@pytest.mark.parametrize(
    ("patterns", "gone"),
    [
        ({"exclude_paths": ["protocols/hek/de-mus.md"]}, {"protocols/hek/de-mus"}),
        ({"exclude_paths": ["protocols/hek"]}, {"protocols/hek/de-brug", "protocols/hek/de-mus"}),
        ({"exclude_paths": ["docs"]}, {"docs/uitleg"}),
        (
            {"include_paths": ["index.md", "docs/**"]},
            {"protocols/hek/de-brug", "protocols/hek/de-mus"},
        ),
    ],
)
def test_patterns_hold_for_protocols_too(
    root: Path, patterns: dict[str, Any], gone: set[str]
) -> None:
    assert _found(root, **patterns)[0] == (_PAGES | _PROTOCOLS) - gone


def test_where_markdown_is_not_read_there_are_no_protocols(root: Path) -> None:
    assert _found(root, suffix=".rst")[0] == set()


def test_a_folder_or_file_elsewhere_that_leads_to_protocols_is_not_followed(root: Path) -> None:
    (root / "docs" / "kopie").symlink_to(root / "protocols" / "hek")
    (root / "docs" / "een.md").symlink_to(root / "protocols" / "hek" / "de-brug.md")
    found, project = _found(root)
    assert found == _PAGES | _PROTOCOLS
    assert project.linked == {"docs/kopie", "docs/een.md"}


def test_an_ordinary_link_is_followed(root: Path) -> None:
    (root / "docs" / "ook.md").symlink_to(root / "index.md")
    found, project = _found(root)
    assert "docs/ook" in found
    assert project.linked == frozenset()


def test_a_folder_with_signs_of_a_pattern_in_its_name_leaves_others_alone(root: Path) -> None:
    (root / "do*s").symlink_to(root / "protocols")
    assert _found(root)[0] == _PAGES | _PROTOCOLS
