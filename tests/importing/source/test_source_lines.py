"""All places of a source are offsets in its one text, whoever adds to it."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import mark
from protocolkit.importing.source.lines import Doubt, Line, Mark, MarkKind, Source, SourceBuilder
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_WHY = mark("hidden")
_HIDDEN = LeftOutReason.HIDDEN


def _line(text: str) -> Line:
    return Line(text=text, begin=0)


def _said(source: Source) -> list[str]:
    return [source.text[line.begin : line.end] for line in source.lines]


def test_what_belongs_to_a_line_moves_along_with_it() -> None:
    builder = SourceBuilder()
    builder.add(_line("De school"))
    builder.skip()
    builder.add(
        _line("mag dit"),
        [Mark(begin=0, end=3, kind=MarkKind.STRONG)],
        left_out=[LeftOut(text="niet", reason=_HIDDEN, at=3)],
        doubts=[Doubt(begin=4, end=7, text=_WHY)],
        added=[(0, 3)],
    )
    found = builder.build()
    assert found.text == "De school\n\nmag dit\n"
    assert _said(found) == ["De school", "mag dit"]
    [strong], [doubt], [left], [added] = found.marks, found.doubts, found.left_out, found.added
    assert found.text[strong.begin : strong.end] == found.text[slice(*added)] == "mag"
    assert found.text[doubt.begin : doubt.end] == "dit"
    assert left.at == found.text.index(" dit")


def test_a_file_that_is_taken_in_is_a_part_with_its_own_places() -> None:
    inner = SourceBuilder()
    inner.add(
        Line(text="a\tb", begin=0, cells=((0, 1), (2, 3)), table=1),
        [Mark(begin=2, end=3, kind=MarkKind.EMPHASIS)],
        left_out=[LeftOut(text="x", reason=_HIDDEN, at=1)],
        doubts=[Doubt(begin=0, end=1, text=_WHY)],
        added=[(2, 3)],
    )
    inner.add(_line("los"))
    inner.left_out.append(LeftOut(text="nergens", reason=_HIDDEN, at=-1))
    inner.notice(_WHY)
    builder = SourceBuilder()
    builder.add(_line("Voor"))
    builder.include(inner.build(), "stuk")
    builder.add(_line("Na"))
    found = builder.build()
    assert _said(found) == ["Voor", "a\tb", "los", "Na"]
    row, loose = found.lines[1], found.lines[2]
    assert [found.text[slice(*cell)] for cell in row.cells] == ["a", "b"]
    # Tables of two parts are never the same one; a line outside a table stays outside.
    assert row.table > 1
    assert loose.table == 0
    assert found.text[found.marks[0].begin] == found.text[found.added[0][0]] == "b"
    assert found.text[found.doubts[0].begin] == "a"
    assert [(one.at >= 0, one.part) for one in found.left_out] == [
        (True, "stuk"),
        (False, "stuk"),
    ]
    assert found.left_out[0].at == row.begin + 1
    assert found.left_out[1].at == -1
    assert found.parts == ((row.begin, "stuk"), (found.lines[3].begin, ""))
    assert len(found.notices) == 1


def test_what_is_left_out_in_one_place_for_one_reason_is_told_together() -> None:
    builder = SourceBuilder()
    builder.leave_out("eerste", _HIDDEN)
    builder.leave_out("tweede", _HIDDEN)
    builder.leave_out(" \n", _HIDDEN)
    builder.leave_out("ander", LeftOutReason.COMMENT)
    builder.add(_line("De school"))
    builder.leave_out("later", LeftOutReason.COMMENT)
    found = [(one.text, one.reason, one.at) for one in builder.build().left_out]
    assert found == [
        ("eerste tweede", _HIDDEN, 0),
        ("ander", LeftOutReason.COMMENT, 0),
        ("later", LeftOutReason.COMMENT, 10),
    ]


def test_of_another_part_the_place_is_not_known() -> None:
    builder = SourceBuilder()
    builder.begin_part("koptekst")
    builder.add(_line("De school"))
    builder.leave_out("hier", _HIDDEN)
    builder.leave_out("ook hier", _HIDDEN, "koptekst")
    builder.leave_out("elders", _HIDDEN, "voettekst")
    found = [(one.text, one.at, one.part) for one in builder.build().left_out]
    assert found == [("hier ook hier", 10, "koptekst"), ("elders", -1, "voettekst")]


def test_what_a_line_leaves_out_is_of_the_part_that_it_names_itself() -> None:
    builder = SourceBuilder()
    builder.begin_part("koptekst")
    named = LeftOut(text="a", reason=_HIDDEN, at=0, part="noot")
    builder.add(_line("De school"), left_out=[named, LeftOut(text="b", reason=_HIDDEN, at=0)])
    assert [one.part for one in builder.build().left_out] == ["noot", "koptekst"]


def test_a_doubt_without_words_is_about_the_line_before_it() -> None:
    builder = SourceBuilder()
    builder.doubt(_WHY)
    builder.add(_line("Voor"))
    builder.add(_line("De school"))
    builder.doubt(_WHY)
    found = builder.build()
    assert [found.text[doubt.begin : doubt.end] for doubt in found.doubts] == ["", "De school"]


@pytest.mark.parametrize(
    ("spans", "is_italic"),
    [([(0, 9)], True), ([(0, 2), (3, 9)], True), ([(3, 9)], False), ([], False)],
)
def test_a_line_is_in_italics_when_all_its_words_are(
    spans: list[tuple[int, int]], *, is_italic: bool
) -> None:
    builder = SourceBuilder()
    builder.add(Line(text="Eerste.", begin=0))
    marks = [Mark(begin=begin, end=end, kind=MarkKind.EMPHASIS) for begin, end in spans]
    builder.add(Line(text="In Zwolle", begin=0), marks)
    assert [line.is_italic for line in builder.lines] == [False, is_italic]
