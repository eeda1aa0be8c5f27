"""In what two clauses on one matter differ, each difference with the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from protocolkit.norms.norm import ClauseNorms, Modality, Norm, Nuance
from protocolkit.relations.polarity import match_conditions
from protocolkit.relations.quantities import Quantity, are_disjoint, gap, quantities
from protocolkit.relations.relation import NO_TRAIT, Reason, ReasonKind, Side, Trait
from protocolkit.relations.sentence_parts import (
    Condition,
    Sentence,
    take_apart,
)
from protocolkit.text.function_words import EXCLUDING, either
from protocolkit.text.sentences import Span

_QUALIFIERS = {
    "vooraf": r"vooraf(?:gaand|gaande)?|van tevoren|op voorhand",
    "schriftelijk": r"schriftelijke?",
    "aantoonbaar": r"aantoonbare?|aantoonbaar",
    "uitdrukkelijk": r"uitdrukkelijke?|expliciete?|nadrukkelijke?|ondubbelzinnige?",
    "alleen": either(EXCLUDING),
}
_QUALIFIER = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _QUALIFIERS.items()) + r")\b",
    re.IGNORECASE,
)
_SANCTIONS = {
    "waarschuwing": r"waarschuwing(?:en)?|gewaarschuwd",
    "berisping": r"berisping(?:en)?|berispt",
    "schorsing": r"schorsing(?:en)?|geschorst|schorsen",
    "ontslag": r"ontslag|ontslagen",
    "verwijdering": r"verwijdering\s+van(?:\s+de)?\s+school|"
    r"van(?:\s+de)?\s+school\s+(?:verwijderd|gestuurd)",
    "aangifte": r"aangifte",
    "boete": r"boetes?",
    "inname": r"(?:in|af)genomen|in\s+beslag|in\s+bewaring|inname|ingenomen",
    "nablijven": r"nablijven|strafwerk",
    "uitsluiting": r"ontzegd|uitgesloten|uitsluiting",
}
SANCTION = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _SANCTIONS.items()) + r")\b",
    re.IGNORECASE,
)
"""Words that name a sanction."""
# Who acts or is bound. An organisation ('de school', a name) is not among them: protocols call
# themselves 'school', 'instelling' and 'stichting' by turns.
_PEOPLE = {
    "leerlingen": r"leerling(?:en)?|kind(?:eren)?|scholier(?:en)?",
    "ouders": r"(?<!jaar en )(?<!jaar of )ouders?(?!\s+(?:dan|zijn))|verzorgers?",
    "medewerkers": r"medewerkers?|personeel(?:sleden|slid)?|werknemers?|collega['’]?s?",
    "leraren": r"lera(?:ar|ren)|leerkracht(?:en)?|docent(?:en)?|mentor(?:en)?",
    "leiding": r"leidinggevenden?|schoolleid(?:ing|ers?)|directeur(?:en)?|directie|teamleiders?",
    "stagiairs": r"stagiaires?|stagiairs?|vrijwilligers?",
    "vertrouwenspersoon": r"vertrouwens(?:persoon|personen|inspecteur|contactpersoon)",
    "mr": r"\(?g?mr|medezeggenschapsraad|bureauraad|ouderraad|leerlingenraad",
    "politie": r"politie",
    "bezoekers": r"bezoekers?|derden|gasten|wie(?= [^.;]*\bbezoekt)",
}  # fmt: skip
_PERSON = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in _PEOPLE.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)
_Added = tuple[Sequence[Span], Sequence[Span]]
_RANGE_KINDS = (
    ReasonKind.AGE,
    ReasonKind.NUMBER,
    ReasonKind.TERM,
    ReasonKind.AMOUNT,
    ReasonKind.FREQUENCY,
)
# What school texts write as a fact or as a duty by turns ('de medewerker neemt contact op').
_SAME_FORCE = (
    frozenset({Modality.OBLIGATION, Modality.INFORMATION}),
    frozenset({Modality.PROHIBITION, Modality.INFORMATION}),
)


def ranges(left: Side, right: Side) -> Iterator[Reason]:
    """Give each age, term, amount, frequency or number that is not the same on both sides."""
    lefts, rights = quantities(left.text), quantities(right.text)
    for kind in _RANGE_KINDS:
        ours = [q for q in lefts if q.kind is kind]
        theirs = [q for q in rights if q.kind is kind]
        same = {_measure(q) for q in ours} & {_measure(q) for q in theirs}
        ours = [q for q in ours if _measure(q) not in same]
        theirs = [q for q in theirs if _measure(q) not in same]
        for at in range(max(len(ours), len(theirs))):
            yield _range_reason(kind, ours[at : at + 1], theirs[at : at + 1])


def is_disjoint_age(reason: Reason) -> bool:
    """Tell whether a reason is two ages that nobody can have both, as 'under' and 'over'."""
    return reason.kind is ReasonKind.AGE and Trait.DISJOINT in reason.traits


def conditions(left: Side, right: Side, one: Sentence, other: Sentence) -> Iterator[Reason]:
    """Give each condition that only one of two sentences sets."""
    matched = match_conditions(one, other)
    ours = {pair.left.span for pair in matched}
    theirs = {pair.right.span for pair in matched}
    for condition in one.conditions:
        if condition.span not in ours and not _is_said(condition, right):
            yield Reason(kind=ReasonKind.CONDITION_DROPPED, left=(condition.span,))
    for condition in other.conditions:
        if condition.span not in theirs and not _is_said(condition, left):
            yield Reason(kind=ReasonKind.CONDITION_ADDED, right=(condition.span,))


def notes(left: ClauseNorms, right: ClauseNorms) -> list[Reason]:
    """Return a reason when the footnotes of only one side set a condition."""
    if bool(left.note_conditions) == bool(right.note_conditions):
        return []
    if left.note_conditions:
        said = " ".join(left.note_conditions)
        return [Reason(kind=ReasonKind.CONDITION_DROPPED, note=said)]
    said = " ".join(right.note_conditions)
    return [Reason(kind=ReasonKind.CONDITION_ADDED, note=said)]


def qualifiers(left: Side, right: Side, added: _Added) -> Iterator[Reason]:
    """Give each word that makes a condition stricter and stands on one side only.

    Outside ``added``, the parts that only one side has.
    """
    yield from _one_sided(
        _outside(_found(_QUALIFIER, left.text), added[0]),
        _outside(_found(_QUALIFIER, right.text), added[1]),
        (ReasonKind.CONDITION_DROPPED, ReasonKind.CONDITION_ADDED),
    )


def sanctions(left: Side, right: Side) -> Iterator[Reason]:
    """Give each sanction that only one side names, if the other side names one at all."""
    ours, theirs = _found(SANCTION, left.text), _found(SANCTION, right.text)
    yield from _one_sided(ours, theirs, (ReasonKind.SANCTION_DROPPED, ReasonKind.SANCTION_ADDED))


def people(left: Side, right: Side, added: _Added) -> Iterator[Reason]:
    """Give one reason when the two sides speak of different people, outside ``added``."""
    ours, theirs = _found(_PERSON, left.text), _found(_PERSON, right.text)
    shared = set(ours) & set(theirs)
    ours, theirs = _outside(ours, added[0]), _outside(theirs, added[1])
    only_ours = tuple(span for name, span in ours.items() if name not in shared)
    only_theirs = tuple(span for name, span in theirs.items() if name not in shared)
    if only_ours or only_theirs:
        is_subset = bool(ours and theirs) and not (only_ours and only_theirs)
        yield Reason(
            kind=ReasonKind.ACTOR,
            left=only_ours,
            right=only_theirs,
            traits=Trait.SUBSET if is_subset else NO_TRAIT,
        )


def modality(one: Norm | None, other: Norm | None) -> Iterator[Reason]:
    """Give a reason when two norms ask with a different force."""
    if one is None or other is None or Modality.UNDETERMINED in (one.modality, other.modality):
        return
    pair = frozenset({one.modality, other.modality})
    differs = len(pair) == 2 and pair not in _SAME_FORCE
    effort = (one.nuance is Nuance.EFFORT) != (other.nuance is Nuance.EFFORT)
    if differs or (effort and Modality.OBLIGATION in pair):
        yield Reason(
            kind=ReasonKind.MODALITY,
            left=one.words,
            right=other.words,
            modalities=modalities(one, other),
        )


def modalities(one: Norm | None, other: Norm | None) -> tuple[Modality | None, Modality | None]:
    """Return the modalities on either side, as far as there is a norm."""
    return one.modality if one else None, other.modality if other else None


def _measure(quantity: Quantity) -> tuple[object, ...]:
    return quantity.unit, quantity.range


def _range_reason(kind: ReasonKind, ours: list[Quantity], theirs: list[Quantity]) -> Reason:
    traits, between = NO_TRAIT, ""
    if ours and theirs and ours[0].unit == theirs[0].unit:
        one, other = ours[0].range, theirs[0].range
        between = gap(one, other)
        # two single ages ('de grens is 16') move a limit; they do not part people
        if are_disjoint(one, other) and not (one.is_point and other.is_point):
            traits = Trait.DISJOINT
    return Reason(
        kind=kind,
        left=tuple(q.span for q in ours),
        right=tuple(q.span for q in theirs),
        traits=traits,
        gap=between,
    )


def _is_said(condition: Condition, side: Side) -> bool:
    """Tell whether the other side says the same in its main part or in another sentence."""
    if len(condition.terms) < 2:
        return False
    return any(condition.terms <= s.terms for s in take_apart(side.text, side.names))


@lru_cache(maxsize=5_000)
def _found(pattern: re.Pattern[str], text: str) -> dict[str, Span]:
    """Return where a text first has what each group of a pattern finds; nobody changes it."""
    found: dict[str, Span] = {}
    for match in pattern.finditer(text):
        found.setdefault(str(match.lastgroup), match.span())
    return found


def _outside(found: dict[str, Span], parts: Sequence[Span]) -> dict[str, Span]:
    return {
        name: span
        for name, span in found.items()
        if not any(begin <= span[0] < end for begin, end in parts)
    }


def _one_sided(
    ours: dict[str, Span], theirs: dict[str, Span], kinds: tuple[ReasonKind, ReasonKind]
) -> Iterator[Reason]:
    dropped, added = kinds
    for name, span in ours.items():
        if name not in theirs:
            yield Reason(kind=dropped, left=(span,))
    for name, span in theirs.items():
        if name not in ours:
            yield Reason(kind=added, right=(span,))
