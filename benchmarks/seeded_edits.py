"""Seeded edits of protocols: what a person does to a text, with the words that it truly changes.

Each kind of edit changes one clause, heading, note or table that no other edit touches, and counts
the words that it took out and put in. With that a change set can be judged without another one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps

from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import clause_text
from protocolkit.document.richtext import Inline, NoteMark, RichText, Text, plain, tidy
from protocolkit.document.tree import Part, map_texts
from protocolkit.text.words import tokens

OTHER_WORDS = (
    "dagelijks tijdig rooster fietsenstalling gymzaal schoolreis ouderavond zorgcoördinator "
    "rapport lokaal pauze kantine bibliotheek afspraak maandag vrijdag schriftelijk telefonisch"
).split()
SENTENCES = (
    "De conciërge houdt toezicht in de fietsenstalling tijdens de middagpauze.",
    "Ouders melden een afwezige leerling telefonisch vóór half negen bij de administratie.",
    "De zorgcoördinator bespreekt het rapport tijdens de ouderavond in het najaar.",
    "Op maandag en vrijdag is de bibliotheek open tot vijf uur.",
    "Wie met de schoolreis meegaat, levert het formulier uiterlijk in april in.",
    "Het rooster van de gymzaal hangt naast de kantine en verandert elk kwartaal.",
)


@dataclass
class Draft:
    """A protocol taken apart: sections without their parts, and clauses, in reading order."""

    parts: list[Part]
    notes: list[Footnote]
    protocol: Protocol
    touched: set[str] = field(default_factory=set)
    removed: int = 0
    added: int = 0
    made: int = 0

    def new_anchor(self) -> str:
        """Return an anchor that no text has."""
        self.made += 1
        return f"nieuw-{self.made}"

    def finished(self) -> Protocol:
        """Return the protocol that the edits made."""
        return replace(self.protocol, parts=_tree(self.parts), notes=tuple(self.notes))


def draft_of(protocol: Protocol) -> Draft:
    """Take a protocol apart."""
    return Draft(parts=list(_flat(protocol.parts)), notes=list(protocol.notes), protocol=protocol)


def _flat(parts: Iterable[Part]) -> Iterable[Part]:
    for part in parts:
        if isinstance(part, Section):
            yield replace(part, parts=())
            yield from _flat(part.parts)
        else:
            yield part


def _tree(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Put parts together again: a clause belongs to the heading above it."""
    made: list[Part] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        at += 1
        if isinstance(part, Section):
            end = at
            while end < len(parts) and _is_inside(parts[end], part.level):
                end += 1
            part = replace(part, parts=_tree(parts[at:end]))
            at = end
        made.append(part)
    return tuple(made)


def _is_inside(part: Part, level: int) -> bool:
    return not isinstance(part, Section) or part.level > level


Edit = Callable[[Draft, random.Random], bool]
"""Changes a draft and counts the words; False when it has no place for this edit."""
ClauseEdit = Callable[[Draft, random.Random, int, Clause], None]
"""Changes the clause at a place of a draft and counts the words."""


def _free(draft: Draft, fit: Callable[[Clause], bool]) -> list[int]:
    return [
        at
        for at, part in enumerate(draft.parts)
        if isinstance(part, Clause) and part.anchor not in draft.touched and fit(part)
    ]


def _in_clause(fit: Callable[[Clause], bool]) -> Callable[[ClauseEdit], Edit]:
    """Make an edit of what changes one clause, at its place: one that fits and nobody touched."""

    def edit_of(change: ClauseEdit) -> Edit:
        @wraps(change)
        def edit(draft: Draft, chance: random.Random) -> bool:
            places = _free(draft, fit)
            if not places:
                return False
            at = chance.choice(places)
            clause = draft.parts[at]
            assert isinstance(clause, Clause)
            draft.touched.add(clause.anchor)
            change(draft, chance, at, clause)
            return True

        return edit

    return edit_of


