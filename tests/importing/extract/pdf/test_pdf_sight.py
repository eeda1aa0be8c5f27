"""A PDF's text is what a reader of the printed page sees; the rest is named with its reason."""

from __future__ import annotations

from random import Random

import pytest
from pikepdf import Array, Dictionary, Name, String

from drawn_pdf import RULE_LINES, RULES, Drawing, drawn, proved_pdf, words
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.pdf import sight
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.pictures import Paper, Pixels, Window
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.source.doubts import (
    ADDED,
    COVERED,
    FAINT,
    OVERPRINTED,
    SCANNED,
    STRUCK,
    UNREADABLE,
    UNTOLD,
)
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_WORDS = "4. Filmen mag altijd."


def _lines(source: Source) -> tuple[str, ...]:
    return tuple(line.text for line in source.lines)


def _left_out(source: Source) -> dict[str, LeftOutReason]:
    return {" ".join(found.text.split()): found.reason for found in source.left_out}


def _doubted(source: Source, doubt: str) -> set[str]:
    return {source.text[found.begin : found.end] for found in source.doubts if found.text == doubt}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (words(_WORDS, before="3 Tr"), LeftOutReason.INVISIBLE),
        (words(_WORDS, before="7 Tr"), LeftOutReason.INVISIBLE),
        (words(_WORDS, before="1 1 1 rg"), LeftOutReason.COLOUR),
        (words(_WORDS, before="0.985 0.99 1 rg"), LeftOutReason.COLOUR),
        (
            "0.2 0.3 0.9 rg 60 390 400 30 re f " + words(_WORDS, before="0.2 0.3 0.9 rg"),
            LeftOutReason.COLOUR,
        ),
        (words(_WORDS) + "1 1 1 rg 60 390 400 30 re f", LeftOutReason.COVERED),
        (words(_WORDS) + "0 g 60 390 400 30 re f", LeftOutReason.COVERED),
        (words(_WORDS, left=700), LeftOutReason.OFF_PAGE),
        (words(_WORDS, low=-40), LeftOutReason.OFF_PAGE),
        (words(_WORDS, size=0.4), LeftOutReason.SMALL),
        (words(_WORDS, size=0), LeftOutReason.SMALL),
        (words(_WORDS, before="0 Tz"), LeftOutReason.SMALL),
        (f"BT /F 11 Tf 0.00001 0 0 0.00001 70 400 Tm ({_WORDS}) Tj ET", LeftOutReason.SMALL),
        (f"q 0 0 10 10 re W n {words(_WORDS)} Q", LeftOutReason.HIDDEN),
    ],
)
def test_what_nobody_sees_is_left_out_and_named(content: str, reason: LeftOutReason) -> None:
    source = proved_pdf(drawn(content))
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {_WORDS: reason}
    assert not source.doubts


@pytest.mark.parametrize(
    "again",
    [words(_WORDS), words(_WORDS, left=70.3), words("4. Filmen") + words("mag altijd.", left=110)],
)
def test_what_is_printed_twice_in_one_place_is_read_once(again: str) -> None:
    """As programs do that have no bold letters."""
    source = proved_pdf(drawn(words(_WORDS) + again))
    assert _lines(source)[:3] == RULE_LINES[:3]
    assert set(_left_out(source).values()) <= {LeftOutReason.TWICE}
    assert " ".join(_lines(source)).count("Filmen") + len(source.left_out) >= 2


@pytest.mark.parametrize(
    "content",
    [
        words(_WORDS, before="1 Tr"),
        words(_WORDS, before="0.8 0.1 0.1 rg"),
        words(_WORDS, size=1.5),
        "0 g 60 390 400 30 re f " + words(_WORDS, before="1 1 1 rg"),
        "1 g 60 390 400 30 re f 0 g " + words(_WORDS),
        f"q 60 380 500 60 re W n {words(_WORDS)} Q",
        "0.7 g 60 395 400 1 re f " + words(_WORDS) + "0 g 60 415 400 1 re f",
    ],
)
def test_what_is_seen_is_read(content: str) -> None:
    source = proved_pdf(drawn(content))
    assert _lines(source) == (*RULE_LINES, _WORDS)
    assert not source.left_out
    assert not source.doubts


def test_new_words_over_covered_words_are_read_alone() -> None:
    """The usual way to 'correct' a PDF: a white bar over the old words, new ones on top."""
    bar = "1 g 60 390 400 30 re f 0 g "
    source = proved_pdf(drawn(words("4. Filmen mag nooit.") + bar + words(_WORDS)))
    assert _lines(source) == (*RULE_LINES, _WORDS)
    assert _left_out(source) == {"4. Filmen mag nooit.": LeftOutReason.COVERED}


