"""A dossier has every paper, each file leads where it says, and what is open says so."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import zipfile
from pathlib import Path

import openpyxl
import pytest

from printing import words_of_pages
from protocolkit.commands.dossier import tell_open
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.dossier.proposal_file import PerSection, Proposal
from protocolkit.reading.reader import read_protocol_text
from seeds import ROOT
from typed import Typed, typed

_FILE = "protocols/pesten/de-brug.md"
_TEXT = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: bestuur}
  status: concept
---

# Pesten

{#a1}
1. =HYPERLINK("x") is geen formule.

{#a2}
2. De mentor belt de ouders.
"""
_GUIDE = ROOT / "docs" / "gebruik" / "stukken-voor-de-mr.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    assert typed("freeze", _FILE, "2025-1", "--date", "2025-03-04", cwd=tmp_path).returncode == 0
    path.write_text(_TEXT.replace("belt", "mailt"), "utf-8")
    _submit(tmp_path)
    return tmp_path


def _submit(root: Path, day: str = "2026-02-03") -> None:
    asked = ("--body", "GMR De Brug", "--right", "instemming", "--sent", day)
    done = typed("submit", _FILE, *asked, "--before", "2026-03-17", cwd=root)
    assert done.returncode == 0, done.stderr


def _make(root: Path, *words: str) -> Typed:
    return typed("dossier", _FILE, "-o", "stukken", *words, cwd=root)


def test_every_paper_is_there_and_the_page_leads_to_each(root: Path) -> None:
    done = _make(root, "--since", "versions/pesten/de-brug@2025-1.md")
    assert (done.returncode, done.stdout) == (0, "stukken/index.html\n"), done.stderr
    folder = root / "stukken"
    page = (folder / "index.html").read_text("utf-8")
    linked = set(re.findall(r'href="([^"]+)"', page))
    made = {path.name for path in folder.iterdir()}
    assert linked == made - {"index.html", "inhoud.json"}
    assert len(made) == 14
    refused = [typed("import", f"stukken/{name}", cwd=root) for name in made if ".html" in name]
    assert all("[import-own-leaflet]" in one.stderr for one in refused)
    manifest = json.loads((folder / "inhoud.json").read_text("utf-8"))
    text = read_protocol_text((root / _FILE).read_text("utf-8")).protocol
    assert manifest["text"] == protocol_fingerprint(text)
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    with zipfile.ZipFile(root / "stukken.zip") as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    assert found == {f"stukken/{name}": (folder / name).read_bytes() for name in made}


def test_the_first_page_says_what_a_member_must_know(root: Path) -> None:
    _make(root, "--since", "versions/pesten/de-brug@2025-1.md")
    said = words_of_pages(root / "stukken" / "1-oplegger.pdf")
    assert "GMR De Brug: wij vragen uw instemming." in said
    assert "uiterlijk op 17 maart 2026" in said
    assert "De mentor mailt de ouders." in said
    assert said.count("[nog open: dit is nog niet geschreven]") == 5


def test_a_text_that_changed_since_it_was_submitted_has_no_dossier(root: Path) -> None:
    path = root / _FILE
    submitted = path.read_text("utf-8")
    path.write_text(submitted.replace("mailt", "schrijft"), "utf-8")
    done = _make(root)
    assert (done.returncode, "[dossier-changed]" in done.stderr) == (2, True), done.stderr
    assert _FILE in done.stderr
    assert "GMR De Brug" in done.stderr
    assert not (root / "stukken").exists()
    _submit(root, "2026-02-10")
    assert _make(root).returncode == 0
    path.write_text(submitted, "utf-8")
    assert _make(root, "--force").returncode == 0


def test_of_a_long_clause_the_words_that_change_are_shown(root: Path) -> None:
    path = root / _FILE
    long = " ".join(f"woord{number}" for number in range(40))
    path.write_text(_TEXT.replace("De mentor", f"De mentor {long} en"), "utf-8")
    assert typed("freeze", _FILE, "2025-2", "--date", "2025-03-05", cwd=root).returncode == 0
    path.write_text(_TEXT.replace("De mentor", f"De mentor {long} nooit"), "utf-8")
    _make(root, "--since", "versions/pesten/de-brug@2025-2.md")
    said = words_of_pages(root / "stukken" / "1-oplegger.pdf")
    assert "… woord35 woord36 woord37 woord38 woord39 nooit belt de ouders." in said


