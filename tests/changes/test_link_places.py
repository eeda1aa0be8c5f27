"""Links of a protocol and of its kept version: the same place, or another, told by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.fact_rows import fact_rows
from protocolkit.versions.frozen import freeze
from protocolkit.versions.named import open_version

_HEAD = "---\nprotocol:\n  title: {0}\n  organisation: {{name: {1}}}\n---\n\n# {0}\n\n"
_OTHER = "{#art-1}\n## 1 Melden\n\n{#art-1-1}\n1. Bel.\n\n{#art-1-2}\n2. Schrijf.\n"
_LINKS = (
    "{#a-1}\n1. Zie [daar](de-linde.md#art-1-1), [zelf](de-eik.md#a-1), [elders](de-es.md) "
    "en [alles](de-linde.md).\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-linde.md").write_text(_HEAD.format("Pestprotocol", "De Linde") + _OTHER, "utf-8")
    (folder / "de-eik.md").write_text(_HEAD.format("Pestprotocol", "De Eik") + _LINKS, "utf-8")
    freeze(tmp_path, folder / "de-eik.md", "2025")
    return folder / "de-eik.md"


def _compared(own: Path) -> ChangeSet:
    root = own.parents[2]
    names = ("versions/pesten/de-eik@2025.md", "protocols/pesten/de-eik.md")
    return compare_versions(*(open_version(name, root) for name in names))


def test_a_kept_version_leads_where_the_protocol_leads(own: Path) -> None:
    found = _compared(own)
    assert (found.changes, found.facts) == ((), ())


@pytest.mark.parametrize("folder", ["", "../../protocols/pesten/"])
def test_what_leads_elsewhere_is_told_by_title_owner_and_label(own: Path, folder: str) -> None:
    other = own.read_text("utf-8").replace("de-linde.md#art-1-1", f"{folder}de-linde.md#art-1-2")
    own.write_text(other, "utf-8")
    [row] = fact_rows(_compared(own), translator())
    assert (row.old, row.new) == (
        "Pestprotocol, De Linde: 1.1",
        "Pestprotocol, De Linde: 1.2",
    )


def test_the_protocol_itself_and_what_is_not_there(own: Path) -> None:
    text = own.read_text("utf-8")
    changed = text.replace("de-linde.md)", "de-eik.md)").replace("de-es.md", "de-iep.md")
    own.write_text(changed, "utf-8")
    assert [(row.old, row.new) for row in fact_rows(_compared(own), translator())] == [
        ("../../protocols/pesten/de-es.md", "de-iep.md"),
        ("Pestprotocol, De Linde", "Pestprotocol"),
    ]