def test_one_covered_word_is_left_out_of_its_sentence() -> None:
    whole = "4. De leerling mag niet filmen op het plein."
    source = proved_pdf(drawn(words(whole) + "1 g 162.5 398 20 12 re f 0 g"))
    assert _lines(source)[-1].split() == "4. De leerling mag filmen op het plein.".split()
    (found,) = source.left_out
    assert (found.text, found.reason, found.is_in_sentence) == ("niet", LeftOutReason.COVERED, True)
    line = source.lines[-1]
    assert line.begin < found.at < line.end


def test_a_watermark_hides_nothing_and_nothing_hides_it() -> None:
    mark = "q 0.85 g BT /F 90 Tf 0.7 0.7 -0.7 0.7 120 500 Tm (CONCEPT) Tj ET Q "
    drawing = Drawing()
    drawing.page(mark + RULES)
    source = proved_pdf(drawing.bytes())
    assert set(_lines(source)) == {*RULE_LINES, "CONCEPT"}
    assert not source.left_out


def test_the_shadow_of_words_is_not_read_twice() -> None:
    """Drawn first for all lines, then the lines: so PDFium does not see that they are the same."""
    rows = [f"{number}. Regel {number} van de school." for number in range(4, 14)]
    shadows = [words(row, left=71, low=599 - 24 * n, before="0.6 g") for n, row in enumerate(rows)]
    lines = [words(row, low=600 - 24 * n) for n, row in enumerate(rows)]
    source = proved_pdf(drawn("".join([*shadows, *lines])))
    assert _lines(source) == (*RULE_LINES, *rows)
    assert set(_left_out(source).values()) == {LeftOutReason.TWICE}
    assert " ".join(_left_out(source)) == " ".join(rows)


def test_a_faint_word_is_text_with_a_doubt() -> None:
    source = proved_pdf(drawn(words(_WORDS, before="0.93 g")))
    assert _lines(source) == (*RULE_LINES, _WORDS)
    assert _doubted(source, FAINT) == {_WORDS}


def test_a_layer_that_is_off_is_not_read() -> None:
    for is_on in (True, False):
        drawing = Drawing()
        layer = drawing.layer(is_on=is_on)
        form = drawing.form(words("5. Bellen mag altijd.", low=300), OC=layer)
        drawing.page(
            RULES + f"/OC /L BDC {words(_WORDS)} EMC /X Do",
            Properties=Dictionary(L=layer),
            XObject=Dictionary(X=form),
        )
        source = proved_pdf(drawing.bytes())
        if is_on:
            assert _lines(source) == (*RULE_LINES, _WORDS, "5. Bellen mag altijd.")
        else:
            assert _lines(source) == RULE_LINES
            assert set(_left_out(source).values()) == {LeftOutReason.HIDDEN}


@pytest.mark.parametrize("opacity", [0.0, 1.0])
def test_glass_is_not_read(opacity: float) -> None:
    drawing = Drawing()
    state = Dictionary(Type=Name.ExtGState, ca=opacity)
    drawing.page(RULES + f"q /G gs {words(_WORDS)} Q", ExtGState=Dictionary(G=state))
    source = proved_pdf(drawing.bytes())
    assert (_WORDS in _lines(source)) is bool(opacity)
    assert _left_out(source) == ({} if opacity else {_WORDS: LeftOutReason.INVISIBLE})


def test_a_picture_covers_words() -> None:
    drawing = Drawing()
    picture = Dictionary(P=drawing.picture([[200, 210], [190, 220]]))
    drawing.page(RULES + words(_WORDS) + "q 400 0 0 60 60 380 cm /P Do Q", XObject=picture)
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {_WORDS: LeftOutReason.COVERED}


def test_only_what_lies_within_the_crop_box_is_on_the_page() -> None:
    drawing = Drawing()
    page = drawing.page(RULES + words(_WORDS, low=100))
    page.CropBox = Array([0, 300, 595, 842])
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {_WORDS: LeftOutReason.OFF_PAGE}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_looked_at_as_it_is_turned(turn: int) -> None:
    drawing = Drawing()
    page = drawing.page(RULES + words(_WORDS) + "1 1 1 rg 60 390 400 30 re f")
    page.Rotate = turn
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {_WORDS: LeftOutReason.COVERED}


# -- scans ----------------------------------------------------------------------------------


