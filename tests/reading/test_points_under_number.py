"""An indented list under a number that CommonMark cannot count holds the points of that clause."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Clause, Paragraph, PointList, Section
from protocolkit.document.richtext import Text
from protocolkit.reading.reader import Reading, read_protocol_text
from protocolkit.reading.writer import write_protocol

_HEAD = """---
protocol:
  title: Protocol AI op school
  organisation: {name: Stichting De Linde, kind: bestuur, sector: po}
  status: concept
---
# Protocol AI op school

{#les}
## 2 In de les

"""
_POINTS = "\n\n   {style=lower-alpha}\n   1. zegt dat;\n   2. bewaart de vraag.\n"
_UNDER = "{#les-3}\nNR Een leerling die een chatbot gebruikt:" + _POINTS


def _read(body: str) -> Reading:
    return read_protocol_text(_HEAD + body)


def _clauses(read: Reading) -> list[Clause]:
    section = read.protocol.parts[0]
    assert isinstance(section, Section)
    return [part for part in section.parts if isinstance(part, Clause)]


@pytest.mark.parametrize("number", ["2a.", "(a)", "3.1.7", "Artikel 5"])
def test_indented_points_are_of_the_clause(number: str) -> None:
    read = _read(_UNDER.replace("NR", number))
    (clause,) = _clauses(read)
    assert not read.problems
    assert (clause.marker, clause.anchor) == (number, "les-3")
    lead, points = clause.blocks
    assert lead == Paragraph((Text("Een leerling die een chatbot gebruikt:"),))
    assert isinstance(points, PointList)
    assert [point.marker for point in points.points] == ["a.", "b."]
    again = read_protocol_text(write_protocol(read.protocol))
    assert _clauses(again) == _clauses(read)


@pytest.mark.parametrize(
    "body",
    [
        "{#les-3}\n2a. Een leerling:\n\n1. zegt dat;\n2. bewaart de vraag.\n",
        "{#les-3}\n2a. Een leerling:\n\n   {#les-4}\n   1. zegt dat;\n   2. bewaart de vraag.\n",
        "{#les-3}\nEen leerling:\n\n   1. zegt dat;\n   2. bewaart de vraag.\n",
    ],
)
def test_other_lists_are_clauses_of_their_own(body: str) -> None:
    assert len(_clauses(_read(body))) == 3


def test_another_number_is_no_split() -> None:
    old = version_of(_read(_UNDER.replace("NR", "3.")).protocol)
    new = version_of(_read(_UNDER.replace("NR", "2a.")).protocol)
    counts = compare_versions(old, new).counts
    assert (counts.removed_words, counts.added_words) == (0, 0)
    assert "split" not in {change.kind.value for change in compare_versions(old, new).changes}
