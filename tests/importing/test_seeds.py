"""The real protocols from their raw text, and from our own Word and PDF files."""

from __future__ import annotations

from pathlib import Path

import pytest

from examples import few
from import_quality import grade, imported, own_pdf, own_word, seed_source
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, sections
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import ledger_path
from protocolkit.reading.ledger_file import write_ledger
from protocolkit.reading.ledger_proof import verify
from seeds import SLUGS, protocol


@pytest.mark.parametrize("slug", SLUGS)
def test_a_seed_comes_in_as_people_entered_it(slug: str) -> None:
    result = grade(imported(seed_source(slug), slug).protocol, protocol(slug))
    assert result.share >= 0.98
    assert result.notes_equal
    assert result.words_equal


@pytest.mark.parametrize("slug", SLUGS)
def test_the_ledger_of_an_import_replays(slug: str, tmp_path: Path) -> None:
    found = imported(seed_source(slug), slug)
    assert _verified(found, tmp_path) == []


@pytest.mark.parametrize("slug", few(SLUGS, 2))
def test_our_word_file_comes_back_with_its_anchors(slug: str, tmp_path: Path) -> None:
    wanted = protocol(slug)
    found = imported(extract_word(own_word(wanted)), slug)
    result = grade(found.protocol, wanted)
    assert (result.share, result.extra, result.notes_equal) == (1.0, 0, True)
    assert _anchors(found.protocol) == _anchors(wanted)
    assert _verified(found, tmp_path) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_our_pdf_comes_back_with_its_anchors(slug: str, tmp_path: Path) -> None:
    wanted = protocol(slug)
    found = imported(extract_pdf(own_pdf(wanted)), slug)
    result = grade(found.protocol, wanted)
    assert (result.share, result.extra, result.notes_equal) == (1.0, 0, True)
    assert _anchors(found.protocol) == _anchors(wanted)
    assert _verified(found, tmp_path) == []


def _anchors(protocol: Protocol) -> list[str]:
    found = [clause.anchor for clause in clauses(protocol)]
    return [*found, *(section.anchor for section in sections(protocol))]


def _verified(found: Imported, folder: Path) -> list[str]:
    source = folder / "x.txt"
    source.write_text(found.source.text, "utf-8")
    ledger_path(source).write_text(write_ledger(found.ledger, "x.md"), "utf-8")
    problems = verify(found.protocol, source, Report("ledger"))
    return [f"{problem.code.name} {problem.values}" for problem in problems]
