"""What a PDF marks as no part of its text, and what a reader takes for a clause all the same."""

from __future__ import annotations

import pytest

from drawn_pdf import RULES, Drawing, proved_pdf
from protocolkit.importing.source.doubts import NO_TEXT
from protocolkit.reading.words_left_out import LeftOutReason

_CLAUSE = "4. Bellen in de les mag nooit."


def _read(words: str, height: int) -> tuple[list[str], list[object]]:
    drawing = Drawing()
    mark = f" /Artifact BMC BT /F 11 Tf 70 {height} Td ({words}) Tj ET EMC "
    head = " /Artifact BMC BT /F 9 Tf 70 820 Td (Protocol van de school) Tj ET EMC "
    last = " BT /F 11 Tf 70 600 Td (5. De school belt de ouders op.) Tj ET "
    drawing.page(head + RULES + mark + last)
    source = proved_pdf(drawing.bytes())
    assert words not in source.text
    told = [one.text for one in source.left_out if one.reason is LeftOutReason.ARTIFACT]
    return told, [doubt.text for doubt in source.doubts]


def test_a_clause_that_is_marked_as_none_is_left_out_with_a_doubt() -> None:
    told, doubts = _read(_CLAUSE, 660)
    assert doubts == [NO_TEXT]
    assert _CLAUSE in told


@pytest.mark.parametrize(("words", "height"), [("Concept", 660), (_CLAUSE, 40), (_CLAUSE, 810)])
def test_watermarks_heads_and_feet_are_no_doubt(words: str, height: int) -> None:
    told, doubts = _read(words, height)
    assert doubts == []
    assert words in "".join(told)
