"""An organisation's own look: its colour, its logo, its Word styles; and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.shared import RGBColor
from lxml import etree

import house_files
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol, Section
from protocolkit.document.outline import shown_labels
from protocolkit.document.richtext import Text
from protocolkit.paper.docx import write_docx
from protocolkit.paper.house.colours import contrast_on_white
from protocolkit.paper.house.pixels import draw
from protocolkit.paper.house.style import (
    NEUTRAL,
    HouseStyle,
    house_style_problems,
    read_house_style,
)
from protocolkit.paper.pdf import write_pdf
from word_parts import part_of

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 200 50">{}</svg>'
)
LINDE = SVG.format('<circle cx="25" cy="25" r="20" fill="#1d5a86"/>')
STYLE = 'colour: "#8A1C4A"\nlogo: logo.svg\nlogo_alt: Logo van De Linde\n'
DUTCH = translator("nl")

PROTOCOL = Protocol(
    facts=Facts(organisation=Organisation(name="Stichting De Linde")),
    title=(Text("Protocol"),),
    parts=(
        Section(
            anchor="een",
            level=2,
            marker="1",
            title=(Text("Begin"),),
            parts=(Clause(anchor="a", marker="1.", blocks=(Paragraph((Text("Een regel."),)),)),),
        ),
    ),
    slug="linde",
)


def png() -> bytes:
    return draw(LINDE.encode(), "svg").content


def project(folder: Path, **files: str | bytes) -> Path:
    """Write the house style of De Linde; ``logo_svg`` is the file ``logo.svg``."""
    own = folder / "templates" / "linde"
    own.mkdir(parents=True)
    for name, content in files.items():
        path = own / name.replace("_", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(folder: Path, **files: str | bytes) -> tuple[HouseStyle, list[tuple[str, int]]]:
    style, problems = read_house_style(project(folder, **files), ("linde",))
    return style, [(found.code.name, found.location.line) for found in problems]


def pdf(folder: Path | None) -> bytes:
    return write_pdf(PROTOCOL, make_cover(PROTOCOL, DUTCH), DUTCH, project=folder)


def word(folder: Path | None) -> bytes:
    return write_docx(PROTOCOL, make_cover(PROTOCOL, DUTCH), DUTCH, project=folder)


# --- reading ---------------------------------------------------------------------------------


def test_without_a_folder_the_look_is_neutral(tmp_path: Path) -> None:
    assert read_house_style(None, ("linde",)) == (NEUTRAL, ())
    assert read_house_style(tmp_path, ("linde",)) == (NEUTRAL, ())
    assert read_house_style(project(tmp_path), ("linde",)) == (NEUTRAL, ())
    assert read_house_style(tmp_path, ()) == (NEUTRAL, ())


def test_a_whole_style(tmp_path: Path) -> None:
    style, problems = read(tmp_path, style_yml=STYLE, logo_svg=LINDE)
    assert problems == []
    assert style.colour == "#8a1c4a"
    assert style.logo is not None
    assert style.logo.is_drawing
    assert style.logo.words == "Logo van De Linde"
    assert (style.logo.drawn.width, style.logo.drawn.height) == (1200, 300)


@pytest.mark.parametrize(
    ("colour", "problem"),
    [
        ('"#767676"', []),
        ('"#777777"', [("style-contrast", 1)]),
        ('"#ffff00"', [("style-contrast", 1)]),
        ("blauw", [("style-colour", 1)]),
        ('"#12345"', [("style-colour", 1)]),
        ("'#1d5a86\"); #read(\"x'", [("style-colour", 1)]),
        ("[1, 2]", [("yaml-shape", 1)]),
        ("", []),
    ],
)
def test_a_colour_must_be_readable(
    tmp_path: Path, colour: str, problem: list[tuple[str, int]]
) -> None:
    style, problems = read(tmp_path, style_yml=f"colour: {colour}\n")
    assert problems == problem
    assert bool(style.colour) == (colour == '"#767676"')


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.005)


def test_an_unknown_key_and_a_logo_without_words_are_reported(tmp_path: Path) -> None:
    style, problems = read(tmp_path, style_yml="logo: logo.png\nfont: Comic\n", logo_png=png())
    assert problems == [("logo-without-words", 1), ("yaml-unknown-key", 2)]
    assert style.logo is not None
    made = word(tmp_path)
    (described,) = descriptions(made)
    assert described == "Logo van Stichting De Linde"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("weg.png", png, "logo-missing"),
        ("../../geheim.svg", png, "logo-missing"),
        ("/etc/passwd", png, "logo-missing"),
        ("..", png, "logo-missing"),
        ("logo.png", b"GIF89a", "logo-format"),
        ("logo.png", lambda: png()[:300], "logo-format"),
        ("logo.png", LINDE, "logo-format"),
        ("logo.png", lambda: png()[:16] + b"\0\0\xff\xff" * 2 + png()[24:], "logo-too-large"),
        ("logo.png", lambda: png() + b"\0" * 2_000_001, "logo-too-large"),
        ("logo.gif", b"GIF89a", "logo-format"),
        ("logo.svg", "geen tekening", "logo-format"),
        ("logo.svg", b"\xff\xfe\x00", "logo-format"),
        ("logo.svg", "<html/>", "logo-format"),
        ("logo.svg", SVG.format("<g>" * 3000 + "</g>" * 3000), "logo-format"),
        ("logo.svg", SVG.format("<text>\U0001f600</text>"), "logo-format"),
        ("logo.svg", SVG.format("<g/>" * 5001), "logo-refused"),
        ("logo.svg", SVG.format("<script>alert(1)</script>"), "logo-refused"),
        ("logo.svg", SVG.format('<g onload="alert(1)"/>'), "logo-refused"),
        ("logo.svg", SVG.format('<image href="file:///etc/passwd"/>'), "logo-refused"),
        ("logo.svg", SVG.format('<a xlink:href="https://example.org/"/>'), "logo-refused"),
        ("logo.svg", SVG.format('<mask id="m"><g mask="url(#n)"/></mask>'), "logo-refused"),
        ("logo.svg", SVG.format("<style>g{fill:url(https://x)}</style>"), "logo-refused"),
        ("logo.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + LINDE, "logo-refused"),
        (
            "logo.svg",
            SVG.format(
                '<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/></g>'
            ),
            "logo-refused",
        ),
        (
            "logo.svg",
            SVG.format('<clipPath id="a"><g clip-path="url(#b)"/></clipPath>'),
            "logo-refused",
        ),
    ],
)
def test_a_logo_that_is_no_harmless_picture_is_left_out(
    tmp_path: Path, name: str, content: str | bytes | Callable[[], bytes], problem: str
) -> None:
    made = content if isinstance(content, str | bytes) else content()
    files = {"style_yml": f"logo: {name}\nlogo_alt: x\n"}
    key = "logo_" + name.rpartition(".")[2]
    if key in ("logo_png", "logo_svg", "logo_gif") and name.startswith("logo"):
        style, problems = read(tmp_path, **files, **{key: made})
    else:
        (tmp_path / "geheim.svg").write_text(LINDE)
        style, problems = read(tmp_path, **files)
    assert problems == [(problem, 1)]
    assert style == NEUTRAL


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.svg").write_text(LINDE)
    root = project(tmp_path / "p", style_yml="logo: logo.svg\nlogo_alt: x\n")
    (root / "templates" / "linde" / "logo.svg").symlink_to(tmp_path / "geheim.svg")
    _, problems = read_house_style(root, ("linde",))
    assert [found.code.name for found in problems] == ["logo-missing"]
    other = tmp_path / "q"
    (other / "templates").mkdir(parents=True)
    (other / "templates" / "linde").symlink_to(root / "templates" / "linde")
    _, problems = read_house_style(other, ("linde",))
    assert [found.code.name for found in problems] == ["file-outside"]


def test_problems_of_one_style_are_found_once(tmp_path: Path) -> None:
    root = project(tmp_path, style_yml="colour: geel\n")
    found = house_style_problems(root, (PROTOCOL, PROTOCOL, replace(PROTOCOL, slug="eik")))
    assert [one.code.name for one in found] == ["style-colour"]
    assert str(found[0].location) == "templates/linde/style.yml:1"


def test_what_is_no_text_is_a_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path, style_yml=b"\xff\xfe\x00")
    assert problems == [("file-not-text", 0)]


# --- in the PDF ------------------------------------------------------------------------------


def test_a_logo_in_the_pdf_says_what_it_is(tmp_path: Path) -> None:
    for kind, content in (("svg", LINDE), ("png", png())):
        style = STYLE.replace("svg", kind)
        made = pdf(project(tmp_path / kind, style_yml=style, **{f"logo_{kind}": content}))
        with pikepdf.open(io.BytesIO(made)) as opened:
            figures = [
                str(one.Alt)
                for one in opened.objects
                if isinstance(one, pikepdf.Dictionary)
                and one.get("/S") == "/Figure"
                and str(one.Alt) not in shown_labels(PROTOCOL).values()
            ]
        assert figures == ["Logo van De Linde"]
        assert made == pdf(tmp_path / kind)
        assert made != pdf(None)


def test_a_bad_style_gives_the_neutral_files(tmp_path: Path) -> None:
    root = project(tmp_path, style_yml="colour: geel\nlogo: weg.png\n")
    assert pdf(root) == pdf(None)
    assert word(root) == word(None)


# --- in Word ---------------------------------------------------------------------------------


def descriptions(file: bytes) -> list[str]:
    return [str(one.get("descr")) for one in part_of(file, "document.xml").iter("{*}docPr")]


def test_a_logo_in_word_stands_on_the_cover_as_png(tmp_path: Path) -> None:
    made = word(project(tmp_path, style_yml=STYLE, logo_svg=LINDE))
    assert descriptions(made) == ["Logo van De Linde"]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("word/media/image1.png") == png()
        assert not [name for name in package.namelist() if name.endswith(".svg")]
    first = part_of(made, "document.xml").find(f".//{qn('w:p')}")
    assert first is not None
    assert first.find(f".//{qn('w:drawing')}") is not None
    assert made == word(tmp_path)


def test_headings_in_word_have_the_colour(tmp_path: Path) -> None:
    made = word(project(tmp_path, style_yml=STYLE, logo_svg=LINDE))
    document = docx.Document(io.BytesIO(made))
    assert document.styles["heading 1"].font.color.rgb == RGBColor(0x8A, 0x1C, 0x4A)
    assert b"1F3A5F" not in etree.tostring(part_of(made, "styles.xml"))


def test_another_organisation_keeps_the_neutral_look(tmp_path: Path) -> None:
    root = project(
        tmp_path, style_yml=STYLE, logo_svg=LINDE, reference_docx=house_files.reference()
    )
    facts = Facts(organisation=Organisation(name="De Eik"))
    other = replace(PROTOCOL, slug="eik", facts=facts)
    cover = make_cover(other, DUTCH)
    assert write_docx(other, cover, DUTCH, project=root) == write_docx(other, cover, DUTCH)
    assert write_pdf(other, cover, DUTCH, project=root) == write_pdf(other, cover, DUTCH)
