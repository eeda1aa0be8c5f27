"""Rules of a draft that the other of two boards has in words that were set aside.

Two protocols became one; where both had one rule, one wording came along. Whoever reads the draft
can then see what the other board would have called it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.checking.answered import topic_places
from protocolkit.comparison.concordance import Concordance
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of, organisation_name
from protocolkit.document.outline import addressable, labels
from protocolkit.document.place import Place
from protocolkit.drafting.new.merging import merged_sides
from protocolkit.drafting.new.same_rule import has_same_words
from protocolkit.drafting.new.two_sides import has_one_wording
from protocolkit.drafting.template.sources import neutral_text

OTHER_WORDS = warning(
    "other-words",
    "A clause of a draft has the words of one of two boards that have this rule",
    "{label} of {name} says the same in other words: ‘{words}’",
    "Read both. Is this wording right? Accept it, with the reason.",
)


def check_other_words(
    protocol: Protocol, concordance: Concordance | None, protocols: Iterable[Protocol]
) -> Iterator[Problem]:
    """Yield each clause of a merger with the words of the other board, where those differ."""
    sides = merged_sides(protocol.facts.based_on, protocols)
    if concordance is None or not sides:
        return
    own = {item.anchor: item for item in addressable(protocol)}
    entries = [entry for entry in protocol.facts.provenance if entry.anchor in own]
    taken = {entry.source for entry in entries}
    texts = {place: text for side in sides for place, text in _texts(side)}
    named = {Place(s.slug, anchor): name for s in sides for anchor, name in labels(s).items()}
    names = {side.slug: organisation_name(side) for side in sides}
    topics, told = topic_places(concordance), set[tuple[str, Place]]()
    for entry in entries:
        for place in topics.get(entry.topic, ()):
            is_other = place.organisation != entry.source.organisation and place not in taken
            words, other = texts.get(entry.source, ""), texts.get(place, "")
            if is_other and _is_reworded(words, other) and (entry.anchor, place) not in told:
                told.add((entry.anchor, place))
                yield problem(
                    OTHER_WORDS,
                    own[entry.anchor].location,
                    entry.anchor,
                    label=named[place],
                    name=names[place.organisation],
                    words=other,
                )


def _texts(side: Protocol) -> Iterator[tuple[Place, str]]:
    names = names_of(side)
    for item in addressable(side):
        yield Place(side.slug, item.anchor), neutral_text(item, names)


def _is_reworded(words: str, other: str) -> bool:
    """Tell whether two texts say the same, each in words of its own."""
    is_other = bool(words and other) and not has_one_wording(words, other)
    return is_other and has_same_words(words, other)
