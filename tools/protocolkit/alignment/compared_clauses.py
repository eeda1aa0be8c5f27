"""What is compared: each clause and note as a unit, with its sentences in terms and its place.

A unit's words have no names of organisations in them, neither those that front matter gives nor
those that only one document uses again and again ('Griftland College'). Nor have they the words of
the subject itself: that two clauses of a protocol on absence name absence is no evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.document.model import Clause, Footnote, Kind, Protocol
from protocolkit.document.names import PLACEHOLDER, longest_first, names_of, neutral
from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_WORDS
from protocolkit.document.outline import clause_text, lead_ins, placed_clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import plain
from protocolkit.text.sentences import sentence_spans
from protocolkit.text.words import tokens
from protocolkit.wording.concepts import general_concepts
from protocolkit.wording.terms import Thesaurus, content, matters, stem, terms

_CAPITALISED = re.compile(r"(?<=[\w,;] )[A-Z][\w'’-]+(?: (?:van|de|het|den|der|[A-Z][\w'’-]+))*")
_OFTEN = 3
_SIGNS = ".,;:!?()'\"‘’“”"
# A word in at least this part of the clauses, or of the titles, is the subject's own.
_OWN_SHARE, _OWN_LEAST = 0.3, 4
_TITLE_SHARE = 0.5
# What stands beside a name on a cover.
_AROUND_NAMES = frozenset((*BOARD_WORDS, *SCHOOL_WORDS, "school", "protocol", "uitgave"))


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
    of its neighbours in the list of units, or -1. ``is_name`` says that it is no more than the name
    of its organisation: that answers no question.
    """

    place: Place
    kind: Kind
    text: str
    neutral: str
    sentences: tuple[Sentence, ...]
    context: tuple[str, ...]
    before: int = -1
    after: int = -1
    is_name: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        """The content terms of all its sentences, in order."""
        return tuple(term for sentence in self.sentences for term in sentence.terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWords:
    """What a set of protocols says by itself.

    ``names`` are capitalised words inside sentences that more than one document uses, so that they
    are nobody's own; ``subject`` are the terms of what all are about.
    """

    names: frozenset[str]
    subject: frozenset[str]


def make_units(
    protocols: Sequence[Protocol], thesaurus: Thesaurus, shared: SetWords | None = None
) -> tuple[Unit, ...]:
    """Make the units of protocols, which come in the order of their slug.

    ``shared`` are the words of the set that they are compared with; left out, these protocols are
    the set. Two protocols may not have the same slug.
    """
    return _units(protocols, thesaurus, shared or set_words(protocols, thesaurus))


def set_words(protocols: Sequence[Protocol], thesaurus: Thesaurus) -> SetWords:
    """Return what a set of protocols says by itself."""
    documents = Counter(name for protocol in protocols for name in _capitalised(protocol))
    names = frozenset(name for name, count in documents.items() if count > 1)
    whole = _units(protocols, thesaurus, SetWords(names=names, subject=frozenset()))
    return SetWords(names=names, subject=_subject_terms(protocols, whole, thesaurus))


def _units(
    protocols: Sequence[Protocol], thesaurus: Thesaurus, shared: SetWords
) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for protocol in sorted(protocols, key=lambda p: p.slug):
        names = _own_names(protocol, shared.names)
        made = _protocol_units(protocol, names, thesaurus, len(found))
        found += (_without(unit, shared.subject) for unit in made)
    return tuple(found)


def _subject_terms(
    protocols: Sequence[Protocol], units: Sequence[Unit], thesaurus: Thesaurus
) -> frozenset[str]:
    """Return the terms of most titles, and of so many clauses that they tell none apart."""
    titles = [set(content(terms(plain(p.title), thesaurus))) for p in protocols]
    in_titles = Counter(term for title in titles for term in title)
    in_clauses = Counter(term for unit in units for term in set(unit.terms))
    often = max(_OWN_SHARE * len(units), _OWN_LEAST)
    return frozenset(
        {term for term, count in in_titles.items() if count >= _TITLE_SHARE * len(titles)}
        | {term for term, count in in_clauses.items() if count > often}
    )


def _without(unit: Unit, subject: frozenset[str]) -> Unit:
    if not subject:
        return unit
    words = (word for word in unit.neutral.split() if stem(word.strip(_SIGNS)) not in subject)
    sentences = tuple(
        replace(sentence, terms=tuple(term for term in sentence.terms if term not in subject))
        for sentence in unit.sentences
    )
    return replace(unit, neutral=" ".join(words), sentences=sentences)


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
            is_name=_is_name(neutral(text, names)),
        )


def _is_name(text: str) -> bool:
    """Tell whether there is nothing but a name: ``Uitgave van ◇``, ``Basisschool ◇ te Utrecht``."""
    before, name, after = text.partition(PLACEHOLDER)
    places = [word for word in tokens(after) if word[:1].isupper()]
    words = (word.lower() for word in tokens(f"{before} {after}") if word not in places)
    others = (word for word in words if word.isalpha() and word not in _AROUND_NAMES)
    return bool(name) and not content(map(stem, others))


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
