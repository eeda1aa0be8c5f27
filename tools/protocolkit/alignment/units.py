"""What is compared: each clause and note as a unit, with its sentences in terms and its place.

A unit's words have no names of organisations in them, neither those that front matter gives nor
those that only one document uses again and again ('Griftland College').
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.document.model import Clause, Footnote, Kind, Protocol
from protocolkit.document.names import PLACEHOLDER, longest_first, names_of, neutral
from protocolkit.document.outline import clause_text, lead_ins, placed_clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import plain
from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.concepts import general_concepts
from protocolkit.wording.terms import Thesaurus, content, matters, terms

_CAPITALISED = re.compile(r"(?<=[\w,;] )[A-Z][\w'’-]+(?: (?:van|de|het|den|der|[A-Z][\w'’-]+))*")
_OFTEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its content terms, the matters and concepts it shows, and where it stands."""

    terms: tuple[str, ...]
    matters: tuple[str, ...]
    concepts: frozenset[str]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One clause or note. ``context`` holds the terms of its headings and lead-in.

    ``text`` is the clause's text as printed (:func:`~protocolkit.document.outline.clause_text`),
    ``neutral`` the same in lower case without names; ``before`` and ``after`` are the places
    of its neighbours in the list of units, or -1.
    """

    place: Place
    kind: Kind
    text: str
    neutral: str
    sentences: tuple[Sentence, ...]
    context: tuple[str, ...]
    before: int = -1
    after: int = -1

    @property
    def terms(self) -> tuple[str, ...]:
        """The content terms of all its sentences, in order."""
        return tuple(term for sentence in self.sentences for term in sentence.terms)


def make_units(
    protocols: Sequence[Protocol], thesaurus: Thesaurus, common: frozenset[str] | None = None
) -> tuple[Unit, ...]:
    """Make the units of protocols, which come in the order of their slug.

    ``common`` are the capitalised words that are nobody's own (:func:`common_names`); left out,
    they are worked out from these protocols. Two protocols may not have the same slug.
    """
    shared = common_names(protocols) if common is None else common
    found: list[Unit] = []
    for protocol in sorted(protocols, key=lambda p: p.slug):
        names = _own_names(protocol, shared)
        found += _protocol_units(protocol, names, thesaurus, len(found))
    return tuple(found)


def common_names(protocols: Iterable[Protocol]) -> frozenset[str]:
    """Return the capitalised words inside sentences that more than one document uses."""
    documents = Counter(name for protocol in protocols for name in _capitalised(protocol))
    return frozenset(name for name, count in documents.items() if count > 1)


def _protocol_units(
    protocol: Protocol, names: tuple[str, ...], thesaurus: Thesaurus, start: int
) -> Iterator[Unit]:
    leads = lead_ins(protocol)
    placed: list[tuple[Clause | Footnote, str]] = [
        (p.clause, " ".join(plain(section.title) for section in p.sections))
        for p in placed_clauses(protocol)
    ]
    placed += [(note, "") for note in protocol.notes]
    last = len(placed) - len(protocol.notes) - 1
    for number, (item, headings) in enumerate(placed):
        text = clause_text(item)
        in_body = number <= last
        context = neutral(f"{headings} {leads.get(item.anchor, '')}", names)
        yield Unit(
            place=Place(protocol.slug, item.anchor),
            kind=item.kind,
            text=text,
            neutral=" ".join(neutral(text, names).lower().split()),
            sentences=tuple(_sentences(text, names, thesaurus)),
            context=content(terms(context, thesaurus)),
            before=start + number - 1 if in_body and number else -1,
            after=start + number + 1 if in_body and number < last else -1,
        )


def _sentences(text: str, names: tuple[str, ...], thesaurus: Thesaurus) -> Iterator[Sentence]:
    for span in sentence_spans(text):
        piece = neutral(text[slice(*span)], names).replace(PLACEHOLDER, " ")
        every = terms(piece, thesaurus)
        yield Sentence(
            terms=content(every),
            matters=matters(every, thesaurus),
            concepts=general_concepts().of(piece),
            span=span,
        )


def _own_names(protocol: Protocol, common: frozenset[str]) -> tuple[str, ...]:
    """Return a document's names: the given ones, and what it alone writes with a capital."""
    own = {n for n, often in _capitalised(protocol).items() if often >= _OFTEN and n not in common}
    return longest_first([*names_of(protocol), *own])


def _capitalised(protocol: Protocol) -> Counter[str]:
    texts = (clause_text(placed.clause) for placed in placed_clauses(protocol))
    return Counter(name for text in texts for name in _CAPITALISED.findall(text))
