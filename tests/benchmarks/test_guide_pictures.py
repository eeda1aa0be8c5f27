"""The guide shows every picture that the script makes, says what is on it, and shows no other."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from guide_pictures import FOLDER, PICTURES, example

_PAGES = sorted(FOLDER.parent.glob("*.md"))
_SHOWN = re.compile(r"!\[([^\]]*)\]\(beeld/([\w-]+)\.png\)")
_HEAVIEST, _WIDEST = 120_000, 900


def test_every_picture_is_made_by_the_script_and_shown_with_what_is_on_it() -> None:
    shown = [found for page in _PAGES for found in _SHOWN.findall(page.read_text("utf-8"))]
    names = {one.name for one in PICTURES}
    assert {path.stem for path in FOLDER.iterdir()} == names
    assert {name for _, name in shown} == names
    assert all(said.strip() for said, _ in shown)


@pytest.mark.parametrize("name", [one.name for one in PICTURES])
def test_a_picture_is_small_and_has_something_on_it(name: str) -> None:
    path = FOLDER / f"{name}.png"
    assert path.stat().st_size < _HEAVIEST
    with Image.open(path) as picture:
        assert picture.width <= _WIDEST
        assert len(picture.convert("RGB").getcolors(picture.width * picture.height) or []) > 4


def test_what_an_answer_takes_over_changed_in_the_text(tmp_path: Path) -> None:
    with pdfium.PdfDocument(example(tmp_path) / "reactie.pdf") as paper:
        said = " ".join(paper[0].get_textpage().get_text_range().split())
    assert "Deels overgenomen." in said
    assert said.count("In klas 1 en 2 is er een kluis per klas.") == 2, "in the answer and below"
    assert "Hier is niets veranderd" not in said