def _scan(rows: list[list[int]], before: str) -> bytes:
    drawing = Drawing()
    place = "q 595 0 0 842 0 0 cm /P Do Q "
    read_off = "".join(
        words(f"{number}. Regel {number} van de gescande bladzijde.", 70, 780 - 40 * number, before)
        for number in range(1, 12)
    )
    drawing.page(place + read_off, XObject=Dictionary(P=drawing.picture(rows)))
    return drawing.bytes()


def test_the_words_of_a_scan_are_read_with_one_doubt_for_the_page() -> None:
    shades = [
        [255 if (row // 2 + column // 3) % 2 else 40 for column in range(90)] for row in range(200)
    ]
    source = proved_pdf(_scan(shades, "3 Tr"))
    assert len(source.lines) == 11
    assert [found.text for found in source.doubts] == [SCANNED]
    assert not source.left_out


@pytest.mark.parametrize(("paper", "ink", "is_scan"), [(200, 186, True), (200, 188, False)])
def test_a_scan_shows_words_somewhat_darker_than_its_paper(
    paper: int, ink: int, is_scan: bool
) -> None:
    shades = [[paper if row % 2 else ink] * 4 for row in range(140)]
    if is_scan:
        assert [one.text for one in proved_pdf(_scan(shades, "3 Tr")).doubts] == [SCANNED]
        return
    with pytest.raises(ProtocolkitError) as stopped:
        proved_pdf(_scan(shades, "3 Tr"))
    assert stopped.value.problem.code.name == "import-nothing-seen"


def test_words_over_a_picture_of_nothing_are_no_scan() -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        proved_pdf(_scan([[250] * 20] * 30, "3 Tr"))
    assert stopped.value.problem.code.name == "import-nothing-seen"


def test_one_unseen_rule_on_a_page_with_a_picture_is_no_scan() -> None:
    drawing = Drawing()
    shades = [[255 if (row + column) % 2 else 180 for column in range(60)] for row in range(80)]
    place = "q 595 0 0 842 0 0 cm /P Do Q "
    picture = Dictionary(P=drawing.picture(shades))
    drawing.page(place + RULES + words(_WORDS, before="3 Tr"), XObject=picture)
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {_WORDS: LeftOutReason.INVISIBLE}


# -- lines through words ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "68 403.2 130 0.7 re f",
        "0.8 w 68 403.5 m 180 403.5 l S",
        "0.8 w 68 400 m 180 407 l S",
        "1 0 0 RG 1 w 70 403 m 100 404 140 402 180 403 c S",
    ],
)
def test_a_line_through_words_is_a_doubt(line: str) -> None:
    source = proved_pdf(drawn(words(_WORDS) + line))
    assert _lines(source) == (*RULE_LINES, _WORDS)
    assert _doubted(source, STRUCK) == {_WORDS}


@pytest.mark.parametrize(
    "line",
    [
        "68 397.8 130 0.7 re f",
        "0.8 w 68 398.6 m 180 398.6 l S",
        "0.8 w 68 390 m 180 390 l S 68 416 m 180 416 l S",
        "0.5 w 64 394 130 20 re S",
        "0.5 w 140 403 m 400 403 l S".replace("140", "185"),
        "1 1 0 rg 68 398 120 11 re f 0 g " + words(_WORDS),
    ],
)
def test_a_line_under_or_around_words_is_none(line: str) -> None:
    assert not proved_pdf(drawn(words(_WORDS) + line)).doubts


def test_words_that_the_pdf_calls_struck_are_a_doubt() -> None:
    for kind, doubted in (
        ("StrikeOut", {RULE_LINES[2]}),
        ("Underline", set()),
        ("Highlight", set()),
    ):
        drawing = Drawing()
        page = drawing.page()
        points = Array([70, 741, 330, 741, 70, 728, 330, 728])
        drawing.annotate(page, kind, [70, 728, 330, 741], QuadPoints=points, C=Array([1, 0, 0]))
        assert _doubted(proved_pdf(drawing.bytes()), STRUCK) == doubted


def test_a_struck_clause_is_among_the_first_things_to_look_at() -> None:
    source = proved_pdf(drawn("68 745 m 400 745 l S 0.8 w 68 735.5 m 330 735.5 l S"))
    report = make_report(import_source(source), "x.pdf", translator())
    assert report.first_look[0].result.startswith("2. De leraar gebruikt")
    assert "lijn door" in report.first_look[0].reasons[0]


# -- what was put on the page -------------------------------------------------------------------


