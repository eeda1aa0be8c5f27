"""Signs without a form spell words that no page shows: they are left out and named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocolkit.importing.extract.text.extract import decode, extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.doubts import OTHER_CODE, REORDERED, STRUCK, UNTOLD
from protocolkit.importing.source.lines import Doubt, Line, Mark, MarkKind, Source
from protocolkit.importing.source.unseen_signs import unseen_signs, without_unseen_signs
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_TEXT = "Protocol fietsen\n\n1. De leerling mag{} fietsen op het plein.\n2. De school let op.\n"


def _tags(words: str) -> str:
    return "".join(chr(0xE0000 + ord(sign)) for sign in words)


def _selectors(words: str) -> str:
    numbers = words.encode("utf-8")
    return "".join(chr(0xFE00 + n if n < 16 else 0xE0100 + n - 16) for n in numbers)


@pytest.mark.parametrize("spell", [_tags, _selectors])
def test_what_signs_without_a_form_spell_is_no_text_and_is_named(
    spell: Callable[[str], str],
) -> None:
    source = extract_text(_TEXT.format(spell(" niet eens")).encode())
    found = import_source(source)
    assert found.markdown.isascii()
    assert "1. De leerling mag fietsen op het plein." in found.markdown
    (left,) = found.ledger.left_out
    assert (left.text, left.reason) == (" niet eens", LeftOutReason.HIDDEN)
    assert left.is_in_sentence
    assert found.source.text[: left.at].endswith("mag")


def test_a_flag_and_the_form_of_one_sign_are_seen() -> None:
    scotland = f"\U0001f3f4{_tags('gbsct')}\U000e007f"
    assert list(unseen_signs(f"De vlag {scotland}, een hart \u2764\ufe0f en 1\ufe0f\u20e3.")) == []


def test_every_place_of_a_source_moves_along() -> None:
    tags = _tags("x")
    text = f"a{tags}b\tcd\n{tags}\nef"
    begin = text.index("ef")
    source = Source(
        text=text,
        lines=(
            Line(text=text[:6], begin=0, cells=((0, 3), (4, 6))),
            Line(text=tags, begin=7),
            Line(text="ef", begin=begin),
        ),
        marks=(Mark(begin=begin, end=begin + 2, kind=MarkKind.STRONG),),
        left_out=(LeftOut(text="w", reason=LeftOutReason.STRUCK, at=begin),),
        doubts=(Doubt(begin=begin, end=begin + 2, text=OTHER_CODE),),
        added=((begin, begin + 1),),
        parts=((begin, "noten"),),
    )
    short = without_unseen_signs(source)
    assert short.text == "ab\tcd\n\nef"
    assert [short.text[line.begin : line.end] for line in short.lines] == ["ab\tcd", "ef"]
    cells = short.lines[0].cells
    assert [short.text[first:last] for first, last in cells] == ["ab", "cd"]
    at = short.text.index("ef")
    assert (short.marks[0].begin, short.doubts[0].end, short.added[0]) == (at, at + 2, (at, at + 1))
    assert short.parts == ((at, "noten"),)
    assert [(one.text, one.at) for one in short.left_out] == [("w", at), ("x", 1), ("x", 6)]


def test_turned_letters_are_a_doubt() -> None:
    source = extract_text(_TEXT.format(" \u202eTEIN\u202c").encode())
    (doubt,) = import_source(source).source.doubts
    assert doubt.text is REORDERED
    assert "TEIN" in source.text[doubt.begin : doubt.end]


def test_struck_letters_and_orders_to_a_terminal_are_doubts() -> None:
    struck = "".join(f"{sign}\u0336" for sign in "niet")
    for written, doubt in ((struck, STRUCK), ("\x1b[9mniet\x1b[0m", UNTOLD)):
        source = extract_text(_TEXT.format(f" {written}").encode())
        (found,) = import_source(source).source.doubts
        assert found.text is doubt
        assert source.text[found.begin :].startswith(written)
    assert import_source(extract_text(_TEXT.format(" 2 ≠ 3").encode())).source.doubts == ()


@pytest.mark.parametrize("code", ["cp1252", "mac_roman", "cp850"])
def test_older_codes_are_known_by_the_signs_of_dutch(code: str) -> None:
    line = "Het café van één leerling is ’s morgens open."
    line = line.replace("’", "'") if code == "cp850" else line
    found = decode(f"{line}\n".encode(code) + b"\x1a")
    assert (found.text, found.encoding) == (f"{line}\n", code)


def test_a_name_from_elsewhere_makes_no_older_code() -> None:
    assert decode("Het café van Žižek en Šimić".encode("cp1252", "replace")).encoding == "cp1252"


def test_a_line_in_another_code_is_read_by_itself() -> None:
    lines = ["Protocol crèche", "1. De crèche mag “niet” open.", "2. Het café kost € 5 – altijd."]
    content = b"\r\n".join([lines[0].encode(), lines[1].encode(), lines[2].encode("cp1252")])
    source = extract_text(content)
    assert source.text.split("\n") == lines
    assert [source.text[d.begin : d.end] for d in source.doubts] == [lines[2]]
    assert source.doubts[0].text is OTHER_CODE
    assert "3" in dict(source.notices[0].values)["lines"]
