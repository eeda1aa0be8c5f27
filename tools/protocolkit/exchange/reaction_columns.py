"""The columns of the form on which a council reacts: written by a dossier, read when it is back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from protocolkit.base.messages import Translate, languages, mark, translator
from protocolkit.document.model import Block, Clause, Footnote, Protocol, Table
from protocolkit.document.outline import blocks_text, clauses, labels
from protocolkit.document.richtext import plain
from protocolkit.document.tree import rows_of
from protocolkit.text.shortening import shortened
from protocolkit.text.words import tokens

FORM_TITLE = mark("Form for your remarks")
FORM_HOW = mark(
    "Write your remark behind the clause, and say on behalf of whom: the council, a section or "
    "yourself. You may also put remarks in the margin of the Word file."
)
FORM_CODE = mark("This proposal is about the text with check code {code}.")
FORM_SENDER = mark("Who fills in this form?")
FORM_FIELD = mark("Fill in here")
_GOES = mark("{place} (goes)")
_LONGEST = 260
_BETWEEN_CELLS = " | "
_HEADS_OF_WHOM = frozenset(
    (
        "van wie",
        "wie",
        "geleding",
        "namens",
        "namens welke geleding",
        "wie zegt dit",
        "wie reageert",
    )
)


class Column(Enum):
    """What a column of the form holds; by the last one a remark is placed."""

    LABEL = mark("Clause")
    TEXT = mark("Text")
    REMARK = mark("Your remark")
    WHOM = mark("On behalf of whom")
    ANCHOR = mark("Anchor")


HEADS = tuple(column.value for column in Column)
"""The columns of the spreadsheet, in order; on paper there is all but the last."""


def form_rows(protocol: Protocol) -> Iterator[tuple[str, str, str]]:
    """Yield each clause as a row: its label, its text and its anchor."""
    cited = labels(protocol)
    for clause in clauses(protocol):
        yield cited[clause.anchor], row_text(clause), clause.anchor


def note_rows(protocol: Protocol) -> Iterator[tuple[str, str, str]]:
    """Yield each note as a row."""
    cited = labels(protocol)
    for note in protocol.notes:
        yield cited[note.anchor], row_text(note), note.anchor


def row_text(item: Clause | Footnote) -> str:
    """Return the words of a clause or note as a form shows them: a row of a table is a line."""
    marker = "" if isinstance(item, Footnote) else item.marker
    shown = [_shown(block) for block in item.blocks]
    between = "\n" if any(isinstance(block, Table) for block in item.blocks) else " "
    return f"{marker} {between.join(shown)}".strip()


def _shown(block: Block) -> str:
    if not isinstance(block, Table):
        return " ".join(blocks_text((block,)).split())
    rows = ((" ".join(plain(cell).split()) for cell in row) for row in rows_of(block))
    return "\n".join(_BETWEEN_CELLS.join(row) for row in rows)


def row_words(text: str) -> tuple[str, ...]:
    """Return the words of a row by which it is known; forms of before had none between cells."""
    return tuple(word for word in tokens(text) if word != _BETWEEN_CELLS.strip())


def is_row_text(said: str, text: str) -> bool:
    """Tell whether a cell has the words of a row, or those with which a form shows it.

    Forms of before showed a few more words of a table.
    """
    before = " ".join(text.replace(_BETWEEN_CELLS, " ").split())
    return row_words(said) in map(row_words, (text, begin_of(text), begin_of(before)))


def goes_label(label: str, translate: Translate) -> str:
    """Return how a clause is called that goes."""
    return translate(_GOES).format(place=label)


def is_goes_label(said: str) -> bool:
    """Tell whether a row is that of a clause that goes, in any language of ours."""
    ends = (translator(language)(_GOES).partition("{place}")[2] for language in languages())
    return any(said.strip().endswith(end.strip()) for end in ends)


def is_around_form(said: str, protocol: Protocol) -> bool:
    """Tell whether a line is one that we print around a form, in any language of ours."""
    words = _folded(said)
    own = ("", protocol.facts.organisation.name, plain(protocol.title))
    return words in map(_folded, own) or any(one.fullmatch(words) for one in _around_form())


@cache
def _around_form() -> tuple[re.Pattern[str], ...]:
    tellers = [translator(language) for language in languages()]
    printed = (FORM_TITLE, FORM_HOW, FORM_CODE, FORM_SENDER, FORM_FIELD, Column.WHOM.value)
    lines = [_folded(tell(line)) for tell in tellers for line in printed]
    return tuple(re.compile(re.escape(line).replace(r"\{code\}", "[0-9a-f ]+")) for line in lines)


def begin_of(text: str) -> str:
    """Return how a text begins, as the paper form shows it."""
    return shortened(text, _LONGEST)


def column_of(head: str) -> Column | None:
    """Return which column has this head, in any language of ours; None when none has."""
    return _by_head().get(_folded(head))


def is_head_of_whom(head: str) -> bool:
    """Tell whether a head is one that people write above on whose behalf a remark is."""
    return _folded(head) in _HEADS_OF_WHOM


@cache
def _by_head() -> dict[str, Column]:
    tellers = [translator(language) for language in languages()]
    return {_folded(tell(column.value)): column for column in Column for tell in tellers}


def _folded(head: str) -> str:
    return " ".join(head.casefold().split()).rstrip(" :.?")
