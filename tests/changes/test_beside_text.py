"""What two files hold beside the text: another foot is no change of words, and no silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from protocolkit.base.messages import translator
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.exchange.changes_json import changes_to_json
from protocolkit.versions.named import open_version


def _word(path: Path, foot: str) -> str:
    document = Document()
    document.add_heading("Schoolregels", 1)
    document.add_paragraph("1. Het hek gaat om acht uur open.")
    document.sections[0].footer.paragraphs[0].text = foot
    document.sections[0].header.paragraphs[0].text = "De Poort"
    document.save(str(path))
    return str(path)


def _compared(folder: Path, *feet: str) -> ChangeSet:
    names = [_word(folder / f"{at}.docx", foot) for at, foot in enumerate(feet)]
    return compare_versions(*(open_version(name, folder) for name in names))


def test_another_foot_is_told_wherever_changes_are(tmp_path: Path) -> None:
    found = _compared(tmp_path, "Versie 2023", "Versie 2025: roken mag in de kelder")
    told = list_changes(found, translator("nl"))
    assert told.summary == (
        "Geen woord van de tekst is veranderd.",
        "Naast de tekst van het protocol is iets veranderd: kop- of voetregels van de bladzijden.",
    )
    rows = [(row.name, row.old, row.new) for row in told.facts]
    texts = ("Versie 2023", "Versie 2025: roken mag in de kelder")
    assert rows == [("Kop- of voetregels van de bladzijden", *texts)]
    [fact] = json.loads(changes_to_json(found))["facts"]
    assert (fact["fact"], fact["old"], fact["new"]) == ("running", *texts)


@pytest.mark.parametrize(
    ("old", "new"), [("Versie 2", "Versie  2"), ("Regels, blz. 1 van 3", "Regels, blz. 1 van 4")]
)
def test_the_number_of_a_page_and_spaces_are_no_difference(
    tmp_path: Path, old: str, new: str
) -> None:
    assert _compared(tmp_path, old, new).facts == ()


def test_a_text_without_pages_has_no_foot_to_miss(tmp_path: Path) -> None:
    word = _word(tmp_path / "a.docx", "Versie 2023")
    (tmp_path / "b.txt").write_text("Schoolregels\n\n1. Het hek gaat om acht uur open.\n", "utf-8")
    versions = (open_version(name, tmp_path) for name in (word, str(tmp_path / "b.txt")))
    facts = compare_versions(*versions).facts
    assert "running" not in {fact.fact for fact in facts}
