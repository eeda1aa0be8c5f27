"""Putting what was filled in on a spreadsheet into the file of answers; every other byte stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.comparison.matrix_workbook import in_cell
from protocolkit.reading.yaml_edit import assigned
from protocolkit.review.on_behalf import side_words
from protocolkit.review.reply_file import Reply, Verdict
from protocolkit.review.reply_sheet import SheetAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """Words that somebody wrote in the file, and that the spreadsheet has otherwise."""

    key: str
    field: str
    old: str
    new: str


def filled_in(
    text: str, replies: Sequence[Reply], answers: Sequence[SheetAnswer]
) -> tuple[str, tuple[Replaced, ...]]:
    """Return the file with what was filled in, and what it replaced there.

    A cell that was left open changes nothing. ``answers`` name clauses by their anchors, as
    ``replies`` do. Raises :class:`~protocolkit.reading.yaml_values.NotEditableError` where it
    cannot be put in safely.
    """
    known = {one.key: one for one in replies}
    replaced: list[Replaced] = []
    for one in answers:
        before = _written(known[one.key])
        wanted = {
            field: said for field, said in _said(one) if said and not _is_same(said, before[field])
        }
        replaced += [
            Replaced(key=one.key, field=field, old=before[field], new=said)
            for field, said in wanted.items()
            if before[field]
        ]
        if wanted:
            text = assigned(text, ("remarks", one.key), wanted)
    return text, tuple(replaced)


def _is_same(said: str, before: str) -> bool:
    """Tell whether a cell has what was written there; a very long text is cut in one."""
    return any(said.split() == text.split() for text in (before, in_cell(before)))


def _written(reply: Reply) -> Mapping[str, str]:
    answer = "" if reply.answer is Verdict.OPEN else reply.answer.value
    return {
        "from": side_words(reply.side),
        "about": reply.about,
        "answer": answer,
        "reason": reply.reason,
        "change": reply.change,
    }


def _said(answer: SheetAnswer) -> Iterator[tuple[str, str]]:
    yield "from", answer.side
    yield "about", answer.about
    yield "answer", answer.answer
    yield "reason", answer.reason
    yield "change", answer.change
