"""Lines of pages are told from paragraphs, and a copy of a text from a mail about it."""

from __future__ import annotations

import pytest

from one_protocol import headed
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.broken_pages import is_below_number, is_broken, is_copy, paper_share
from protocolkit.review.printed_around import PrintedAround

_LONG = (
    (
        "Leerlingen bewaren hun telefoon in de kluis op de gang en pakken die er aan het eind "
        "van de dag weer uit, tenzij de mentor op die dag iets anders met de klas heeft "
        "afgesproken, voor de gymles of een uitje."
    ),
    (
        "Laptops van de school blijven in het lokaal waar zij staan en gaan alleen mee naar "
        "huis als de ouders daarvoor hebben getekend, het apparaat hebben gezien en weten wat "
        "zij moeten doen als het stuk gaat of wegraakt."
    ),
    (
        "Medewerkers van de school bellen in de les alleen als er haast bij is, en zeggen dat "
        "vooraf aan de klas, zodat alle leerlingen weten waarom het voor een leraar anders is "
        "en niet denken dat er iets ergs gebeurd is."
    ),
)
_MIDDLE = (
    "Wie een vraag over deze afspraken heeft, gaat daarmee eerst naar de mentor van de eigen klas.",
    "Ouders die het met een besluit over hun kind niet eens zijn, schrijven dat aan de directeur.",
)
_SHORT = ("Liever niet dus.", "Met mate mag het.", "Laat dan los.")


def _protocol(*clauses: str) -> Protocol:
    text = "\n".join(f"{{#a{n}}}\n{n}. {one}\n" for n, one in enumerate(clauses, start=1))
    return read_protocol_text(headed("Hek") + text, subject="hek", slug="de-brug").protocol


def _in_two(text: str, share: float = 0.5) -> list[str]:
    cut = text.index(" ", int(len(text) * share))
    return [text[:cut], text[cut + 1 :]]


def _broken(*lines: str | list[str], own: tuple[str, ...]) -> bool:
    flat = [one for line in lines for one in ([line] if isinstance(line, str) else line)]
    return is_broken(flat, _protocol(*own))


def test_most_long_paragraphs_in_pieces_are_lines_of_pages() -> None:
    one, two, three = _LONG
    pieces = [[*_in_two(_in_two(text)[0]), _in_two(text)[1]] for text in _LONG]
    assert _broken(pieces[0], pieces[1], three, own=_LONG)
    assert not _broken(pieces[0], two, three, own=_LONG)
    assert not _broken(one, two, three, own=_LONG)


def test_short_paragraphs_are_no_pieces_of_a_long_one() -> None:
    assert not _broken(*_SHORT, *_LONG, own=(*_SHORT, *_LONG))


@pytest.mark.parametrize(("number", "found"), [(1, False), (2, True)])
def test_lines_that_are_full_go_on_below_and_those_cut_by_hand_do_not(
    number: int, found: bool
) -> None:
    own = (*_MIDDLE, *_SHORT)
    full = [_in_two(text, 0.8) if n < number else text for n, text in enumerate(_MIDDLE)]
    cut = [_in_two(text, 0.3) for text in _MIDDLE]
    room = "Een regel van iemand anders die zo lang is als een bladzijde van ons breed is, echt."
    assert _broken(room, *full[:number], own=own) is found
    assert not _broken(room, *cut, own=own)


def test_a_page_number_tells_of_pages_where_a_paragraph_is_in_pieces() -> None:
    cut = _in_two(_MIDDLE[0], 0.3)
    assert _broken("Bladzijde 1 van 2", cut, own=_MIDDLE)
    assert _broken("Bladzijde 1 van 2", "1.", "Wie een vraag heeft, belt.", own=_MIDDLE)
    assert not _broken("Bladzijde 1 van 2", _MIDDLE[0], own=_MIDDLE)
    # the same words where no paragraph of ours begins
    assert not _broken("Bladzijde 1 van 2", "Nee.", cut[1], own=_MIDDLE)


def test_words_below_their_number_are_lines_of_pages() -> None:
    protocol = _protocol(*_MIDDLE)
    assert is_below_number(["2.", _MIDDLE[1]], protocol)
    assert is_below_number(["2.", "", _in_two(_MIDDLE[1])[0]], protocol)
    assert not is_below_number(["2.", _MIDDLE[0]], protocol)
    assert not is_below_number([f"2. {_MIDDLE[1]}"], protocol)


def test_a_file_longer_than_any_paper_of_ours_is_not_held_beside_one() -> None:
    lines = [piece for text in _LONG for piece in _in_two(_in_two(text)[0])]
    assert is_broken([*lines, *[""] * (5_000 - len(lines))], _protocol(*_LONG))
    assert not is_broken([*lines, *[""] * (5_001 - len(lines))], _protocol(*_LONG))
    late = [*[""] * 5_000, *_LONG]
    assert paper_share(late[1:], _protocol(*_LONG[:1])) == 1
    assert paper_share(late, _protocol(*_LONG[:1])) == 0


def test_short_lines_count_for_no_share_but_where_there_are_no_others() -> None:
    own = ("Ja, altijd.", "Zeker niet.", "Liever niet dus.", "Bel de mentor.")
    assert paper_share([own[2]], _protocol(*own)) == 1 / 2
    assert paper_share([own[0]], _protocol(*own[:2])) == 1 / 2
    assert paper_share(["Iets anders."], _protocol(*own)) == 0


_COPY = (*_LONG, *_MIDDLE)


def _is_copy(*lines: str) -> bool:
    return is_copy(lines, _protocol(*_COPY), PrintedAround)


def test_paragraphs_alone_are_a_copy_though_words_differ() -> None:
    assert _is_copy(*_COPY)
    assert _is_copy(*_LONG)
    assert _is_copy(*_LONG, _MIDDLE[0].replace("mentor", "leraar"))
    assert _is_copy(*_LONG, *_in_two(_MIDDLE[0]))


def test_few_paragraphs_or_words_of_somebody_else_are_no_copy() -> None:
    assert not _is_copy(*_LONG[:2])
    assert not _is_copy(*_LONG, "Beste MR, hierbij een verzoek om uit te leggen wat dit betekent.")
    # fewer are as they were than were changed
    changed = [text.replace(",", " maar").replace("de", "een") for text in _COPY]
    assert not _is_copy(*_LONG, *changed, *changed)


def test_numbers_and_page_numbers_beside_a_copy_say_nothing() -> None:
    assert _is_copy("1.", *_LONG, "Bladzijde 2 van 3")
