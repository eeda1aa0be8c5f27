"""Minutes and scans among the protocols are told, and names of persons in names of proofs."""

from __future__ import annotations

import hashlib
import json
import subprocess
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.base.resources import template_path
from protocolkit.checking.papers_inside import (
    check_papers_inside,
    check_proof_names,
    papers_kept_out,
)
from protocolkit.dossier.manifest import MANIFEST
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.remarks import Remark, Review
from protocolkit.review.review_workbook import review_workbook
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_TEXT = """---
protocol:
  organisation: {{name: De Brug}}
  approvals:
    - {{body: MR, decision: verleend, date: 2020-03-04, proof: {{file: "{file}"}}}}
---

# Protocol
"""


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Notulen_mevrouw_de_Vries.pdf", ["mevrouw de Vries"]),
        ("brief-Karin-Bakker.pdf", ["Karin Bakker"]),
        ("notulen-2026-03-04.pdf", []),
    ],
)
def test_a_name_in_the_name_of_a_proof(file: str, words: list[str]) -> None:
    protocol = read_protocol_text(_TEXT.format(file=file)).protocol
    found = list(check_proof_names(protocol))
    assert [one.code.name for one in found] == ["proof-named"] * len(words)
    assert [dict(one.values)["words"] for one in found] == words


# As they are called by us, by a secretary, by a scanner and by a mail program.
_PAPERS = """6-besluit-van-de-raad.pdf|5-reactieformulier.docx|stukken/2-oplegger.docx
brief ouders.docx|Besluit GMR ondertekend.pdf|retour-mr.docx|bewijs.pdf|verzendlijst.xlsx
Notulen GMR.docx|retour.odt|notulen-mr.txt|stukken-van-ons/Notulen 3.html
IMG_0012.JPG|protocols/pesten/foto.png|archief-pesten/bewijs/x.pdf|mail.msg|RE stukken.eml
docs/brief.pdf|a.ZIP
bewijzen/lijst.xlsx|protocols/pesten/bron/notulen.docx"""
_STAYS = """protocols/pesten/bron/de-brug.docx|protocols/pesten/bron/de-brug.pdf
docs/beeld/school.png|scan-beleid.md|templates/de-brug/reference.docx
templates/de-brug/logo.png|templates/de-brug/fonts/a.ttf|docs/a.md
protocols/pesten/de-brug.md|protocols/pesten/topics.yml|wheels/protocolkit-1.whl|index.md"""


def _listed(names: str) -> list[str]:
    return names.replace("\n", "|").split("|")


