"""The columns of the form on which a council reacts: written by a dossier, read when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

from protocolkit.base.messages import languages, mark, translator
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, clauses, labels
from protocolkit.text.shortening import shortened

FORM_STANDING = mark("A form with a proposal; not a text of the protocol itself.")
"""What the form is, as it stands in the foot of its pages."""

_LONGEST = 260


class Column(Enum):
    """What a column of the form holds; by the last one a remark is placed."""

    LABEL = mark("Clause")
    TEXT = mark("Text")
    REMARK = mark("Your remark")
    WHOM = mark("On behalf of whom")
    ANCHOR = mark("Anchor")


HEADS = tuple(column.value for column in Column)
"""The columns of the spreadsheet, in order; on paper there are the first three."""


def form_rows(protocol: Protocol) -> Iterator[tuple[str, str, str]]:
    """Yield each clause as a row: its label, its text and its anchor."""
    cited = labels(protocol)
    for clause in clauses(protocol):
        text = " ".join(clause_text(clause).split())
        yield cited[clause.anchor], f"{clause.marker} {text}".strip(), clause.anchor


def begin_of(text: str) -> str:
    """Return how a text begins, as the paper form shows it."""
    return shortened(text, _LONGEST)


def column_of(head: str) -> Column | None:
    """Return which column has this head, in any language of ours; None when none has."""
    return _by_head().get(_folded(head))


@cache
def _by_head() -> dict[str, Column]:
    tellers = [translator(language) for language in languages()]
    return {_folded(tell(column.value)): column for column in Column for tell in tellers}


def _folded(head: str) -> str:
    return " ".join(head.casefold().split()).rstrip(" :.?")
