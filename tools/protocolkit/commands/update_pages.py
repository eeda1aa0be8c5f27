"""How ``protocol update`` prints what became of a clause: words before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocolkit.base.messages import mark
from protocolkit.commands.output import lines_of, speak, width
from protocolkit.drafting.update.findings import ClauseUpdate, Finding
from protocolkit.text.differences import WordRunKind, phrase_differences
from protocolkit.text.whole_numbers import number_spans

_HEADINGS: Mapping[Finding, str] = {
    Finding.SAME: mark("The same as it was taken over: {count}"),
    Finding.OFFERED: mark("Changed in the source, not by you: {count}"),
    Finding.BOTH: mark("Changed in the source and by you: {count}"),
    Finding.MOVED: mark("The same words under another heading or number in the source: {count}"),
    Finding.KEPT: mark("Changed by you; the source is the same: {count}"),
    Finding.DEVIATES: mark("Differs from the board's text, which holds for all schools: {count}"),
    Finding.NEW: mark("New, not in your protocol: {count}"),
    Finding.GONE: mark("No longer in the source; your text stays: {count}"),
    Finding.OPEN: mark("Not chosen yet: {count}"),
    Finding.REMOVED: mark("Removed by you: {count}"),
}
_QUIET = (Finding.SAME, Finding.KEPT)
_AROUND = 6


def heading(finding: Finding, count: int) -> str:
    """Return the heading of a group of clauses."""
    return speak(_HEADINGS[finding]).format(count=count)


def update_lines(found: ClauseUpdate) -> Iterator[str]:
    """Yield the lines about one clause; none about what stayed the same."""
    if found.finding is Finding.SAME:
        return
    question = f" · {found.question}" if found.question else ""
    yield f"  {found.anchor}{question}"
    if found.finding in _QUIET:
        return
    if found.finding is Finding.BOTH:
        if found.earlier:
            yield from _wrapped(speak("taken over then:"), found.earlier)
        yield from _wrapped(speak("here now:"), found.present)
        yield from _wrapped(speak("in the source now:"), found.offered)
    elif found.finding is Finding.MOVED:
        yield from _wrapped(speak("here now:"), found.present)
        yield from _wrapped(speak("in the source now:"), found.offered)
    elif found.present and found.offered:
        yield from _wrapped(speak("difference:"), differences(found.present, found.offered))
    elif found.offered:
        yield from _wrapped(speak("text:"), found.offered)


def differences(old: str, new: str) -> str:
    """Return where two texts differ: ``[-gone-]``, ``{+new+}``, with a few words around."""
    sides = ([word for word, _, _ in number_spans(text)] for text in (old, new))
    pieces = phrase_differences(*sides)
    shown = []
    for number, piece in enumerate(pieces):
        if piece.kind is WordRunKind.EQUAL:
            words = list(piece.old)
            head = words[:_AROUND] if number else []
            tail = words[-_AROUND:] if number < len(pieces) - 1 else []
            is_short = len(words) <= len(head) + len(tail)
            shown.append(_joined(words if is_short else [*head, "…", *tail]))
            continue
        if piece.old:
            shown.append(f"[-{_joined(piece.old)}-]")
        if piece.new:
            shown.append(f"{{+{_joined(piece.new)}+}}")
    return " ".join(shown)


def _joined(words: list[str] | tuple[str, ...]) -> str:
    """Return words as a line; a stop stands against the word before it."""
    line = ""
    for word in words:
        line += word if not line or word in ".,;:?!)" else f" {word}"
    return line


def _wrapped(head: str, text: str) -> Iterator[str]:
    yield f"    {head}"
    yield from (f"      {line}" for line in lines_of(text, width() - 8))
