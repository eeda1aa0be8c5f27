"""What stands in the foot of papers beside a text: it tells each of them from the text itself."""

from __future__ import annotations

from functools import cache

from protocolkit.base.messages import languages, mark, translator

LETTER = mark("A letter with a proposal; not a text of the protocol itself.")
COMPARISON = mark("A comparison of two texts; not a text of the protocol itself.")
OTHER_BOARDS = mark("What other boards have in their protocols; not a text of the protocol itself.")
DECISIONS = mark("A list of decisions about a protocol; not a text of the protocol itself.")
WAS_WORDT = mark("A table of what would change; not a text of the protocol itself.")
CHANGES = mark("A list of what changed between two versions; not a text of the protocol itself.")
DECISION_FORM = mark("A form around a protocol; not a text of the protocol itself.")
REPLIES = mark("Answers to remarks on a proposal; not a text of the protocol itself.")
REACTION_FORM = mark("A form with a proposal; not a text of the protocol itself.")
_ALL = (
    *(LETTER, COMPARISON, OTHER_BOARDS, DECISIONS, WAS_WORDT),
    *(CHANGES, DECISION_FORM, REPLIES, REACTION_FORM),
)


def is_foot_of_paper(line: str) -> bool:
    """Tell whether a line says that it stands on a paper beside a text, in any language of ours."""
    return " ".join(line.split()) in _feet()


@cache
def _feet() -> frozenset[str]:
    return frozenset(translator(language)(foot) for language in languages() for foot in _ALL)
