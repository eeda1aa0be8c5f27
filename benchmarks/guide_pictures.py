"""The pictures in the guide for a council and for who works on a proposal, made from one example.

    .venv/bin/python benchmarks/guide_pictures.py
    .venv/bin/python benchmarks/guide_pictures.py --folder FOLDER

An invented protocol is kept, changed, submitted and made into a dossier with the commands of the
guide; a council sends it back with remarks, and gets an answer. Needs LibreOffice, which prints the
Word file. Make them again when papers look otherwise.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from import_quality import own_word
from protocolkit.reading.reader import read_protocol_text
from returned_word import ReturnedWord
from typed import typed

FOLDER = Path(__file__).parents[1] / "docs" / "gebruik" / "beeld"
_NAME, _KEPT = "protocols/telefoon/de-linde.md", "versions/telefoon/de-linde@2024.md"
_SHARPNESS, _POINTS, _WIDEST, _COLOURS = 110, 72, 900, 32
_MARGIN, _GAP = 24, 70
_MOST_SECONDS = 300
_HEAD = """---
protocol:
  title: Protocol mobiele telefoon
  organisation: {name: Stichting De Linde, kind: bestuur, sector: vo}
  status: in werking
---

# Protocol mobiele telefoon

{#hs-1}
## 1 In de school

{#art-1-1}
1. Leerlingen gebruiken hun telefoon niet tijdens de les.

"""
_OLD = (
    _HEAD
    + """{#art-1-2}
2. In de pauze mag een leerling de telefoon gebruiken in de aula.

{#art-1-3}
3. Een docent mag een telefoon innemen. De leerling krijgt die aan het eind van de dag terug.

{#hs-2}
## 2 Contact met ouders

{#art-2-1}
1. Bij een tweede overtreding belt de mentor de ouders.
"""
)
_NEW = (
    _HEAD
    + """{#art-1-2}
2. In de pauze blijft de telefoon in de kluis. De schoolleiding kan een uitzondering maken.

{#art-1-3}
3. Een docent mag een telefoon innemen. De leerling krijgt die aan het eind van de dag terug.

{#hs-2}
## 2 Contact met ouders

{#art-2-1}
1. Bij een tweede overtreding schrijft de mentor de ouders nog dezelfde dag.

{#art-2-2}
2. Ouders bellen de administratie als zij hun kind tijdens de schooldag willen spreken.
"""
)
_PROPOSAL = """why: |
  Leerlingen en docenten vroegen om rust in de pauze. Een proef in klas 1 liep goed.
effects:
  staff: U hoeft in de pauze geen telefoons in te nemen. De mentor schrijft in plaats van te bellen.
  parents: U belt de administratie als u uw kind wilt spreken.
  pupils: Je telefoon blijft de hele dag in je kluis.
measures: Er komen genoeg kluizen. Na een half jaar vragen we iedereen hoe het gaat.
plain:
  art-1-2: Ook in de pauze ligt je telefoon in de kluis.
"""


_SUBMITTED_WORDS = "In de pauze blijft de telefoon in de kluis."
_TAKEN_WORDS = "In klas 1 en 2 is er een kluis per klas."


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, the paper in the dossier that it is of, and which page."""

    name: str
    paper: str
    page: int = 0


PICTURES = (
    Picture("oplegger", "1-oplegger.pdf"),
    Picture("zichtbare-wijzigingen", "3-zichtbare-wijzigingen.pdf", -1),
    Picture("was-wordt-tabel", "4-was-wordt-tabel.pdf", -1),
    Picture("reactieformulier", "5-reactieformulier.docx"),
    Picture("besluit", "6-besluit-van-de-raad.pdf"),
    Picture("reactie", "reactie.pdf"),
)
"""All pictures, in the order of the guide."""


def main() -> None:
    """Make the example, and a picture of each of its papers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        papers = example(Path(name))
        for one in PICTURES:
            picture = _drawn(_as_pdf(papers / one.paper), one.page)
            picture.save(folder / f"{one.name}.png", optimize=True)
            print(one.name, *picture.size)


def example(root: Path) -> Path:
    """Return the folder with all papers of the example."""
    protocol = root / _NAME
    protocol.parent.mkdir(parents=True)
    protocol.write_text(_OLD, "utf-8")
    _do(root, "freeze", _NAME, "2024", "--date", "2024-08-01")
    protocol.write_text(_NEW, "utf-8")
    protocol.with_name("de-linde.voorstel.yml").write_text(_PROPOSAL, "utf-8")
    for section in ("ouders en leerlingen", "personeel"):
        asked = ("--body", "MR De Linde", "--section", section, "--right", "instemming")
        _do(root, "submit", _NAME, *asked, "--sent", "2026-02-03", "--before", "2026-03-17")
    _do(root, "dossier", _NAME, "--since", _KEPT, "-o", "stukken")
    papers = root / "stukken"
    for path in _returned(papers):
        _do(root, "comments", str(path), "--answers")
    _answered(protocol.with_name("de-linde.reacties.yml"))
    protocol.write_text(_taken_over(protocol.read_text("utf-8")), "utf-8")
    _do(root, "comments", str(papers / "retour.docx"), "--paper", str(papers / "reactie.pdf"))
    return papers


def _returned(papers: Path) -> Iterator[Path]:
    """Yield the file that a council sends back."""
    text = read_protocol_text(_NEW, subject="telefoon", slug="de-linde").protocol
    word = ReturnedWord(own_word(text))
    word.on("Kan dat ook met een kluis per klas?", "blijft de telefoon in de kluis", author="MR")
    word.on("Fijn, dit is duidelijk.", "nog dezelfde dag", author="lid van de MR")
    path = papers / "retour.docx"
    path.write_bytes(word.content())
    yield path


def _answered(replies: Path) -> None:
    """Answer the first remark; the other one stays open, and stands out."""
    begin, end = replies.read_text("utf-8").split("kluis per klas", maxsplit=1)
    for key, said in (
        ("answer", "deels overgenomen"),
        (
            "reason",
            "In klas 1 en 2 komt er een kluis per klas. Voor de andere klassen is geen plaats.",
        ),
        ("change", "art-1-2"),
    ):
        end = end.replace(f'{key}: ""', f'{key}: "{said}"', 1)
    replies.write_text(f"{begin}kluis per klas{end}", "utf-8")


def _taken_over(text: str) -> str:
    """Return the protocol with what the answer to the first remark speaks of."""
    assert text.count(_SUBMITTED_WORDS) == 1
    return text.replace(_SUBMITTED_WORDS, f"{_SUBMITTED_WORDS} {_TAKEN_WORDS}")


def _do(root: Path, *words: str) -> None:
    done = typed(*words, cwd=root)
    assert done.returncode == 0, done.stderr


def _as_pdf(paper: Path) -> bytes:
    """Return a paper as PDF; of a Word file as LibreOffice prints it."""
    if paper.suffix == ".pdf":
        return paper.read_bytes()
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice is needed"
    with tempfile.TemporaryDirectory() as name:
        profile = f"-env:UserInstallation=file://{name}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        made = Path(name) / f"{paper.stem}.pdf"
        subprocess.run([*command, paper], check=True, capture_output=True, timeout=_MOST_SECONDS)
        return made.read_bytes()


def _drawn(pdf: bytes, page: int) -> Image.Image:
    """Return a page without the white below its words, small enough for a website."""
    document = pdfium.PdfDocument(pdf)
    found = document[page % len(document)]
    picture = found.render(scale=_SHARPNESS / _POINTS).to_pil().convert("RGB")
    blank = Image.new("RGB", picture.size, "white")
    box = ImageChops.difference(picture, blank).getbbox() or (0, 0, *picture.size)
    picture = picture.crop(
        (
            max(box[0] - _MARGIN, 0),
            max(box[1] - _MARGIN, 0),
            min(box[2] + _MARGIN, picture.width),
            min(box[3] + _MARGIN, picture.height),
        )
    )
    picture = _without_gaps(picture)
    if picture.width > _WIDEST:
        height = round(picture.height * _WIDEST / picture.width)
        picture = picture.resize((_WIDEST, height), Image.Resampling.LANCZOS)
    return picture.quantize(_COLOURS)


def _without_gaps(picture: Image.Image) -> Image.Image:
    """Return a page with little of the empty space in it."""
    _, inked = ImageChops.invert(picture.convert("L")).getprojection()
    kept, empty = [], 0
    for row, ink in enumerate(inked):
        empty = 0 if ink else empty + 1
        if empty <= _GAP:
            kept.append(row)
    made = Image.new("RGB", (picture.width, len(kept)), "white")
    for at, row in enumerate(kept):
        made.paste(picture.crop((0, row, picture.width, row + 1)), (0, at))
    return made


if __name__ == "__main__":
    main()
