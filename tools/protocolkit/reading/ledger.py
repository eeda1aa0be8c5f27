"""The ledger of a source: every difference between a source snapshot and its protocol's words.

``replay`` applies a ledger to the source text; what comes out must equal the protocol's word
sequence, exactly and in order (words.md). The ledger is data beside the snapshot:
``bron/<organisation>.ledger.yml``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from protocolkit.base.files import decoded, is_there, read_bytes, read_text
from protocolkit.base.formats import LEDGER
from protocolkit.base.problems import Problem, error
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens, rich_texts
from protocolkit.document.richtext import Link, note_labels, walk
from protocolkit.reading.format_line import check_format, format_line
from protocolkit.reading.found_problems import Report
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.text.bounded_numbers import whole_number
from protocolkit.text.differences import word_differences
from protocolkit.text.words import tokens

LEDGER_SOURCE_CHANGED = error(
    "ledger-source-changed",
    "The source is not the one that the ledger speaks of",
    "the source file is not the one that this ledger was made for.",
    "Put the original file back, or import it again.",
)
LEDGER_SPAN = error(
    "ledger-span",
    "An entry of the ledger does not fit the source",
    "the entry at {span} says '{text}', the source says '{found}'.",
    "Correct the entry, or import the source again.",
)
LEDGER_WORDS = error(
    "ledger-words",
    "The protocol does not have the words of its source",
    "at word {position} the source has '{source}' and the protocol '{protocol}'.",
    "Put the words back as the source has them, or enter the difference in the ledger.",
)
LEDGER_NOTES = error(
    "ledger-notes",
    "The marks of the notes differ from the source",
    "the source calls the notes {source}, the protocol {protocol}.",
    "Put each mark where the source has it.",
)
LEDGER_LINKS = error(
    "ledger-links",
    "An address of the source leads nowhere",
    "the address '{address}' stands in the source, but no link of the protocol leads to it.",
    "Give the words that it belongs to this address.",
)

# No source is longer, in characters or in pages.
_LONGEST = 1_000_000_000
# How many places are reported, and how many words of each.
_SHOWN = 10
_CONTEXT = 12


class ChangeKind(Enum):
    """What happened to a span of the source on its way to Markdown."""

    REMOVED = "removed"
    MOVED = "moved"
    UNGLUED = "unglued"
    JOINED = "joined"


class Destination(Enum):
    """Where a moved span went: to the notes after the body, or into the targets of links."""

    NOTES = "notes"
    LINKS = "links"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """One entry: characters ``begin`` up to ``end`` of the source, and what became of them.

    Characters are counted in the text with line ends as one newline, without a byte-order mark.
    ``text`` repeats the span (spaces folded), ``word`` is what stands there now (unglued,
    joined), ``mark`` the label of the note that was glued to it.
    """

    kind: ChangeKind
    begin: int
    end: int
    text: str
    to: Destination = Destination.NOTES
    word: str = ""
    mark: str = ""
    reason: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All changes of one source, in its order; ``sha256`` is of the source's bytes.

    ``left_out`` is what the file held besides, and what is no text of the protocol. ``choices`` are
    the readings that a person took at the import, as they were typed.
    """

    source: str
    sha256: str
    changes: tuple[SourceChange, ...]
    left_out: tuple[LeftOut, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """A source with its ledger applied: its words, the marks of notes, the addresses of links."""

    words: tuple[str, ...]
    marks: tuple[str, ...]
    addresses: tuple[str, ...]


def ledger_path(source: Path) -> Path:
    """Return where the ledger of a source snapshot is kept."""
    return source.with_suffix(".ledger.yml")


def read_ledger(path: Path, report: Report, inside: Path | None = None) -> Ledger:
    """Read a ledger file; what is wrong in it goes to ``report``.

    ``inside`` is the folder that the file may not lead out of. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot be opened, and for a newer
    format.
    """
    top = read_mapping(read_text(path, inside, report.path), report)
    check_format(top, LEDGER, report)
    ledger = Ledger(
        source=top.text("source"),
        sha256=top.text("sha256"),
        changes=tuple(_change(entry) for entry in top.mappings("changes")),
        left_out=tuple(_left_out(entry) for entry in top.mappings("left_out")),
        choices=top.texts("choices"),
    )
    top.close()
    return ledger


def replay(text: str, ledger: Ledger) -> Replay:
    """Apply a ledger to its source's text."""
    state = _Replay(text)
    body = state.apply(ledger.changes, 0, len(text))
    notes = _in_order(state.notes, state.marks)
    return Replay(
        words=tokens("\n".join([body, *(note.text for note in notes)])),
        marks=(*state.marks, *(mark for note in notes for mark in note.marks)),
        addresses=tuple(state.addresses),
    )


def verify(
    protocol: Protocol, source: Path, report: Report, inside: Path | None = None
) -> tuple[Problem, ...]:
    """Compare a protocol with its source and ledger; return what is wrong.

    Without a ledger the source must have the same words as it stands. Neither may lead out of the
    folder ``inside``.
    """
    path, content = ledger_path(source), read_bytes(source, inside)
    text = decoded(content, str(source))
    ledger = Ledger(source=source.name, sha256="", changes=())
    if is_there(path):
        ledger = read_ledger(path, report, inside)
        if hashlib.sha256(content).hexdigest() != ledger.sha256:
            report.add(LEDGER_SOURCE_CHANGED)
        _check_spans(text, ledger, report)
    _compare(replay(text, ledger), protocol, report)
    return tuple(report.problems)


@dataclass(frozen=True, slots=True)
class _MovedNote:
    """A note that stood in mid-text: its words, its label where it is printed, the marks in it."""

    text: str
    label: str
    marks: tuple[str, ...]


def _in_order(notes: Sequence[_MovedNote], marks: Sequence[str]) -> tuple[_MovedNote, ...]:
    """Return notes in the order of their first mark, as words.md has them.

    ``marks`` are those of the body. Notes that nothing calls come last.
    """
    by_label = {note.label: note for note in notes if note.label}
    order: dict[str, None] = {}
    pending = list(marks)
    while pending:
        label = pending.pop(0)
        if label in by_label and label not in order:
            order[label] = None
            pending += by_label[label].marks
    called = [by_label[label] for label in order]
    return (*called, *(note for note in notes if not any(note is one for one in called)))


class _Replay:
    """Gathers notes, marks and addresses while spans are replaced."""

    def __init__(self, text: str, *, is_note: bool = False) -> None:
        self._text = text
        self._is_note = is_note
        self.notes: list[_MovedNote] = []
        self.marks: list[str] = []
        self.labels: list[str] = []
        self.addresses: list[str] = []

    def apply(self, changes: Iterable[SourceChange], begin: int, end: int) -> str:
        """Return the text from ``begin`` to ``end`` with the changes in it applied."""
        inside = sorted(
            (change for change in changes if begin <= change.begin and change.end <= end),
            key=lambda change: (change.begin, -change.end),
        )
        pieces, position = [], begin
        for number, change in enumerate(inside):
            if change.begin < position:
                continue
            pieces.append(self._text[position : change.begin])
            pieces.append(self._replacement(change, _within(change, inside, number + 1)))
            position = change.end
        return "".join([*pieces, self._text[position:end]])

    def _replacement(self, change: SourceChange, inner: Iterable[SourceChange]) -> str:
        if change.kind is ChangeKind.MOVED:
            moved = _Replay(self._text, is_note=True)
            text = moved.apply(inner, change.begin, change.end)
            if change.to is Destination.LINKS:
                self.addresses += text.split()
            else:
                label = next(iter(moved.labels), "")
                self.notes.append(_MovedNote(text, label, tuple(moved.marks)))
            return "\n"
        if change.kind is ChangeKind.UNGLUED:
            # only the mark that a source begins with has nothing before it; a label never has
            is_call = bool(change.word) or (change.begin == 0 and not self._is_note)
            found = self.marks if is_call else self.labels
            found += change.mark.split()
        return change.word if change.kind is not ChangeKind.REMOVED else "\n"


def _within(
    change: SourceChange, ordered: Sequence[SourceChange], first: int
) -> Iterator[SourceChange]:
    """Yield the changes, from the first on, that begin before another ends."""
    for number in range(first, len(ordered)):
        if ordered[number].begin >= change.end:
            return
        yield ordered[number]


def _change(entry: YamlMapping) -> SourceChange:
    span = [whole_number(text, most=_LONGEST) for text in entry.texts("span")]
    change = SourceChange(
        kind=entry.choice("kind", ChangeKind.REMOVED),
        begin=min(span, default=0),
        end=max(span, default=0),
        text=entry.text("text"),
        to=entry.choice("to", Destination.NOTES),
        word=entry.text("word"),
        mark=entry.text("mark"),
        reason=entry.text("reason"),
        line=entry.line,
    )
    entry.close()
    return change


def _left_out(entry: YamlMapping) -> LeftOut:
    found = LeftOut(
        text=entry.text("text"),
        reason=entry.choice("reason", LeftOutReason.HIDDEN),
        at=whole_number(entry.text("at"), most=_LONGEST, default=-1),
        page=whole_number(entry.text("page"), most=_LONGEST),
        is_in_sentence=entry.flag("in_sentence", default=False),
    )
    entry.close()
    return found


def _check_spans(text: str, ledger: Ledger, report: Report) -> None:
    for change in ledger.changes:
        found = " ".join(text[change.begin : change.end].split())
        if found != " ".join(change.text.split()):
            span = f"{change.begin}-{change.end}"
            report.add(LEDGER_SPAN, change.line, span=span, text=change.text[:60], found=found[:60])


def _compare(found: Replay, protocol: Protocol, report: Report) -> None:
    words = protocol_tokens(protocol)
    for place in word_differences(found.words, words)[:_SHOWN]:
        report.add(
            LEDGER_WORDS,
            position=str(place.old_start + 1),
            source=" ".join(place.old[:_CONTEXT]),
            protocol=" ".join(place.new[:_CONTEXT]),
        )
    marks = tuple(label for rich in rich_texts(protocol) for label in note_labels(rich))
    if found.marks != marks:
        report.add(LEDGER_NOTES, source=", ".join(found.marks), protocol=", ".join(marks))
    inlines = [inline for rich in rich_texts(protocol) for inline in walk(rich)]
    targets = {inline.target for inline in inlines if isinstance(inline, Link)}
    for address in found.addresses:
        if address not in targets:
            report.add(LEDGER_LINKS, address=address)


def write_ledger(ledger: Ledger, protocol: str) -> str:
    """Return the text of a ledger file; ``protocol`` is the name of its protocol file.

    Strings are written as JSON, which YAML reads as it stands.
    """
    lines = [f"# Every difference between {ledger.source} and the words of ../{protocol}."]
    lines += [format_line(LEDGER), f"source: {_quoted(ledger.source)}", f"sha256: {ledger.sha256}"]
    if ledger.choices:
        lines.append(f"choices: [{', '.join(map(_quoted, ledger.choices))}]")
    if not ledger.changes:
        lines.append("changes: []")
    else:
        lines.append("changes:")
    for change in ledger.changes:
        lines += _entry(change)
    if ledger.left_out:
        lines.append("left_out:")
    for found in ledger.left_out:
        lines += _left_out_entry(found)
    return "\n".join(lines) + "\n"


def _entry(change: SourceChange) -> Iterator[str]:
    yield f"  - kind: {change.kind.value}"
    yield f"    span: [{change.begin}, {change.end}]"
    if change.kind is ChangeKind.MOVED:
        yield f"    to: {change.to.value}"
    yield f"    text: {_quoted(' '.join(change.text.split()))}"
    if change.kind is ChangeKind.UNGLUED or change.word:
        yield f"    word: {_quoted(change.word)}"
    if change.mark:
        yield f"    mark: {_quoted(change.mark)}"
    if change.reason:
        yield f"    reason: {_quoted(change.reason)}"


def _left_out_entry(found: LeftOut) -> Iterator[str]:
    yield f"  - text: {_quoted(' '.join(found.text.split()))}"
    yield f"    reason: {found.reason.value}"
    if found.at >= 0:
        yield f"    at: {found.at}"
    if found.page:
        yield f"    page: {found.page}"
    if found.is_in_sentence:
        yield "    in_sentence: true"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
