"""What `check` tells of a look: what is used of a Word file, and which folder nobody has."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from house_files import reference
from one_protocol import headed
from protocolkit.commands.house_style_told import house_style_lines, unused_style_lines
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text


def _protocol(slug: str = "de-brug") -> Protocol:
    text = headed("Hek") + "{#a1}\n1. Het hek is dicht.\n"
    return read_protocol_text(text, subject="hek", slug=slug).protocol


def _look(root: Path, folder: str, content: bytes) -> Path:
    place = root / "templates" / folder
    place.mkdir(parents=True)
    (place / "reference.docx").write_bytes(content)
    return place


def _bare() -> bytes:
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def test_what_is_used_of_a_word_file_is_told_with_how_many_have_it(tmp_path: Path) -> None:
    _look(tmp_path, "de-brug", reference())
    one, *_ = house_style_lines(tmp_path, [_protocol()])
    assert one.startswith("templates/de-brug/reference.docx, voor 1 protocol. ")
    for used in ("briefhoofd", "voettekst", "marges", "letters en kleuren"):
        assert used in one
    two, *_ = house_style_lines(tmp_path, [_protocol(), _protocol("ander")])
    assert "voor 2 protocollen. " in two


def test_what_a_word_file_has_not_is_not_said_to_be_used(tmp_path: Path) -> None:
    _look(tmp_path, "de-brug", _bare())
    one, *_ = house_style_lines(tmp_path, [_protocol()])
    assert "briefhoofd" not in one
    assert "voettekst" not in one


def test_a_look_in_a_few_settings_has_no_such_line(tmp_path: Path) -> None:
    place = tmp_path / "templates" / "de-brug"
    place.mkdir(parents=True)
    (place / "style.yml").write_text('colour: "#00567a"\n', "utf-8")
    assert list(house_style_lines(tmp_path, [_protocol()])) == []


def test_a_typeface_without_its_files_is_told_with_where_these_go(tmp_path: Path) -> None:
    place = _look(tmp_path, "de-brug", reference())
    document = docx.Document(str(place / "reference.docx"))
    document.styles["Normal"].font.name = "Eikenboom"
    document.save(str(place / "reference.docx"))
    *_, told = house_style_lines(tmp_path, [_protocol()])
    assert "Eikenboom in de pdf: zet de bestanden ervan in templates/de-brug/fonts" in told
    (place / "fonts").mkdir()
    (place / "fonts" / "mooi.woff2").write_bytes(b"geen")
    *_, told = house_style_lines(tmp_path, [_protocol()])
    assert "Eikenboom in de pdf: mooi.woff2" in told


def test_a_folder_that_no_protocol_has_is_told(tmp_path: Path) -> None:
    _look(tmp_path, "de-brug", _bare())
    _look(tmp_path, "de-burg", _bare())
    (line,) = unused_style_lines(tmp_path, [_protocol()])
    assert line.startswith("templates/de-burg: ")
