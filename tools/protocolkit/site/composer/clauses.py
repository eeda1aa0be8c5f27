"""Clauses as the composer takes them over: words, Markdown and Word, with what is open left open.

A fragment is a text in which what is open stands between two :data:`GAP` signs: a placeholder as it
is printed (with :data:`CAPITAL` before it at the beginning of a sentence), or the name of what a
document decides, such as the number of a clause or a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked, Translate, message
from protocolkit.checking.wording_faults import faults_apart
from protocolkit.document.model import Block, Kind
from protocolkit.document.outline import blocks_text, is_only_tables
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.document.richtext import Link, plain, walk
from protocolkit.document.tree import block_texts
from protocolkit.drafting.new.arranging import Sources, said_tokens
from protocolkit.drafting.new.chapters import home_of
from protocolkit.drafting.new.essentials import said_in
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.new.formulations import offered_blocks, offered_mark
from protocolkit.drafting.new.numbering import stands_alone
from protocolkit.drafting.template.leaning import item_leaning, words_leaning
from protocolkit.drafting.template.values import Choice, Holder, Placeholder
from protocolkit.paper.docx.open_file import OpenWord
from protocolkit.paper.docx.open_gaps import FILLER, gap
from protocolkit.site.comparison.open_files import GAP
from protocolkit.site.composer.source import source_texts
from protocolkit.site.composer.values import ClauseFragments, NoteFragments
from protocolkit.text.words import fingerprint

CAPITAL = "^"
"""Stands before a placeholder whose value begins with a capital."""

_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A choice with its placeholders and notes as gaps; ``printed`` are the placeholders."""

    choice: Choice
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...]
    printed: tuple[str, ...]
    is_alone: bool


Made = tuple[tuple[ClauseFragments, ...], tuple[str, ...]]
"""Fragments, and the addresses that the Word file knows when they are made."""

Remember = Callable[[object, Callable[[], Made]], Made]
"""Returns what was made of the same parts in an earlier build, or has it made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a pool remembers of clauses, and the addresses that the Word file knows after them."""

    blanks: Mapping[str, tuple[str, str]]
    targets: Mapping[str, str]
    ids: Mapping[str, tuple[str, ...]]
    addresses: tuple[str, ...]


class Pool:
    """Makes fragments of choices, and remembers what all of them leave open.

    ``targets`` are the clauses that a reference means, ``ids`` the choices with a clause's words;
    ``taken_out`` is the XML of the clauses of the page, which is needed for a Word file only.
    """

    def __init__(
        self, word: OpenWord, documents: Sources, translate: Translate, remember: Remember
    ) -> None:
        self._word = word
        self._remember = remember
        self._documents = documents
        self._translate = translate
        self.blanks: dict[str, tuple[str, str]] = {}
        self.targets: dict[str, str] = {}
        self.ids: dict[str, set[str]] = {}
        self.taken_out: list[str] = []

    @property
    def before(self) -> tuple[str, ...]:
        """What fragments depend on of those that were made before: the addresses, in order."""
        return self._word.addresses

    def order_of(self, place: Place) -> int:
        """Return where a clause stands among all documents."""
        return self._documents.order.get(place, len(self._documents.order))

    def apart(self) -> Pool:
        """Return a pool for the same documents and file that remembers nothing yet."""
        return Pool(self._word, self._documents, self._translate, self._remember)

    def noted(self) -> Noted:
        """Return what it remembers."""
        ids = {place: tuple(sorted(found)) for place, found in self.ids.items()}
        return Noted(
            blanks=self.blanks, targets=self.targets, ids=ids, addresses=self._word.addresses
        )

    def take(self, noted: Noted) -> None:
        """Remember what another pool of the same documents did, after what is remembered here."""
        for printed, blank in noted.blanks.items():
            self.blanks.setdefault(printed, blank)
        self.targets |= noted.targets
        for place, found in noted.ids.items():
            self.ids.setdefault(place, set()).update(found)
        self._word.note_addresses(noted.addresses)

    def clauses(
        self, choices: Sequence[Choice], keys: Sequence[str]
    ) -> tuple[ClauseFragments, ...]:
        """Return choices as fragments; ``keys`` are how the form calls each."""
        for choice in choices:
            for holder in choice.holders:
                self.ids.setdefault(str(holder.place), set()).add(choice.id)
        for placeholder in (p for choice in choices for p in choice.placeholders):
            if placeholder.target.is_clause:
                self.targets[placeholder.printed] = str(placeholder.target)
            bare = placeholder.printed[1:-1]
            label = bare[:1].upper() + bare[1:]
            self.blanks.setdefault(placeholder.printed, (placeholder.key, label))
        made = self._made(tuple(choices), tuple(keys))
        return tuple(self._told(one, found) for one, found in zip(made, choices, strict=True))

    def _made(
        self, choices: tuple[Choice, ...], keys: tuple[str, ...]
    ) -> Sequence[ClauseFragments]:
        """Return the fragments of choices; they name each link by how many came before it."""
        word = self._word
        made, addresses = self._remember(
            (choices, keys, word.addresses),
            lambda: (_clauses(choices, word, keys), word.addresses),
        )
        word.note_addresses(addresses)
        return made

    def _told(self, clause: ClauseFragments, choice: Choice) -> ClauseFragments:
        """Return a clause with where it stood, and what keeps it out of a draft."""
        known, origin = self._documents, choice.origin
        about = known.about.get(origin.place, ())

        def why(found: Marked | None) -> str:
            text = self._translate(found) if found else ""
            return text.format(label=origin.label, name=origin.name)

        faults, of_notes = faults_apart(choice, self._translate)
        leaning = map(item_leaning, choice.notes)
        return replace(
            clause,
            notes=tuple(
                replace(note, leans=leans, faults=odd)
                for note, leans, odd in zip(clause.notes, leaning, of_notes, strict=True)
            ),
            faults=faults,
            offered=words_key(offered_blocks(choice)),
            order=self.order_of(choice.origin.place),
            aside=why(known.why_aside(choice)),
            loose=why(known.why_loose(choice)),
            says=tuple(dict.fromkeys((*said_in(choice.text), *about))),
            home=home_of(choice, about),
            whose=origin.whose,
            leans=words_leaning(blocks_text(offered_blocks(choice))),
            introduces=origin.place in known.introducing,
        )

    def of_page(self, choices: Sequence[Choice]) -> tuple[ClauseFragments, ...]:
        """Return choices that the page itself has: their XML stands apart, by number."""
        made = self.clauses(choices, [choice.id for choice in choices])
        return tuple(self._without_xml(clause) for clause in made)

    def _without_xml(self, clause: ClauseFragments) -> ClauseFragments:
        number = self._taken(clause.xml)
        notes = tuple(replace(note, xml="", number=self._taken(note.xml)) for note in clause.notes)
        return replace(clause, xml="", number=number, notes=notes)

    def _taken(self, xml: str) -> int:
        self.taken_out.append(xml)
        return len(self.taken_out) - 1


