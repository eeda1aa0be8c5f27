"""The protocols behind a template, looked up by clause: words, labels, notes, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from protocolkit.comparison.judgements import NAME, Judgements
from protocolkit.comparison.matrix import Matrix
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.model import Block, Clause, Footnote, Kind, Protocol
from protocolkit.document.names import PLACEHOLDER, names_of, neutral
from protocolkit.document.outline import addressable, clause_text, labels, lead_ins
from protocolkit.document.place import Place
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import block_texts
from protocolkit.drafting.template.blanks import Find, finder, function_forms
from protocolkit.drafting.template.fit_wording import broken_off, is_fragment
from protocolkit.drafting.template.known_document import Known, known_of
from protocolkit.drafting.template.own_lines import is_own_line
from protocolkit.relations.relation import Side
from protocolkit.text.words import fingerprint, tokens
from protocolkit.wording.terms import stem
from protocolkit.wording.thesaurus_file import canonical

_ID_DIGITS = 10
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One protocol, ready to take clauses from."""

    protocol: Protocol
    items: Mapping[str, Clause | Footnote]
    notes: Mapping[str, Footnote]
    labels: Mapping[str, str]
    lead_ins: Mapping[str, str]
    names: tuple[str, ...]
    year: str
    broken_off: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All protocols of a subject; every question is about a place."""

    matrix: Matrix
    judgements: Judgements
    by_slug: Mapping[str, Source]
    left_open: Mapping[Place, frozenset[str]]
    _terms: dict[Place, frozenset[str]] = field(default_factory=dict, compare=False)
    _neutral: dict[Place, str] = field(default_factory=dict, compare=False)
    _ids: dict[Place, str] = field(default_factory=dict, compare=False)
    _records: dict[Place, bool] = field(default_factory=dict, compare=False)
    _known: dict[str, Known] = field(default_factory=dict, compare=False)
    _finders: dict[tuple[str, frozenset[str]], Find] = field(default_factory=dict, compare=False)

    def item(self, place: Place) -> Clause | Footnote:
        """Return the clause or note that stands there."""
        return self.by_slug[place.organisation].items[place.anchor]

    def knows(self, place: Place) -> bool:
        """Tell whether there is a clause or note there."""
        source = self.by_slug.get(place.organisation)
        return source is not None and place.anchor in source.items

    def neutral(self, place: Place) -> str:
        """Return the words with names as ``[naam]``: what an id comes from."""
        if place not in self._neutral:
            names = self.by_slug[place.organisation].names
            self._neutral[place] = neutral_text(self.item(place), names)
        return self._neutral[place]

    def id_of(self, place: Place) -> str:
        """Return the id of a choice with the words that stand there."""
        if place not in self._ids:
            self._ids[place] = choice_id(self.neutral(place))
        return self._ids[place]

    def terms(self, place: Place) -> frozenset[str]:
        """Return what the words are about, as terms of the thesaurus."""
        if place not in self._terms:
            source = self.by_slug[place.organisation]
            text = clause_text(source.items[place.anchor])
            self._terms[place] = frozenset(canonical(text, source.names))
        return self._terms[place]

    def side(self, place: Place) -> Side:
        """Return the words that stand there as they are compared with others."""
        source = self.by_slug[place.organisation]
        norms = self.judgements.norms[place]
        return Side(text=clause_text(source.items[place.anchor]), norms=norms, names=source.names)

    def url(self, place: Place) -> str:
        """Return the address of a clause on the site."""
        page = next(
            column.url for column in self.matrix.columns if column.slug == place.organisation
        )
        return f"{page}#{place.anchor}"

    def kind(self, place: Place) -> Kind | None:
        """Return the kind of a clause; a note has none."""
        item = self.item(place)
        return item.kind if isinstance(item, Clause) else None

    def find(self, place: Place) -> Find:
        """Return what finds placeholders in the words that stand there."""
        key = place.organisation, self.left_open.get(place, frozenset())
        if key not in self._finders:
            self._finders[key] = finder(self._known_of(place.organisation), key[1])
        return self._finders[key]

    def _known_of(self, slug: str) -> Known:
        if slug not in self._known:
            others = [one.protocol for other, one in self.by_slug.items() if other != slug]
            self._known[slug] = known_of(self.by_slug[slug].protocol, others)
        return self._known[slug]

    def called_notes(self, place: Place) -> tuple[Footnote, ...]:
        """Return the notes that a clause calls, and those that these call, in order."""
        notes = self.by_slug[place.organisation].notes
        found: dict[str, None] = {}
        pending = list(_calls(self.item(place).blocks))
        while pending:
            label = pending.pop(0)
            if label in notes and label not in found:
                found[label] = None
                pending += _calls(notes[label].blocks)
        return tuple(notes[label] for label in found)

    def is_fit(self, place: Place) -> bool:
        """Tell whether the words that stand there can be taken over: whole, and a sentence."""
        source = self.by_slug[place.organisation]
        lead_in = source.lead_ins.get(place.anchor, "")
        return place != source.broken_off and not is_fragment(self.item(place), lead_in)

    def is_record(self, place: Place) -> bool:
        """Tell whether a clause is about its own document: data, never a formulation.

        It records who decided what and when, or says what the document is called.
        """
        if place not in self._records:
            self._records[place] = self._is_record(place)
        return self._records[place]

    def _is_record(self, place: Place) -> bool:
        text = " ".join(clause_text(self.item(place)).split())
        approvals = self.by_slug[place.organisation].protocol.facts.approvals
        said = (" ".join(approval.words.split()) for approval in approvals)
        if any(words and words in text for words in said):
            return True
        if self.kind(place) is Kind.CLOSING and _YEAR.search(text) is not None:
            return True
        return is_own_line(self.item(place), self.by_slug[place.organisation].protocol)


def neutral_text(item: Clause | Footnote, names: Iterable[str]) -> str:
    """Return the words of a clause with its organisation's names as ``[naam]``."""
    return " ".join(neutral(clause_text(item), names).replace(PLACEHOLDER, NAME).split())


