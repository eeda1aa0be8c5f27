"""A text file: its encoding, its lines with what blank lines and spaces say, and its tables."""

from __future__ import annotations

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.text.extract import decode, extract_text, text_lines
from protocolkit.importing.source.lines import Line


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_is_in(encoding: str, said: str) -> None:
    text = "De privé-foto’s van één leerling.\n"
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, said)
    assert bool(extract_text(text.encode(encoding)).notices) == (said != "utf-8")


def test_line_ends_are_newlines_and_a_mark_inside_is_dropped() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"
    assert decode("\ufeff\ufeffa".encode()).text == "a"


@pytest.mark.parametrize("content", [b"abc\x00\x01\x02def" * 9, bytes(range(14, 27)), b"\x81" * 50])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(ProtocolkitError):
        decode(content)


def test_a_letter_that_cannot_be_read_does_not_spoil_a_text() -> None:
    assert decode(b"De school mag dit. " * 20 + b"\x81\xe9").encoding == "cp1252"


def _gaps(text: str) -> list[float]:
    return [line.gap for line in text_lines(text)]


def test_the_gap_is_the_number_of_blank_lines() -> None:
    assert _gaps("a\nb\n\nc\n\n\nd\n") == [0, 0, 1, 2]


def test_a_blank_line_with_a_space_was_a_paragraph_where_others_are_empty() -> None:
    assert _gaps("a\n\nb\n \nc\n") == [0, 1, 2]
    # Where all hold a space, that says nothing.
    assert _gaps("a\n \nb\n \nc") == [0, 1, 1]


def test_a_form_feed_begins_a_page() -> None:
    lines = text_lines("een\ntwee\n\fdrie\nvier\n")
    assert [(line.text, line.page, line.is_page_start) for line in lines] == [
        ("een", 1, False),
        ("twee", 1, False),
        ("drie", 2, True),
        ("vier", 2, False),
    ]
    [after] = [line for line in text_lines("een\n\f\ntwee\n") if line.text == "twee"]
    assert (after.page, after.is_page_start) == (2, True)


def test_a_space_before_a_line_begins_a_page_where_that_is_rare() -> None:
    rare = "\n".join([f"regel {number}" for number in range(12)] + [" nieuw blad", "verder"])
    new = next(line for line in text_lines(rare) if line.text == "nieuw blad")
    assert (new.page, new.is_page_start, new.indent) == (2, True, 0)
    two = [f"regel {number}" for number in range(20)] + [" nieuw", "verder", " nog een", "en zo"]
    assert [line.page for line in text_lines("\n".join(two))][-4:] == [2, 2, 3, 3]
    often = "\n".join(["kop", *[f" regel {number}" for number in range(12)]])
    assert all(not line.is_page_start for line in text_lines(often))
    assert text_lines(often)[1].indent == 1


