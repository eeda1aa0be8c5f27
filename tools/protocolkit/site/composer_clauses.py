"""Clauses as the composer takes them over: words, Markdown and Word, with what is open left open.

A fragment is a row of texts and gaps. A gap of one number is a place that is filled in (with a 1
behind it: at the beginning of a sentence), one of a name stands for what a document decides: the
number of a clause or a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protocolkit.drafting.assembling import (
    MARK_LENGTH,
    offered_blocks,
    offered_mark,
    stands_alone,
)
from protocolkit.drafting.filling import filled
from protocolkit.drafting.template import Choice, Holder, Placeholder, Remark
from protocolkit.facts import Facts, Organisation
from protocolkit.messages import Marked
from protocolkit.model import Block, Clause, Footnote, Kind, Protocol
from protocolkit.outline import block_texts, clause_text
from protocolkit.paper.docx.open_file import FILLER, OpenWord, gap
from protocolkit.reading.writer import write_protocol
from protocolkit.richtext import Link, plain, walk
from protocolkit.words import fingerprint, tokens

Fragment = list[object]

_PRIVATE = range(0xE000, 0xF8FF)
_ONE = "1. "
_CLAUSE_LINE = re.compile(r"^\{#f-\d+\}\n", re.MULTILINE)
_NOTE_LINE = re.compile(r"^\[\^\d+\]: ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A choice with its placeholders and notes as gaps; ``slots`` are key and print of each."""

    choice: Choice
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...]
    slots: tuple[tuple[str, str], ...]
    is_alone: bool


def clause_contents(choices: Sequence[Choice], word: OpenWord) -> list[dict[str, object]]:
    """Return choices as data; the Word fragments are under ``xml``, those of notes too."""
    sign = _free_sign(choices)
    opened = [_open(choice, sign) for choice in choices]
    markdown, notes = _markdown(opened)
    made = []
    for found, text in zip(opened, markdown, strict=True):
        own_notes = [
            _note(found, number, notes.pop(0), sign, word) for number in range(len(found.notes))
        ]
        made.append(
            {
                **_own(found.choice),
                "slots": found.slots,
                "alone": found.is_alone,
                "text": pieces(_text(found.blocks), sign),
                "md": pieces(text, sign),
                "xml": pieces(word.clause(found.blocks, sign, is_marked=not found.is_alone), sign),
                "notes": own_notes,
            }
        )
    return made


def pieces(text: str, sign: str) -> Fragment:
    """Return a text as a fragment; nothing but texts when it has no gaps."""
    made: Fragment = []
    pattern = rf"([aA]){sign}(\d+){sign}|{sign}([^{sign}]*){sign}"
    at = 0
    for found in re.finditer(pattern, text):
        made += [text[at : found.start()]] if found.start() > at else []
        letter, number, name = found.groups()
        made.append(
            [name.rstrip(FILLER)]
            if number is None
            else [int(number), *([1] if letter == "A" else [])]
        )
        at = found.end()
    return [*made, text[at:]] if at < len(text) or not made else made


def words_key(blocks: Sequence[Block]) -> str:
    """Return what blocks with the same words have in common."""
    return fingerprint(tokens(_text(blocks)))[:MARK_LENGTH]


def _own(choice: Choice) -> dict[str, object]:
    return {
        "id": choice.id,
        "kind": choice.kind.value,
        "source": choice.origin.place if choice.origin.organisation else "",
        "mark": offered_mark(choice),
        "words": words_key(choice.blocks),
        "lead": bool(choice.lead_in),
    }


def _note(found: _Open, number: int, markdown: str, sign: str, word: OpenWord) -> dict[str, object]:
    note = found.choice.notes[number]
    blocks = found.notes[number]
    return {
        # a note of one document comes once
        "id": f"{found.choice.origin.organisation}/{note.label}",
        "words": words_key(note.blocks),
        "text": pieces(_text(blocks), sign),
        "md": pieces(markdown, sign),
        "xml": pieces(word.note(blocks, sign), sign),
    }


def _open(choice: Choice, sign: str) -> _Open:
    """Return a choice with gaps; the letter before one shows where a capital comes."""
    by_printed: dict[str, Placeholder] = {p.printed: p for p in choice.placeholders}
    places = {printed: number for number, printed in enumerate(by_printed)}
    labels = {note.label: gap(f"n{n}", sign) for n, note in enumerate(choice.notes)}

    def opened(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return filled(
            blocks, choice.placeholders, lambda p: f"a{gap(str(places[p.printed]), sign)}", labels
        )

    offered = offered_blocks(choice)
    return _Open(
        choice=choice,
        blocks=opened(offered),
        notes=tuple(opened(note.blocks) for note in choice.notes),
        slots=tuple((p.key, p.printed) for p in by_printed.values()),
        is_alone=stands_alone(offered, choice.kind),
    )


def _markdown(opened: Sequence[_Open]) -> tuple[list[str], list[str]]:
    """Return every clause and every note in the source format, as they stand in a document."""
    clauses = tuple(
        Clause(anchor=f"f-{n}", blocks=found.blocks, marker="" if found.is_alone else _ONE.strip())
        for n, found in enumerate(opened)
    )
    bodies = [blocks for found in opened for blocks in found.notes]
    notes = tuple(Footnote(label=str(n), blocks=blocks) for n, blocks in enumerate(bodies))
    facts = Facts(organisation=Organisation(name="-"))
    text = write_protocol(Protocol(facts=facts, title=(), parts=clauses, notes=notes))
    # in an author's words a bracket at the beginning of a line has a backslash
    body, *written = _NOTE_LINE.split(text)
    own = [part.strip("\n") for part in _CLAUSE_LINE.split(body)[1:]]
    return (
        [
            part if found.is_alone else _without_number(part)
            for found, part in zip(opened, own, strict=True)
        ],
        [part.rstrip("\n") for part in written],
    )


def _without_number(text: str) -> str:
    first, *rest = text.removeprefix(_ONE).split("\n")
    return "\n".join([first, *(line.removeprefix(" " * len(_ONE)) for line in rest)])


def _text(blocks: Sequence[Block]) -> str:
    return clause_text(Footnote(label="", blocks=tuple(blocks)))


def _free_sign(choices: Iterable[Choice]) -> str:
    """Return a character that none of these has: no author's words can look like a gap."""
    used: set[str] = set()
    for choice in choices:
        bodies = (choice.blocks, *(note.blocks for note in choice.notes))
        texts = [rich for blocks in bodies for rich in block_texts(blocks)]
        words = [plain(rich) for rich in texts] + [
            inline.target for rich in texts for inline in walk(rich) if isinstance(inline, Link)
        ]
        printed = (placeholder.printed for placeholder in choice.placeholders)
        used = used.union(choice.lead_in, *words, *printed)
    return next(sign for sign in map(chr, _PRIVATE) if sign not in used)


def own_choice(blocks: tuple[Block, ...], choice_id: str) -> Choice:
    """Return words of a person's own as a choice of nobody's, for the same data."""
    nobody = Holder(
        organisation="",
        name="",
        anchor="",
        label="",
        url="",
        fingerprint="",
        is_verbatim=True,
    )
    return Choice(
        id=choice_id,
        main_topic="",
        text=_text(blocks),
        blocks=blocks,
        notes=(),
        placeholders=(),
        kind=Kind.RULE,
        origin=nobody,
        holders=(),
        families=0,
        reason=Remark(text=Marked("")),
    )
