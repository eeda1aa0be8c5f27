"""The PDF and the Word file of a protocol are one document, and come back with the same words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest

import seeds
from akn_files import imported_akn
from own_files import edited, paragraph_with
from programs import Start
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.fact_rows import fact_rows
from protocolkit.collection import basis_name, read_document
from protocolkit.commands.export import export
from protocolkit.commands.export_forms import Form
from protocolkit.commands.output import EXIT_CLEAN
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens, shown_labels
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.summary import face_cover
from protocolkit.paper.redline.word import word_redline
from protocolkit.paper.shared.contents import ContentsPlace, contents_place
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.label_form import (
    LABEL_STYLE,
    as_label,
    label_length,
)
from protocolkit.text.typeface import TYPEFACE, Face, face_bytes
from protocolkit.versions.named import open_sound_version
from word_parts import part_of

_DUTCH = translator("nl")
_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def _word(protocol: Protocol) -> bytes:
    return write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH)


def _pdf(protocol: Protocol) -> bytes:
    return write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH)


def _protocol(headings: int, words: int = 5, approvals: int = 0) -> Protocol:
    text = "".join(
        f"{{#kop-{n}}}\n## {n} Kop\n\n{{#zin-{n}}}\n{'woord ' * words}\n\n"
        for n in range(1, headings + 1)
    )
    read = read_protocol_text(f"# Protocol bellen\n\n{text}").protocol
    bodies = tuple(
        Approval(body=f"Medezeggenschapsraad van school {n} te Nergenshuizen", right=Right.CONSENT)
        for n in range(approvals)
    )
    facts = Facts(
        organisation=Organisation(name="De Brug"), status=Status.SUBMITTED, approvals=bodies
    )
    return replace(read, facts=facts)


@pytest.mark.parametrize(("words", "size"), [(20, 28), (21, 22)])
def test_a_long_title_has_one_size_in_both(words: int, size: int) -> None:
    title = ("woord " * words).strip() + "s"
    text = f"# {title}\n\n{{#a}}\n1. Een regel.\n"
    protocol = replace(read_protocol_text(text).protocol, facts=_protocol(1).facts)
    with pdfplumber.open(io.BytesIO(_pdf(protocol))) as opened:
        assert max(round(sign["size"]) for sign in opened.pages[0].chars) == size
    file = _word(protocol)
    said = part_of(file, "document.xml").xpath("//w:pStyle/@w:val", namespaces=_W)
    (style,) = {name for name in said if name.startswith("CoverTitle")}
    (found,) = part_of(file, "styles.xml").xpath(
        f"//w:style[@w:styleId='{style}']/w:rPr/w:sz/@w:val", namespaces=_W
    )
    assert int(found) == 2 * size
    for source in (extract_word(file), extract_pdf(_pdf(protocol))):
        taken_in = import_source(source, Wishes(takes_record=True))
        assert protocol_tokens(taken_in.protocol) == protocol_tokens(protocol)


def test_whose_text_it_is_based_on_stands_by_name_and_comes_back_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "bellen"
    folder.mkdir(parents=True)
    head = "---\nprotocol:\n  organisation: {{name: {}}}\n  status: concept\n{}---\n\n"
    text = "# Protocol bellen\n\n{#a}\n1. Een regel.\n"
    (folder / "de-mus.md").write_text(head.format("Stichting De Mus", "") + text, "utf-8")
    school = folder / "school.md"
    school.write_text(head.format("De Brug", "  based_on: de-mus\n") + text, "utf-8")
    protocol = read_document(school, tmp_path).protocol
    cover = make_cover(protocol, _DUTCH, basis=basis_name(protocol, tmp_path))
    assert ("Gebaseerd op", "Stichting De Mus") in cover.rows
    for source in (
        extract_word(write_docx(protocol, cover, _DUTCH)),
        extract_pdf(write_pdf(protocol, cover, _DUTCH)),
    ):
        taken_in = import_source(source, Wishes(takes_record=True))
        assert taken_in.protocol.facts.based_on == "de-mus"
    akn = folder / "school.xml"
    names = (str(school),)
    assert export(names, tmp_path, Form.AKN, None, akn, False, None) == EXIT_CLEAN
    assert "Stichting De Mus" in akn.read_text("utf-8").partition("<coverPage")[2]
    assert imported_akn(akn.read_bytes(), Wishes(takes_record=True)).protocol.facts.based_on
    other = replace(protocol, facts=replace(protocol.facts, based_on="elders"))
    assert basis_name(other, tmp_path) == ""
    assert ("Gebaseerd op", "elders") in make_cover(other, _DUTCH).rows


def test_a_redline_names_whose_text_each_version_is_based_on(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "bellen"
    folder.mkdir(parents=True)
    head = "---\nprotocol:\n  organisation: {{name: {}}}\n  status: concept\n{}---\n\n"
    text = "# Protocol bellen\n\n{#a}\n1. Een regel.\n"
    for name in ("De Mus", "De Brug"):
        slug = name.lower().replace(" ", "-")
        (folder / f"{slug}.md").write_text(head.format(f"Stichting {name}", "") + text, "utf-8")
    for slug, board in (("oud", "de-mus"), ("nieuw", "de-brug")):
        based = head.format("School", f"  based_on: {board}\n")
        (folder / f"{slug}.md").write_text(based + text, "utf-8")
    old, new = (
        open_sound_version(f"protocols/bellen/{slug}.md", tmp_path) for slug in ("oud", "nieuw")
    )
    changes = compare_versions(old, new)
    assert ("Gebaseerd op", "Stichting De Brug") in face_cover(changes, _DUTCH, "nl").rows
    [row] = fact_rows(changes, _DUTCH)
    assert (row.old, row.new) == ("Stichting De Mus", "Stichting De Brug")
    file = word_redline(changes, _DUTCH, Signature(author="School", day=""), project=tmp_path)
    printed = "".join(part_of(file, "document.xml").itertext())
    assert "de-mus" not in printed
    assert "Stichting De Mus" in printed


@pytest.mark.parametrize("name", ["محمد بن عبد الله", "שלום עולם טוב", "李小龙", "Nguyễn Łukasz"])
def test_a_name_of_several_words_in_any_alphabet_comes_back(name: str) -> None:
    text = f"# Hek\n\n{{#a}}\n1. De leerling {name} en de mentor spreken dit af.\n"
    protocol = replace(read_protocol_text(text).protocol, facts=_protocol(1).facts)
    for source in (extract_word(_word(protocol)), extract_pdf(_pdf(protocol))):
        taken_in = import_source(source, Wishes(takes_record=True))
        assert taken_in.is_recorded
        assert protocol_tokens(taken_in.protocol) == protocol_tokens(protocol)


def test_the_text_has_one_colour_in_both() -> None:
    with pdfplumber.open(io.BytesIO(_pdf(_protocol(1)))) as opened:
        (shade,) = {
            tuple(round(255 * part) for part in sign["non_stroking_color"])
            for sign in opened.pages[-1].chars
            if sign["size"] == 10.5 and "Bold" not in sign["fontname"]
        }
    styles = part_of(_word(_protocol(1)), "styles.xml")
    (colour,) = styles.xpath("//w:docDefaults//w:color/@w:val", namespaces=_W)
    assert colour == "".join(f"{part:02X}" for part in (shade * 3)[:3])


def test_the_label_of_a_table_stands_above_it_in_both() -> None:
    table = "| Wat | Bedrag |\n|---|---:|\n| Reis | 12 |\n"
    text = f"# Regels\n\n## 1 Kosten\n\n{{#a}}\nDit kost het:\n\n{{#b}}\n{table}\n"
    protocol = replace(read_protocol_text(text).protocol, facts=_protocol(1).facts)
    with pdfplumber.open(io.BytesIO(_pdf(protocol))) as opened:
        words = {word["text"]: word for word in opened.pages[-1].extract_words()}
    label, head, before = words["tabel"], words["Wat"], words["Dit"]
    assert before["bottom"] < label["top"] < label["bottom"] <= head["top"]
    assert label["x0"] > before["x0"]
    for source in (extract_word(_word(protocol)), extract_pdf(_pdf(protocol))):
        taken_in = import_source(source, Wishes(takes_record=True)).protocol
        assert protocol_tokens(taken_in) == protocol_tokens(protocol)
        assert list(shown_labels(taken_in).values()) == list(shown_labels(protocol).values())


def test_a_long_word_in_a_heading_stays_between_the_margins_of_the_contents() -> None:
    title = "Kop leerlingvolgsysteembeheerdersovereenkomst" + "leerlingvolgsysteembeheerders"
    parts = "".join(f"{{#h-{n}}}\n## {n} {title}\n\n{{#a-{n}}}\n1. Regel.\n\n" for n in range(1, 6))
    protocol = replace(read_protocol_text(f"# Hek\n\n{parts}").protocol, facts=_protocol(1).facts)
    assert _place(protocol) is ContentsPlace.COVER
    with pdfplumber.open(io.BytesIO(_pdf(protocol))) as opened:
        first, second = opened.pages
        edge = max(sign["x1"] for sign in first.chars if sign["text"] == "2")
        assert max(sign["x1"] for sign in (*first.chars, *second.chars)) <= edge + 1


def test_no_decision_stands_on_two_pages() -> None:
    names = [f"Begin{n} {'raad ' * (30 + n % 29)}Eind{n}" for n in range(60)]
    bodies = tuple(Approval(body=name, right=Right.CONSENT) for name in names)
    made = _protocol(1)
    pdf = _pdf(replace(made, facts=replace(made.facts, approvals=bodies)))
    pages = [
        set(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)
    ]
    # the sheet before the cover names some of them too
    for n in range(60):
        assert any({f"Begin{n}", f"Eind{n}"} <= page for page in pages), n
        assert not any(f"Begin{n}" in page and f"Eind{n}" not in page for page in pages), n


def _place(protocol: Protocol) -> ContentsPlace:
    return contents_place(protocol, make_cover(protocol, _DUTCH), has_logo=False)


def test_the_contents_have_a_page_only_when_they_and_the_text_are_long() -> None:
    assert _place(_protocol(2)) is ContentsPlace.NOWHERE
    assert _place(_protocol(8)) is ContentsPlace.COVER
    assert _place(_protocol(8, approvals=30)) is ContentsPlace.ABOVE
    assert _place(_protocol(40)) is ContentsPlace.ABOVE
    assert _place(_protocol(40, words=100)) is ContentsPlace.PAGE
    # a page for so few lines is nearly empty
    assert _place(_protocol(18, words=200, approvals=12)) is ContentsPlace.ABOVE


_PLACED = {
    "cover": _protocol(8),
    "above": _protocol(8, approvals=30),
    "page": _protocol(40, words=100),
}


@pytest.mark.parametrize("place", _PLACED)
def test_wherever_the_contents_stand_the_words_come_back(place: str) -> None:
    protocol = _PLACED[place]
    assert _place(protocol).value == place
    for source in (extract_word(_word(protocol)), extract_pdf(_pdf(protocol))):
        found = import_source(source, Wishes(takes_record=True))
        assert found.is_recorded
        assert protocol_tokens(found.protocol) == protocol_tokens(protocol)
        assert found.protocol.facts.approvals == protocol.facts.approvals


def test_a_title_that_was_added_stands_once_and_comes_back() -> None:
    """Wherever the contents stand: the text has no title to begin with."""
    for place, protocol in _PLACED.items():
        added = replace(protocol, facts=replace(protocol.facts, title_supplied=True))
        file = _word(added)
        body = part_of(file, "document.xml")
        said = ["".join(one.itertext()) for one in body.xpath("//w:p", namespaces=_W)]
        assert sum(one.startswith("Protocol bellen") for one in said) == 1, place
        found = import_source(extract_word(file), Wishes(takes_record=True))
        assert found.is_recorded, place
        assert protocol_tokens(found.protocol) == protocol_tokens(added), place
        assert found.protocol.facts.approvals == added.facts.approvals, place
        assert found.protocol.facts.title_supplied, place


@pytest.mark.parametrize("place", _PLACED)
def test_the_contents_in_word_have_the_pages_of_the_pdf(place: str) -> None:
    body = part_of(_word(_PLACED[place]), "document.xml")
    lines = body.xpath("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]", namespaces=_W)[1:]
    pages = [int(line.xpath("string((.//w:t)[last()])", namespaces=_W)) for line in lines]
    assert pages == sorted(pages)
    assert (pages[0] == 2) == (place == "cover")
    assert not body.xpath("//w:fldChar/@w:dirty", namespaces=_W), "no question on opening"
    assert part_of(_word(_PLACED[place]), "settings.xml").find("w:updateFields", _W) is None


@pytest.mark.parametrize("slug", seeds.SLUGS)
def test_every_label_stands_in_word_in_its_own_style(slug: str) -> None:
    protocol = seeds.protocol(slug)
    body = part_of(_word(protocol), "document.xml")
    runs = body.xpath(f"//w:r[w:rPr/w:rStyle/@w:val='{LABEL_STYLE}']", namespaces=_W)
    said = ["".join(run.itertext()) for run in runs]
    assert [one.strip("\u200b") for one in said] == list(shown_labels(protocol).values())


_LONG_HEADING = "Wat doen we als er brand uitbreekt tijdens de les in het lokaal?"


def _long_labels() -> Protocol:
    rules = "".join(f"{{#a-{n}}}\n{n}. Bel dan meteen 112.\n\n" for n in range(1, 61))
    plain = "{#b-1}\nDit geldt ook op het plein.\n\n"
    points = "{#c-1}\n1. Kijk naar:\n\n   {#p-a style=lower-alpha}\n   a. de deur;\n"
    text = f"# Hek\n\n## {_LONG_HEADING}\n\n{rules}## Bijzonderheden {'n' * 40}\n\n{plain}{points}"
    return replace(read_protocol_text(text).protocol, facts=_protocol(1).facts)


def test_a_label_of_more_than_one_line_takes_no_room_in_either() -> None:
    """Its frame is held by a paragraph of no height: LibreOffice loses what is tracked in it."""
    protocol = _long_labels()
    body = part_of(_word(protocol), "document.xml")
    framed = body.xpath("//w:p[w:pPr/w:framePr]", namespaces=_W)
    assert len(framed) == len(shown_labels(protocol))
    for one in framed:
        holder = one.getnext()
        assert not holder.xpath("w:r", namespaces=_W)
        assert holder.xpath("w:pPr[w:keepNext]/w:spacing/@w:line", namespaces=_W) == ["1"]
        assert holder.getnext().tag.endswith("}p")
    # beside the first line of its clause, and before it
    with pdfplumber.open(io.BytesIO(_pdf(protocol))) as opened:
        words = opened.pages[1].extract_words()
    label = next(word for word in words if word["text"] == "Wat" and word["x0"] < 100)
    rule = next(word for word in words if word["text"] == "Bel")
    assert abs(label["top"] - rule["top"]) < 5
    assert label["x1"] < rule["x0"]


def test_who_hears_the_text_hears_the_whole_of_a_long_label() -> None:
    with pikepdf.open(io.BytesIO(_pdf(_long_labels()))) as opened:
        figures = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        told = {str(one.Alt) for one in figures if "/Alt" in one}
    assert f"{_LONG_HEADING} 1" in told


def test_a_file_with_long_labels_comes_back_with_its_words_and_without_styles() -> None:
    protocol = _long_labels()
    for file in (_word(protocol), _without_styles(_word(protocol))):
        found = import_source(extract_word(file), Wishes(takes_record=True)).protocol
        assert protocol_tokens(found) == protocol_tokens(protocol)
    pdf = import_source(extract_pdf(_pdf(protocol)), Wishes(takes_record=True)).protocol
    assert protocol_tokens(pdf) == protocol_tokens(protocol)


def test_long_labels_take_as_many_pages_in_libreoffice_which_keeps_them(
    tmp_path: Path, soffice: str, start: Start
) -> None:
    protocol = _long_labels()
    (tmp_path / "hek.docx").write_bytes(_word(protocol))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for form in ("pdf", "docx:MS Word 2007 XML"):
        words = ("--headless", "--convert-to", form, "--outdir", tmp_path / "o")
        assert start(soffice, profile, *words, tmp_path / "hek.docx").returncode == 0
    printed = pypdfium2.PdfDocument(str(tmp_path / "o" / "hek.pdf"))
    assert len(printed) == len(pypdfium2.PdfDocument(_pdf(protocol)))
    for takes_record in (True, False):
        source = extract_word((tmp_path / "o" / "hek.docx").read_bytes())
        found = import_source(source, Wishes(takes_record=takes_record)).protocol
        assert protocol_tokens(found) == protocol_tokens(protocol)


def test_labels_are_large_enough_to_read() -> None:
    styles = part_of(_word(seeds.protocol("oponoa")), "styles.xml")
    (size,) = styles.xpath(f"w:style[@w:styleId='{LABEL_STYLE}']/w:rPr/w:sz/@w:val", namespaces=_W)
    template = (seeds.ROOT / "templates" / "typst" / "paper.typ").read_text("utf-8")
    in_pdf = re.search(r"#let size-label = ([\d.]+)pt", template)
    assert in_pdf is not None
    assert float(in_pdf[1]) == int(size) / 2 >= 8.5


def _without_styles(file: bytes) -> bytes:
    """Return a Word file of which some program dropped the styles of characters."""

    def drop(document: object) -> None:
        for style in document.element.body.xpath("//w:rStyle"):  # type: ignore[attr-defined]
            style.getparent().remove(style)

    return edited(file, drop)


def test_labels_are_left_out_by_their_form_where_styles_are_lost() -> None:
    protocol = seeds.protocol("lucas-onderwijs")
    found = import_source(extract_word(_without_styles(_word(protocol))), Wishes())
    assert not re.search("\u200b", "".join(protocol_tokens(found.protocol)))
    assert "1e alinea" not in _said(extract_word(_without_styles(_word(protocol))))


def test_what_somebody_types_beside_a_label_is_read() -> None:
    def insert(document: object) -> None:
        place = paragraph_with(document, "goed en veilig school")  # type: ignore[arg-type]
        place.runs[-1].text += " En dit."

    protocol = seeds.protocol("lucas-onderwijs")
    assert "En dit." in _said(extract_word(edited(_word(protocol), insert)))


def _said(source: Source) -> str:
    return "\n".join(line.text for line in source.lines)


def test_a_label_is_told_from_words() -> None:
    label = as_label("Sancties 6")
    assert label_length(f"{label}\tWie dit doet") == len(label) + 1
    assert label_length(label) == len(label)
    assert label_length(f"{label} en dit is een zin") == 0
    assert label_length("Sancties 6\tWie dit doet") == 0


def test_labels_and_contents_are_left_out_of_what_libreoffice_saved(
    tmp_path: Path, soffice: str, start: Start
) -> None:
    protocol = seeds.protocol("oponoa")
    (tmp_path / "oponoa.docx").write_bytes(_word(protocol))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    form = "docx:MS Word 2007 XML"
    words = ("--headless", "--convert-to", form, "--outdir", tmp_path / "o")
    assert start(soffice, profile, *words, tmp_path / "oponoa.docx").returncode == 0
    source = extract_word((tmp_path / "o" / "oponoa.docx").read_bytes())
    found = import_source(source, Wishes(takes_record=True)).protocol
    assert protocol_tokens(found) == protocol_tokens(protocol)


def test_the_typeface_goes_along_in_word_and_can_be_taken_out_again() -> None:
    file = _word(_protocol(3))
    styles = part_of(file, "styles.xml")
    assert set(styles.xpath("//w:rFonts/@w:ascii", namespaces=_W)) == {TYPEFACE}
    table = part_of(file, "fontTable.xml")
    (key,) = table.xpath("//w:embedBold/@w:fontKey", namespaces=_W)
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        mixed = package.read("word/fonts/font2.odttf")
    head = bytes(one ^ other for one, other in zip(mixed, mask, strict=False))
    assert head + mixed[32:] == face_bytes(Face.BOLD)


@pytest.fixture(scope="module")
def printed(
    tmp_path_factory: pytest.TempPathFactory, soffice: str, start: Start
) -> dict[str, tuple[bytes, bytes]]:
    """Return by name the PDF of each of the five, and its Word file as LibreOffice prints it."""
    place = tmp_path_factory.mktemp("printed")
    for slug in seeds.SLUGS:
        (place / f"{slug}.docx").write_bytes(_word(seeds.protocol(slug)))
    profile = f"-env:UserInstallation=file://{place}/profile"
    words = ("--headless", "--convert-to", "pdf", "--outdir", place)
    files = (place / f"{slug}.docx" for slug in seeds.SLUGS)
    assert start(soffice, profile, *words, *files).returncode == 0
    return {
        slug: (_pdf(seeds.protocol(slug)), (place / f"{slug}.pdf").read_bytes())
        for slug in seeds.SLUGS
    }


def test_word_has_as_many_pages_as_the_pdf(printed: dict[str, tuple[bytes, bytes]]) -> None:
    """Through LibreOffice, all five in one run; a page more or less is allowed."""
    for slug, (pdf, word) in printed.items():
        wanted, found = len(pypdfium2.PdfDocument(pdf)), len(pypdfium2.PdfDocument(word))
        assert abs(found - wanted) <= 1, (slug, found, wanted)


def _page_lines(pdf: bytes, number: int) -> list[tuple[str, float]]:
    """Return the lines of a page without dots and spaces, and how low each stands."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        lines = opened.pages[number - 1].extract_text_lines(y_tolerance=1)
    return [(re.sub(r"[.…\s]", "", line["text"]), line["bottom"]) for line in lines]


