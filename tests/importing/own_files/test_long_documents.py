"""Long documents of ours come back as they were, from PDF and Word, also under a letterhead.

`python tests/importing/own_files/test_long_documents.py 0 100` goes over a hundred of them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from examples import drawn
from house_files import reference
from long_documents import long_text
from own_files import without_source
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol_text

_DUTCH = translator("nl")
_UNCHANGED = "de tekst is daarna niet gewijzigd"


def _drawn(seed: int) -> Protocol:
    return read_protocol_text(long_text(seed), "lang.md", subject="hulp", slug="lang").protocol


def _house(folder: Path) -> Path:
    """Return a project in which one of the boards has a letterhead."""
    own = folder / "templates" / "stichting-de-linde"
    own.mkdir(parents=True)
    (own / "reference.docx").write_bytes(reference())
    return folder


def _held(source: Source, wanted: Protocol) -> None:
    """Hold an import beside what the file was made of; what no page shows was confirmed."""
    found = import_source(source, Wishes(takes_record=True))
    assert without_source(found.protocol) == without_source(wanted)
    assert not [origin for origin in found.origins if origin.doubts]
    said = " ".join(make_report(found, "x", _DUTCH).notices)
    assert _UNCHANGED in said
    seen, facts = import_source(source).protocol.facts, wanted.facts
    assert (seen.organisation.name, seen.applies_to) == (facts.organisation.name, facts.applies_to)
    decisions = [(one.body, one.right, one.decision, one.date) for one in seen.approvals]
    assert decisions == [(one.body, one.right, one.decision, one.date) for one in facts.approvals]


def _go_round(seed: int, project: Path) -> None:
    wanted = _drawn(seed)
    cover = make_cover(wanted, _DUTCH)
    _held(extract_pdf(write_pdf(wanted, cover, _DUTCH, project=project)), wanted)
    _held(extract_word(write_docx(wanted, cover, _DUTCH, project=project)), wanted)


@pytest.mark.drawn
@pytest.mark.parametrize("seed", drawn(range(5)))
def test_a_long_document_comes_back(seed: int, tmp_path: Path) -> None:
    _go_round(seed, _house(tmp_path))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as _made:
        _project = _house(Path(_made))
        for _seed in range(int(sys.argv[1]), int(sys.argv[2])):
            _go_round(_seed, _project)
