"""An anchor of a point is as much taken as that of a clause."""

from __future__ import annotations

from protocolkit.reading.reader import read_protocol_text

_TEXT = """# Hek

{#a}
1. Wie:

   {#p}
   - een punt

{#%s}
2. Het hek is dicht.
"""


def _told(anchor: str) -> list[str]:
    problems = read_protocol_text(_TEXT % anchor).problems
    return [one.code.name for one in problems if "anchor" in one.code.name]


def test_a_clause_that_bears_the_anchor_of_a_point_is_told() -> None:
    assert _told("b") == []
    assert _told("p") == ["anchor-twice"]
    assert _told("a") == ["anchor-twice"]
