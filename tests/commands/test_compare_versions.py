"""``protocol compare``: every form says the same, and bad input leaves everything as it was."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from docx import Document

from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands import main
from protocolkit.exchange.all_schemas import schema_text

_HEAD = "---\nprotocol:\n  title: Proef\n  organisation: {name: De Brug}\n---\n\n# Proef\n\n"
_OLD = """{#a1}
1. De leerling bergt zijn telefoon op in de kluis <b>.

{#a2}
2. Ouders geven vooraf schriftelijk toestemming.
"""
_NEW = """{#a0}
1. De mentor bespreekt iedere melding met de ouders.

{#a1}
2. De leerling bergt zijn telefoon op in zijn tas <b>.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oud.md").write_text(_HEAD + _OLD, "utf-8")
    (tmp_path / "nieuw.md").write_text(_HEAD + _NEW, "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["compare", *words])


def message(done: Result) -> str:
    """Return what a person reads of a run that stopped."""
    assert isinstance(done.exception, ProtocolkitError)
    return done.exception.problem.line(translator("nl"))


def written(form: str) -> bytes:
    target = Path(f"w.{form}")
    done = run("oud.md", "nieuw.md", "-o", str(target))
    assert done.exit_code == 0, done.output
    return target.read_bytes()


def test_text_says_what_changed_in_dutch(root: Path) -> None:
    said = run("oud.md", "nieuw.md").stdout
    assert "Gewijzigd: 1; Nieuw: 1; Vervallen: 1." in said
    assert "[weg: de kluis]" in said
    assert "[nieuw: zijn tas]" in said


def test_json_has_the_published_schema_and_the_whole_text(root: Path) -> None:
    found = json.loads(run("oud.md", "nieuw.md", "--format", "json").stdout)
    jsonschema.validate(found, json.loads(schema_text("changes")))
    kinds = [change["kind"] for change in found["changes"]]
    assert kinds == ["added", "changed", "removed"]
    changed = found["changes"][1]
    assert (changed["old"], changed["new"], changed["moved"]) == (["a1"], ["a1"], False)
    assert "".join(piece["old"] for piece in changed["pieces"]) == (
        "De leerling bergt zijn telefoon op in de kluis <b>."
    )
    counts = found["counts"]
    assert [counts[kind] for kind in kinds] == [1, 1, 1]
    for side in ("removed_words", "added_words"):
        assert counts[side] == sum(change[side] for change in found["changes"])
    assert set(found["old"]) == {"path", "fingerprint"}


def test_the_page_needs_nothing_else_and_marks_in_words(root: Path) -> None:
    page = BeautifulSoup(written("html"), "html.parser")
    assert not page.select("script, link, img, iframe")
    assert page.html is not None
    assert page.html["lang"] == "nl"
    assert [" ".join(d.text.split()) for d in page.select("td del")] == [
        "[weg: de kluis]",
        "[weg: 2. Ouders geven vooraf schriftelijk toestemming.]",
    ]
    assert "[nieuw: zijn tas]  <b>." in page.text
    assert page.style is not None
    assert "content:" not in page.style.text
    sides = [cell.strong.text for cell in page.select("td") if cell.strong]
    assert len(sides) == len(page.select("td"))
    assert sides[:2] == ["Eerst: ", "Nu: "]


def test_word_and_spreadsheet_say_the_same(root: Path) -> None:
    document = Document(io.BytesIO(written("docx")))
    rows = document.tables[-1].rows
    assert [row.cells[0].paragraphs[1].text for row in rows[1:]] == [
        "Nieuw",
        "Gewijzigd (eerst Aanhef 1)",
        "Vervallen",
    ]
    struck = [
        r.text for row in rows for p in row.cells[1].paragraphs for r in p.runs if r.font.strike
    ]
    assert struck == ["de kluis", "2. Ouders geven vooraf schriftelijk toestemming."]
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx"))).worksheets[0]
    assert [sheet.cell(row, 5).value for row in (2, 3, 4)] == [0, 2, 6]
    assert zipfile.ZipFile("w.docx").testzip() is None


def test_the_same_versions_give_the_same_bytes(root: Path) -> None:
    for form in ("html", "docx", "xlsx", "json", "txt"):
        first = written(form)
        Path(f"w.{form}").unlink()
        assert written(form) == first


def test_a_file_that_is_there_stays(root: Path) -> None:
    Path("w.html").write_text("van mij", "utf-8")
    done = run("oud.md", "nieuw.md", "-o", "w.html")
    assert done.exit_code != 0
    assert Path("w.html").read_text("utf-8") == "van mij"
    assert run("oud.md", "nieuw.md", "-o", "w.html", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("oud.md", "oud.md"), "version-twice"),
        (("oud.md", "weg.md"), "version-missing"),
        (("oud.md", "nergens/oud.md@HEAD"), "version-missing"),
        (("oud.md", "nieuw.md", "--format", "docx"), "compare-on-screen"),
    ],
)
def test_bad_input_is_said_and_nothing_is_written(
    root: Path, words: tuple[str, ...], code: str
) -> None:
    before = sorted(root.iterdir())
    done = run(*words)
    assert done.exception is not None
    assert code in str(done.exception)
    assert sorted(root.iterdir()) == before


def test_a_first_adoption_and_a_repeal(root: Path) -> None:
    assert "Nieuw: 3." in run("niets", "nieuw.md").stdout
    assert "Vervallen: 3." in run("nieuw.md", "niets").stdout


@pytest.mark.parametrize(
    ("form", "name"), [("json", "w.html"), ("html", "w.txt"), ("text", "w.docx")]
)
def test_a_name_that_says_another_form_is_refused(root: Path, form: str, name: str) -> None:
    done = run("oud.md", "nieuw.md", "--format", form, "-o", name)
    assert f"--format vraagt om {form}" in message(done)
    assert not Path(name).exists()
    assert run("oud.md", "nieuw.md", "--format", form, "-o", "w.uit").exit_code == 0


@pytest.mark.parametrize("name", ["w.pdf", "w.odt", "w.md", "w"])
def test_a_name_that_says_no_form_gets_no_plain_text(root: Path, name: str) -> None:
    done = run("oud.md", "nieuw.md", "-o", name)
    assert done.exit_code != 0
    assert "Laat de naam eindigen op .txt" in message(done)
    assert not Path(name).exists()
    assert run("oud.md", "nieuw.md", "-o", "w.txt").exit_code == 0


def test_a_file_goes_where_a_person_points(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "map").mkdir()
    monkeypatch.chdir(root / "map")
    done = run("../oud.md", "../nieuw.md", "-o", "../w.docx")
    assert done.exit_code == 0, done.output
    assert (root / "w.docx").exists()
    assert "nieuwe map" not in done.output
    done = run("../oud.md", "../nieuw.md", "-o", "tikfout/w.docx")
    assert "Voor dit bestand is een nieuwe map gemaakt: tikfout" in done.output


def test_nothing_beside_nothing_is_told(root: Path) -> None:
    assert "Noem aan één kant een bestand" in message(run("niets", "niets"))


def test_a_full_page_of_changes_is_not_followed_by_an_empty_one(root: Path) -> None:
    """The paragraph that Word asks after the last table takes no room."""
    last = Document(io.BytesIO(written("docx"))).paragraphs[-1]
    assert not last.text
    assert last.paragraph_format.line_spacing.pt == 1
