"""Points that count in degrees, as Flemish rules do: 1°, 2°."""

from __future__ import annotations

import pytest

from protocolkit.document.model import PointList
from protocolkit.document.outline import clauses
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.lists import read_markers
from protocolkit.text.numerals import Numerals


@pytest.mark.parametrize("end", ["", ".", ")"])
def test_points_under_a_letter_keep_the_number_that_they_have(end: str) -> None:
    text = (
        "Reglement\n\n1. De leerling mag niets:\na. bezitten;\nb. doorgeven, dat is:\n"
        f"1°{end} verkopen of ruilen;\n2°{end} weggeven.\n2. De school ziet toe.\n"
    )
    imported = import_source(extract_text(text.encode()))
    protocol = read_protocol_text(imported.markdown).protocol
    assert write_protocol(protocol) == imported.markdown
    (letters,) = (b for c in clauses(protocol) for b in c.blocks if isinstance(b, PointList))
    (inner,) = (b for b in letters.points[1].blocks if isinstance(b, PointList))
    assert [point.marker for point in inner.points] == [f"1°{end}", f"2°{end}"]


def test_what_counts_in_degrees() -> None:
    bare, ended = read_markers(("1°", "2°")), read_markers(("1°.", "2°."))
    assert [(one.count, one.numerals) for one in bare or ()] == [
        (1, Numerals.DEGREE),
        (2, Numerals.DEGREE),
    ]
    assert {one.numerals for one in ended or ()} == {Numerals.DEGREE_POINT}
    for other in (("1",), ("a", "b."), ("1°", "2°."), ("°",), ("a°",), ("1º",)):
        assert read_markers(other) is None
