"""A reason in words: one short sentence for a reader, through the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.relations.quantities import CLOCK, SCHOOL_YEARS, quantities
from protocolkit.relations.relation import Reason, ReasonKind, Trait
from protocolkit.text.sentences import Span
from protocolkit.text.shortening import shortened

_MOST_CHARACTERS = 90
_PHRASE_END = re.compile(r"\)[^,.;:()\n]*")


def explain(reason: Reason, translate: Translate, texts: tuple[str, str] = ("", "")) -> str:
    """Return a reason as a sentence in the reader's language.

    ``texts`` are the left and the right text, from which the deciding words are quoted; without
    them, or where a side has no such words, the sentence only names the difference.
    """
    ours, theirs = _quoted(reason.left, texts[0]), _quoted(reason.right, texts[1])
    said = translate(_sentence(reason, texts))
    if ours and theirs:
        said = f"{said}: {ours} / {theirs}."
    elif ours or theirs:
        where = ONLY_LEFT if ours else ONLY_RIGHT
        said = f"{said}: {translate(where).format(words=ours or theirs)}."
    else:
        said = f"{said}."
    return " ".join([said, *_besides(reason, translate)])


def explain_named(
    reason: Reason, translate: Translate, texts: tuple[str, str], names: tuple[str, str]
) -> str:
    """Return a reason as a sentence that says by name whose words are quoted."""
    ours, theirs = _quoted(reason.left, texts[0]), _quoted(reason.right, texts[1])
    said = translate(_sentence(reason, texts))
    if ours and theirs:
        told = translate(AT_BOTH).format(left=names[0], ours=ours, right=names[1], theirs=theirs)
        said = f"{said}: {told}."
    elif ours or theirs:
        name = names[0] if ours else names[1]
        said = f"{said}: {translate(AT_ONE).format(name=name, words=ours or theirs)}."
    else:
        said = f"{said}."
    return " ".join([said, *_besides(reason, translate)])


def quotes_both(reason: Reason) -> bool:
    """Tell whether a reason has words on both sides."""
    return bool(reason.left and reason.right)


def _besides(reason: Reason, translate: Translate) -> Iterator[str]:
    if reason.note:
        yield translate(IN_A_NOTE).format(words=reason.note)
    if reason.gap and reason.kind is ReasonKind.AGE:
        yield translate(AGE_GAP).format(age=reason.gap)


_NAMES: dict[ReasonKind, Marked] = {
    ReasonKind.MODALITY: mark("Another kind of rule"),
    ReasonKind.ACTOR: mark("Other people"),
    ReasonKind.AUDIENCE: mark("For others"),
    ReasonKind.AGE: mark("Another age"),
    ReasonKind.NUMBER: mark("Another number"),
    ReasonKind.TERM: mark("Another term"),
    ReasonKind.AMOUNT: mark("Another amount"),
    ReasonKind.FREQUENCY: mark("Not as often"),
    ReasonKind.CONDITION_ADDED: mark("A condition has been added"),
    ReasonKind.CONDITION_DROPPED: mark("A condition is missing"),
    ReasonKind.DUTY_ADDED: mark("A rule has been added"),
    ReasonKind.DUTY_DROPPED: mark("A rule is missing"),
    ReasonKind.SANCTION_ADDED: mark("A sanction has been added"),
    ReasonKind.SANCTION_DROPPED: mark("A sanction is missing"),
    ReasonKind.SCOPE: mark("One says only a part of what the other says"),
    ReasonKind.WORDING: mark("Other words"),
}
_TIME = mark("Another time of the day")
_YEARS = mark("For other years of the school")
OPPOSITE = mark("One allows or asks what the other forbids")
# What a reader sees first of a difference that has one of these.
_BY_TRAIT: tuple[tuple[Trait, Marked], ...] = (
    (Trait.OPPOSITE, OPPOSITE),
    (Trait.ORDER, mark("Another order")),
    (Trait.MANNER, mark("Another way of doing it")),
    (Trait.FILLING, mark("The same beginning goes on otherwise")),
)
ONLY_LEFT = mark("only the first has {words}")
ONLY_RIGHT = mark("only the second has {words}")
AT_BOTH = mark("‘{ours}’ at {left}, ‘{theirs}’ at {right}")
AT_ONE = mark("only {name} has ‘{words}’")
IN_A_NOTE = mark("It stands in a note: ‘{words}’")
AGE_GAP = mark("For who is exactly {age}, neither says anything.")


def is_clock_time(reason: Reason, texts: tuple[str, str]) -> bool:
    """Tell whether what differs is only at what time of the day, and no term."""
    return reason.kind is ReasonKind.TERM and _units(reason, texts) == {CLOCK}


def _units(reason: Reason, texts: tuple[str, str]) -> frozenset[str]:
    sides = zip((reason.left, reason.right), texts, strict=True)
    return frozenset(q.unit for spans, text in sides for q in quantities(text) if q.span in spans)


def _sentence(reason: Reason, texts: tuple[str, str]) -> Marked:
    for trait, said in _BY_TRAIT:
        if trait in reason.traits:
            return said
    if is_clock_time(reason, texts):
        return _TIME
    units = _units(reason, texts) if reason.kind is ReasonKind.NUMBER else frozenset()
    return _YEARS if units and units <= SCHOOL_YEARS else _NAMES[reason.kind]


def _quoted(spans: tuple[Span, ...], text: str) -> str:
    pieces = [" ".join(_whole(text, span).split()).rstrip(".;,") for span in spans]
    return " … ".join(shortened(piece, _MOST_CHARACTERS) for piece in pieces if piece)


def _whole(text: str, span: Span) -> str:
    """Return what is quoted, to the end of the phrase where it stops between brackets."""
    begin, end = span
    if text.count("(", begin, end) > text.count(")", begin, end):
        goes_on = _PHRASE_END.search(text, end)
        end = goes_on.end() if goes_on else len(text)
    return text[begin:end]
