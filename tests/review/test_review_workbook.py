"""What came back as a spreadsheet: every column of a remark and of a change says what it is for."""

from __future__ import annotations

import io

import openpyxl
import pytest

from protocolkit.base.messages import translator
from protocolkit.review.remarks import PlacedBy, Remark, ReturnedChange, Review
from protocolkit.review.review_workbook import review_workbook

_ENGLISH = translator("en")
_CITED = {"a": "1.1", "b": "1.2"}


def _rows(found: Review) -> list[list[dict[str, str]]]:
    """Return the rows of the remarks and of the changes, each by the heads of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(review_workbook(found, _CITED, _ENGLISH)))
    sheets = []
    for sheet in book.worksheets:
        heads, *rows = (
            [str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)
        )
        sheets.append([dict(zip(heads, row, strict=True)) for row in rows])
    return sheets


def test_a_remark_has_its_words_its_place_and_its_state() -> None:
    remark = Remark(
        id="2:n1",
        author="Ouder A",
        date="2026-03-09T10:00:00Z",
        text="Waarom?",
        quote="belt de ouders",
        parent="2:n0",
        anchor="a",
        near="b",
        resolved=True,
        placed_by=PlacedBy.QUOTE,
        file="terug.docx",
    )
    (row,), _ = _rows(Review(remarks=(remark,), changes=()))
    assert row == {
        "Clause": "1.1",
        "Stands after": "1.2",
        "Who": "Ouder A",
        "On behalf of": "",
        "Date": "2026-03-09",
        "Words that were marked": "belt de ouders",
        "Remark": "Waarom?",
        "Answer to": "2:n0",
        "State": "resolved",
        "How placed": "by the words that were marked",
        "Number": "2:n1",
        "File": "terug.docx",
        "Anchor": "a",
    }


def test_an_open_remark_has_no_state() -> None:
    remark = Remark(id="1", author="", date="", text="x")
    (row,), _ = _rows(Review(remarks=(remark,), changes=()))
    assert (row["State"], row["How placed"]) == ("", "NO PLACE FOUND")


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2026-03-09T10:00:00Z", "2026-03-09"),
        ("maandag 9 maart 2026 om 10:12", "maandag 9 maart 2026 om 10:12"),
        ("2026-03-09", "2026-03-09"),
        ("", ""),
    ],
)
def test_the_day_of_a_mail_stays_as_the_mail_says_it(date: str, day: str) -> None:
    assert Remark(id="1", author="", date=date, text="x").day == day


def _change(anchor: str = "a", new: str = "nieuw", **more: object) -> ReturnedChange:
    return ReturnedChange(anchor=anchor, kind="changed", old="oud", new=new, **more)  # type: ignore[arg-type]


def test_a_change_says_who_made_it_and_whether_the_program_kept_track() -> None:
    tracked = _change(author="A", others=("B",), date="2026-03-09T10:00:00Z", tracked=True)
    loose = _change("b", file="los.docx")
    _, rows = _rows(Review(remarks=(), changes=(tracked, loose)))
    assert [(row["Who"], row["Date"], row["Track changes"]) for row in rows] == [
        ("A, B", "2026-03-09", "yes"),
        ("", "", "no"),
    ]
    assert [(row["stood there"], row["becomes"], row["File"]) for row in rows] == [
        ("oud", "nieuw", ""),
        ("oud", "nieuw", "los.docx"),
    ]
    assert [row["Also changed by others"] for row in rows] == ["yes", ""]


def test_two_who_changed_a_clause_alike_do_not_collide() -> None:
    alike = Review(remarks=(), changes=(_change(file="1"), _change(file="2")))
    other = Review(remarks=(), changes=(_change(), _change(new="anders"), _change("", new="x")))
    assert (alike.collisions, other.collisions) == ((), ("a",))


def test_what_was_added_has_no_name_and_is_new() -> None:
    added = ReturnedChange(anchor="", kind="added", old="", new="Dit ook.")
    assert added.is_new
    assert not ReturnedChange(anchor="", kind="changed", old="Oud", new="Nieuw").is_new
    assert not _change().is_new
