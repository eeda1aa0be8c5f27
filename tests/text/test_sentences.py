"""A sentence ends at a stop before a capital, and not at what only looks like one."""

from __future__ import annotations

import pytest

from protocolkit.text.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De school mag dit. Ouders mogen dat.", ["De school mag dit.", "Ouders mogen dat."]),
        ("Mag dit? Nee! Dat mag niet…", ["Mag dit?", "Nee!", "Dat mag niet…"]),
        ("Dat heet „pesten.” Wie pest, stopt.", ["Dat heet „pesten.”", "Wie pest, stopt."]),
        ("Zie ook de gids. 5 ouders kwamen.", ["Zie ook de gids.", "5 ouders kwamen."]),
        ("Dit mag, bijv. Teams gebruiken.", ["Dit mag, bijv. Teams gebruiken."]),
        ("Volgens art. 5 mag dat.", ["Volgens art. 5 mag dat."]),
        ("Vraag J. Jansen (tel. 06).", ["Vraag J. Jansen (tel. 06)."]),
        ("7. De school mag dit.", ["7. De school mag dit."]),
        ("Het is zo. dat blijft.", ["Het is zo. dat blijft."]),
        ("  Een regel  \n\n  Nog een.  ", ["Een regel", "Nog een."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_sentences_are(text: str, found: list[str]) -> None:
    assert sentences(text) == found