_RULES = (
    "De mentor belt de ouders.",
    "Het protocol wordt elk jaar geëvalueerd.",
    "De school hangt het protocol op in de gang.",
    "De leraar noteert het gesprek.",
    "De conciërge opent de deur van de school.",
    "De klas bespreekt het met de mentor.",
    "Een leerling mag in de pauze bellen.",
    "De school bewaart het verslag vijf jaar.",
    "Wie blijft pesten, krijgt een gesprek.",
)
_CHANGED = (
    "De mentor mailt de ouders.",
    "Het protocol wordt elke twee jaar geëvalueerd.",
    "De school hangt het protocol op in de hal.",
    "De leraar noteert het overleg.",
    "De conciërge opent de poort van de school.",
    "De klas bespreekt het met de juf.",
    "Een leerling mag in de pauze niet bellen.",
    "De school bewaart het verslag twee jaar.",
    "Wie blijft pesten, wordt geschorst.",
)


def test_what_weighs_most_is_told_first_with_what_it_was(root: Path) -> None:
    path = root / _FILE
    head = _TEXT.split("{#a1}", maxsplit=1)[0]

    def write(rules: tuple[str, ...]) -> None:
        clauses = (f"{{#b{at}}}\n{at}. {rule}\n\n" for at, rule in enumerate(rules, start=1))
        path.write_text(head + "".join(clauses), "utf-8")

    write(_RULES)
    assert typed("freeze", _FILE, "2025-2", "--date", "2025-03-05", cwd=root).returncode == 0
    write(_CHANGED)
    _submit(root, "2026-02-11")
    done = _make(root, "--since", "versions/pesten/de-brug@2025-2.md")
    assert done.returncode == 0, done.stderr
    said = words_of_pages(root / "stukken" / "1-oplegger.pdf")
    table = said[said.index("Wat verandert er?") : said.index("en nog 4 wijzigingen")]
    grave = [table.index(words) for words in ("niet bellen", "wordt geschorst")]
    measure = table.index("het verslag twee jaar.")
    assert max(grave) < measure
    assert "(was: vijf)" in table
    assert "geëvalueerd" not in table


def test_what_the_officer_wrote_is_there(root: Path) -> None:
    beside = root / "protocols" / "pesten" / "de-brug.voorstel.yml"
    beside.write_text(
        "why: |\n  Ouders <b>vroegen</b> erom.\n\n  En wij ook.\n"
        "effects: {staff: Geen., parents: Een bericht., pupils: Rust.}\n"
        "measures: Een studiedag.\nplain: {a2: De mentor schrijft naar huis.}\n",
        "utf-8",
    )
    done = _make(root)
    assert "nog open" not in done.stderr
    said = words_of_pages(root / "stukken" / "1-oplegger.pdf")
    for words in (
        "Ouders <b>vroegen</b> erom.",
        "En wij ook.",
        "Een bericht.",
        "schrijft naar huis",
    ):
        assert words in said
    assert "Dit is een nieuw protocol: er was er nog geen." in said
    assert "nog open" not in said
    assert not (root / "stukken" / "4-was-wordt-tabel.pdf").exists()


def test_the_form_to_react_on_has_every_clause_and_no_formula(root: Path) -> None:
    _make(root)
    book = openpyxl.load_workbook(root / "stukken" / "5-reactieformulier.xlsx")
    rows = list(book.active.iter_rows(min_row=2))
    assert [row[4].value for row in rows] == ["a1", "a2"]
    assert rows[0][1].value == '1. =HYPERLINK("x") is geen formule.'
    assert {cell.data_type for row in rows for cell in row if cell.value} == {"s"}


def test_the_same_dossier_has_the_same_bytes(root: Path) -> None:
    _make(root)
    first = (root / "stukken.zip").read_bytes()
    assert _make(root).returncode == 2, "nothing is replaced unasked"
    assert _make(root, "--force").returncode == 0
    assert (root / "stukken.zip").read_bytes() == first


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (".", "papers-exist"),
        ("", "papers-exist"),
        ("/", "papers-exist"),
        ("versions", "papers-inside"),
        ("protocols/pesten/stukken", "papers-inside"),
    ],
)
def test_a_place_where_no_papers_can_be(root: Path, target: str, code: str) -> None:
    before = sorted(root.rglob("*"))
    done = typed("dossier", _FILE, "-o", target, "--force", cwd=root)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    assert sorted(root.rglob("*")) == before


