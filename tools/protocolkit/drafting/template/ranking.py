"""Which formulation comes first, by one rule that every output states in words.

A clause of the topic's own kind before an explanation, what a person checked before a proposal;
then the most boards of independent descent, the most boards, the most to the letter, what does not
lean on words that stand elsewhere, the newest document, the fewest words; at last the name of the
board. Only complete documents are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocolkit.base.messages import Marked, Message, mark, message
from protocolkit.comparison.kinship import Kinship
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.drafting.template.leaning import words_referring_back
from protocolkit.drafting.template.values import Choice, Holder
from protocolkit.text.words import tokens

RULE = mark(
    "First comes the formulation that the most organisations have independently of each other. If "
    "that is equal, what the most organisations have, then what the most have to the letter, then "
    "what can be read by itself, then the newest document, and then the shortest. Organisations "
    "whose texts plainly come from one example count once. A document of which the source breaks "
    "off does not count. Where several have one rule, it is offered in words in which nothing is "
    "odd, if somebody has these."
)
ONLY_ONE = mark("This is the only formulation.")
CHOSEN = mark("This has been chosen for this template.")
CONTESTED = mark("The organisations disagree. Choose for yourself: nothing has been filled in.")
CONTESTED_ELSEWHERE = mark(
    "The most common clause also answers another question, on which the organisations disagree. "
    "Choose for yourself: nothing has been filled in."
)
NOTHING = mark("Only explanation was found on this topic.")

# One for each step of the rule, in its order.
_WHY: tuple[Marked, ...] = (
    mark("It is a rule itself; the others explain."),
    mark("It has been checked; the others are proposals."),
    mark("More organisations have this independently of each other than anything else."),
    mark("More organisations have this than anything else."),
    mark("More organisations have this to the letter than anything else."),
    mark("No other formulation is more common; this one can be read by itself."),
    mark("No other formulation is more common; this one is in the newest document."),
    mark("No other formulation is more common; this one is the shortest."),
    mark("No other formulation is more common; this one comes first by name."),
)

# Of one organisation nobody can say that more have it: nothing else is in a complete document.
_BY_NUMBER = (2, 3, 4)
_ONE_COUNTED = mark("This is the only formulation in a document that is complete.")

_ONE = mark("{counted} of {complete} organisations has this.")
_ONLY = mark("The only document that is complete has this.")
_KIN = mark(
    "{counted} of {complete} organisations have this, {verbatim} of them to the letter; their "
    "documents plainly come from one example."
)
_COUNTS = mark(
    "{counted} of {complete} organisations have this, {verbatim} of them to the letter and "
    "{families} independently of each other."
)
_INCOMPLETE = mark("This is in a document of which the source breaks off; it does not count.")

_Key = tuple[bool, bool, int, int, int, bool, int, int, Place]


def families_of(holders: Iterable[Holder], kinship: Kinship) -> int:
    """Return how many complete documents of independent descent are among the holders."""
    return len({kinship.family_of(held.organisation) for held in holders if held.is_complete})


def counts(counted: int, verbatim: int, families: int, complete: int) -> Message:
    """Say how common a formulation is."""
    if not counted:
        return message(_INCOMPLETE)
    values = {
        "counted": counted,
        "complete": complete,
        "verbatim": verbatim,
        "families": families,
    }
    several = _KIN if families == 1 else _COUNTS
    one = _ONLY if complete == 1 else _ONE
    text = one if counted == 1 else several
    return message(text, **{name: str(n) for name, n in values.items()})


def ranked(
    choices: Iterable[Choice], kind: Kind, kinship: Kinship, sector: str = ""
) -> tuple[Choice, ...]:
    """Return choices in order, the first one first; with a sector only its boards are counted."""
    return tuple(sorted(choices, key=lambda choice: _key(choice, kind, kinship, sector)))


def why_first(ordered: Sequence[Choice], kind: Kind, kinship: Kinship, sector: str = "") -> Message:
    """Say why the first of some ordered choices is the first."""
    if not ordered:
        return message(NOTHING)
    if len(ordered) == 1:
        return message(ONLY_ONE)
    first, second = (_key(choice, kind, kinship, sector) for choice in ordered[:2])
    step = next(
        at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other
    )
    is_alone = _is_of_one(ordered[0], sector) and step in _BY_NUMBER
    return message(_ONE_COUNTED if is_alone else _WHY[step])


def _is_of_one(choice: Choice, sector: str) -> bool:
    held = {h.organisation for h in choice.holders if h.is_complete and sector in ("", h.sector)}
    return len(held) == 1


def _key(choice: Choice, kind: Kind, kinship: Kinship, sector: str) -> _Key:
    held = [holder for holder in choice.holders if not sector or holder.sector == sector]
    counted = [holder for holder in held if holder.is_complete]
    return (
        choice.kind.is_compared != kind.is_compared,
        choice.is_proposed,
        -families_of(counted, kinship),
        -len({holder.organisation for holder in counted}),
        # to the letter is to the letter of the choice's own words, maybe of another sector
        -len({held.organisation for held in counted if held.is_verbatim and not sector}),
        bool(words_referring_back(choice.text)),
        -max((int(holder.year) for holder in held if holder.year), default=0),
        len(tokens(choice.text)),
        choice.origin.place,
    )
