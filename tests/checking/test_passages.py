"""The pieces of text that rules look at, and how much of one is shown."""

from __future__ import annotations

from protocolkit.checking.passages import headings, passages, shorten
from protocolkit.reading.reader import read_protocol_text

_TEXT = """---
protocol:
  organisation: {name: De Brug}
---

# Protocol hek

{#h}
## Regels

{#a}
1. Eerste zin, zie [hier](#h).

   Tweede.

{#b}
2. Met een noot.[^1]

[^1]: De noot.
"""


def test_every_paragraph_has_its_place_and_its_number() -> None:
    found = list(passages(read_protocol_text(_TEXT).protocol))
    assert [(one.anchor, one.number, one.text) for one in found[:3]] == [
        ("a", 0, "Eerste zin, zie hier."),
        ("a", 1, "Tweede."),
        ("b", 0, found[2].text),
    ]
    assert found[3].text == "De noot."
    assert [one.has_link for one in found] == [True, False, False, False]


def test_the_title_of_the_board_itself_is_a_heading() -> None:
    own = [one.text for one in headings(read_protocol_text(_TEXT).protocol)]
    assert own == ["Protocol hek", "Regels"]
    supplied = _TEXT.replace("protocol:\n", "protocol:\n  title_supplied: true\n")
    other = [one.text for one in headings(read_protocol_text(supplied).protocol)]
    assert other == ["Regels"]


def test_a_long_passage_is_shown_by_its_beginning() -> None:
    """About a line: enough to find it, not so much that the report is the text again."""
    assert shorten("Ouders wachten buiten.") == "Ouders wachten buiten."
    shown = shorten("De school bewaart dit een jaar. " * 9)
    assert 40 < len(shown) < 100
    assert shown.startswith("De school bewaart dit")
