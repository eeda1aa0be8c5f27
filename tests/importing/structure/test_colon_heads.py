"""A word or three with a colon: what heads, and what only leads in."""

from __future__ import annotations

from outlined import blocks_of, headings_of, source_of
from protocolkit.importing.importer import import_source

_TEXT = "De school belt de ouders nog op dezelfde dag."
_LIST = "1. De mentor belt de ouders.\n2. De ouders komen op school.\n"


def _heads(text: str) -> list[str]:
    return [words for _, words in headings_of(f"Protocol bellen\n\n{_TEXT}\n\n{text}")]


def test_two_of_them_are_headings_and_one_alone_leads_in() -> None:
    assert _heads(f"Doel:\n\n{_TEXT}\n\nWerkwijze:\n\n{_TEXT}\n") == ["Doel:", "Werkwijze:"]
    assert _heads(f"Telefoons:\n\n{_TEXT}\n") == []


def test_one_alone_that_names_a_chapter_above_a_numbered_list_is_a_heading_in_doubt() -> None:
    text = f"Uitgangspunten:\n\n{_LIST}"
    assert _heads(text) == ["Uitgangspunten:"]
    assert [
        block.text for block in blocks_of(f"Protocol bellen\n\n{_TEXT}\n\n{text}") if block.doubts
    ]
    assert _heads(f"Telefoons:\n\n{_LIST}") == []
    assert _heads(f"Uitgangspunten:\n\n{_TEXT}\n") == []


def test_beside_others_one_may_begin_as_a_sentence_does() -> None:
    others = f"Voorbereiding:\n\n{_LIST}\nNazorg:\n\n{_LIST}\n"
    assert _heads(f"{others}Het bellen zelf:\n\n{_LIST}")[-1] == "Het bellen zelf:"
    assert _heads(f"{others}Het bellen zelf:\n\n{_TEXT}\n")[-1] == "Nazorg:"
    assert _heads(f"Het bellen zelf:\n\n{_LIST}") == []


def test_beside_others_one_may_stand_right_above_another() -> None:
    lower = f"Doel:\n\n{_TEXT}\n\nAlgemeen:\n\nVoor ouders:\n\n{_LIST}\nVoor leerlingen:\n\n{_LIST}"
    assert "Algemeen:" in _heads(lower)
    assert "Daarna nog:" not in _heads(lower.replace("Algemeen:", "Daarna nog:"))


def test_one_alone_is_no_doubt_where_a_point_goes_on_with_its_sentence() -> None:
    points = "- {} de ramen dicht;\n- {} water.\n"
    text = f"Protocol hitte\n\n{_TEXT}\n\nKinderen:\n{points}"
    for words, is_doubted in (("zetten", "drinken"), False), (("Zetten", "Drinken"), True):
        (choice,) = import_source(source_of(text.format(*words))).choices
        assert (choice.key, choice.is_doubted) == ("kop-5", is_doubted)
