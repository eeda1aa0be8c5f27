"""What a text that was taken over still has of whose it was: names, and who decided on it there.

Both are right in the source and wrong in the new text until somebody looks at them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.adopted import is_adopted
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Protocol
from protocolkit.document.names import find_names, names_of
from protocolkit.document.outline import addressable, clause_text, sections
from protocolkit.document.richtext import plain

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Words of the source in a text; ``heading`` is that of a section, anchor "" is the title."""

    words: str
    anchor: str = ""
    heading: str = ""
    location: Location


def check_left(protocol: Protocol, protocols: Iterable[Protocol]) -> Iterator[Problem]:
    """Yield what a text that was taken over whole has of its source, each at its place.

    ``protocols`` are all of its subject.
    """
    if not is_adopted(protocol):
        return
    for source in protocols:
        if source.slug == protocol.facts.based_on:
            name = source.facts.organisation.name
            for code, found in (
                (RECORD_LEFT, records_left(protocol, source)),
                (NAME_LEFT, names_left(protocol, source)),
            ):
                for left in found:
                    values = {"words": left.words, "source": name}
                    yield problem(code, left.location, left.anchor, **values)


def names_left(protocol: Protocol, source: Protocol) -> Iterator[Left]:
    """Yield every name of the source, as it is written, once for each place.

    The board's own name is right at its schools.
    """
    organisation = source.facts.organisation
    is_of_board = is_adopted(protocol) and organisation.kind is not OrganisationKind.SCHOOL
    names = source.facts.applies_to if is_of_board else names_of(source)
    right = {name.lower() for name in _right_names(protocol, source)}
    wrong = [name for name in names if name.lower() not in right]
    for place, text in _texts(protocol):
        words = (" ".join(text[slice(*span)].split()) for span in find_names(text, wrong))
        for word in dict.fromkeys(words):
            yield replace(place, words=word)


def records_left(protocol: Protocol, source: Protocol) -> Iterator[Left]:
    """Yield the clauses and notes that say who decided on the source, with all their words."""
    said = [" ".join(entry.words.split()) for entry in source.facts.approvals]
    for item in addressable(protocol):
        text = " ".join(clause_text(item).split())
        if any(words and words in text for words in said):
            yield Left(words=text, anchor=item.anchor, location=item.location)


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
