"""An archive has the texts that lay there, byte for byte, and the files that prove a decision."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pypdfium2
import pytest

from decided import Desk
from one_protocol import headed
from protocolkit.document.approvals import Decision, Right
from typed import Typed, typed

_FILE = "protocols/pesten/de-brug.md"
_TEXT = (
    headed("Pesten")
    + """{#a1}
1. De mentor belt de ouders.
"""
)


@pytest.fixture
def proofs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bewijzen")
    (folder / "notulen.pdf").write_bytes(b"notulen van de raad")
    return folder


@pytest.fixture
def root(tmp_path: Path, proofs: Path) -> Path:
    tmp_path = tmp_path / "protocollen"
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    asked = ("--body", "GMR", "--right", "instemming", "--sent", "2026-02-03")
    assert typed("submit", _FILE, *asked, "--before", "2026-03-17", cwd=tmp_path).returncode == 0
    decided = ("--body", "GMR", "--decision", "verleend", "--date", "2026-03-10")
    proof = ("--proof", str(proofs / "notulen.pdf"))
    assert typed("approve", _FILE, *decided, *proof, cwd=tmp_path).returncode == 0
    return tmp_path


def _make(root: Path, *words: str) -> Typed:
    return typed("archive", _FILE, "-o", "../archief", *words, cwd=root)


def test_texts_decisions_and_proofs_are_in_it(root: Path, proofs: Path) -> None:
    done = _make(root, "--proofs", str(proofs))
    assert (done.returncode, done.stdout) == (0, "../archief/inhoud.json\n"), done.stderr
    folder = root.parent / "archief"
    kept = "de-brug@voorgelegd-2026-02-03"
    assert (folder / "teksten" / f"{kept}.md").read_bytes() == (
        root / "versions" / "pesten" / f"{kept}.md"
    ).read_bytes()
    assert (folder / "bewijs" / "notulen.pdf").read_bytes() == b"notulen van de raad"
    said = json.loads((folder / "inhoud.json").read_text("utf-8"))
    assert said["missing"] == []
    for name, digest in said["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    pages = pypdfium2.PdfDocument((folder / "besluiten.pdf").read_bytes())
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "GMR" in text
    assert "10 maart 2026" in " ".join(text.split())
    for ending in ("pdf", "docx"):
        assert (folder / "teksten" / f"{kept}.{ending}").is_file()


@pytest.mark.parametrize("content", [b"andere notulen", None])
def test_a_proof_that_is_not_the_one_is_missing(
    root: Path, proofs: Path, content: bytes | None
) -> None:
    if content is None:
        (proofs / "notulen.pdf").unlink()
    else:
        (proofs / "notulen.pdf").write_bytes(content)
    done = _make(root, "--proofs", str(proofs))
    assert (done.returncode, "'notulen.pdf'" in done.stderr) == (1, True)
    assert json.loads((root.parent / "archief" / "inhoud.json").read_text())["missing"] == [
        "notulen.pdf"
    ]
    assert not (root.parent / "archief" / "bewijs").exists()


def test_a_proof_cannot_lead_out_of_its_folder(root: Path, proofs: Path) -> None:
    (proofs.parent / "geheim.txt").write_bytes(b"geheim")
    path = root / _FILE
    digest = hashlib.sha256(b"geheim").hexdigest()
    text = path.read_text("utf-8").replace("notulen.pdf", "../geheim.txt")
    text = text.replace(hashlib.sha256(b"notulen van de raad").hexdigest(), digest)
    path.write_text(text, "utf-8")
    assert _make(root, "--proofs", str(proofs)).returncode == 1
    assert not list((root.parent / "archief").rglob("geheim*"))


def test_where_nothing_was_asked_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    done = _make(tmp_path)
    assert (done.returncode, "[archive-of-nothing]" in done.stderr) == (2, True)


def test_proofs_do_not_come_into_the_folder_of_the_protocols(root: Path, proofs: Path) -> None:
    done = typed("archive", _FILE, "-o", "archief", "--proofs", str(proofs), cwd=root)
    assert (done.returncode, "[archive-inside]" in done.stderr) == (2, True)
    assert not (root / "archief").exists()


def test_answers_corrections_and_what_holds_are_in_it(tmp_path: Path) -> None:
    root = tmp_path / "protocollen"
    desk = Desk(root)
    for body, right in (("Raad A", Right.CONSENT), ("Raad B", Right.ADVICE)):
        desk.ask(body, right)
    desk.decide(Decision.GRANTED, "Raad A")
    desk.decide(Decision.NEGATIVE, "Raad B")
    answered = ("--body", "Raad B", "--decision", "beantwoord", "--date", "2026-03-20")
    assert typed("approve", _FILE, *answered, cwd=root).returncode == 0
    ground = ("--body", "Raad B", "--ground", "Wms artikel 11", "--reason", "vergeten")
    assert typed("correct", _FILE, *ground, cwd=root).returncode == 0
    desk.edit("010 123 45 67", "010 765 43 21")
    desk.tell("Raad A")
    assert _make(root).returncode == 0
    folder = tmp_path / "archief"
    assert (folder / "teksten" / "de-brug@verbeterd-2026-05-12.pdf").is_file()
    said = json.loads((folder / "inhoud.json").read_text("utf-8"))["decisions"]
    assert [one["holds"] for one in said] == [True, False]
    assert (said[1]["answered"], said[1]["ground"]) == ("2026-03-20", "Wms artikel 11")
    pages = pypdfium2.PdfDocument((folder / "besluiten.pdf").read_bytes())
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "Raad B (advies): het bestuur antwoordde schriftelijk op 20 maart 2026." in text
    assert "Raad B (advies): dit geldt niet voor de tekst zoals die nu is" in text
    assert "12 mei 2026" in text
    assert "Eerst stond er: artikel: –" in text


def test_a_long_name_of_a_proof_stays_within_its_column(root: Path, proofs: Path) -> None:
    name = f"{'verslag_van_de_vergadering_van_de_raad' * 3}.pdf"
    (proofs / "notulen.pdf").rename(proofs / name)
    path = root / _FILE
    path.write_text(path.read_text("utf-8").replace("notulen.pdf", name), "utf-8")
    assert _make(root, "--proofs", str(proofs)).returncode == 0
    page = pypdfium2.PdfDocument((root.parent / "archief" / "besluiten.pdf").read_bytes())[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    assert max(right for _, _, right, _ in boxes) <= page.get_width() - 20 * 72 / 25.4
    assert name in "".join(text.get_text_range().split())
