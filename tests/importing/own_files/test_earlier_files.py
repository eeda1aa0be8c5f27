"""Files that this program made in the past: each layout, as it was then, is still read.

The files in ``tests/cases/own_files`` were made by the program of that time from ``bellen.md``: the
first (2026-11-21) without a record, with dashes for pages in the contents of Word; the second
(2026-11-28) with a record; the third (2026-11-29) with fingerprint 2 on the cover; the
fourth (2026-11-30) is one document in two formats: labels in Word, four columns of decisions.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from examples import few
from own_files import without_source
from protocolkit.document.facts import Facts
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.outline import clauses, protocol_tokens, sections
from protocolkit.importing.import_values import Imported
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.reading.reader import read_protocol
from seeds import ROOT

_FOLDER = ROOT / "tests" / "cases" / "own_files"
_WANTED = read_protocol(_FOLDER / "bellen.md").protocol
_FILES = sorted(path for path in _FOLDER.iterdir() if path.suffix in (".docx", ".pdf"))
_WITH_RECORD = [path for path in _FILES if "no-record" not in path.name]


def _imported(path: Path, *, takes_record: bool = False) -> Imported:
    return import_opened(open_file(path), Wishes(takes_record=takes_record))


def _shown(facts: Facts) -> Facts:
    """Return facts as a cover shows them, without how they came here."""
    approvals = tuple(replace(one, words="", fingerprint="") for one in facts.approvals)
    return replace(facts, approvals=approvals, supplied=(), source=replace(facts.source, file=""))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_every_layout_gives_the_text_and_what_its_cover_shows(path: Path) -> None:
    found = _imported(path).protocol
    assert protocol_tokens(found) == protocol_tokens(_WANTED)
    for parts in (clauses, sections):
        assert [part.anchor for part in parts(found)] == [part.anchor for part in parts(_WANTED)]
    assert [*map(clause_fingerprint, clauses(found))] == [
        *map(clause_fingerprint, clauses(_WANTED))
    ]
    assert _shown(found.facts) == _shown(_WANTED.facts)


@pytest.mark.parametrize(
    "path", few(_WITH_RECORD, slice(None, None, 3)), ids=lambda path: path.name
)
def test_every_record_is_read(path: Path) -> None:
    found = _imported(path, takes_record=True)
    assert found.is_recorded
    assert without_source(found.protocol).parts == without_source(_WANTED).parts
    assert found.protocol.facts.approvals == _WANTED.facts.approvals


def test_there_is_one_of_each() -> None:
    assert {path.suffix for path in _FILES} == {".docx", ".pdf"}
    assert len(_FILES) == len({path.name for path in _FILES}) >= 6
