"""How a paper names a version: by its title and its file, where that stands anywhere."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.version_names import names_with_paths, version_name
from redlines import protocol


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("oud.md", "Protocol hek (oud.md)"),
        ("map/brief.docx", "Protocol hek (map/brief.docx)"),
        ("versions/pesten/hek@2025-1.md", "versie '2025-1'"),
    ],
)
def test_a_version_is_named_by_its_title_and_its_file(path: str, name: str) -> None:
    version = version_of(protocol("{#a}\n1. De school belt.\n"), path)
    assert version_name(version, translator("nl")) == name


def test_a_command_names_title_and_file_once() -> None:
    found = version_of(protocol("{#a}\n1. De school belt.\n"), "oud.md")
    assert names_with_paths(found, found, translator("nl"))[0] == "Protocol hek – oud.md"