def _clauses(
    choices: Sequence[Choice], word: OpenWord, keys: Sequence[str]
) -> tuple[ClauseFragments, ...]:
    sign = _free_sign(choices)
    opened = [_open(choice, sign) for choice in choices]
    markdown, notes = source_texts(
        [(found.blocks, found.is_alone) for found in opened],
        [blocks for found in opened for blocks in found.notes],
        sign,
    )
    written = iter(notes)
    return tuple(
        _clause(found, key, text, written, sign, word)
        for found, key, text in zip(opened, keys, markdown, strict=True)
    )


def fragment(text: str, sign: str, printed: Sequence[str] = ()) -> str:
    """Return a text with every gap by its name: a number is a place in ``printed``."""

    def named(found: re.Match[str]) -> str:
        letter, number, name = found.groups()
        if number is None:
            return f"{GAP}{name.rstrip(FILLER)}{GAP}"
        return f"{GAP}{CAPITAL if letter == 'A' else ''}{printed[int(number)]}{GAP}"

    return re.sub(rf"([aA]){sign}(\d+){sign}|{sign}([^{sign}]*){sign}", named, text)


_KEY_LENGTH = 16


def words_key(blocks: Sequence[Block]) -> str:
    """Return what blocks with the same words have in common."""
    return fingerprint(said_tokens(blocks_text(blocks)))[:_KEY_LENGTH]


def _clause(
    found: _Open, key: str, markdown: str, notes: Iterator[str], sign: str, word: OpenWord
) -> ClauseFragments:
    """Return a choice in each form; its notes are the next of ``notes``, in Markdown."""
    choice = found.choice
    xml = word.clause(found.blocks, sign, is_marked=not found.is_alone)
    return ClauseFragments(
        key=key,
        id=choice.id,
        main=choice.main_topic,
        kind=choice.kind,
        source=choice.origin.place,
        mark=offered_mark(choice),
        # what has a lead-in is never printed as a note of another clause
        words="" if choice.lead_in else words_key(choice.blocks),
        is_alone=found.is_alone,
        is_table=is_only_tables(found.blocks),
        text=fragment(blocks_text(found.blocks), sign, found.printed),
        markdown=fragment(markdown, sign, found.printed),
        xml=fragment(xml, sign, found.printed),
        notes=tuple(
            _note(found, number, next(notes), sign, word) for number in range(len(found.notes))
        ),
    )


def _note(found: _Open, number: int, markdown: str, sign: str, word: OpenWord) -> NoteFragments:
    note = found.choice.notes[number]
    blocks = found.notes[number]
    return NoteFragments(
        # a note of one document comes once
        id=f"{found.choice.origin.organisation}/{note.label}",
        words=words_key(note.blocks),
        text=fragment(blocks_text(blocks), sign, found.printed),
        markdown=fragment(markdown, sign, found.printed),
        xml=fragment(word.note(blocks, sign), sign, found.printed),
    )


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
        printed=tuple(by_printed),
        is_alone=stands_alone(offered, choice.kind),
    )


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


def own_choice(blocks: tuple[Block, ...], choice_id: str, kind: Kind) -> Choice:
    """Return words of a person's own as a choice of nobody's, for the same data."""
    nobody = Holder(
        place=NO_PLACE,
        name="",
        label="",
        url="",
        fingerprint="",
        is_verbatim=True,
    )
    return Choice(
        id=choice_id,
        main_topic="",
        text=blocks_text(blocks),
        blocks=blocks,
        notes=(),
        placeholders=(),
        kind=kind,
        origin=nobody,
        holders=(),
        families=0,
        reason=message(Marked("")),
    )
