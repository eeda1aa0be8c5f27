"""A change set as plain text, for a terminal or a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Translate
from protocolkit.changes.brackets import with_brackets
from protocolkit.changes.change_list import (
    ENDS,
    SAME_TEXT,
    STARTS_ALONG,
    STARTS_COME,
    STARTS_GONE,
    ChangeList,
    Row,
)
from protocolkit.changes.marked_lines import Lines, Run, Shade

_WIDTH = 92
# How many equal words stay beside a change.
_CONTEXT = 8
_STARTS = {Shade.GONE: STARTS_GONE, Shade.COME: STARTS_COME, Shade.ALONG: STARTS_ALONG}


def changes_text(found: ChangeList, translate: Translate) -> str:
    """Return a change set as plain text; only words near a change are printed."""
    return "\n".join(_lines(found, translate)) + "\n"


def _lines(found: ChangeList, translate: Translate) -> Iterator[str]:
    yield found.title
    yield "=" * len(found.title)
    yield ""
    for name, (path, fingerprint) in (("old", found.old), ("new", found.new)):
        text = translate("Before: {path}") if name == "old" else translate("Now: {path}")
        code = f" ({fingerprint[:18]})" if fingerprint else ""
        yield text.format(path=path) + code
    yield ""
    for line in found.summary:
        yield from textwrap.wrap(line, _WIDTH)
    for fact in found.facts:
        yield f"- {fact.name}: {fact.old or '–'} → {fact.new or '–'}"
    for row in found.rows:
        yield ""
        yield from _row(row, translate, found.brackets)
    if found.numbers:
        yield ""
        yield translate(SAME_TEXT) + ":"
        for number in found.numbers:
            yield f"- {number.old} → {number.new}"


def _row(row: Row, translate: Translate, brackets: int) -> Iterator[str]:
    remark = f" ({row.remark})" if row.remark else ""
    anchors = row.new_anchors or row.old_anchors
    yield f"{row.place}: {row.what}{remark}" + (f"  #{anchors}" if anchors else "")
    sides = [(translate("before"), row.old), (translate("now"), row.new)]
    if not row.is_divided and not any(map(_is_marked, (*row.old, *row.new))):
        del sides[0]
    for name, side in sides:
        for number, line in enumerate(_near(side, is_whole=row.is_divided)):
            head = f"  {name}: " if number == 0 else " " * (len(name) + 4)
            said = "".join(_said(run, translate, brackets) for run in line)
            deeper = " " * (len(said) - len(said.lstrip()))
            yield from textwrap.wrap(
                " ".join(said.split()),
                _WIDTH,
                initial_indent=head + deeper,
                subsequent_indent=" " * len(head) + deeper,
            ) or [head]


def _said(run: Run, translate: Translate, brackets: int) -> str:
    if run.shade is Shade.SAME:
        return run.text
    lead = run.text[: len(run.text) - len(run.text.lstrip())]
    tail = run.text[len(run.text.rstrip()) :]
    start = with_brackets(translate(_STARTS[run.shade]), brackets)
    return f"{lead}{start} {run.text.strip()}{with_brackets(ENDS, brackets)}{tail}"


def _is_marked(line: Sequence[Run]) -> bool:
    return any(run.shade is not Shade.SAME for run in line)


def _near(side: Lines, *, is_whole: bool) -> Iterator[Sequence[Run]]:
    """Yield the lines that have a mark, or the first when none has, cut to what is near it.

    When a text is divided otherwise, every line says where it begins and ends.
    """
    marked = [line for line in side if _is_marked(line)]
    for line in side if is_whole else marked or side[:1]:
        last = len(line) - 1
        has_ends = is_whole
        yield [
            run
            if run.shade is not Shade.SAME
            else Run(_cut(run.text, at > 0 or has_ends, at < last or has_ends), run.shade)
            for at, run in enumerate(line)
        ]


def _cut(text: str, is_after: bool, is_before: bool) -> str:
    """Return the words of equal text that stand beside a change, '…' for the others."""
    lead = text[: len(text) - len(text.lstrip())] if not is_after or text.isspace() else ""
    words = text[len(lead) :].split(" ")
    kept = _CONTEXT * (is_after + is_before or 1)
    if len(words) <= kept + 2:
        return text
    begin = " ".join(words[:_CONTEXT]) if is_after or not is_before else ""
    end = " ".join(words[-_CONTEXT:]) if is_before else ""
    return f"{lead}{begin} … {end}"
