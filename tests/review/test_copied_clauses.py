"""A paragraph that stands twice is a clause once, and a copy elsewhere."""

from __future__ import annotations

import pytest

from one_protocol import headed
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.clause_pieces import clause_pieces
from protocolkit.review.copied_clauses import copied_clauses
from protocolkit.review.word_story import StoryParagraph


def _protocol(*clauses: str) -> Protocol:
    text = "\n".join(f"{{#a{n}}}\n{n}. {one}\n" for n, one in enumerate(clauses, start=1))
    return read_protocol_text(headed("Hek") + text, subject="hek", slug="de-brug").protocol


@pytest.mark.parametrize(
    ("clause", "copies"), [("Dit geldt overal.", 1), ("Dat mag nooit", 0), ("Dat mag", 0)]
)
def test_a_paragraph_that_stands_twice_is_a_copy_where_it_has_words_enough(
    clause: str, copies: int
) -> None:
    protocol = _protocol("Een regel vooraf voor iedereen.", clause, "Een laatste regel daarna.")
    said = ["Een regel vooraf voor iedereen.", clause, "Een laatste regel daarna.", clause]
    found = ["a1", "a2", "a3", "a2"]
    paragraphs = [StoryParagraph(old=one, new=one) for one in said]
    made = copied_clauses(clause_pieces(protocol), found, frozenset(), paragraphs)
    assert len(made) == copies
    assert made <= {3}
