"""What must fit on one line or on one page is cut where it can be missed, and only then."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import docx
import pytest

from protocolkit.base.messages import translator
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.paper.house.pixels import PictureError, draw
from protocolkit.paper.shared.contents import ContentsPlace, contents_lines, contents_place
from protocolkit.paper.shared.cover_title import is_long_title
from protocolkit.paper.shared.running_head import running_head
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.printed_label import is_label, short_label, short_labels

_NL = translator("nl")


@cache
def _protocol(headings: int, words: int = 3, *, depth: int = 2) -> Protocol:
    head = "---\nprotocol:\n  organisation: {name: De Mus}\n---\n\n# Protocol hek\n\n"
    body = "".join(
        f"{'#' * (2 + n % (depth - 1))} {n} Kop\n\n{{#a{n}}}\n1. {'woord ' * words}\n\n"
        for n in range(headings)
    )
    return read_protocol_text(head + body).protocol


def _cover(**more: Any) -> Cover:
    return replace(make_cover(_protocol(1), _NL), **more)


def test_a_head_of_usual_names_is_whole() -> None:
    found = _cover(organisation="Stichting De Brug", title="Protocol sociale media")
    assert running_head(found) == ("Stichting De Brug", "Protocol sociale media")


@pytest.mark.parametrize(("length", "is_long"), [(120, False), (121, True)])
def test_a_title_of_more_than_a_hundred_and_twenty_signs_is_set_smaller(
    length: int, is_long: bool
) -> None:
    assert is_long_title(_cover(title="a" * length)) is is_long


def test_long_names_fit_on_one_line_together_and_the_title_keeps_half() -> None:
    long = "Stichting voor christelijk en openbaar primair onderwijs in de regio " * 2
    organisation, title = running_head(_cover(organisation=long, title=long))
    assert organisation.endswith("…")
    assert title.endswith("…")
    assert 60 < len(organisation) + len(title) <= 84
    assert len(title) >= 36
    assert len(running_head(_cover(organisation="Mus", title=long))[1]) > 60
    name = "Stichting Scholen aan de Vecht en omstreken voor ieder"
    assert running_head(_cover(organisation=name, title="Pesten")) == (name, "Pesten")


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Artikel 3, lid 2", "Artikel 3, lid 2"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "…"),
        ("Bijzonderheden " * 9 + "en meer, 1e punt", "Bijzonderheden Bijzonderheden…, 1e punt"),
        ("Wat doen we bij brand in het lokaal nu? 2", "Wat doen we bij brand in het lokaal… 2"),
        ("Kort, " + "y" * 40, ("Kort, " + "y" * 40)[:39] + "…"),
        ("Bij brand, " * 4 + "buiten 12 (2e)", "Bij brand, Bij brand, Bij… 12 (2e)"),
    ],
)
def test_a_label_keeps_its_number(label: str, shown: str) -> None:
    assert short_label(label) == shown
    assert len(short_label(label)) <= 40


def test_labels_of_one_text_are_never_printed_alike() -> None:
    long = "Wat doen we als er brand uitbreekt tijdens de les in het "
    said = {name: f"{long}{name}? 3" for name in ("lokaal", "hok")} | {"kort": "Kort 3"}
    printed = short_labels(said)
    assert printed == {
        "lokaal": "Wat doen we als er…les in het lokaal? 3",
        "hok": "Wat doen we als er…de les in het hok? 3",
        "kort": "Kort 3",
    }
    assert all(is_label(printed[name], label) for name, label in said.items())
    traffic = "De verkeersveiligheid van leerlingen op de fiets en van wie achteraan rijdt"
    told = short_labels({"a": f"{traffic}, 1e alinea", "b": f"{traffic} of loopt, 1e alinea"})
    # cut between words
    assert list(told.values()) == [
        "De verkeersveiligheid…rijdt, 1e alinea",
        "De verkeersveiligheid…loopt, 1e alinea",
    ]
    cover = "Verzekering, schade en wat ouders zelf regelen voor de"
    told = {name: f"{cover} {name}, 1e alinea" for name in ("opvang", "overblijf")}
    assert short_labels(told)["opvang"] == "Verzekering…voor de opvang, 1e alinea"
    assert all(is_label(said, told[name]) for name, said in short_labels(told).items())
    ends = {name: f"{long}{name} {'en dan ' * 9}3" for name in ("lokaal", "hok")}
    assert short_labels(ends) == ends


def _place(headings: int, words: int = 3, *, logo: bool = False, **more: Any) -> ContentsPlace:
    return contents_place(_protocol(headings, words), _cover(**more), has_logo=logo)


def test_where_the_contents_stand_depends_on_how_much_there_is() -> None:
    assert contents_lines(_protocol(2)) == ()
    assert len(contents_lines(_protocol(3))) == 3
    assert _place(2) is ContentsPlace.NOWHERE
    assert _place(5) is ContentsPlace.COVER
    # Forty lines are no part of a cover; of a short text they stand above it.
    assert _place(40) is ContentsPlace.ABOVE
    assert _place(40, words=100) is ContentsPlace.PAGE


def test_a_full_cover_has_no_room_for_contents() -> None:
    rows = tuple(("Schoolnaam", "waarde " * 20) for _ in range(20))
    assert _place(5, rows=rows) is ContentsPlace.ABOVE
    assert _place(5, words=1000, rows=rows) is ContentsPlace.ABOVE
    assert _place(13, words=300, rows=rows) is ContentsPlace.ABOVE
    assert _place(20, words=300, rows=rows) is ContentsPlace.PAGE
    assert _place(5, title="Een heel lange titel " * 40) is ContentsPlace.ABOVE
    assert _place(5, incomplete="Een lange melding. " * 80) is ContentsPlace.ABOVE


def _most(**more: Any) -> int:
    """Return how many headings the contents of a cover may list."""
    protocols = {number: _protocol(number) for number in range(3, 40)}
    logo = bool(more.pop("logo", False))
    cover = _cover(**more)
    fits = [
        number
        for number, made in protocols.items()
        if contents_place(made, cover, has_logo=logo) is ContentsPlace.COVER
    ]
    return max(fits, default=0)


def test_each_thing_on_a_cover_takes_room_from_the_contents() -> None:
    """About a line of contents for a line of the cover, and some for a picture."""
    bare = _most()
    assert 12 < bare < 36
    for more, least, most in (
        ({"logo": True}, 4, 7),
        ({"signatories": ("MR",)}, 5, 8),
        ({"check_address": "https://x.nl"}, 3, 7),
        ({"adoption": "Overgenomen."}, 1, 4),
        ({"rows": (*_cover().rows, ("Schoolnaam", "De Mus"))}, 1, 2),
    ):
        assert least <= bare - _most(**more) <= most, more


def test_a_long_value_takes_the_room_of_its_lines() -> None:
    rows = _cover().rows
    short, long = (_most(rows=(*rows, ("Schoolnaam", value))) for value in ("De Mus", "Mus " * 80))
    assert 3 <= short - long <= 9


@pytest.mark.parametrize(("headings", "breaks"), [(5, False), (40, True)])
def test_contents_that_do_not_stand_on_the_cover_begin_a_page(headings: int, breaks: bool) -> None:
    made = _protocol(headings)
    file = docx.Document(io.BytesIO(write_docx(made, make_cover(made, _NL), _NL)))
    [heading] = [p for p in file.paragraphs if p.style and p.style.style_id == "TOCHeading"]
    assert bool(heading.paragraph_format.page_break_before) is breaks


def test_a_drawing_is_as_large_as_a_logo_in_print() -> None:
    size = b'width="100" height="10"'
    wide = b'<svg xmlns="http://www.w3.org/2000/svg" %s><rect %s/></svg>' % (size, size)
    high = wide.replace(size, b'width="10" height="100"')
    assert (draw(wide, "svg").width, draw(wide, "svg").height) == (1200, 120)
    assert (draw(high, "svg").width, draw(high, "svg").height) == (60, 600)
    with pytest.raises(PictureError):
        draw(b"geen plaatje", "svg")
