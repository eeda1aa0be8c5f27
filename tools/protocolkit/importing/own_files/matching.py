"""What an import may believe of the record inside a file of ours that was changed since.

The text counts. A clause, heading or note is taken from the record only where its words are those
of the record; what differs stays as it was read, and is said. So nothing that a person wrote in
Word is undone, and what no page shows comes back for all that was left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from protocolkit.base.messages import Marked, mark
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.model import (
    Clause,
    Footnote,
    Kind,
    Paragraph,
    Protocol,
    Section,
)
from protocolkit.document.outline import clause_text, clauses, rich_texts, sections
from protocolkit.document.richtext import NoteMark, note_labels, plain
from protocolkit.document.tree import (
    Part,
    by_part,
    map_parts,
    paragraphs_of,
    walk_parts,
    walk_sections,
)
from protocolkit.importing.own_files.printed import view_of
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.text.words import tokens

DOUBT_CHANGED = mark("changed since this file was made")
DOUBT_ADDED = mark("new since this file was made")

# The part of its words that a clause without its name in Word must share with one of the record.
_ALIKE = 0.6

_Path = tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedProtocol:
    """A protocol with all that could be believed, and how its clauses compare with the record.

    ``lost`` are the anchors of the record that the text no longer has. ``share`` is the part of
    the record's words that stands unchanged in the text, from 0 to 1.
    """

    protocol: Protocol
    origins: tuple[Origin, ...]
    same: int
    changed: int
    added: int
    lost: tuple[str, ...]
    share: float


def anchors_of(protocol: Protocol) -> Iterator[str]:
    """Yield the anchors that sections and clauses have, and those that none may have again."""
    yield from (section.anchor for section in sections(protocol))
    yield from (clause.anchor for clause in clauses(protocol))
    yield from protocol.facts.retired


def match_with_record(
    found: Protocol, origins: Sequence[Origin], recorded: Protocol, *, takes_kinds: bool
) -> MatchedProtocol:
    """Take from a record what the text proves; ``found`` is the protocol as the text was read.

    Words, markers and their order stay those of ``found``. ``takes_kinds`` says that a person
    confirmed what nobody sees of them: the kinds of text, and the short names of headings.
    """
    found = _without_calls(found, recorded)
    matcher = _Matcher(found, recorded, takes_kinds)
    notes = {note.label: note for note in recorded.notes}
    protocol = replace(
        found,
        title=recorded.title if _same_title(found, recorded) else found.title,
        parts=tuple(matcher.parts(found.parts, (), ())),
        notes=tuple(_note(note, notes.get(note.label)) for note in found.notes),
    )
    left = {*(s.anchor for s in sections(protocol)), *(c.anchor for c in clauses(protocol))}
    there: list[Clause | Section] = [*sections(recorded), *clauses(recorded)]
    words = sum(_size(clause) for clause in clauses(recorded))
    kept = sum(_size(clause) for clause in clauses(protocol) if clause.anchor in matcher.same)
    return MatchedProtocol(
        protocol=protocol,
        origins=tuple(matcher.origin(origin) for origin in origins),
        same=len(matcher.same),
        changed=sum(doubt is DOUBT_CHANGED for doubt in matcher.doubts.values()),
        added=sum(doubt is DOUBT_ADDED for doubt in matcher.doubts.values()),
        lost=tuple(part.anchor for part in there if part.anchor not in left),
        share=kept / words if words else 0.0,
    )


def with_seen_kinds(recorded: Protocol, found: Protocol) -> Protocol:
    """Return a protocol with the kinds of text that one read from its file has, and no short names.

    A part that has no equal there takes the kind of the part above it.
    """
    headed, cited = _paired_sections(found, recorded), _paired_clauses(found, recorded)
    kinds = {headed[s.anchor].anchor: s.kind for s in sections(found) if s.anchor in headed}
    kinds |= {cited[c.anchor].anchor: c.kind for c in clauses(found) if c.anchor in cited}
    return replace(recorded, parts=tuple(_seen(recorded.parts, kinds, Kind.RULE)))


def _seen(parts: Sequence[Part], kinds: dict[str, Kind], above: Kind) -> Iterator[Part]:
    for part in parts:
        kind = kinds.get(part.anchor, above)
        if isinstance(part, Section):
            inside = tuple(_seen(part.parts, kinds, kind))
            yield replace(part, kind=kind, short="", parts=inside)
        else:
            yield replace(part, kind=kind)


def unseen_kinds(shown: Protocol, whole: Protocol) -> Iterator[tuple[str, str]]:
    """Yield each kind and short name that nobody can see, with the anchor of its part."""
    seen = {part.anchor: part.kind for part, _ in walk_parts(shown.parts)}
    for section in sections(whole):
        if section.short:
            yield section.anchor, section.short
    for part, _ in walk_parts(whole.parts):
        if seen.get(part.anchor, part.kind) is not part.kind:
            yield part.anchor, part.kind.value


@dataclass(slots=True)
class _Matcher:
    """Goes through the parts of a text once, each beside the part of the record that it was."""

    found: Protocol
    recorded: Protocol
    takes_kinds: bool
    same: set[str] = field(default_factory=set)
    doubts: dict[str, Marked] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    _sections: dict[str, Section] = field(default_factory=dict)
    _clauses: dict[str, Clause] = field(default_factory=dict)
    _depths: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sections = _paired_sections(self.found, self.recorded)
        self._clauses = _paired_clauses(self.found, self.recorded)
        placed = walk_sections(self.recorded.parts)
        self._depths = {section.anchor: len(path) + 1 for section, path in placed}

    def parts(
        self,
        parts: Sequence[Clause | Section],
        read: _Path,
        made: _Path,
    ) -> Iterator[Clause | Section]:
        """Yield parts with what is believed.

        ``read`` and ``made`` are the sections around them: as the text has them, and as believed.
        """
        clause: Callable[[Clause], Part] = partial(self._clause, read=read, above=made)
        section: Callable[[Section], Part] = partial(self._section, read=read, above=made)
        return (by_part(part, clause=clause, section=section) for part in parts)

    def origin(self, origin: Origin) -> Origin:
        """Return where a part stood, under its present name and with its present doubts."""
        anchor = self.renamed.get(origin.anchor, origin.anchor)
        doubts: tuple[Marked, ...] = origin.doubts
        if anchor in self.doubts:
            doubts = (self.doubts[anchor], *doubts)
        elif origin.anchor in self._clauses or origin.anchor in self._sections:
            doubts = ()
        return replace(origin, anchor=anchor, doubts=doubts)

    def _section(self, found: Section, read: _Path, above: _Path) -> Section:
        then = self._sections.get(found.anchor)
        least = above[-1].level + 1 if above else found.level
        shell = replace(found, kind=_inherited(found, read, above), level=max(found.level, least))
        if then is None:
            self.doubts[found.anchor] = DOUBT_ADDED
        else:
            self.renamed[found.anchor] = then.anchor
            kind = then.kind if self.takes_kinds else shell.kind
            shell = replace(shell, anchor=then.anchor, kind=kind)
            if self._depths[then.anchor] == len(above) + 1 and then.level >= least:
                shell = replace(shell, level=then.level)
            if _heading_words(found) == _heading_words(then):
                short = then.short if self.takes_kinds else ""
                shell = replace(shell, short=short, title=then.title)
            else:
                self.doubts[then.anchor] = DOUBT_CHANGED
        return replace(shell, parts=tuple(self.parts(found.parts, (*read, found), (*above, shell))))

    def _clause(self, found: Clause, read: _Path, above: _Path) -> Clause:
        recorded = self._clauses.get(found.anchor)
        if recorded is None:
            self.doubts[found.anchor] = DOUBT_ADDED
            return replace(found, kind=_inherited(found, read, above))
        self.renamed[found.anchor] = recorded.anchor
        kind = recorded.kind if self.takes_kinds else found.kind
        made = replace(found, anchor=recorded.anchor, kind=kind)
        if clause_fingerprint(found) != clause_fingerprint(recorded):
            self.doubts[recorded.anchor] = DOUBT_CHANGED
            return made
        self.same.add(recorded.anchor)
        is_untouched = view_of(found) == view_of(recorded)
        return replace(made, blocks=recorded.blocks) if is_untouched else made


def _inherited(found: Clause | Section, read: _Path, above: _Path) -> Kind:
    """Return the kind of a part that is not in the record: that of its section, if it was so."""
    is_inherited = bool(above) and found.kind is read[-1].kind
    return above[-1].kind if is_inherited else found.kind


def _paired_sections(found: Protocol, recorded: Protocol) -> dict[str, Section]:
    """Return the section of the record for each section of the text, by its anchor there."""
    by_anchor = {section.anchor: section for section in sections(recorded)}
    here = {section.anchor for section in sections(found)}
    missing = [section for section in by_anchor.values() if section.anchor not in here]
    pairs: dict[str, Section] = {}
    for section in sections(found):
        then = by_anchor.get(section.anchor)
        if then is None:
            words = _heading_words(section)
            then = next((s for s in missing if _heading_words(s) == words), None)
            if then is not None:
                missing.remove(then)
        if then is not None:
            pairs[section.anchor] = then
    return pairs


def _paired_clauses(found: Protocol, recorded: Protocol) -> dict[str, Clause]:
    """Return the clause of the record for each clause of the text, by its anchor there.

    A clause that lost its name in Word is known by its words, or else by most of its words.
    """
    by_anchor = {clause.anchor: clause for clause in clauses(recorded)}
    named = [clause for clause in clauses(found) if clause.anchor in by_anchor]
    pairs = {clause.anchor: by_anchor[clause.anchor] for clause in named}
    missing = [clause for clause in by_anchor.values() if clause.anchor not in pairs]
    for least in (1.0, _ALIKE):
        for clause in clauses(found):
            if clause.anchor in pairs or not missing:
                continue
            likeness, number = max((_likeness(c, clause), -n) for n, c in enumerate(missing))
            if likeness >= least:
                pairs[clause.anchor] = missing.pop(-number)
    return pairs


def _likeness(one: Clause, other: Clause) -> float:
    if clause_fingerprint(one) == clause_fingerprint(other):
        return 1.0
    left, right = (Counter(tokens(clause_text(clause))) for clause in (one, other))
    return min(2 * (left & right).total() / max(left.total() + right.total(), 1), 0.99)


def _without_calls(found: Protocol, recorded: Protocol) -> Protocol:
    """Take out the line that only calls the notes which the record's text does not call."""
    called = {label for rich in rich_texts(recorded) for label in note_labels(rich)}
    loose = {note.label for note in recorded.notes} - called

    def is_call(paragraph: Paragraph) -> bool:
        return all(
            inline.label in loose if isinstance(inline, NoteMark) else not tokens(plain((inline,)))
            for inline in paragraph.content
        )

    def clause(found: Clause) -> Clause | None:
        calls = [paragraph for paragraph in paragraphs_of(found.blocks) if is_call(paragraph)]
        blocks = tuple(block for block in found.blocks if block not in calls)
        return replace(found, blocks=blocks) if blocks or found.marker else None

    return replace(found, parts=map_parts(found.parts, clause)) if loose else found


def _note(found: Footnote, then: Footnote | None) -> Footnote:
    is_same = then is not None and view_of(found) == view_of(then)
    return then if then is not None and is_same else found


def _same_title(found: Protocol, recorded: Protocol) -> bool:
    if found.facts.title_supplied or recorded.facts.title_supplied:
        return found.facts.title_supplied and recorded.facts.title_supplied
    return tokens(plain(found.title)) == tokens(plain(recorded.title))


def _heading_words(section: Section) -> tuple[str, ...]:
    return tokens(plain(section.title))


def _size(clause: Clause) -> int:
    return len(tokens(clause_text(clause)))
