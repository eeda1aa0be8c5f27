"""Signs that a board's own fonts have, such as Chinese ones: printed, and no fault for `check`."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from own_files import confirmed, without_source
from protocolkit.base import cache_origin, machine_fonts
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.paper.house.style import read_house_style
from protocolkit.paper.leaflets.leaflet import Leaflet, Leaflets
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.typeface import Face, face_bytes
from protocolkit.text.words import glued
from redlines import WHO, changes
from was_wordt_tables import sheet_between

_DUTCH = translator("nl")
_SIGNS = "中文"
_LACKED = "校"
_TEXT = """\
---
protocol:
  title: Protocol 中
  organisation:
    name: De Linde 中文校
    aliases: [De Linde]
---

# Protocol 中文

{#a}
1. De school heet 中文校 en is 🚲 vrij.
"""


def _font() -> bytes:
    """Return a font that has two Chinese signs, drawn as letters, and none of ours."""
    font = bytearray(face_bytes(Face.REGULAR))
    for coding in ("utf-16-be", "ascii"):
        font = font.replace("Atkinson".encode(coding), "Lindeboo".encode(coding))
    groups = b"".join(
        struct.pack(">III", ord(one), ord(one), glyph)
        for glyph, one in enumerate(sorted(_SIGNS), start=36)
    )
    table = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(_SIGNS)) + groups
    cmap = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table
    font += bytes(-len(font) % 4)
    entry = font.index(b"cmap")
    font[entry + 8 : entry + 16] = struct.pack(">II", len(font), len(cmap))
    return bytes(font + cmap)


def _project(folder: Path) -> Path:
    """Return a project whose board has that font."""
    fonts, protocols = folder / "templates" / "de-linde" / "fonts", folder / "protocols" / "hek"
    fonts.mkdir(parents=True)
    protocols.mkdir(parents=True)
    (fonts / "tekens.ttf").write_bytes(_font())
    (protocols / "linde.md").write_text(_TEXT, "utf-8")
    return folder


def _protocol(text: str = _TEXT) -> Protocol:
    return read_protocol_text(text, "linde.md", subject="hek", slug="linde").protocol


def _pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def _papers(root: Path) -> Iterator[bytes]:
    style, problems = read_house_style(root, ("de-linde",))
    assert problems == ()
    old = _protocol()
    new = replace(old, title=_protocol(_TEXT.replace("# Protocol", "# Het")).title)
    yield write_pdf(old, make_cover(old, _DUTCH), _DUTCH, project=root)
    leaflet = Leaflet(organisation="中文校", title="Een 🚲", standing="Concept", parts=())
    leaflets = Leaflets(title="Formulieren", leaflets=(leaflet,))
    yield leaflets_pdf(leaflets, _DUTCH, location=NOWHERE, style=style)
    yield pdf_redline(changes(old, new), _DUTCH, WHO, project=root)
    yield was_wordt_pdf(sheet_between(new, old), _DUTCH, NOWHERE, style=style)


def test_every_paper_prints_the_signs_and_names_what_the_font_has_not(tmp_path: Path) -> None:
    for made in _papers(_project(tmp_path)):
        text = glued("".join(_pages(made)))
        assert "中文" in text
        assert "校" not in text
        for named in ("[teken U+4E2D]", "[tekens U+4E2D U+6587]", "[teken U+6587]"):
            assert glued(named) not in text
    text = glued("".join(_pages(next(_papers(tmp_path)))))
    assert glued("heet 中文[teken U+6821] en is [teken U+1F6B2] vrij.") in text


def test_without_the_font_all_are_named(tmp_path: Path) -> None:
    root = _project(tmp_path)
    (root / "templates" / "de-linde" / "fonts" / "tekens.ttf").unlink()
    text = glued("".join(_pages(next(_papers(root)))))
    assert glued("heet [tekens U+4E2D U+6587 U+6821] en is") in text


def test_a_font_of_the_machine_prints_what_no_other_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, place = _project(tmp_path / "project"), tmp_path / "machine"
    own = root / "templates" / "de-linde" / "fonts" / "tekens.ttf"
    place.mkdir()
    own.rename(place / own.name)
    before = cache_origin.origin.__wrapped__()
    monkeypatch.setattr(machine_fonts, "PLACES", (tmp_path / "none", place))
    assert cache_origin.origin.__wrapped__() != before
    for made in _papers(root):
        assert "中文" in glued("".join(_pages(made)))
    text = glued("".join(_pages(next(_papers(root)))))
    assert glued("heet 中文[teken U+6821] en is [teken U+1F6B2] vrij.") in text
    problems = check_collection(read_collection(root))
    told = [one.line(_DUTCH) for one in problems if one.code.name == "sign-unknown"]
    assert all("U+4E2D" not in one for one in told)
    assert any("U+6821" in one for one in told)


def test_a_text_without_such_signs_is_the_same_with_and_without_a_font_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tekens.ttf").write_bytes(_font())
    found = _protocol(_TEXT.translate(dict.fromkeys(map(ord, "中文校"))))
    before = write_pdf(found, make_cover(found, _DUTCH), _DUTCH)
    monkeypatch.setattr(machine_fonts, "PLACES", (tmp_path,))
    assert write_pdf(found, make_cover(found, _DUTCH), _DUTCH) == before


def test_what_check_tells_is_what_the_papers_name(tmp_path: Path) -> None:
    def told() -> list[str]:
        problems = check_collection(read_collection(root))
        return [one.line(_DUTCH) for one in problems if one.code.name == "sign-unknown"]

    root = _project(tmp_path)
    assert all("U+4E2D" not in one and "U+6587" not in one for one in told())
    assert sum("U+6821" in one for one in told()) == len(told()) > 1
    (root / "templates" / "de-linde" / "fonts" / "tekens.ttf").unlink()
    assert any("U+4E2D" in one for one in told())


def test_a_pdf_with_these_signs_is_still_known_as_its_text(tmp_path: Path) -> None:
    protocol = _protocol()
    cover, extras = make_cover(protocol, _DUTCH), Extras(record=Record(protocol=protocol))
    made = write_pdf(protocol, cover, _DUTCH, project=_project(tmp_path), extras=extras)
    found = confirmed(extract_pdf(made))
    assert found.is_recorded
    assert without_source(found.protocol) == without_source(protocol)
