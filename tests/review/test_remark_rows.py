"""A remark in a table says in which row, by the words of the cell and of those beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from import_quality import own_word
from one_protocol import headed
from programs import Start
from protocolkit.base.messages import translator
from protocolkit.document.outline import labels
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.reply_file import with_remarks
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord, W

_TEXT = (
    headed("Melden")
    + """## Melden

{#a1}
Wie pesten ziet, meldt dat bij de mentor van de klas.

{#a2}
| wat | bij wie | wanneer |
|---|---|---|
| pesten in de klas | de mentor | dezelfde dag |
| pesten op het plein | de conciërge | dezelfde dag |
| pesten thuis | de mentor | binnen een week |

{#a3}
De mentor schrijft op wat er is gemeld.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="melden", slug="de-brug").protocol


@pytest.fixture(scope="module")
def sent() -> bytes:
    return own_word(PROTOCOL)


@pytest.fixture
def word(sent: bytes) -> ReturnedWord:
    return ReturnedWord(sent)


def _in_cell(word: ReturnedWord, text: str, words: str, which: int = 0) -> None:
    cells = [cell for cell in word.root.iter(f"{{{W}}}tc") if "".join(cell.itertext()) == words]
    word.remark(text, next(cells[which].iter(f"{{{W}}}r")))


def _remarked(word: ReturnedWord) -> dict[str, int | None]:
    """Put a remark in cells of each kind, and return in which row each stands."""
    _in_cell(word, "Wanneer precies?", "wanneer")
    _in_cell(word, "Ook op de fiets?", "pesten op het plein")
    _in_cell(word, "Welke?", "de mentor", which=1)
    _in_cell(word, "Hoe laat?", "dezelfde dag")
    word.on("Wie niet?", "Wie pesten ziet")
    return {
        "Wanneer precies?": 0,
        "Ook op de fiets?": 2,
        "Welke?": 3,
        "Hoe laat?": 1,
        "Wie niet?": None,
    }


def test_a_clause_that_is_a_table_is_called_one() -> None:
    assert labels(PROTOCOL) == {
        "a1": "Melden, 1e alinea",
        "a2": "Melden, 1e tabel",
        "a3": "Melden, 2e alinea",
    }


def test_the_row_is_known_by_its_words(word: ReturnedWord) -> None:
    expected = _remarked(word)
    remarks = review_word(word.content(), Path("retour.docx"), PROTOCOL).remarks
    assert {one.text: one.row for one in remarks} == expected
    assert {one.anchor for one in remarks} == {"a1", "a2"}
    lines = with_remarks("", remarks, labels(PROTOCOL), translator("nl"))
    assert "# Melden, 1e tabel, rij 2\n" in lines
    assert "# Melden, 1e tabel, kop van de tabel\n" in lines


def test_a_cell_with_other_words_stands_in_the_row_of_those_beside_it(word: ReturnedWord) -> None:
    word.retype("pesten thuis", "schelden na school")
    _in_cell(word, "Mooi.", "schelden na school")
    [one] = review_word(word.content(), Path("retour.docx"), PROTOCOL).remarks
    assert (one.anchor, one.row) == ("a2", 3)


def test_it_comes_back_from_libreoffice(
    word: ReturnedWord, tmp_path: Path, soffice: str, start: Start
) -> None:
    expected = _remarked(word)
    path = tmp_path / "retour.docx"
    path.write_bytes(word.content())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = str(tmp_path)
    start(soffice, profile, "--headless", "--convert-to", "odt", "--outdir", out, str(path))
    found = ReturnedOdt((tmp_path / "retour.odt").read_bytes(), path).review(PROTOCOL)
    assert {one.text: one.row for one in found.remarks} == expected