def test_fields_stamps_and_notes_on_the_page_are_read_where_they_stand() -> None:
    drawing = Drawing()
    page = drawing.page(RULES + words("Naam:", low=500) + words("Slot van de tekst.", low=300))
    box = [0, 0, 200, 20]
    field = drawing.annotate(
        page,
        "Widget",
        [110, 495, 310, 515],
        FT=Name.Tx,
        T=String("naam"),
        F=4,
        V=String("Jan de Vries"),
        DA=String("/F 11 Tf 0 g"),
    )
    drawing.annotate(
        page,
        "Stamp",
        [70, 440, 270, 460],
        AP=Dictionary(N=drawing.form(words("AKKOORD", 2, 5), box)),
    )
    drawing.annotate(
        page,
        "FreeText",
        [70, 400, 270, 420],
        F=4,
        Contents=String("Zie bijlage."),
        AP=Dictionary(N=drawing.form(words("Zie bijlage.", 2, 5), box)),
    )
    fonts = Dictionary(Font=Dictionary(F=drawing.font))
    drawing.pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=fonts, NeedAppearances=True)
    source = proved_pdf(drawing.bytes())
    added = ("Naam: Jan de Vries", "AKKOORD", "Zie bijlage.")
    assert _lines(source) == (*RULE_LINES, *added, "Slot van de tekst.")
    assert _doubted(source, ADDED) == set(added)
    assert not source.left_out


def test_comments_and_what_is_kept_off_the_page_are_named() -> None:
    drawing = Drawing()
    page = drawing.page()
    drawing.annotate(page, "Text", [300, 700, 320, 720], Contents=String("Klopt dit nog?"), F=4)
    drawing.annotate(page, "Highlight", [70, 728, 330, 741], Contents=String("Mooi gezegd"))
    drawing.annotate(
        page,
        "FreeText",
        [70, 400, 270, 420],
        F=2,
        Contents=String("Geheim."),
        AP=Dictionary(N=drawing.form(words("Geheim.", 2, 5), [0, 0, 200, 20])),
    )
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {
        "Klopt dit nog?": LeftOutReason.COMMENT,
        "Mooi gezegd": LeftOutReason.COMMENT,
        "Geheim.": LeftOutReason.HIDDEN,
    }


@pytest.mark.parametrize("kind", ["Square", "Ink", "Polygon"])
def test_what_is_drawn_on_the_page_afterwards_covers_words(kind: str) -> None:
    drawing = Drawing()
    page = drawing.page(RULES + words(_WORDS))
    look = drawing.form("1 g 0 0 400 30 re f", box=(0, 0, 400, 30))
    drawing.annotate(page, kind, (60, 390, 460, 420), AP=Dictionary(N=look))
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {_WORDS: LeftOutReason.COVERED}


@pytest.mark.filterwarnings("ignore:This document has 1 form widget")
def test_a_field_without_a_picture_of_it_keeps_its_words() -> None:
    drawing = Drawing()
    page = drawing.page()
    drawing.annotate(page, "Widget", (70, 300, 300, 320), FT=Name.Tx, T=String("v"), V=String("Ja"))
    assert _left_out(proved_pdf(drawing.bytes())) == {"Ja": LeftOutReason.FORM}


def test_what_is_read_aloud_instead_is_no_text() -> None:
    told = f"/Span <</ActualText (4. Filmen mag altijd.)>> BDC {words('4. Filmen mag niet.')} EMC "
    same = f"/Span <</ActualText (5. Officieel)>> BDC {words('5. Offi-cieel', low=300)} EMC "
    source = proved_pdf(drawn(told))
    assert _lines(source) == (*RULE_LINES, "4. Filmen mag niet.")
    assert _left_out(source) == {"4. Filmen mag altijd.": LeftOutReason.SPOKEN}
    assert not proved_pdf(drawn(same)).left_out


def test_what_the_pdf_calls_no_text_is_named() -> None:
    source = proved_pdf(drawn(f"/Artifact BMC {words('Pagina 1', low=40)} EMC"))
    assert _lines(source) == RULE_LINES
    assert _left_out(source) == {"Pagina 1": LeftOutReason.ARTIFACT}


# -- letters ----------------------------------------------------------------------------------

_DRAWN = {"a": "50 0 400 600 re f", "b": "50 0 m 250 600 l 450 0 l f"}


def test_a_font_that_is_drawn_is_read() -> None:
    drawing = Drawing()
    font = drawing.drawn_font(_DRAWN, {"a": "g17", "b": "g18"})
    letters = "2 beginbfchar <61> <0061> <62> <0062> endbfchar"
    ranges = "1 begincodespacerange <00> <ff> endcodespacerange"
    font.ToUnicode = drawing.pdf.make_stream(f"begincmap {ranges} {letters} endcmap".encode())
    page = drawing.page(RULES + "BT /D 12 Tf 70 300 Td (abba) Tj ET")
    page.Resources.Font.D = font
    source = proved_pdf(drawing.bytes())
    assert _lines(source) == (*RULE_LINES, "abba")
    assert not source.doubts


