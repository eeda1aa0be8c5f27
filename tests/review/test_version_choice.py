"""Of several versions a part of a text is held beside the one that it tells, else the newest."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from protocolkit.base.problems import ProtocolkitError
from protocolkit.review.gathering import Returned, read_returned
from protocolkit.versions.frozen import freeze
from typed import typed

_CLAUSES = tuple(
    f"Bij het {word} staat altijd een volwassene die op de kinderen let en kan zwemmen."
    for word in ("diepe", "ondiepe", "hoge", "lage", "grote", "kleine", "warme", "koude")
)
_LAST = "De school kijkt dit elk jaar na."


def _text(number: str, last: str, status: str = "concept", name: str = "De Brug") -> str:
    head = f"---\nprotocol:\n  title: Zwemles\n  organisation: {{name: {name}, kind: bestuur}}\n"
    body = "".join(f"{{#a{at}}}\n{at}. {one}\n\n" for at, one in enumerate(_CLAUSES, start=1))
    table = f"{{#t}}\n| Keer | Wie |\n|---|---|\n| {number} | mentor |\n| 12 | directeur |\n\n"
    return (
        f"{head}  status: {status}\n---\n\n# Zwemles\n\n{body}{table}{{#b}}\n9. {last}\n\n"
        f"{{#c}}\n10. Ouders lezen dit op de site.\n"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "protocols" / "zwemles" / "de-brug.md"
    path.parent.mkdir(parents=True)
    for name, number, status in (("2024", "9", "concept"), ("voorgelegd", "10", "voorgelegd")):
        path.write_text(_text(number, _LAST, status), "utf-8")
        freeze(tmp_path, path, name)
    path.write_text(_text("10", "De school kijkt dit nooit na."), "utf-8")
    return tmp_path


def _copied(root: Path, *lines: str) -> Path:
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    path = root / "kopie.docx"
    made.save(str(path))
    return path


def _read(root: Path, *lines: str) -> Returned:
    return read_returned(_copied(root, *lines), root)


def test_a_part_in_which_versions_are_the_same_is_held_beside_the_newest_submitted(
    root: Path,
) -> None:
    found = _read(root, *_CLAUSES[:4])
    assert found.version.shown_path == "versions/zwemles/de-brug@voorgelegd.md"
    others = ["versions/zwemles/de-brug@2024.md", "protocols/zwemles/de-brug.md"]
    assert [one.shown_path for one in found.alike] == others
    assert found.review.changes == ()
    said = typed("comments", "kopie.docx", cwd=root).stderr
    assert "niets waaraan die versie te onderscheiden is" in said
    assert ", ".join(others) in said


@pytest.mark.parametrize(("number", "name"), [("9", "2024"), ("10", "voorgelegd")])
def test_a_number_in_a_table_tells_which_version_a_part_is_of(
    root: Path, number: str, name: str
) -> None:
    found = _read(root, *_CLAUSES[4:], "Keer\tWie", f"{number}\tmentor", "12\tdirecteur")
    assert found.version.shown_path == f"versions/zwemles/de-brug@{name}.md"
    assert found.review.changes == ()


def test_a_few_clauses_that_no_other_protocol_has_are_of_their_own(root: Path) -> None:
    found = _read(root, *_CLAUSES[:2])
    assert found.version.shown_path == "versions/zwemles/de-brug@voorgelegd.md"
    assert found.review.parts
    assert found.review.changes == ()


def test_a_few_clauses_in_a_text_file_are_of_one_protocol_where_there_are_others(
    root: Path,
) -> None:
    other = _text("10", _LAST, name="De Plas")
    for one in _CLAUSES:
        other = other.replace(one, one.replace("volwassene", "leerkracht"))
    (root / "protocols" / "zwemles" / "de-plas.md").write_text(other, "utf-8")
    path = root / "kopie.txt"
    path.write_text("\n".join(_CLAUSES[:4]), "utf-8")
    found = read_returned(path, root)
    assert found.version.shown_path == "versions/zwemles/de-brug@voorgelegd.md"
    assert (found.review.changes, found.review.remarks) == ((), ())


@pytest.mark.parametrize("is_alike", [False, True])
def test_a_few_clauses_amid_other_words_or_of_two_protocols_are_of_none(
    root: Path, is_alike: bool
) -> None:
    if is_alike:
        other = root / "protocols" / "zwemles" / "de-plas.md"
        other.write_text(_text("10", _LAST, name="De Plas"), "utf-8")
    around = [] if is_alike else ["Wij lazen dit en vinden het te streng voor de kinderen."] * 4
    with pytest.raises(ProtocolkitError) as found:
        _read(root, *_CLAUSES[:2], *around)
    assert found.value.problem.code.name == "review-of-nothing"
