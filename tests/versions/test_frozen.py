"""Versions are kept as they were: their bytes, their words, and where their links lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking.kept_versions import check_frozen
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.richtext import Link
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.frozen import freeze
from protocolkit.versions.index import frozen_versions

_TEXT = """---
protocol:
  title: Proef
  organisation: {name: De Brug}
---

# Proef

{#a1}
1. Zie [lid 3](de-berg.md#a3) en [lid 2](#a2) en `](de-berg.md)`.

{#a2}
2. Ga naar [het andere protocol](de-berg.md) of [de site](https://nl.wikipedia.org/x.md).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(_TEXT, "utf-8")
    return tmp_path


def kept(root: Path, name: str = "2026-1") -> Path:
    return freeze(root, root / "protocols" / "pesten" / "de-brug.md", name)


def refusal(root: Path, name: str) -> str:
    with pytest.raises(ProtocolkitError) as caught:
        kept(root, name)
    return caught.value.problem.code.name


def test_links_still_lead_there_and_no_word_changes(root: Path) -> None:
    path = kept(root)
    assert path == root / "versions" / "pesten" / "de-brug@2026-1.md"
    text = path.read_text("utf-8")
    assert "[lid 3](../../protocols/pesten/de-berg.md#a3) en [lid 2](#a2)" in text
    assert "(https://nl.wikipedia.org/x.md)" in text
    reading = read_protocol_text(text)
    targets = [
        inline.target
        for part in reading.protocol.parts
        for block in getattr(part, "blocks", ())
        for inline in block.content
        if isinstance(inline, Link)
    ]
    assert targets[0] == "../../protocols/pesten/de-berg.md#a3"
    assert (path.parent / targets[0].partition("#")[0]).resolve() == (
        root / "protocols" / "pesten" / "de-berg.md"
    )
    assert protocol_fingerprint(reading.protocol) == protocol_fingerprint(
        read_protocol_text(_TEXT).protocol
    )


def test_the_list_says_bytes_text_and_format(root: Path) -> None:
    kept(root, "2026-2")
    kept(root, "2026-1")
    found = frozen_versions(root)
    assert [entry.file for entry in found] == [
        "pesten/de-brug@2026-1.md",
        "pesten/de-brug@2026-2.md",
    ]
    assert {entry.fingerprint for entry in found} == {
        protocol_fingerprint(read_protocol_text(_TEXT).protocol)
    }
    assert {entry.format for entry in found} == {1}
    assert list(check_frozen(root)) == []


@pytest.mark.parametrize(
    "name", ["", "Mei", "a/b", "..\\x", "a b", ".", "..", "-", "-1", "1.", "1-"]
)
def test_a_name_that_is_unfit_is_refused_and_nothing_is_written(root: Path, name: str) -> None:
    assert refusal(root, name) == "frozen-name"
    assert not (root / "versions").exists()


def test_what_was_kept_is_not_kept_again(root: Path) -> None:
    kept(root)
    assert refusal(root, "2026-1") == "frozen-exists"


def test_a_list_that_cannot_be_read_stops_everything(root: Path) -> None:
    path = kept(root)
    (root / "versions" / "versions.json").write_text(
        '{"format": "protocolkit-frozen", "version": 1}', "utf-8"
    )
    assert refusal(root, "2026-2") == "frozen-list"
    assert [found.code.name for found in check_frozen(root)] == ["frozen-list"]
    assert path.exists()


def test_a_touched_version_is_named(root: Path) -> None:
    path = kept(root)
    path.write_text(path.read_text("utf-8").replace("Ga naar", "Kijk in"), "utf-8")
    [found] = check_frozen(root)
    assert (found.code.name, found.location.path) == (
        "frozen-touched",
        "versions/pesten/de-brug@2026-1.md",
    )
    assert dict(found.values)["words"] == ""


def test_of_a_version_that_has_its_words_it_is_said(root: Path) -> None:
    path = kept(root)
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    [found] = check_frozen(root)
    assert dict(found.values)["words"] == ", though its words are"


def test_a_version_that_went_or_that_nobody_listed_is_named(root: Path) -> None:
    path = kept(root)
    path.rename(path.with_name("de-brug@2026-9.md"))
    assert [found.code.name for found in check_frozen(root)] == ["frozen-gone", "frozen-unlisted"]