def choice_id(text: str) -> str:
    """Return the id of a choice with these neutral words."""
    return f"k{fingerprint(tokens(text))[:_ID_DIGITS]}"


def make_sources(matrix: Matrix, judgements: Judgements, protocols: Iterable[Protocol]) -> Sources:
    """Make the sources of a template."""
    ordered = sorted(protocols, key=lambda protocol: protocol.slug)
    by_slug = {protocol.slug: _source(protocol) for protocol in ordered}
    return Sources(
        matrix=matrix,
        judgements=judgements,
        by_slug=by_slug,
        left_open=_left_open(matrix, by_slug),
    )


def _source(protocol: Protocol) -> Source:
    return Source(
        protocol=protocol,
        items={item.anchor: item for item in addressable(protocol)},
        notes={note.label: note for note in protocol.notes},
        labels=labels(protocol),
        lead_ins=lead_ins(protocol),
        names=names_of(protocol),
        year=year_of_text(protocol),
        broken_off=broken_off(protocol),
    )


def _calls(blocks: Sequence[Block]) -> Iterator[str]:
    return (label for rich in block_texts(blocks) for label in note_labels(rich))


def _left_open(matrix: Matrix, by_slug: Mapping[str, Source]) -> dict[Place, frozenset[str]]:
    """Return, for each clause, the functions in it on which boards differ.

    A function is left open when another board that answers the same question names only others of
    its group, and when no other board names it anywhere: it is that board's own. Forms of one
    word are one function.
    """
    forms: dict[Place, frozenset[tuple[str, str]]] = {}
    users: dict[str, set[str]] = {}
    for slug, source in by_slug.items():
        for anchor, item in source.items.items():
            found = frozenset((g, form) for g, form, _, _ in function_forms(clause_text(item)))
            forms[Place(slug, anchor)] = found
            for _, form in found:
                users.setdefault(_stem(form), set()).add(slug)
    own = {name for name, slugs in users.items() if len(slugs) == 1 and len(by_slug) > 1}
    left_open = {
        place: {form for _, form in found if _stem(form) in own} for place, found in forms.items()
    }
    for row in matrix.rows:
        for group in _differing(row.places, forms):
            for place in row.places:
                left_open[place] |= {form for name, form in forms[place] if name == group}
    return {place: frozenset(found) for place, found in left_open.items()}


def _differing(
    places: Sequence[Place], forms: Mapping[Place, frozenset[tuple[str, str]]]
) -> Iterator[str]:
    """Yield the groups of which boards name different functions in one topic."""
    named: dict[str, dict[str, set[str]]] = {}
    for place in places:
        for group, form in forms[place]:
            named.setdefault(group, {}).setdefault(place.organisation, set()).add(_stem(form))
    for group, by_board in named.items():
        if any(one.isdisjoint(other) for one, other in combinations(by_board.values(), 2)):
            yield group


def _stem(form: str) -> str:
    return " ".join(stem(word) for word in re.findall(r"[^\W_]+", form.replace("(n)", "")))
