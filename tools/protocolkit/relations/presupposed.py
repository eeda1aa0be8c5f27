"""Whether one clause forbids what the other takes for granted.

'Medewerkers gaan niet in discussie' and 'Wie deelneemt aan een discussie, vermeldt zijn functie':
the second does not permit anything in so many words, but who follows it does what the first one
forbids. A rule on what follows a breach takes nothing for granted ('Wie pest, wordt geschorst'),
so duties that repair or punish are left out.
"""

from __future__ import annotations

from functools import cache

from protocolkit.norms.norm import ClauseNorms, Modality, Norm
from protocolkit.relations.polarity import Opposition, norm_of
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, take_apart
from protocolkit.text.sentences import Span
from protocolkit.wording.thesaurus_file import canonical

# Who acts and where: these say nothing of the act itself.
_SCENE = (
    "medewerker leraar leidinggevende leerling ouder school schoolbestuur betrokkene "
    "sociale media, telefoon, online"
)
_AFTERMATH = (
    "sanctie schorsing ontslag waarschuwing verwijderen correctie excuses aangifte politie "
    "melden melding aanspreken gesprek dossier stoppen herstellen vergoeden inleveren innemen "
    "berisping aansprakelijk leveren afgeven afnemen hulp ondersteuning contact opnemen"
)


def is_aftermath(sentence: Sentence) -> bool:
    """Tell whether a sentence says what follows a breach, or repairs it."""
    return bool(sentence.main_terms & _terms(_AFTERMATH))


@cache
def _terms(words: str) -> frozenset[str]:
    """Return words as terms; not at import, since reading the thesaurus takes half a second."""
    return frozenset(canonical(words))


def takes_for_granted(left: Side, right: Side) -> bool:
    """Tell whether either of two clauses forbids what the other one takes for granted."""
    return any(any(found) for found in presuppositions(left, right))


def presuppositions(
    left: Side, right: Side
) -> tuple[tuple[Opposition, ...], tuple[Opposition, ...]]:
    """Return where the left clause forbids what the right one takes for granted; the other way."""
    ours, theirs = take_apart(left.text, left.names), take_apart(right.text, right.names)
    return (
        _presupposition(ours, theirs, (left.norms, right.norms)),
        _presupposition(theirs, ours, (right.norms, left.norms)),
    )


def _presupposition(
    forbidding: tuple[Sentence, ...],
    ruling: tuple[Sentence, ...],
    norms: tuple[ClauseNorms, ClauseNorms],
) -> tuple[Opposition, ...]:
    """Return where the first side forbids an act on which the second only sets a rule.

    ``norms`` are those of the two sides; ``left`` of an opposition is the forbidding side.
    """
    found = []
    for sentence in forbidding:
        norm = norm_of(norms[0], sentence)
        if norm is None or not _forbids_always(norm, sentence):
            continue
        act = sentence.main_terms - _terms(_SCENE)
        for other in ruling if act else ():
            rule = norm_of(norms[1], other)
            granted = _granted(act, norm, other, rule) if rule is not None else ()
            if granted:
                found.append(Opposition(left=norm.words, right=granted))
    return tuple(found)


def _forbids_always(norm: Norm, sentence: Sentence) -> bool:
    return norm.modality is Modality.PROHIBITION and not sentence.conditions


def _granted(act: frozenset[str], norm: Norm, other: Sentence, rule: Norm) -> tuple[Span, ...]:
    """Return the conditions under which the rule stands that take the act for granted."""
    if rule.modality is not Modality.OBLIGATION or is_aftermath(other):
        return ()
    if not rule.parties or not set(rule.parties) <= set(norm.parties):
        return ()
    return tuple(
        condition.span
        for condition in other.conditions
        if not condition.excepts and act <= condition.terms
    )
