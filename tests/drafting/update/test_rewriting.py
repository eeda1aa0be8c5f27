"""Of a file with other clauses the settings stay as somebody wrote them, where that is safe."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.outline import clauses
from protocolkit.document.tree import map_parts
from protocolkit.drafting.update.rewriting import rewritten
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_TEXT = """---
protocol:
  # wie dit beheert
  owner: "de directie"
  organisation: {name: De Brug}
---

# Proef

{#a}
1. Een.

{#b}
2. Twee.
"""


def _changed(text: str) -> tuple[str, str]:
    """Return a file without its second clause, and what is written where nothing is kept."""
    read = read_protocol_text(text, subject="s", slug="x").protocol
    left = map_parts(read.parts, lambda one: None if one.anchor == "b" else one)
    facts = replace(read.facts, retired=("b",))
    changed = replace(read, parts=left, facts=facts)
    return rewritten(text, changed), write_protocol(changed)


def test_comments_and_order_of_the_settings_stay() -> None:
    made, whole = _changed(_TEXT)
    assert made != whole
    for line in ("  # wie dit beheert", '  owner: "de directie"', "  retired:"):
        assert line in made.splitlines()
    read = read_protocol_text(made, subject="s", slug="x")
    assert [one.anchor for one in clauses(read.protocol)] == ["a"]
    assert read.protocol.facts.retired == ("b",)


def test_what_would_not_read_back_is_written_anew() -> None:
    """A setting that nobody knows is a problem: a file that has one is not kept as it is."""
    made, whole = _changed(_TEXT.replace("  owner:", "  onbekend: x\n  owner:"))
    assert made == whole
