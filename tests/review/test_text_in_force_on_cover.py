"""What a cover says of the text that holds until then is no change, on whatever day it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied_word import pasted_word
from decided import TEXT, Desk
from protocolkit.base.location import NOWHERE
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.review.word_story import read_story
from typed import typed

_FROM = "status: concept\n  valid_from: 2026-04-01"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A dossier of a text that lies there, beside one that held from after its adoption."""
    desk = Desk(tmp_path, TEXT.replace("status: concept", _FROM))
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    desk.ask(sent="2026-05-01", before="2026-06-15")
    made = typed("dossier", "protocols/pesten/de-brug.md", "-o", "stukken", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    return tmp_path / "stukken"


def _changes(file: Path, root: Path) -> str:
    done = typed("comments", str(file), cwd=root)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_the_papers_of_a_dossier_say_the_same_of_what_holds(papers: Path) -> None:
    for name in ("2-protocol.docx", "3-zichtbare-wijzigingen.docx"):
        assert "Wijzigingen in de tekst: 0." in _changes(papers / name, papers.parent), name


def test_a_copy_of_such_a_paper_has_no_change_on_its_cover(papers: Path) -> None:
    package = WordPackage((papers / "2-protocol.docx").read_bytes(), NOWHERE)
    lines = [one.new for one in read_story(package).paragraphs if one.new]
    assert any("geldt een andere" in line for line in lines)
    copy = papers.parent / "kopie.docx"
    copy.write_bytes(pasted_word(lines))
    assert "Wijzigingen in de tekst: 0." in _changes(copy, papers.parent)
