"""What stands at the edges of pages in equal words and is text stays; what may be text is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from drawn_pdf import Drawing, proved_pdf
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.outline import protocol_text
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source import codes

_RULE = "De leerling bespreekt dit met de mentor van de klas, die het opschrijft."
_TITLE = (20, 742, "Protocol gesprek")
_PROSE = ((11, 700, _RULE), (11, 684, "Daarna kijkt de directeur er nog eens naar."))

Printed = tuple[float, float, str]


def _imported(*pages: Sequence[Printed]) -> Imported:
    drawing = Drawing()
    for page in pages:
        drawing.page(
            " ".join(f"BT /F {size} Tf 70 {low} Td ({text}) Tj ET" for size, low, text in page)
        )
    return import_source(proved_pdf(drawing.bytes()))


def _left_out(found: Imported) -> list[str]:
    return [change.text for change in found.ledger.changes]


def _doubted(found: Imported) -> list[str]:
    text = found.source.text
    return [text[one.begin : one.end] for one in found.choices if one.is_doubted]


def _pages(tops: Sequence[str], *, size: float = 11, low: float = 770) -> list[tuple[Printed, ...]]:
    first = (_TITLE, *_PROSE)
    return [
        first,
        *(
            ((size, low, top), (11, 742, f"{n}{n} {_RULE}"), *_PROSE)
            for n, top in enumerate(tops, 2)
        ),
    ]


def test_the_last_item_of_each_chapter_on_a_new_page_is_text() -> None:
    pages: list[list[Printed]] = [[]]
    last = "2. De directeur kan hiervan afwijken."
    for number, name in enumerate(("Doel", "Kring", "Toezicht", "Klachten"), 1):
        low = 740 if number == 1 else 700
        pages[-1] += [(15, low, f"{number} {name}"), (11, low - 24, f"1. {name}: {_RULE}")]
        pages.append([(11, 770, last)])
    pages[-1].append((11, 754, "3. Dit protocol geldt vanaf nu."))
    found = _imported(*pages)
    assert _left_out(found) == []
    assert protocol_text(found.protocol).count("directeur kan hiervan afwijken") == 4


@pytest.mark.parametrize("size", [11, 15])
def test_steps_that_count_themselves_at_the_tops_of_pages_are_text(size: float) -> None:
    found = _imported(*_pages([f"Stap {n}: gesprek" for n in range(2, 6)], size=size))
    assert _left_out(found) == []
    others = _imported(*_pages([f"Afspraak {n} voor {n}{n}a" for n in range(2, 6)], size=size))
    assert _left_out(others) == []


def test_a_sentence_at_the_tops_of_pages_stays_and_can_be_taken_out() -> None:
    found = _imported(*_pages(["De directeur kan afwijken."] * 4, low=757))
    assert protocol_text(found.protocol).count("De directeur kan afwijken.") == 4


def test_equal_words_near_the_text_that_may_be_a_heading_are_a_doubt() -> None:
    close = _imported(*_pages(["Toelichting voor ouders"] * 4, low=757))
    assert (_left_out(close), _doubted(close)) == ([], [])
    found = _imported(*_pages(["Toelichting voor ouders"] * 4, low=766))
    assert _left_out(found) == ["Toelichting voor ouders"] * 4
    assert _doubted(found) == ["Toelichting voor ouders"]


@pytest.mark.parametrize(("size", "low"), [(8, 770), (11, 800)])
def test_a_head_that_is_small_or_far_from_the_text_is_no_doubt(size: float, low: float) -> None:
    found = _imported(*_pages(["obs De Brug"] * 4, size=size, low=low))
    assert (_left_out(found), _doubted(found)) == (["obs De Brug"] * 4, [])


def test_a_head_near_the_text_is_no_doubt_where_a_sentence_goes_on_below_it() -> None:
    pages: list[tuple[Printed, ...]] = [(_TITLE, _PROSE[0], (11, 684, "Wat een kind zegt"))]
    for word in ("blijft", "gaat", "loopt"):
        top = ((11, 770, "obs De Brug"), (11, 742, f"{word} onder ons, zoals het hoort."))
        pages.append((*top, *_PROSE[:1], (11, 684, f"Wat de leerling {word}")))
    found = _imported(*pages)
    assert (_left_out(found), _doubted(found)) == (["obs De Brug"] * 3, [])


def test_pages_of_one_line_each_are_text() -> None:
    found = _imported(*(((11, 770, "De school is open."),) for _ in range(4)))
    assert protocol_text(found.protocol).count("De school is open.") == 4


def test_what_is_nothing_but_page_numbers_is_refused() -> None:
    with pytest.raises(ProtocolkitError) as raised:
        import_source(extract_text(b"Pagina 1 van 2\nPagina 2 van 2\n"))
    assert raised.value.problem.code is codes.NOTHING_LEFT


def test_a_foot_to_sign_on_each_page_is_left_out_with_a_doubt() -> None:
    foot = "Paraaf leerling: ........ Paraaf ouder: ........"
    pages = [((11, 742, f"{n}. {_RULE}"), (11, 700, _RULE), (11, 36, foot)) for n in (1, 2)]
    found = _imported((_TITLE, *pages[0][1:]), pages[1])
    assert "Paraaf" not in protocol_text(found.protocol)
    assert _doubted(found) == [foot]


_COUNTED = [f"{n} Je mag in klas {n} niet bellen in de les." for n in range(1, 19)]


@pytest.mark.parametrize(
    ("head", "title", "is_head"),
    [
        ("Schorsing – Stichting De Wilgentak", "Reglement schorsing van leerlingen", True),
        ("Toelatingsbeleid Gymnasium Oudezijl", "Regeling toelating en plaatsing", True),
        ("Wat wij doen", "Wat wij doen bij verzuim", True),
        ("Pestprotocol", "Inleiding", False),
        ("Pestprotocol", "Wij pesten niet volgens dit protocol.", False),
    ],
)
def test_a_head_that_was_copied_above_the_title_goes(head: str, title: str, is_head: bool) -> None:
    text = "\n".join([head, title, *_COUNTED[:9], f"\f{head}", *_COUNTED[9:], ""])
    found = import_source(extract_text(text.encode()))
    assert plain(found.protocol.title) == (title if is_head else head)


@pytest.mark.parametrize(
    ("head", "pages", "doubted"),
    [
        ("pcbs De Ark - Gedragscode - november 2021", 3, False),
        # so few pages, or a line without strokes, may be text
        ("pcbs De Ark - Gedragscode - november 2021", 2, True),
        ("Formulier incident", 3, True),
    ],
)
def test_a_head_on_every_page_that_names_school_and_text_is_sure(
    head: str, pages: int, doubted: bool
) -> None:
    texts = [((11, 770, head), (11, 748, f"{n}{n} {_RULE}"), *_PROSE) for n in range(pages)]
    found = _imported(*texts)
    assert head not in protocol_text(found.protocol)
    assert bool(_doubted(found)) == doubted