@pytest.mark.process
def test_no_paper_comes_into_git_and_check_tells_each(tmp_path: Path) -> None:
    for name in (*_listed(_PAPERS), *_listed(_STAYS)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    found = [one.location.path for one in check_papers_inside(tmp_path)]
    assert sorted(found) == sorted(_listed(_PAPERS))
    ignore = template_path("repository/dot-gitignore")
    (tmp_path / ".gitignore").write_text(ignore.read_text("utf-8"), "utf-8")
    git = partial(subprocess.run, cwd=tmp_path, check=True, capture_output=True, text=True)
    git(["git", "init", "-q"])
    git(["git", "add", "-A"])
    kept = git(["git", "-c", "core.quotepath=off", "ls-files"]).stdout.splitlines()
    assert sorted(kept) == sorted([".gitignore", *_listed(_STAYS)])
    assert list(check_papers_inside(tmp_path)) == [], "git leaves them out"
    assert sorted(papers_kept_out(tmp_path)) == sorted(_listed(_PAPERS))
    git(["git", "add", "-f", "retour.odt"])
    (tmp_path / ".gitignore").write_text("*.docx\n", "utf-8")
    told = {one.location.path for one in check_papers_inside(tmp_path)}
    assert "retour.odt" in told, "it is in git"
    assert "bewijs.pdf" in told, "it comes in with all else"
    assert "retour-mr.docx" not in told
    done = typed("check", cwd=tmp_path)
    assert "Deze stukken staan in deze map; daarin kunnen namen staan: " in done.stderr


def test_papers_of_a_dossier_are_told_when_somebody_wrote_in_them(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "protocolkit-1.whl").write_bytes(b"")
    (tmp_path / "stukken").mkdir()
    digest = hashlib.sha256(b"leeg").hexdigest()
    made = {"files": {"5-reactieformulier.docx": digest, "6-besluit.pdf": digest}}
    (tmp_path / "stukken" / MANIFEST).write_text(json.dumps(made), "utf-8")
    for name, content in (
        ("stukken/5-reactieformulier.docx", b"leeg"),
        ("stukken/6-besluit.pdf", b"ondertekend"),
        ("stukken.zip", b"zip"),
    ):
        (tmp_path / name).write_bytes(content)
    assert [one.location.path for one in check_papers_inside(tmp_path)] == ["stukken/6-besluit.pdf"]


def test_where_another_made_the_folder_only_names_tell(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    for name in ("source/plaatje.png", "source/notulen.pdf"):
        (tmp_path / name).write_bytes(b"")
    assert [one.location.path for one in check_papers_inside(tmp_path)] == ["source/notulen.pdf"]


def test_minutes_and_scans_among_the_protocols(tmp_path: Path) -> None:
    told = ("notulen 3 maart.docx", "bewijs/brief.pdf", "protocols/pesten/Scan0001.jpg")
    source = "protocols/pesten/bron/scannen.pdf"
    others = (source, "_build/notulen.pdf", "notulen.md", "bron/bron.pdf")
    for name in (*told, *others):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    found = list(check_papers_inside(tmp_path))
    assert {one.code.name for one in found} == {"paper-inside"}
    assert sorted(one.location.path for one in found) == sorted(told)


def test_a_list_that_nobody_filled_in_is_no_paper_with_names(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    sheet = tmp_path / "verzendlijst.xlsx"
    assert typed("submit", _FILE, "--list", sheet.name, cwd=tmp_path).returncode == 0
    desk.ask()
    assert typed("approve", _FILE, "--list", "besluiten.xlsx", cwd=tmp_path).returncode == 0
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "protocolkit-1.whl").write_bytes(b"")
    assert list(check_papers_inside(tmp_path)) == []
    book = load_workbook(sheet)
    book.active["A2"] = "MR"
    book.save(sheet)
    assert [one.location.path for one in check_papers_inside(tmp_path)] == [sheet.name]


@pytest.mark.process
def test_what_came_back_as_text_stays_out_of_git(tmp_path: Path) -> None:
    names = ("retour/mail.txt", "retour-mr/lid.html", "stukken-gmr/antwoord.csv")
    for name in (*names, "retour/uitleg.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Groet, Jan", "utf-8")
    (tmp_path / "stukken-gmr" / MANIFEST).write_text('{"files": {}}', "utf-8")
    assert sorted(one.location.path for one in check_papers_inside(tmp_path)) == sorted(names)
    ignore = template_path("repository/dot-gitignore")
    (tmp_path / ".gitignore").write_text(ignore.read_text("utf-8"), "utf-8")
    git = partial(subprocess.run, cwd=tmp_path, check=True, capture_output=True, text=True)
    git(["git", "init", "-q"])
    git(["git", "add", "-A"])
    assert git(["git", "ls-files"]).stdout.split() == [".gitignore"]
    assert list(check_papers_inside(tmp_path)) == []


_HEAD = "Van: Karin\nAan: beleid@example.nl\nOnderwerp: fietsen\n\n1.3 Ook op zondag?\n"
_ANSWERED = "1.3 Graag.\n\nOp 3 maart schreef Joost:\n\n> 1.3 Ook op zondag?\n"
_LETTER = "Geachte raad,\n\nDit kan niet.\n\nMet vriendelijke groet,\nKarin\n"
_KEPT = '{\n "format": "protocolkit-comments",\n "version": 1,\n "comments": []\n}\n'
_NO_MAIL = "Van: 8.00 uur\n\nWat Joost schreef: niets.\n\nDe conciërge groet de leerlingen.\n"


@pytest.mark.parametrize("is_made", [True, False])
def test_mail_and_remarks_are_known_by_their_words(tmp_path: Path, is_made: bool) -> None:
    if is_made:
        (tmp_path / "wheels").mkdir()
        (tmp_path / "wheels" / "protocolkit-1.whl").write_bytes(b"")
    remark = Remark(id="1", author="Karin", date="", text="Ook op zondag?")
    review = Review(remarks=(remark,), changes=())
    book = tmp_path / "lijst.xlsx"
    book.write_bytes(review_workbook(review, {}, translator("nl")))
    told = {"a.txt": _HEAD, "docs/B.TXT": _ANSWERED, "c.txt": _LETTER, "uit.json": _KEPT}
    told["mail.md"] = _HEAD
    others = {
        "d.md": _LETTER,
        "h.md": "Van: 8 uur\n",
        "d.txt": _NO_MAIL,
        "e.json": '{"format": "protocolkit-status"}',
        "f.json": "",
    }
    others |= {"d.md": _LETTER, "h.md": "Van: 8 uur\n"}
    source = {"protocols/fietsen/bron/g.txt": _LETTER}
    for name, words in {**told, **others, **source}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8", newline="\r\n")
    found = [one.location.path for one in check_papers_inside(tmp_path)]
    assert sorted(found) == sorted([*told, book.name])


@pytest.mark.process
def test_usual_names_of_mail_and_remarks_stay_out_of_git(tmp_path: Path) -> None:
    kept = ("schemas/a.schema.json", "protocols/pesten/de-brug.md", "lijst.txt", ".gitignore")
    names = (
        "mail-or.txt",
        "Mail.txt",
        "opm.json",
        "opmerkingen.json",
        "retour.txt",
        "reacties.txt",
    )
    for name in (*names, *kept):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    ignore = template_path("repository/dot-gitignore")
    (tmp_path / ".gitignore").write_text(ignore.read_text("utf-8"), "utf-8")
    git = partial(subprocess.run, cwd=tmp_path, check=True, capture_output=True, text=True)
    git(["git", "init", "-q"])
    git(["git", "add", "-A"])
    assert sorted(git(["git", "ls-files"]).stdout.split()) == sorted(kept)


def test_minutes_that_are_words_alone(tmp_path: Path) -> None:
    told = (
        "notulen-mr.txt",
        "Scan 3.TXT",
        "protocols/pesten/bron/notulen-gmr.csv",
        "x/notulen.html",
    )
    for name in (*told, "notulen.md", "x/notulenboek.txt", "lijst.txt", "scan.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    assert sorted(one.location.path for one in check_papers_inside(tmp_path)) == sorted(told)
