"""Source plus ledger equals the protocol's words, for every protocol of this repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from protocolkit.collection import source_path
from protocolkit.document.outline import protocol_tokens
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import ledger_path
from protocolkit.reading.ledger_file import read_ledger
from protocolkit.reading.ledger_proof import verify
from protocolkit.reading.ledger_replay import replay
from protocolkit.reading.reader import read_protocol
from protocolkit.text.words import tokens
from seeds import ROOT, SLUGS, protocol


def _source(slug: str) -> Path:
    path = source_path(ROOT, protocol(slug))
    assert path is not None
    return path


@pytest.mark.parametrize("slug", SLUGS)
def test_no_word_was_lost_on_the_way_in(slug: str) -> None:
    source = _source(slug)
    text = source.read_text("utf-8")
    words = tokens(text)
    if ledger_path(source).is_file():
        words = replay(text, read_ledger(ledger_path(source), Report("ledger"))).words
    assert words == protocol_tokens(protocol(slug))
    assert verify(protocol(slug), source, Report("ledger")) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("persoonlijk verantwoordelijk", "verantwoordelijk", "ledger-words"),
        ("persoonlijk verantwoordelijk", "persoonlijk erg verantwoordelijk", "ledger-words"),
        ("persoonsgegevens[^1]", "persoonsgegevens", "ledger-notes"),
        ("Platform_", "Iets_", "ledger-links"),
    ],
)
def test_a_changed_protocol_is_found(tmp_path: Path, old: str, new: str, code: str) -> None:
    path = ROOT / "protocols" / "sociale-media" / "lucas-onderwijs.md"
    text = path.read_text("utf-8")
    assert old in text
    changed = tmp_path / "lucas-onderwijs.md"
    changed.write_text(text.replace(old, new), "utf-8")
    problems = verify(read_protocol(changed).protocol, _source("lucas-onderwijs"), Report("x"))
    assert code in [found.code.name for found in problems]


def test_a_changed_source_is_found(tmp_path: Path) -> None:
    source = _source("oponoa")
    shutil.copy(ledger_path(source), tmp_path)
    changed = tmp_path / source.name
    changed.write_text(source.read_text("utf-8").replace("persoonsgegevens1", "gegevens1"), "utf-8")
    problems = verify(protocol("oponoa"), changed, Report("x"))
    names = {found.code.name for found in problems}
    assert {"ledger-source-changed", "ledger-span", "ledger-words"} <= names