def test_an_indent_is_counted_in_letters_and_tabs_of_four() -> None:
    assert [line.indent for line in text_lines("a\n  b\n\tc\n   d\n")] == [0, 2, 4, 3]
    assert [line.is_spaced for line in text_lines("a  \nb \nc\n")] == [True, False, False]


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows of tables: the number of the table, and its cells."""

    def cells(line: Line) -> list[str]:
        return [line.text[begin - line.begin : end - line.begin] for begin, end in line.cells]

    return [(line.table, cells(line)) for line in text_lines(text) if line.cells]


def test_lines_with_equally_many_tabs_are_a_table() -> None:
    text = "Wie\tWat\nMentor\tbelt\n\nLos\n\nA\tB\nC\tD\n"
    assert _rows(text) == [
        (1, ["Wie", "Wat"]),
        (1, ["Mentor", "belt"]),
        (2, ["A", "B"]),
        (2, ["C", "D"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wie\tWat\nnog een regel\n",
        "Wie\tWat\n\nMentor\tbelt\n",
        "1.\tDe school belt.\n2.\tDe ouder komt.\n",
        "Wie\tWat\nA\tB\tC\n",
    ],
)
def test_one_line_with_a_tab_or_markers_are_no_table(text: str) -> None:
    assert _rows(text) == []


def test_three_lines_whose_parts_stand_below_each_other_are_a_table() -> None:
    three = "Wie       Wat\nMentor    belt\nOuder     komt\n"
    assert _rows(three) == [
        (1, ["Wie", "Wat"]),
        (1, ["Mentor", "belt"]),
        (1, ["Ouder", "komt"]),
    ]
    assert _rows("\n".join(three.splitlines()[:2])) == []
    assert _rows("Wie       Wat\nMentor        belt\nOuder     komt\n") == []
    assert _rows("Naam      : Jan\nGroep     : 8\nSchool    : De Mus\n") == []
    assert _rows("1.    De school\n2.    De ouder\n3.    De mentor\n") == []
    assert _rows("Wie       Wat\nMentor    belt\n\n\n\nOuder     komt\n") == []


def test_a_table_of_tabs_and_one_of_spaces_are_two() -> None:
    text = "A\tB\nC\tD\n\nWie       Wat\nMentor    belt\nOuder     komt\n"
    assert [number for number, _ in _rows(text)] == [1, 1, 2, 2, 2]


def test_where_no_line_is_broken_each_is_a_paragraph() -> None:
    long = "De school mag dit en de ouders mogen dat ook. " * 6
    assert all(line.is_whole for line in text_lines(f"{long}\n{long}\nKort.\n"))
    assert not any(line.is_whole for line in text_lines("De school mag dit.\nEn dat.\n"))
    assert text_lines("") == ()


def test_pasted_lines_in_another_encoding_are_read_and_named() -> None:
    """Lines of Windows-1252 in a file of UTF-8: each by itself, and the first few by number."""
    good, odd = "De privé-foto.\n".encode(), "Eén foto.\n".encode("cp1252")
    found = decode(good + odd + good)
    assert found.text == "De privé-foto.\nEén foto.\nDe privé-foto.\n"
    [told] = found.notices
    assert dict(told.values)["lines"] == "2"
    [few] = decode((good + odd) * 4).notices
    [many] = decode((good + odd) * 50).notices
    assert "…" not in dict(few.values)["lines"]
    assert dict(many.values)["lines"].endswith(", …")


def test_blank_lines_are_no_text_that_is_too_much() -> None:
    assert len(extract_text(b"De school\n" + b"\n" * 40_000).lines) == 1
    with pytest.raises(ProtocolkitError):
        extract_text(b"a\n" * 40_000)


def test_a_sign_in_two_halves_is_one_sign() -> None:
    halves = "\ud83d\ude00".encode("utf-8", "surrogatepass")
    found = decode("Goed é ".encode() + halves + b" einde.\n")
    assert (found.text, found.encoding, found.odd) == ("Goed é 😀 einde.\n", "utf-8", ())


def test_a_row_may_have_an_empty_cell_where_each_tab_ends_one() -> None:
    text = "Wie\tWat\tWanneer\nMentor\tbelt\t\nOuder\t\tmorgen\n\tkomt\t\n"
    assert _rows(text) == [
        (1, ["Wie", "Wat", "Wanneer"]),
        (1, ["Mentor", "belt", ""]),
        (1, ["Ouder", "", "morgen"]),
        (1, ["", "komt", ""]),
    ]


def test_tabs_beside_each_other_may_only_set_words_below_others() -> None:
    assert _rows("Wie\t\tWat\nMentor\tbelt\n") == [(1, ["Wie", "Wat"]), (1, ["Mentor", "belt"])]


def test_the_widest_cell_of_a_column_leaves_two_spaces() -> None:
    text = "Fruit        Waar     Uur\nmandarijnen  op mijn  9\npeer         plein    10\n"
    assert [len(line.cells) for line in text_lines(text)] == [3, 3, 3]


def test_sentences_with_two_spaces_between_them_are_no_table() -> None:
    text = "Wij bellen.  Dat mag.\nZij eten nu.  Dat mag.\nHij leest.  Dat mag ook.\n"
    assert not any(line.cells for line in text_lines(text))
    assert not any(line.cells for line in text_lines("Wij eten.  Dan.\n" * 3))


@pytest.mark.parametrize(
    ("usual", "older", "length", "encoding"),
    [
        # half of what is beyond ASCII is usual in Windows-1252
        (5, 5, 100, "cp1252"),
        # nearly all is usual in an older one
        (1, 9, 100, "cp850"),
        (2, 8, 100, "cp1252"),
        # of a Dutch text little is beyond ASCII
        (0, 10, 34, "cp850"),
        (0, 10, 33, "cp1252"),
    ],
)
def test_an_older_encoding_has_nearly_all_the_signs_of_dutch(
    usual: int, older: int, length: int, encoding: str
) -> None:
    content = b"\xe9a" * usual + b"\x82a" * older
    assert decode(content + b"a" * (length - len(content))).encoding == encoding


def test_capitals_with_a_sign_are_rarer_than_small_letters() -> None:
    # of DOS it is a capital, of the first Macintosh a small letter
    assert decode(b"a" * 100 + b"\x90a" * 10).encoding == "mac_roman"


@pytest.mark.parametrize(("count", "has_more"), [(20, False), (21, True)])
def test_twenty_lines_in_another_encoding_are_named(count: int, has_more: bool) -> None:
    good, odd = "De privé-foto.\n".encode(), "Eén foto.\n".encode("cp1252")
    (notice,) = extract_text(good + odd * count).notices
    named = ", ".join(str(number) for number in range(2, 22))
    assert dict(notice.values)["lines"] == named + (", …" if has_more else "")
