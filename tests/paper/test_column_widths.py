"""Columns are as wide as their words ask for, the same in PDF and Word."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.richtext import Emphasis, RichText, Text, plain
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.docx import write_docx
from protocolkit.paper.house.reference import NO_REFERENCE
from protocolkit.paper.house.room import spread
from protocolkit.paper.house.style import NEUTRAL
from protocolkit.paper.house.word_styles import TEXT, StyleLook, WordStyles
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.lines import wrapped
from protocolkit.paper.shared.columns import Columns, column_widths
from protocolkit.paper.shared.long_words import MAY_BREAK, in_lines
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.letter_widths import line_count, words_width
from protocolkit.text.typeface import Face
from word_parts import part_of

_DUTCH = translator("nl")
_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_SIX = (
    "Medeleerlingen uitsluiten",
    "Gesprek met de mentor",
    "Gesprek met ouders/verzorgers",
    "Schorsing voor vijf schooldagen",
    "De onderwijscoördinator",
    "De klachtencommissie",
)


def _rows(*rows: tuple[str, ...]) -> list[tuple[RichText, ...]]:
    return [tuple((Text(cell),) for cell in row) for row in rows]


def test_a_longer_word_gets_a_wider_column() -> None:
    found = column_widths(_rows(("kort", "onderwijscoördinator"), ("nee", "ja")), 8000)
    assert found.widths[0] < found.widths[1]
    assert sum(found.widths) <= 8000
    assert not found.is_small


def test_what_does_not_fit_is_set_smaller() -> None:
    found = column_widths(_rows(_SIX), 8165)
    assert found.is_small
    assert not column_widths(_rows(_SIX[:3]), 8165).is_small
    assert sum(found.widths) <= 8165


def test_a_column_of_short_words_is_no_higher_than_the_others() -> None:
    row = (
        "Te laat",
        "Een gesprek met de mentor en met excuses aan de hele groep",
        "schooldagen",
        "ja",
    )
    found = column_widths(_rows(row), 5000)
    heights = [len(words) / width for words, width in zip(row, found.widths, strict=True)]
    assert max(heights) < 2.5 * sorted(heights)[-2]
    assert sum(found.widths) <= 5000


def test_columns_of_one_line_share_what_is_left() -> None:
    found = column_widths(_rows(("Wat", "Wie beslist"), ("ja", "nee")), 8165)
    assert found.widths[0] > 2500
    assert 8100 < sum(found.widths) <= 8165


def test_a_table_without_cells_has_no_columns() -> None:
    assert column_widths([], 8000).widths == ()


_GRID = "\n".join(
    (
        "| " + " | ".join("ABCDEF") + " |",
        "|---" * 6 + "|",
        *["| " + " | ".join(_SIX) + " |"] * 2,
    )
)
_ALONE = f"{{#kort}}\nWat wij doen:\n\n{{#tabel}}\n{_GRID}\n"
_IN_AN_ITEM = "{#punt}\n1. Wat wij doen:\n\n" + "\n".join(
    f"   {line}" for line in _GRID.split("\n")
)
_IN_A_POINT = "{#punt}\n1. Wat wij doen:\n\n   - dit:\n\n" + "\n".join(
    f"     {line}" for line in _GRID.split("\n")
)
_MAIL = (
    "{#adressen}\n| Functie | Waar te vinden | Telefoon | E-mail |\n|---|---|---|---|\n"
    "| Vertrouwenspersoon | https://www.school.example/organisatie/vertrouwenspersonen "
    "| 030-1234567 | vertrouwenspersoon@voorbeeld-schoolbestuur.example |\n"
)
_LONG = " | ".join(
    (
        "Bedrijfshulpverleningsorganisatie",
        "Ontwikkelingsperspectiefplan",
        "Arbeidsomstandighedenspreekuur",
        "Onderwijsondersteuningsplan",
    )
    * 2
)
_EIGHT = "\n".join(("{#acht}", f"| {_LONG} |", "|---" * 8 + "|", f"| {_LONG} |"))
_AFTER = "\n{#kop}\n## Slot\n\n{#zin}\nMeer niet.\n"


def _table(text: str = _ALONE) -> Protocol:
    read = read_protocol_text(f"# Maatregelen\n\n{text}\n").protocol
    return replace(read, facts=Facts(organisation=Organisation(name="De Brug")))


def _pdf(protocol: Protocol) -> bytes:
    return write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH)


def _word(protocol: Protocol) -> bytes:
    return write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH)


@pytest.mark.parametrize("word", ["onderwijscoördinator", "klachtencommissie", "Medeleerlingen"])
@pytest.mark.parametrize("text", [_ALONE, _IN_AN_ITEM])
def test_no_word_of_six_columns_is_broken_or_printed_over_another(word: str, text: str) -> None:
    pdf = pypdfium2.PdfDocument(_pdf(_table(text)))
    page = pdf[1].get_textpage()
    assert page.get_text_range().count(word) == 2
    finder = page.search(word)
    begin, length = finder.get_next()
    rights = [page.get_charbox(n)[2] for n in range(begin, begin + length)]
    assert rights == sorted(rights), "on one line"
    said = page.get_text_range()
    assert said[begin + length : begin + length + 1].isspace()


@pytest.mark.parametrize(
    ("text", "wide", "look"),
    [(_ALONE, 13097, ""), (_IN_AN_ITEM, 13097, ""), (_IN_A_POINT, 13097, "")],
)
def test_word_has_the_same_widths(text: str, wide: int, look: str) -> None:
    body = part_of(_word(_table(text)), "document.xml")
    widths = body.xpath("(//w:tbl)[last()]/w:tblGrid/w:gridCol/@w:w", namespaces=_W)
    rows = _rows(tuple("ABCDEF"), _SIX)
    assert tuple(map(int, widths)) == column_widths(rows, wide).widths
    styles = body.xpath("(//w:tbl)[last()]//w:pStyle/@w:val", namespaces=_W)
    assert set(styles) == {f"TableText{look}", f"TableHeading{look}"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (_ALONE, [False, True]),
        (f"{_ALONE}{_AFTER}", [False, True, False]),
        (f"{_ALONE}\n{_ALONE.replace('#', '#nog-')}{_AFTER}", [False, True, False]),
        (_IN_AN_ITEM, [False, True]),
        (f"{_IN_AN_ITEM}\n\n   Zo is het.\n{_AFTER}", [False, True, False]),
        (_IN_A_POINT, [False, True]),
        (f"{_IN_A_POINT}\n\n     Zo is het.\n\n   - en dat.\n{_AFTER}", [False, True, False]),
        (_IN_A_POINT.replace("Wat wij doen:", "Wij."), [False, False, True]),
        (_MAIL, [False, False]),
        (_EIGHT, [False, True]),
    ],
)
def test_a_table_of_many_columns_lies_on_its_side(text: str, sides: list[bool]) -> None:
    """With what announces it, on no more pages than it needs, the same in both."""
    protocol = _table(text)
    pdf = pypdfium2.PdfDocument(_pdf(protocol))
    assert [page.get_width() > page.get_height() for page in pdf] == sides
    assert "Maatregelen" in pdf[1].get_textpage().get_text_range().splitlines()
    document = part_of(_word(protocol), "document.xml")
    sections = document.xpath("//w:sectPr/w:pgSz", namespaces=_W)
    assert [size.get(f"{{{_W['w']}}}orient") == "landscape" for size in sections] == sides
    for source in (extract_pdf(_pdf(protocol)), extract_word(_word(protocol))):
        found = import_source(source, Wishes(takes_record=True))
        assert found.is_recorded
        assert protocol_tokens(found.protocol) == protocol_tokens(protocol)


@pytest.mark.parametrize("text", [_ALONE, _IN_AN_ITEM, _IN_A_POINT, _MAIL, _EIGHT])
def test_no_letters_stand_over_others_or_in_the_margin(text: str) -> None:
    with pdfplumber.open(io.BytesIO(_pdf(_table(text)))) as pdf:
        for page in pdf.pages[1:]:
            lines: dict[int, list[dict[str, Any]]] = {}
            for sign in page.chars:
                lines.setdefault(round(sign["top"]), []).append(sign)
            for line in lines.values():
                placed = sorted(line, key=lambda sign: sign["x0"])
                assert all(one["x1"] < other["x0"] + 1 for one, other in pairwise(placed))
            assert max(sign["x1"] for sign in page.chars) < page.width - 62


def test_what_announces_a_table_on_its_side_goes_along_without_the_item_before_it() -> None:
    two = f"{{#eerst}}\n1. Eerst dit.\n\n{{#dan}}\n2. Dan dit:\n\n{{#tabel}}\n{_GRID}\n"
    pdf = pypdfium2.PdfDocument(_pdf(_table(two)))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    found = [("Eerst dit" in page, "Dan dit" in page) for page in pages]
    assert found == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize("marker", ["", "29. "])
def test_what_announces_an_upright_table_stays_on_its_page(marker: str) -> None:
    for count in range(24, 31):
        lines = "".join(f"{{#a-{n}}}\n{n}. Regel {n}.\n\n" for n in range(1, count))
        grid = "| Lokaal | Wie |\n|---|---|\n" + "| gym | " + "de leerkracht ruimt op " * 12 + "|\n"
        pdf = pypdfium2.PdfDocument(
            _pdf(_table(f"{lines}{{#dan}}\n{marker}Dit zijn ze:\n\n{{#t}}\n{grid}"))
        )
        pages = [page.get_textpage().get_text_range() for page in pdf]
        assert [("zijn ze" in page) for page in pages] == [("Lokaal" in page) for page in pages]


def test_an_address_breaks_where_its_parts_meet_and_keeps_its_hyphens() -> None:
    page = pypdfium2.PdfDocument(_pdf(_table(_MAIL)))[1].get_textpage().get_text_range()
    lines = page.splitlines()
    at = next(n for n, line in enumerate(lines) if line.endswith("vertrouwenspersoon@voorbeeld"))
    assert lines[at + 1] == "-schoolbestuur.example"


def test_the_typeface_says_how_wide_words_are() -> None:
    table = _table("{#a}\n| Overtreding | b |\n|---|---|\n| c | d |\n")
    page = pypdfium2.PdfDocument(_pdf(table))[1].get_textpage()
    begin, length = page.search("Overtreding").get_next()
    left, right = page.get_charbox(begin)[0], page.get_charbox(begin + length - 1)[2]
    assert words_width("Overtreding") * 9.5 == pytest.approx(right - left, abs=1.5)
    assert words_width("Overtreding", Face.REGULAR) < words_width("Overtreding")
    assert words_width("\u65e5\u672c") == 2
    assert words_width("\u00ad\u200b") == 0


def test_a_column_has_room_for_its_widest_word_and_a_little_more() -> None:
    heads = ("Overtreding", "schoolleider")
    for total in (4000, 8165, 13097):
        found = column_widths(_rows(heads, ("een", "twee")), total)
        for word, width in zip(heads, found.widths, strict=True):
            assert width >= 216 + 1.02 * 190 * words_width(word)
    strong = (Emphasis(content=(Text("Overtreding"),), strong=True),)
    wide = words_width("Overtreding", Face.REGULAR) + words_width("b")
    total = round(2 * 240 + 1.02 * 190 * wide) + 2
    assert not column_widths(_rows(("a", "b"), ("Overtreding", "")), total).is_small
    assert column_widths([((Text("a"),), (Text("b"),)), (strong, ())], total).is_small


def test_letters_of_an_unknown_typeface_get_more_room() -> None:
    rows = _rows(_SIX[:4])
    assert not column_widths(rows, 6000).is_small
    assert column_widths(rows, 6000, 1.2).is_small
    arial, other = (
        replace(NEUTRAL, reference=replace(NO_REFERENCE, styles=WordStyles(looks=looks)))
        for looks in ({TEXT: StyleLook(font="Arial")}, {TEXT: StyleLook(font="Verdana")})
    )
    assert 1 == spread(NEUTRAL) < spread(arial) < spread(other)


@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
@pytest.mark.parametrize("number", ["14.45", "1.1.1", "10:15", "1.250,50", "11-11-2011", "2026"])
def test_numbers_of_an_unknown_typeface_have_room(number: str, face: Face) -> None:
    """In the widest typefaces a figure takes 0.64 of its size, bold 0.7, a sign 0.32 or 0.4."""
    figure, sign = (0.636, 0.337) if face is Face.REGULAR else (0.696, 0.4)
    there = sum(figure if one.isdecimal() else sign for one in number)
    assert words_width(number, face, 1.2) >= there


@pytest.mark.parametrize(
    ("word", "wide"), [("vertrouwt", 5.596), ("verantwoord", 7.195), ("werkwoord", 6.268)]
)
def test_bold_words_of_an_unknown_typeface_have_room(word: str, wide: float) -> None:
    """So wide they are in DejaVu Sans Bold, which is as wide as Verdana Bold."""
    assert wide < words_width(word, Face.BOLD, 1.2) < 1.1 * wide


def test_a_word_breaks_between_letters_at_last_and_never_before_a_mark() -> None:
    assert list(in_lines("kort", 9, Face.BOLD)) == [("kort", False)]
    assert list(in_lines("b aaaa", 1.2, Face.BOLD)) == [("b ", False), ("aa", True), ("aa", True)]
    assert not any(one.startswith("\u0301") for one, _ in in_lines("e\u0301" * 9, 1.2, Face.BOLD))
    assert list(in_lines("\u20ac\u00a01,00 en", 9, Face.BOLD)) == [("\u20ac\u00a01,00 en", False)]


def test_a_string_too_long_for_a_line_breaks_between_its_parts_before_its_letters() -> None:
    mail = "klachten.en.meldingen.over.ongewenst.gedrag@stichtingdebrug.example"
    found = wrapped(f"Mail naar {mail}.").split(MAY_BREAK)
    assert found == [
        "Mail naar klachten.en.meldingen.over.ongewenst.",
        "gedrag@stichtingdebrug.example.",
    ]
    assert wrapped("x" * 90).split(MAY_BREAK) == ["x" * 40, "x" * 40, "x" * 10]


def test_a_row_of_more_lines_than_that_goes_on_on_the_next_page() -> None:
    columns = Columns(widths=(4080, 4080))
    row = _rows(("woord " * 48, "kort"))[0]
    assert not columns.breaks(row)
    assert columns.breaks(_rows(("kort", "woord " * 70))[0])
    assert columns.breaks(_rows(("kort", "woord\n" * 11))[0])
    # wide letters, and those of another typeface, make more lines of as many signs
    assert columns.breaks(_rows(("WOORD " * 48, "kort"))[0])
    assert replace(columns, spread=1.3).breaks(row)
    assert not replace(columns, is_small=True).breaks(_rows(("woord " * 60, ""))[0])


def test_a_column_of_dates_makes_no_row_higher_than_its_names_do() -> None:
    """A day stands on one line, for which a name may take one more."""
    name = "MR obs De Zeer Lange Naam van de School aan de Burgemeester-van-Heemstrakade (ouders)"
    rows = _rows(
        ("Wie", "Recht", "Besluit", "Datum"),
        (name, "instemming", "instemming gevraagd", ""),
        (name, "instemming", "niet gegeven", "11 februari 2026"),
    )
    widths = column_widths(rows, 8165).widths
    # as wide as letters of 9.5 points are, without the white beside them
    rooms = [(width - 216) / 190 for width in widths]
    lines = [
        max(line_count(plain(row[at]), room) for row in rows[1:]) for at, room in enumerate(rooms)
    ]
    assert max(lines) == lines[0] == 3
    assert lines[3] == 1


def test_one_very_long_name_takes_no_line_from_the_days_of_the_others() -> None:
    """Of columns that are as high the one that needs least is served first."""
    rows = _rows(
        ("Wie", "Recht", "Besluit", "Datum"),
        ("MR obs De Kade", "instemming", "verleend", "18 september 2026"),
        ("MR obs De Laatste met een naam die over de regel heen loopt", "advies", "positief", ""),
    )
    room = (column_widths(rows, 8165).widths[3] - 216) / 190
    assert line_count("18 september 2026", room) == 1


def test_a_day_stands_on_one_line_beside_long_decisions() -> None:
    said = "verleend met afgesproken wijzigingen"
    who = "Medezeggenschapsraad van basisschool De Regenboog te Krimpen aan den IJssel"
    rows = _rows(
        ("Wie", "Recht", "Besluit", "Datum"),
        *((f"{who} {n} (personeel)", "instemming", said, f"{n} september 2026") for n in (10, 28)),
    )
    room = (column_widths(rows, 8165).widths[3] - 216) / 190
    assert line_count("28 september 2026", room) == 1


def test_no_table_is_set_smaller_or_turned_for_a_day() -> None:
    rows = _rows(("Wanneer",) * 5, ("3 september 2026",) * 5)
    assert column_widths(rows, 8600).is_whole
    assert not column_widths(rows, 8600).is_small


_AMOUNTS = _rows(
    ("Activiteit", "Groep", "Aantal", "Prijs", "Bijdrage", "Totaal"),
    ("Schoolreis naar de dierentuin in Emmen", "1-4", "96", "€ 32,50", "12 %", "€ 1.920,00"),
)


@pytest.mark.parametrize("total", [4900, 5500, 8165])
def test_an_amount_is_one_word_with_its_sign(total: int) -> None:
    found = column_widths(_AMOUNTS, total)
    least = 1.02 * (160 if found.is_small else 190)
    padding = 160 if found.is_small else 216
    for column in (3, 4, 5):
        [words] = _AMOUNTS[1][column]
        assert isinstance(words, Text)
        assert found.widths[column] >= padding + least * words_width(words.text, Face.REGULAR)
    pieces = found.in_lines("samen € 1.920,00 of 12 %", 5, Face.REGULAR)
    assert [piece for piece, is_whole in pieces if is_whole] == ["€ 1.920,00", "12 %"]


def test_an_amount_breaks_after_its_sign_when_it_has_to() -> None:
    pieces = list(in_lines("€ 1.920,00", 4.0, Face.REGULAR))
    assert pieces[0] == ("€ ", True)
    assert "".join(piece for piece, _ in pieces) == "€ 1.920,00"
    assert [piece for piece, _ in in_lines("geen € bedrag, 5 dagen", 99.0, Face.REGULAR)] == [
        "geen € bedrag, 5 dagen"
    ]


def test_no_amount_of_a_table_is_broken_on_paper() -> None:
    rows = "\n".join(
        "| " + " | ".join(str(cell[0].text) for cell in row if isinstance(cell[0], Text)) + " |"
        for row in _AMOUNTS[1:]
    )
    head = (
        "| Activiteit | Groep | Aantal | Prijs | Bijdrage | Totaal |\n|---|---|---:|---:|---:|---:|"
    )
    with pypdfium2.PdfDocument(_pdf(_table(f"{{#a}}\n{head}\n{rows}\n"))) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert "€ 1.920,00" in text
    assert "€ 32,50" in text
    assert "12 %" in text
