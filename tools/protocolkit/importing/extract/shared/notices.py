"""What is told of a whole file, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Marked, Message, mark, message

OURS = mark("Cover and contents were left out: this program made them.")
CONTENTS = mark("The table of contents was left out.")

_OTHER_LABELS = mark(
    "In the margin stand other labels than this program printed there (those in brackets): "
    "{labels}. Look whether they say something."
)
_STRANGE_LABELS = mark(
    "In the margin stand labels that this program did not print there: {labels}. Look whether they "
    "say something."
)
_TYPED_LINES = mark(
    "In the table of contents stands what no heading of the text says: {labels}. Look whether it "
    "says something."
)
_MOST_NAMED = 8


def other_labels(found: Sequence[tuple[str, str]]) -> Iterator[Message]:
    """Yield what to say of labels in the margin, each with the one that belongs there."""
    return _named(_OTHER_LABELS, [f"‘{label}’ (‘{own}’)" for label, own in found])


def strange_labels(found: Sequence[str]) -> Iterator[Message]:
    """Yield what to say of labels in the margin which are those of no clause there."""
    return _named(_STRANGE_LABELS, [f"‘{label}’" for label in found])


def typed_lines(found: Sequence[str]) -> Iterator[Message]:
    """Yield what to say of lines in the contents that are no heading."""
    return _named(_TYPED_LINES, [f"‘{words}’" for words in found])


def _named(text: Marked, named: Sequence[str]) -> Iterator[Message]:
    if named:
        more = ["…"] if len(named) > _MOST_NAMED else []
        yield message(text, labels=", ".join([*named[:_MOST_NAMED], *more]))