def _is_plain(clause: Clause) -> bool:
    """Tell whether a clause is one paragraph of words and nothing else."""
    only = clause.blocks[0] if len(clause.blocks) == 1 else None
    content = only.content if isinstance(only, Paragraph) else ()
    return bool(content) and all(isinstance(inline, Text) for inline in content)


def _words(clause: Clause) -> list[str]:
    return clause_text(clause).split(" ")


def _is_long(clause: Clause) -> bool:
    return _is_plain(clause) and len(_words(clause)) >= 12


def _with_text(clause: Clause, text: str) -> Clause:
    return replace(clause, blocks=(Paragraph((Text(text),)),))


@_in_clause(_is_long)
def replace_words(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Put other words in place of one to three that stand together."""
    words = _words(clause)
    count = chance.randint(1, 3)
    begin = chance.randint(1, len(words) - count - 1)
    new = chance.sample(OTHER_WORDS, count)
    draft.removed += len(tokens(" ".join(words[begin : begin + count])))
    draft.added += count
    words[begin : begin + count] = new
    draft.parts[at] = _with_text(clause, " ".join(words))


@_in_clause(_is_long)
def insert_sentence(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Put a sentence behind a clause."""
    said = chance.choice(SENTENCES)
    draft.added += len(tokens(said))
    draft.parts[at] = _with_text(clause, f"{clause_text(clause)} {said}")


@_in_clause(_is_long)
def remove_words(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Take two to four words out."""
    words = _words(clause)
    count = chance.randint(2, 4)
    begin = chance.randint(1, len(words) - count - 1)
    draft.removed += len(tokens(" ".join(words[begin : begin + count])))
    del words[begin : begin + count]
    draft.parts[at] = _with_text(clause, " ".join(words))


def add_clause(draft: Draft, chance: random.Random) -> bool:
    """Put a new clause between two."""
    places = _free(draft, lambda _: True)
    if not places:
        return False
    said = " ".join(chance.sample(SENTENCES, chance.randint(1, 2)))
    made = Clause(anchor=draft.new_anchor(), marker="1.", blocks=(Paragraph((Text(said),)),))
    draft.touched.add(made.anchor)
    draft.added += len(tokens(said))
    draft.parts.insert(chance.choice(places), made)
    return True


@_in_clause(_is_plain)
def remove_clause(draft: Draft, _: random.Random, at: int, clause: Clause) -> None:
    """Take a clause out."""
    del draft.parts[at]
    draft.removed += len(tokens(clause_text(clause)))


@_in_clause(_is_long)
def move_clause(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Put a clause in another place, with its words as they are."""
    del draft.parts[at]
    places = [n for n in range(1, len(draft.parts)) if n != at]
    draft.parts.insert(chance.choice(places or [at]), clause)


@_in_clause(lambda clause: _is_plain(clause) and len(_words(clause)) >= 20)
def split_clause(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Make two clauses of one, with its words."""
    words = _words(clause)
    middle = chance.randint(len(words) // 3, 2 * len(words) // 3)
    draft.parts[at] = _with_text(clause, " ".join(words[:middle]))
    rest = replace(clause, anchor=draft.new_anchor())
    draft.touched.add(rest.anchor)
    draft.parts.insert(at + 1, _with_text(rest, " ".join(words[middle:])))


def merge_clauses(draft: Draft, chance: random.Random) -> bool:
    """Make one clause of two that follow each other."""
    pairs = [
        at
        for at, (one, other) in enumerate(zip(draft.parts, draft.parts[1:], strict=False))
        if all(isinstance(c, Clause) and _is_plain(c) for c in (one, other))
        and not {one.anchor, other.anchor} & draft.touched
        and len(tokens(clause_text(other))) >= 5  # type: ignore[arg-type]
    ]
    if not pairs:
        return False
    at = chance.choice(pairs)
    one, other = draft.parts[at], draft.parts.pop(at + 1)
    assert isinstance(one, Clause)
    assert isinstance(other, Clause)
    draft.touched |= {one.anchor, other.anchor}
    draft.parts[at] = _with_text(one, f"{clause_text(one)} {clause_text(other)}")
    return True


@_in_clause(_is_plain)
def repeal_clause(draft: Draft, _: random.Random, at: int, clause: Clause) -> None:
    """Empty a clause to 'Vervallen'."""
    draft.removed += len(tokens(clause_text(clause)))
    draft.added += 1
    draft.parts[at] = _with_text(clause, "Vervallen")


def renumber(draft: Draft, _: random.Random) -> bool:
    """Count every numbered clause one further; no word changes."""
    for at, part in enumerate(draft.parts):
        if isinstance(part, Clause) and part.marker.rstrip(".").isdigit():
            number = int(part.marker.rstrip(".")) + 1
            draft.parts[at] = replace(part, marker=f"{number}.")
    return True


def change_heading(draft: Draft, chance: random.Random) -> bool:
    """Put a word behind a heading."""
    places = [
        at
        for at, part in enumerate(draft.parts)
        if isinstance(part, Section) and part.anchor not in draft.touched and plain(part.title)
    ]
    if not places:
        return False
    at = chance.choice(places)
    section = draft.parts[at]
    assert isinstance(section, Section)
    draft.touched.add(section.anchor)
    title = tidy((*section.title, Text(f" {chance.choice(OTHER_WORDS)}")))
    draft.parts[at] = replace(section, title=title)
    draft.added += 1
    return True


@_in_clause(_is_long)
def add_note(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Call a new note at the end of a clause."""
    said = chance.choice(SENTENCES)
    known = {note.label for note in draft.notes}
    label = min({str(number) for number in range(1, len(known) + 2)} - known)
    text = (Text(clause_text(clause)), NoteMark(label))
    draft.parts[at] = replace(clause, blocks=(Paragraph(text),))
    draft.notes.append(Footnote(label=label, blocks=(Paragraph((Text(said),)),)))
    draft.touched.add(f"noot-{label}")
    draft.added += len(tokens(said))


def change_note(draft: Draft, chance: random.Random) -> bool:
    """Put a sentence behind a note."""
    places = [at for at, note in enumerate(draft.notes) if note.anchor not in draft.touched]
    if not places:
        return False
    at = chance.choice(places)
    note, said = draft.notes[at], chance.choice(SENTENCES)
    draft.touched.add(note.anchor)
    *others, last = note.blocks
    assert isinstance(last, Paragraph)
    content = tidy((*last.content, Text(f" {said}")))
    draft.notes[at] = replace(note, blocks=(*others, Paragraph(content)))
    draft.added += len(tokens(said))
    return True


@_in_clause(lambda clause: any(isinstance(b, PointList) for b in clause.blocks))
def change_point(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Put a point between the points of a clause, and a word in another."""
    said = chance.choice(SENTENCES)
    blocks: list[Block] = []
    for block in clause.blocks:
        if isinstance(block, PointList) and said:
            made = Point(marker="•", blocks=(Paragraph((Text(said),)),))
            draft.added += len(tokens(said))
            place = chance.randint(0, len(block.points))
            points = (*block.points[:place], made, *block.points[place:])
            blocks.append(PointList(points))
            said = ""
        else:
            blocks.append(block)
    draft.parts[at] = replace(clause, blocks=tuple(blocks))


@_in_clause(lambda clause: any(isinstance(b, Table) and b.rows for b in clause.blocks))
def change_table(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Put a row in a table, and another word in a cell of it."""
    blocks: list[Block] = []
    for block in clause.blocks:
        changed: Block = block
        if isinstance(block, Table) and block.rows:
            row = tuple(as_text(chance.choice(SENTENCES)) for _ in block.header)
            draft.added += sum(len(tokens(plain(cell))) for cell in row)
            place = chance.randint(0, len(block.rows))
            rows = [list(line) for line in block.rows]
            line = chance.choice(rows)
            line[-1] = tidy((*line[-1], Text(f" {chance.choice(OTHER_WORDS)}")))
            draft.added += 1
            rows.insert(place, list(row))
            changed = replace(block, rows=tuple(map(tuple, rows)))
        blocks.append(changed)
    draft.parts[at] = replace(clause, blocks=tuple(blocks))


def as_text(text: str) -> RichText:
    """Return words as rich text."""
    return (Text(text),)


def _change_a_word(draft: Draft, chance: random.Random, at: int) -> None:
    """Put another word in place of one inside a clause that an edit has touched already."""
    clause = draft.parts[at]
    assert isinstance(clause, Clause)
    words = _words(clause)
    place = chance.randrange(1, len(words) - 1)
    draft.removed += len(tokens(words[place]))
    draft.added += 1
    words[place] = chance.choice(OTHER_WORDS)
    draft.parts[at] = _with_text(clause, " ".join(words))


def move_and_change(draft: Draft, chance: random.Random) -> bool:
    """Put a clause in another place and another word in it."""
    before = {part.anchor for part in draft.parts if part.anchor in draft.touched}
    if not move_clause(draft, chance):
        return False
    _change_a_word(draft, chance, _newly_touched(draft, before)[0])
    return True


def split_and_change(draft: Draft, chance: random.Random) -> bool:
    """Make two clauses of one, with another word in each."""
    before = {part.anchor for part in draft.parts if part.anchor in draft.touched}
    if not split_clause(draft, chance):
        return False
    for at in _newly_touched(draft, before):
        _change_a_word(draft, chance, at)
    return True


def merge_and_change(draft: Draft, chance: random.Random) -> bool:
    """Make one clause of two, with another word in it."""
    before = {part.anchor for part in draft.parts if part.anchor in draft.touched}
    if not merge_clauses(draft, chance):
        return False
    _change_a_word(draft, chance, _newly_touched(draft, before)[0])
    return True


def _newly_touched(draft: Draft, before: set[str]) -> list[int]:
    now = draft.touched - before
    return [at for at, part in enumerate(draft.parts) if part.anchor in now]


def swap_clauses(draft: Draft, chance: random.Random) -> bool:
    """Let two clauses that follow each other change places."""
    pairs = [
        at
        for at, (one, other) in enumerate(zip(draft.parts, draft.parts[1:], strict=False))
        if isinstance(one, Clause)
        and isinstance(other, Clause)
        and not {one.anchor, other.anchor} & draft.touched
    ]
    if not pairs:
        return False
    at = chance.choice(pairs)
    draft.touched |= {draft.parts[at].anchor, draft.parts[at + 1].anchor}
    draft.parts[at], draft.parts[at + 1] = draft.parts[at + 1], draft.parts[at]
    return True


def end_of(draft: Draft, at: int) -> int:
    """Return the place after all that is in the section at a place."""
    section = draft.parts[at]
    assert isinstance(section, Section)
    end = at + 1
    while end < len(draft.parts) and _is_inside(draft.parts[end], section.level):
        end += 1
    return end


def move_section(draft: Draft, chance: random.Random) -> bool:
    """Put a section with all that is in it at the end."""
    places = [at for at, part in enumerate(draft.parts) if isinstance(part, Section)]
    if not places:
        return False
    at = chance.choice(places)
    end = end_of(draft, at)
    moved = draft.parts[at:end]
    if any(part.anchor in draft.touched for part in moved) or end - at > len(draft.parts) // 3:
        return False
    draft.touched |= {part.anchor for part in moved}
    del draft.parts[at:end]
    draft.parts += moved
    return True


@_in_clause(_is_long)
def rewrite_clause(draft: Draft, chance: random.Random, at: int, clause: Clause) -> None:
    """Put quite another text under the number of a clause."""
    said = " ".join(chance.sample(SENTENCES, 2))
    draft.removed += len(tokens(clause_text(clause)))
    draft.added += len(tokens(said))
    draft.parts[at] = _with_text(clause, said)


def replace_term(draft: Draft, chance: random.Random) -> bool:
    """Write one word otherwise wherever it stands in clauses that no other edit touches."""
    old, new = chance.choice(
        [("leerlingen", "kinderen"), ("medewerker", "collega"), ("media", "kanalen")]
    )

    def changed(rich: RichText) -> RichText:
        made: list[Inline] = []
        for inline in rich:
            if isinstance(inline, Text):
                words = inline.text.split(" ")
                count = words.count(old)
                draft.removed += count
                draft.added += count
                made.append(Text(" ".join(new if word == old else word for word in words)))
            else:
                made.append(inline)
        return tuple(made)

    for at in _free(draft, lambda _: True):
        clause = draft.parts[at]
        assert isinstance(clause, Clause)
        blocks = map_texts(clause.blocks, changed)
        if blocks != clause.blocks:
            draft.touched.add(clause.anchor)
            draft.parts[at] = replace(clause, blocks=blocks)
    return True


EDITS: tuple[Edit, ...] = (
    replace_words,
    insert_sentence,
    remove_words,
    add_clause,
    remove_clause,
    move_clause,
    split_clause,
    merge_clauses,
    repeal_clause,
    renumber,
    change_heading,
    add_note,
    change_note,
    change_point,
    change_table,
    move_and_change,
    split_and_change,
    merge_and_change,
    swap_clauses,
    move_section,
    rewrite_clause,
    replace_term,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A protocol before and after edits, what they were, and the words that they truly changed."""

    seed: int
    old: Protocol
    new: Protocol
    edits: tuple[str, ...]
    true_words: int


def edited(protocols: Sequence[Protocol], seed: int) -> Edited:
    """Return one of some protocols with one to six edits; every other has no lasting anchors.

    Such a one is as two files of which each was imported by itself: its anchors only count.
    """
    chance = random.Random(seed)
    old = with_table(protocols[seed % len(protocols)])
    draft = draft_of(old)
    chosen = chance.sample(EDITS, chance.randint(1, 6))
    names = [edit.__name__ for edit in chosen if edit(draft, chance)]
    new = draft.finished()
    if seed % 2:
        old, new = counted(old), counted(new)
    return Edited(
        seed=seed, old=old, new=new, edits=tuple(names), true_words=draft.removed + draft.added
    )


def with_table(protocol: Protocol) -> Protocol:
    """Return a protocol with two more clauses, a table and one with points; the five have none."""
    rows = [("Melden", "De mentor, op de dag zelf"), ("Schorsen", "De directeur, na overleg"),
            ("Aangifte", "Het bestuur"), ("Nazorg", "De vertrouwenspersoon")]  # fmt: skip
    table = Table(
        header=(as_text("Stap"), as_text("Wie en wanneer")),
        rows=tuple(tuple(as_text(cell) for cell in row) for row in rows),
    )
    clause = Clause(anchor="tabel-stappen", blocks=(table,))
    lead = Paragraph(as_text("Wie iets ziet dat niet door de beugel kan, doet het volgende:"))
    steps = ("bewaart het bericht of maakt er een foto van;", "vertelt het aan de mentor;",
             "zet het zelf nergens door.")  # fmt: skip
    points = (
        Point(marker=f"{letter}.", blocks=(Paragraph(as_text(step)),))
        for letter, step in zip("abc", steps, strict=True)
    )
    listed = Clause(anchor="punten-stappen", blocks=(lead, PointList(tuple(points))))
    return replace(protocol, parts=_tree([*_flat(protocol.parts), clause, listed]))


def counted(protocol: Protocol) -> Protocol:
    """Return a protocol whose anchors only count: ``c-1``, ``c-2``."""
    parts = [replace(p, anchor=f"c-{n}") for n, p in enumerate(_flat(protocol.parts), 1)]
    return replace(protocol, parts=_tree(parts))
