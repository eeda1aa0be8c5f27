"""A board's own typeface: in every PDF of it when its files are there, and never a failure."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from house_files import changed, reference
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.commands.house_style_told import house_style_lines, unused_style_lines
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Text
from protocolkit.paper.house.style import HouseStyle, read_house_style
from protocolkit.paper.leaflets.leaflet import Leaflet, Leaflets
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.page_numbers import heading_pages
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.shared.extras import NO_EXTRAS
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.typeface import FONT_FOLDER
from redlines import WHO, changes
from was_wordt_tables import sheet_between

DUTCH = translator("nl")
Spoilt = Callable[[bytes], bytes]
# As long as the name of ours: a font of ours with this name in it is one that no package has.
NAME = "Lindeboo Hyperlegible"
TEXT = """# Protocol telefoons

{#hs-1}
## 1 Afspraken

{#a}
1. Telefoons blijven *in* de **kluis**.
"""


def protocol() -> Protocol:
    found = read_protocol_text(TEXT, "linde.md", subject="telefoons", slug="de-linde")
    return replace(found.protocol, facts=Facts(organisation=Organisation(name="De Linde")))


def project(folder: Path, spoilt: Spoilt = lambda font: font) -> Path:
    """Return a project whose board has a typeface of its own, with its files."""
    with zipfile.ZipFile(io.BytesIO(reference())) as package:
        styles = package.read("word/styles.xml")
    named = styles.replace(b"Libertinus Serif", NAME.encode())
    own = folder / "templates" / "de-linde"
    (own / "fonts").mkdir(parents=True)
    (own / "reference.docx").write_bytes(changed(reference(), {"word/styles.xml": named}))
    for face in FONT_FOLDER.glob("*.ttf"):
        content = renamed(face.read_bytes())
        (own / "fonts" / face.name).write_bytes(signed(spoilt(content)))
    return folder


def renamed(font: bytes) -> bytes:
    for coding in ("utf-16-be", "ascii"):
        font = font.replace("Atkinson".encode(coding), NAME[:8].encode(coding))
    return font


def signed(font: bytes) -> bytes:
    """Return a font with a sum of its own, by which Typst tells one from another."""
    begin, _ = table_of(font, b"head")
    return font[: begin + 8] + struct.pack(">I", zlib.crc32(font)) + font[begin + 12 :]


def without_outlines(font: bytes) -> bytes:
    """Return a font that has its name, and says of no letter where it is."""
    begin, end = table_of(font, b"loca")
    return font[:begin] + b"\xff" * (end - begin) + font[end:]


def not_to_be_taken_along(font: bytes) -> bytes:
    """Return a font whose licence says that it is not to be put into a file."""
    begin, _ = table_of(font, b"OS/2")
    return font[: begin + 8] + b"\x00\x02" + font[begin + 10 :]


def table_of(font: bytes, tag: bytes) -> tuple[int, int]:
    at = font.index(tag) + 8
    begin, length = struct.unpack(">II", font[at : at + 8])
    return begin, begin + length


def style_of(root: Path) -> HouseStyle:
    style, problems = read_house_style(root, ("de-linde",))
    assert problems == ()
    return style


def pdf(root: Path) -> bytes:
    return write_pdf(protocol(), make_cover(protocol(), DUTCH), DUTCH, project=root)


def papers(root: Path) -> Iterator[bytes]:
    """Yield every kind of PDF that has the look of a board."""
    style, old = style_of(root), protocol()
    new = replace(old, title=(Text("Protocol bellen"),))
    yield pdf(root)
    leaflet = Leaflet(organisation="De Linde", title="Formulier", standing="Concept", parts=())
    leaflets = Leaflets(title="Formulieren", leaflets=(leaflet,))
    yield leaflets_pdf(leaflets, DUTCH, location=NOWHERE, style=style)
    yield pdf_redline(changes(old, new), DUTCH, WHO, project=root)
    yield was_wordt_pdf(sheet_between(new, old), DUTCH, NOWHERE, style=style)


def typefaces(made: bytes) -> set[str]:
    with pikepdf.Pdf.open(io.BytesIO(made)) as found:
        named = [
            str(one.BaseFont)
            for one in found.objects
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        ]
    return {name.partition("+")[2].partition("-")[0] for name in named}


def test_the_pdf_has_the_typeface_when_its_files_are_there(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert style_of(root).printed_font == NAME
    assert [typefaces(made) for made in papers(root)] == [{"LindebooHyperlegible"}] * 4


def test_contents_in_word_know_the_pages_of_that_typeface(tmp_path: Path) -> None:
    style, cover = style_of(project(tmp_path)), make_cover(protocol(), DUTCH)
    pages = heading_pages(
        protocol(), cover, DUTCH, language="nl", project=tmp_path, style=style, extras=NO_EXTRAS
    )
    assert pages["hs-1"] == 2


@pytest.mark.parametrize("spoilt", [without_outlines, not_to_be_taken_along])
def test_what_no_pdf_can_hold_is_told_and_ours_is_used(tmp_path: Path, spoilt: Spoilt) -> None:
    root = project(tmp_path, spoilt)
    style = style_of(root)
    assert style.printed_font == ""
    assert style.fonts.refused == {NAME}
    assert typefaces(pdf(root)) == {"AtkinsonHyperlegible"}
    (_, left_out) = house_style_lines(root, [protocol()])
    assert f"{NAME} in de pdf: de bestanden" in left_out


def test_without_its_files_ours_is_used(tmp_path: Path) -> None:
    root = project(tmp_path)
    for face in (root / "templates" / "de-linde" / "fonts").iterdir():
        face.unlink()
    assert typefaces(pdf(root)) == {"AtkinsonHyperlegible"}
    (_, left_out) = house_style_lines(root, [protocol()])
    assert f"{NAME} in de pdf: zet de bestanden" in left_out


@pytest.mark.parametrize(("name", "holds"), [("Mooi.ttf", 40), ("Mooi.woff2", None)])
def test_a_font_file_that_cannot_be_used_is_named(
    tmp_path: Path, name: str, holds: int | None
) -> None:
    """A broken one, and one of a kind that no PDF of ours takes: they stand where they have to."""
    root = project(tmp_path)
    fonts = root / "templates" / "de-linde" / "fonts"
    for face in fonts.iterdir():
        content = face.read_bytes()[:holds]
        face.unlink()
    (fonts / name).write_bytes(content)
    (fonts / "lees.txt").write_text("Van de ontwerper.", encoding="utf-8")
    (_, left_out) = house_style_lines(root, [protocol()])
    assert f"{NAME} in de pdf: {name} in templates/de-linde/fonts is niet te" in left_out
    assert "zet de bestanden" not in left_out


def test_files_put_in_another_moment_are_seen(tmp_path: Path) -> None:
    root = project(tmp_path, without_outlines)
    assert style_of(root).printed_font == ""
    fonts = root / "templates" / "de-linde" / "fonts"
    for face in FONT_FOLDER.glob("*.ttf"):
        (fonts / f"goed-{face.name}").write_bytes(signed(renamed(face.read_bytes())))
        (fonts / face.name).unlink()
    assert typefaces(pdf(root)) == {"LindebooHyperlegible"}


def test_fonts_that_lead_out_of_the_project_are_refused(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    (root / "templates" / "de-linde" / "fonts" / "a.ttf").symlink_to(
        next(FONT_FOLDER.glob("*.ttf"))
    )
    style, problems = read_house_style(root, ("de-linde",))
    assert [one.code.name for one in problems] == ["file-outside"]
    assert not style.fonts.families
    assert style.letterhead


def test_the_typeface_of_headings_is_told_or_printed(tmp_path: Path) -> None:
    root = project(tmp_path)
    own = root / "templates" / "de-linde"
    with zipfile.ZipFile(own / "reference.docx") as package:
        styles = package.read("word/styles.xml")
    other, headed = NAME.replace("Lindeboo", "Eikeboom"), styles.index(b'w:styleId="Heading1"')
    begin = styles.index(b"<w:rPr>", headed) + len(b"<w:rPr>")
    fonts = f'<w:rFonts w:ascii="{other}"/>'.encode()
    named = re.sub(rb"<w:rFonts[^>]*/>", b"", styles[begin:], count=1)
    content = changed(reference(), {"word/styles.xml": styles[:begin] + fonts + named})
    (own / "reference.docx").write_bytes(content)
    (_, left_out) = house_style_lines(root, [protocol()])
    assert f"{other} in de pdf: zet de bestanden" in left_out
    assert NAME + " in de pdf" not in left_out
    for face in list((own / "fonts").iterdir()):
        font = face.read_bytes()
        for coding in ("ascii", "utf-16-be"):
            font = font.replace(NAME[:8].encode(coding), other[:8].encode(coding))
        (own / "fonts" / f"eik-{face.name}").write_bytes(font)
    assert style_of(root).printed(other) == other
    assert "EikeboomHyperlegible" in typefaces(pdf(root))


def test_a_look_that_nobody_has_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert list(unused_style_lines(root, [protocol()])) == []
    (root / "templates" / "de-lnide").mkdir()
    (root / "templates" / "de-lnide" / "style.yml").write_text("", "utf-8")
    (root / "templates" / "typst").mkdir()
    (root / "templates" / "typst" / "protocol.typ").write_text("", "utf-8")
    (line,) = unused_style_lines(root, [protocol()])
    assert line.startswith("templates/de-lnide: ")