def test_the_two_covers_are_one(printed: dict[str, tuple[bytes, bytes]]) -> None:
    """The same in the same order, to the number of the page, and each line about as low."""
    for slug, covers in printed.items():
        pdf, word = (_page_lines(one, 1) for one in covers)
        assert "".join(text for text, _ in word) == "".join(text for text, _ in pdf), slug
        assert pdf[-1][0].startswith("Bladzijde1van")
        heights = dict(word)
        apart = [abs(low - heights[text]) for text, low in pdf if text in heights]
        assert len(apart) > len(pdf) / 2
        assert max(apart) < 12, slug


def test_what_runs_along_stands_as_high_in_both(printed: dict[str, tuple[bytes, bytes]]) -> None:
    for slug, pages in printed.items():
        pdf, word = (_page_lines(one, 2) for one in pages)
        for place in (0, 1, -1):
            assert pdf[place][0] == word[place][0] or place == 1
            assert abs(pdf[place][1] - word[place][1]) < 4, (slug, place)


@pytest.mark.parametrize("headings", [2, 40])
def test_a_redline_says_what_it_is_on_its_cover_and_every_page(headings: int) -> None:
    """The same in both: on the cover, above each page beside the mark of a draft, as its title."""
    old = _protocol(headings, words=100)
    new = replace(old, facts=replace(old.facts, status=Status.CONCEPT))
    changes = compare_versions(*(version_of(one) for one in (old, new)))
    by = Signature(author="School", day="")
    head = "Versie met zichtbare wijzigingen: Protocol bellen"
    file = word_redline(changes, _DUTCH, by)
    above = "".join(part_of(file, "header1.xml").itertext())
    assert "CONCEPT" in above
    assert head in above
    [subtitle] = part_of(file, "document.xml").xpath(
        "//w:p[w:pPr/w:pStyle/@w:val='CoverSubtitle']", namespaces=_W
    )
    assert "".join(subtitle.itertext()).startswith("Versie met zichtbare wijzigingen")
    printed = pdf_redline(changes, _DUTCH, by)
    with pdfplumber.open(io.BytesIO(printed)) as opened:
        cover, *pages = (page.extract_text() for page in opened.pages)
    assert "Versie met zichtbare wijzigingen" in cover
    assert all("CONCEPT" in page and head in page for page in pages)
    # at the foot of each page but the cover, as in Word
    standing = face_cover(changes, _DUTCH, "nl").standing
    assert [standing.split(".")[0] in page for page in pages] == [True] * len(pages)
    assert standing.split(".")[0] not in cover
    with pikepdf.open(io.BytesIO(printed)) as held:
        assert str(held.docinfo["/Title"]) == head