def test_signs_without_a_letter_are_named_and_many_are_refused() -> None:
    for count in (3, 40):
        drawing = Drawing()
        font = drawing.drawn_font(_DRAWN, {"a": "g17", "b": "g18"})
        page = drawing.page(RULES + f"BT /D 12 Tf 70 300 Td ({'ab' * count}) Tj ET")
        page.Resources.Font.D = font
        if count > 10:
            with pytest.raises(ProtocolkitError) as stopped:
                proved_pdf(drawing.bytes())
            assert stopped.value.problem.code.name == "import-no-letters"
        else:
            source = proved_pdf(drawing.bytes())
            assert _doubted(source, UNREADABLE) == {"\ufffd" * 6}
            assert [dict(told.values) for told in source.notices] == [{"count": "6", "pages": "1"}]


def test_a_sign_without_a_letter_is_told_also_below_a_clause() -> None:
    drawing = Drawing()
    font = drawing.drawn_font(_DRAWN, {"a": "g17", "b": "g18"})
    page = drawing.page(f"{RULES} BT /D 12 Tf 70 704 Td (ab) Tj /F 12 Tf 0 -30 Td (4. Nee.) Tj ET")
    page.Resources.Font.D = font
    report = make_report(import_source(proved_pdf(drawing.bytes())), "x.pdf", translator())
    (row,) = report.first_look
    assert row.result == "3. De school filmt niet. \ufffd\ufffd"
    assert row.page == 1
    assert "welke letters" in row.reasons[0]


def test_a_code_that_no_font_explains_is_a_sign() -> None:
    drawing = Drawing()
    page = drawing.page(RULES + "BT /E 12 Tf 70 300 Td <0103040910> Tj ET")
    page.Resources.Font.E = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name("/Symbol"),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, Name.g1])),
    )
    assert "\ufffd" in proved_pdf(drawing.bytes()).text
    assert not any(sign < " " and sign != "\n" for sign in proved_pdf(drawing.bytes()).text)


def test_a_sign_that_we_cannot_draw_is_text_with_a_doubt() -> None:
    drawing = Drawing()
    page = drawing.page(RULES + "BT /E 12 Tf 70 300 Td (4. Ja a) Tj ET")
    page.Resources.Font.E = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name("/Onbekend"),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name("/uni0F3F")])),
    )
    source = proved_pdf(drawing.bytes())
    assert not source.left_out
    assert _doubted(source, UNTOLD) <= {source.lines[-1].text}


@pytest.mark.parametrize(
    ("content", "doubt"),
    [
        (words(_WORDS, before="1 Tz"), UNTOLD),
        (words(_WORDS) + words("4. Filmen mag nooit meer."), OVERPRINTED),
        (words(_WORDS) + "1 g 60 404 400 30 re f", COVERED),
        (words(_WORDS) + "0.8 g 60 404 400 30 re f", COVERED),
        (words(_WORDS, before="50 Tz"), None),
        (words(_WORDS) + words("Filmen mag nooit meer.", low=388), None),
        (words("CONCEPT", size=60, before="0.8 g", left=60, low=380) + words(_WORDS), None),
        (words(_WORDS) + "0 g 60 395 400 1 re f 60 390 400 30 re S", None),
        ("0.8 g 60 390 400 14 re f 0 g " + words(_WORDS), None),
    ],
)
def test_what_can_hardly_be_read_is_a_doubt(content: str, doubt: str | None) -> None:
    source = proved_pdf(drawn(content))
    assert {found.text for found in source.doubts} == ({doubt} if doubt else set())
    assert "mag altijd" in source.text


def test_many_signs_in_one_place_are_looked_at_a_limited_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[float] = []
    render = Paper.pixels

    def counted(paper: Paper, scale: float, window: Window | None = None) -> Pixels:
        made.append(scale)
        return render(paper, scale, window)

    monkeypatch.setattr(Paper, "pixels", counted)
    monkeypatch.setattr(sight, "_MOST_SIGNS_CLOSELY", 6_000)
    letters = "abcdefghijklmnopqrstuvwxyz"
    random = Random(1)
    lines = ("".join(random.choices(letters, k=100)) for _ in range(25))
    extract_pdf(drawn("".join(words(line) for line in lines)))
    assert len(made) < 60