def test_a_paper_that_is_made_no_more_goes_unless_somebody_wrote_in_it(root: Path) -> None:
    _make(root, "--since", "versions/pesten/de-brug@2025-1.md")
    folder = root / "stukken"
    (folder / "4-was-wordt-tabel.docx").write_bytes(b"met aantekeningen")
    (folder / "notulen.txt").write_text("geheim", "utf-8")
    assert _make(root, "--force").returncode == 0
    left = {path.name for path in folder.iterdir() if path.name.startswith(("3", "4", "n"))}
    assert left == {"4-was-wordt-tabel.docx", "notulen.txt"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("why: [a, b]\n", "yaml"),
        ("waarom: omdat\n", "yaml"),
        ("format: 99\n", "format-newer"),
        ("why: &x [*x]\n", "yaml"),
    ],
)
def test_a_proposal_that_cannot_be_read_stops_it(root: Path, content: str, code: str) -> None:
    (root / "protocols" / "pesten" / "de-brug.voorstel.yml").write_text(content, "utf-8")
    done = _make(root)
    assert (done.returncode, f"[{code}" in done.stderr) == (2, True), done.stderr
    assert "de-brug.voorstel.yml" in done.stderr
    assert not (root / "stukken").exists()


def test_a_folder_with_other_things_is_left_alone(root: Path) -> None:
    (root / "stukken").mkdir()
    (root / "stukken" / "notulen.txt").write_text("geheim", "utf-8")
    for words in ((), ("--force",)):
        done = _make(root, *words)
        assert (done.returncode, "[papers-exist]" in done.stderr) == (2, True)
    assert [path.name for path in (root / "stukken").iterdir()] == ["notulen.txt"]


def test_every_command_of_the_guide_works(root: Path) -> None:
    blocks = re.findall(r"```bash\n(.*?)```", _GUIDE.read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert lines
    (root / _FILE).with_name("de-haven.md").write_text(
        _TEXT.replace("De Brug", "De Haven"), "utf-8"
    )
    for line in lines:
        done = typed(*shlex.split(line)[1:], cwd=root)
        assert done.returncode == 0, done.stderr


def test_what_is_still_open_is_told_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    tell_open(Proposal(why="Omdat ouders erom vroegen."), "x.voorstel.yml")
    said = capsys.readouterr().err
    assert "Waarom u dit voorstelt" not in said
    assert "`measures`" in said
    tell_open(Proposal(why="Omdat.", measures="Kluisjes."), "x.voorstel.yml")
    assert "Wat men ervan merkt" in capsys.readouterr().err
    effects = PerSection(staff="Geen.", parents="Geen.", pupils="Geen.")
    tell_open(Proposal(why="Omdat.", measures="Kluisjes.", effects=effects), "x.voorstel.yml")
    assert not capsys.readouterr().err


def _of_haven(root: Path) -> str:
    other = (root / _FILE).with_name("de-haven.md")
    other.write_text(_TEXT.replace("De Brug", "De Haven"), "utf-8")
    return f"protocols/pesten/{other.name}"


def test_what_another_board_has_is_not_told_as_what_changes(root: Path) -> None:
    other = _of_haven(root)
    done = _make(root, "--since", other)
    assert (done.returncode, "[dossier-other-board]" in done.stderr) == (2, True), done.stderr
    assert done.stderr.startswith(f"{other}: dit is een tekst van De Haven.")
    assert "--against" in done.stderr
    assert not (root / "stukken").exists()


@pytest.mark.parametrize("fact", ["  applies_to: [de haven]", "  title"])
def test_a_school_or_board_that_gets_the_text_has_its_own_changes(root: Path, fact: str) -> None:
    path = root / _FILE
    other = _of_haven(root)
    text = path.read_text("utf-8")
    if fact == "  title":
        text = text.replace("kind: bestuur}", "kind: bestuur, aliases: [De Haven]}")
    else:
        text = text.replace("  title", f"{fact}\n  title")
    path.write_text(text, "utf-8")
    assert _make(root, "--since", other).returncode == 0
    said = words_of_pages(root / "stukken" / "1-oplegger.pdf")
    assert "Dit is vergeleken met de tekst van De Haven." in said


def test_a_dossier_is_beside_one_text(root: Path) -> None:
    own = "versions/pesten/de-brug@2025-1.md"
    done = _make(root, "--since", own, "--since", _of_haven(root))
    assert (done.returncode, "[dossier-several]" in done.stderr) == (2, True), done.stderr
    assert "was-wordt" in done.stderr
    assert not (root / "stukken").exists()


def test_a_text_that_nobody_has_before_them_is_told(tmp_path: Path) -> None:
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    said = "Deze tekst is nog niet voorgelegd."
    done = _make(tmp_path)
    assert (done.returncode, said in done.stderr) == (0, True), done.stderr
    assert f"protocol submit {_FILE}" in done.stderr
    _submit(tmp_path)
    assert said not in _make(tmp_path, "--force").stderr
