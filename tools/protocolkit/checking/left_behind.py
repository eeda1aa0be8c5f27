"""What a text that was taken over still has of whose it was: names, dates, who decided on it there.

All are right in the source and wrong in the new text until somebody looks at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.base.told_once import told_once
from protocolkit.document.adopted import is_adopted
from protocolkit.document.facts import OrganisationKind, days
from protocolkit.document.model import Protocol
from protocolkit.document.names import find_names, names_of
from protocolkit.document.outline import addressable, clause_text, clauses, protocol_text, sections
from protocolkit.document.richtext import plain
from protocolkit.drafting.template.one_board import places_of_one, schools_of_one
from protocolkit.drafting.template.own_lines import is_own_line
from protocolkit.drafting.template.school_names import guessed_names, school_names
from protocolkit.text.late_patterns import late
from protocolkit.text.months import MONTH
from protocolkit.text.sentences import Span, overlaps

NAME_LEFT = warning(
    "name-left",
    "A text that was taken over still names whose it was",
    "here stands ‘{words}’; that name comes from the text of {source}.",
    "Put your own name there, or take it out. Is it right here? Accept it, with the reason.",
)
RECORD_LEFT = warning(
    "record-left",
    "A text that was taken over still says who decided on it there",
    "this says who decided on the text of {source}, not on this one: ‘{words}’",
    "Take it out. Record what was decided on your own text with 'protocol approve'.",
)
DATE_LEFT = warning(
    "date-left",
    "A text that was taken over still says when its source was written or applies",
    "this is the date or version of the text of {source}, not of this one: ‘{words}’",
    "Take it out, or put your own date there.",
)

# The text itself, and a day with its year: 'Dit protocol treedt in werking op 1 augustus 2022.'
_SINCE = late(
    r"\b(?:protocol|regeling|reglement|document|afspraken|regels)\b[^.]{0,40}?"
    r"(?:\bin werking\b|\bga(?:at|an) in\b|\bgeld(?:t|en|ig)\b|\bvan kracht\b|\bvastgesteld\b)"
    rf"[^.]{{0,40}}?\b(?:(?:\d{{1,2}} )?(?:{MONTH}) (?:19|20)\d\d"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)",
    re.IGNORECASE,
)
_DECIDED = late(
    r"vastgesteld|instem|goedgekeurd|goedkeuring|besproken|besloten|advies|akkoord|geaccordeerd"
    r"|overeengekomen|ondertekend|bekrachtigd",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Words of the source in a text; ``heading`` is that of a section, anchor "" is the title."""

    words: str
    anchor: str = ""
    heading: str = ""
    location: Location


def check_left(protocol: Protocol, protocols: Iterable[Protocol]) -> Iterator[Problem]:
    """Yield what a text has of those whose words it was made of, each at its place.

    Of a text that was taken over whole all of it; of one that was put together the names: who
    decided and when stays behind there. ``protocols`` are all of its subject.
    """
    for source in _sources(protocol, protocols):
        name = source.facts.organisation.name
        found = [(NAME_LEFT, names_left(protocol, source))]
        if is_adopted(protocol):
            found += [
                (RECORD_LEFT, records_left(protocol, source)),
                (DATE_LEFT, dates_left(protocol, source)),
            ]
        for code, places in found:
            for left in places:
                values = {"words": left.words, "source": name}
                yield problem(code, left.location, left.anchor, **values)


def _sources(protocol: Protocol, protocols: Iterable[Protocol]) -> Iterator[Protocol]:
    facts = protocol.facts
    slugs = {entry.source.organisation for entry in facts.provenance}
    if is_adopted(protocol):
        slugs = {facts.based_on}
    return (source for source in protocols if source.slug in slugs and source is not protocol)


