"""Where the words of a line of a mail begin, and which clauses its words call."""

from __future__ import annotations

import pytest

from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.called_clauses import CalledClauses
from protocolkit.review.pasted_text import begins, is_listed


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Wie: de ouders", "Wie: de ouders"),
        ("  3) Wie belt?", "Wie belt?"),
        ("(b) Wie belt?", "Wie belt?"),
        ("a. Wie belt?", "Wie belt?"),
        ("iv) Wie belt?", "Wie belt?"),
        ("2° Wie belt?", "Wie belt?"),
        # a word, a name or the number of a clause is what the line begins with
        ("Wie: de ouders", "Wie: de ouders"),
        ("Nee. De directeur beslist", "Nee. De directeur beslist"),
        ("  J. de Vries: akkoord", "J. de Vries: akkoord"),
        ("3.2 Wie belt?", "3.2 Wie belt?"),
        ("16 jaar is te jong", "16 jaar is te jong"),
        ("-", "-"),
    ],
)
def test_a_line_begins_behind_the_sign_of_a_list(line: str, words: str) -> None:
    assert begins(line) == words
    assert is_listed(line) is (line.strip() != words)


def test_a_clause_that_was_put_in_later_is_called_by_its_number() -> None:
    text = "# T\n\n{#h}\n## 3 Bellen\n\n{#a}\n3.2 Ja.\n\n{#b}\n3.2a Nee.\n\n{#c}\n3.3 Soms.\n"
    called = CalledClauses(read_protocol_text(text).protocol, {})
    assert called.all_in("Wat zegt 3.2a naast 3.3?") == ("b", "c")
    assert called.is_named_in("Zo staat het in 3.2a.")
    assert not called.is_named_in("Zo staat het in 3.2b.")
