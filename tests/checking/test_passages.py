"""The pieces of text that rules look at: found once for each protocol, whoever asks."""

from __future__ import annotations

from protocolkit.checking.passages import headings, passages, sentences, shorten
from protocolkit.reading.reader import read_protocol_text

_TEXT = "# Hek\n\n{#a}\n1. Eerst.[^1]\n\n   | A | B |\n   |---|---|\n   | c | d |\n\n[^1]: Noot.\n"


def test_every_piece_comes_in_its_order_with_its_place() -> None:
    found = passages(read_protocol_text(_TEXT, "a.md").protocol)
    assert [one.text for one in found] == ["Eerst.", "A", "B", "c", "d", "Noot."]
    assert [one.number for one in found] == [0, 1, 2, 3, 4, 0]
    assert [one.anchor for one in found[:5]] == ["a"] * 5
    assert [one.location.line for one in found] == [4, 6, 6, 8, 8, 10]


def test_they_are_found_once_for_all_rules() -> None:
    protocol = read_protocol_text(_TEXT, "a.md").protocol
    assert passages(protocol) is passages(protocol)


def test_a_message_shows_sixty_signs_of_a_text() -> None:
    assert shorten("Een  regel\nmet spaties.") == "Een regel met spaties."
    assert shorten("a" * 60) == "a" * 60
    assert len(shorten("woord " * 20)) <= 60


def test_a_title_that_we_supplied_is_no_heading_of_the_board() -> None:
    text = "---\nprotocol:\n  organisation: {name: X}\nSUPPLIED---\n\n# Hek\n\n{#h}\n## 1 Kop\n"
    own = read_protocol_text(text.replace("SUPPLIED", "")).protocol
    ours = read_protocol_text(text.replace("SUPPLIED", "  title_supplied: true\n")).protocol
    assert [one.text for one in headings(own)] == ["Hek", "Kop"]
    assert [one.text for one in headings(ours)] == ["Kop"]


def test_a_sentence_ends_before_a_capital_or_where_a_line_does() -> None:
    assert sentences("Bel om 9.30 uur. Wacht bijv. even.\n\n'Goed?' (Ja.)") == [
        "Bel om 9.30 uur.",
        "Wacht bijv. even.",
        "'Goed?",
        "(Ja.)",
    ]