def names_left(protocol: Protocol, source: Protocol) -> Iterator[Left]:
    """Yield every name of the source, as it is written, once for each place.

    So its places, how many schools it has, and what seems to be the name of one. The board's own
    name and place are right at its schools.
    """
    organisation = source.facts.organisation
    is_of_board = is_adopted(protocol) and organisation.kind is not OrganisationKind.SCHOOL
    names = source.facts.applies_to if is_of_board else names_of(source)
    right = {name.lower() for name in _right_names(protocol, source)}
    wrong = [name for name in names if name.lower() not in right]
    whole = protocol_text(source)
    said, guesses = " ".join(whole.split()), guessed_names(whole)
    for place, text in _texts(protocol):
        spans = list(find_names(text, wrong))
        named = find_names(text, names_of(source))
        marks = [*school_names(text, named, guesses)]
        marks += _marks(text, named, with_places=not is_of_board)
        for span in marks:
            spans += [] if overlaps(span, spans) else [span]
        words = (" ".join(text[slice(*span)].split()) for span in sorted(spans))
        for word in dict.fromkeys(words):
            if word.lower() not in right and (word in said or find_names(word, wrong)):
                yield replace(place, words=word)


def _marks(text: str, named: Iterable[Span], *, with_places: bool) -> Iterator[Span]:
    """Yield where a text says what is true of one board: its schools, and where these are."""
    found = [*schools_of_one(text)]
    if with_places:
        found += places_of_one(text, [end for _, end in named])
    return ((begin, end) for begin, end, _ in found)


def records_left(protocol: Protocol, source: Protocol) -> Iterator[Left]:
    """Yield the clauses and notes that say who decided on the source, with all their words."""
    said = [" ".join(entry.words.split()) for entry in source.facts.approvals]
    own = _own_lines(source)
    for item in addressable(protocol):
        text = " ".join(clause_text(item).split())
        is_decided = text in own and _DECIDED.search(text) is not None
        if is_decided or any(words and words in text for words in said):
            yield Left(words=text, anchor=item.anchor, location=item.location)


def dates_left(protocol: Protocol, source: Protocol) -> Iterator[Left]:
    """Yield every place that has the words from which the date or version of the source is known.

    Such as 'Soest, mei 2019' at the end, and each text that says from which day it applies: 'treedt
    in werking op 1 augustus 2022'. What says who decided is told as that.
    """
    facts = source.facts
    when = ("version", *days())
    said = [" ".join(found.words.split()) for found in facts.evidence if found.fact in when]
    records = {left.anchor for left in records_left(protocol, source)}
    whole = " ".join(protocol_text(source).split())
    own = _own_lines(source)
    for place, text in _texts(protocol):
        words = " ".join(text.split())
        is_dated = any(_has_words(words, date) for date in said if date)
        # nobody recorded the day, and the same words stand in the source
        since = _SINCE.search(words)
        is_dated = is_dated or (since is not None and since[0] in whole)
        is_dated = is_dated or (words in own and _DIGIT.search(words) is not None)
        if place.anchor not in records and is_dated:
            yield replace(place, words=words)


@told_once
def _own_lines(source: Protocol) -> frozenset[str]:
    """Return what the source says of itself only: what it is called, where it stands."""
    found = (item for item in clauses(source) if is_own_line(item, source))
    return frozenset(" ".join(clause_text(item).split()) for item in found)


def _has_words(text: str, words: str) -> bool:
    """Tell whether words stand in a text as they are, not as part of others: no 'mei 20190'."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _texts(protocol: Protocol) -> Iterator[tuple[Left, str]]:
    """Yield the title, the headings and the clauses with their notes, each with its place."""
    yield Left(words="", location=protocol.location), plain(protocol.title)
    for one in sections(protocol):
        text = plain(one.title)
        yield Left(words="", anchor=one.anchor, heading=text, location=one.location), text
    for item in addressable(protocol):
        yield Left(words="", anchor=item.anchor, location=item.location), clause_text(item)


def _right_names(protocol: Protocol, source: Protocol) -> tuple[str, ...]:
    """Return what the new organisation is called, and the board of which both are."""
    organisation = protocol.facts.organisation
    own = (organisation.name, *organisation.aliases, *protocol.facts.applies_to)
    return (*own, source.facts.organisation.parent)
