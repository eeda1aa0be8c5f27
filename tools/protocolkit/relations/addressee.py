"""The person that a sentence sends somebody to, and whether another names somebody else.

'Een klacht dient men in bij de directeur' and 'Wie een klacht heeft, gaat naar de teamleider'.
Knows words for those who have a task in a school; of one function two words are one.
"""

from __future__ import annotations

import re

from protocolkit.base.remembered import remembered
from protocolkit.norms.norm import Modality, Norm
from protocolkit.relations.relation import Reason, ReasonKind, Side
from protocolkit.relations.sentence_parts import Sentence
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

_WHO = (
    r"(?:leraar|leerkracht|docent|mentor|groepsleerkracht|klassenleraar|conci[eë]rge|decaan"
    r"|(?:adjunct-|con)?(?:directeur|rector)|teamleider|afdelingsleider|schoolleid(?:er|ing)"
    r"|directie|(?:school)?bestuur(?:der)?|college van bestuur"
    r"|\w*vertrouwens(?:contact)?persoon|contactpersoon|\w*co[oö]rdinator|intern begeleider"
    r"|zorgteam|\w*commissie|(?:G?MR)|medezeggenschapsraad|inspectie|leidinggevende|balie"
    r"|administratie|receptie)"
)
_SENT_TO = late(
    r"\b(?:bij|aan|naar|tot)\s+(?:(?:de|het|een|zijn|haar|hun|onze|je|uw|diens)\s+)?"
    rf"(?:eigen\s+)?(?:\[functie:\s*)?(?P<who>{_WHO}(?:\]?(?:,|\s+of|\s+en)\s+(?:de\s+|het\s+)?"
    rf"(?:\[functie:\s*)?{_WHO})*)(?!\w)",
    re.IGNORECASE,
)
_DECIDES = r"(?:beslist|besluit|bepaalt)"
_DECIDED_BY = late(
    rf"(?P<who>{_WHO})(?:\])?\s+{_DECIDES}\b"
    rf"|\b{_DECIDES}\s+(?:de|het)\s+(?:(?:algemene|betrokken|eigen)\s+)?(?:\[functie:\s*)?"
    rf"(?P<behind>{_WHO})(?!\w)",
    re.IGNORECASE,
)
# Cheaper than to look for who decides wherever a word begins.
_DECIDING = late(_DECIDES, re.IGNORECASE)
# With a complaint one also goes to a teacher by name, or where a regeling says.
_CALLED = r"(?:juf|meester)\b|\[naam[^\]]*\]"
_COMPLAINED = late(
    r"\b(?:bij|met|aan|naar|tot|volgens)\s+(?:(?:de|het|een|je|uw|onze)\s+)?(?:eigen\s+)?"
    rf"(?P<who>(?:landelijke\s+)?klachtenregeling|{_CALLED}|{_WHO}(?!\w))",
    re.IGNORECASE,
)
_COMPLAINT = late(r"\bklacht", re.IGNORECASE)
_ONE = late(rf"klachtenregeling|{_CALLED}|{_WHO}(?!\w)", re.IGNORECASE)
# The words in a row are one addressee.
_SAME = {
    word: row[0]
    for row in (
        ("leraar", "leerkracht", "docent", "groepsleerkracht", "klassenleraar"),
        ("directeur", "directie", "schoolleider", "schoolleiding"),
        ("mr", "gmr", "medezeggenschapsraad"),
        ("bestuur", "schoolbestuur", "bestuurder", "college van bestuur"),
    )
    for word in row
}
# A report and a talk are two acts, and an answer comes from whom something was sent to.
_ASKING = frozenset({Modality.OBLIGATION, Modality.INFORMATION, Modality.PERMISSION})
_LEAST_SHARED = 1


def other_addressee(
    two: tuple[Sentence, Sentence],
    sides: tuple[Side, Side],
    norms: tuple[Norm | None, Norm | None],
    scene: frozenset[str],
) -> Reason | None:
    """Return to whom each of two sentences on one question sends, where that is not the same.

    ``scene`` are the terms of who acts and of the text itself: what is sent is none of these.
    """
    found = [_sent_to(side.text, one.span) for one, side in zip(two, sides, strict=True)]
    one, other = found
    if one is None or other is None:
        return None
    # who is sent to here and sends there passes it on, and a sentence may send whom another names
    named = [_named(side.text, s.span) for s, side in zip(two, sides, strict=True)]
    if one[0] & named[1] or other[0] & named[0]:
        return None
    if any(norm is not None and norm.modality not in _ASKING for norm in norms):
        return None
    shared = (two[0].terms & two[1].terms) - scene
    are_complaints = all(
        _COMPLAINT.search(side.text, *s.span) for s, side in zip(two, sides, strict=True)
    )
    if not are_complaints and (len(shared) < _LEAST_SHARED or not _is_one_act(two, shared)):
        return None
    return Reason(kind=ReasonKind.ACTOR, left=(one[1],), right=(other[1],))


def _is_one_act(two: tuple[Sentence, Sentence], shared: frozenset[str]) -> bool:
    """Tell whether what is sent is most of what the shorter sentence is about."""
    least = min(len(one.terms) for one in two)
    return 3 * len(shared) >= least


@remembered
def _sent_to(text: str, span: Span) -> tuple[frozenset[str], Span] | None:
    """Return those to whom a sentence sends, and where they stand, if it does so once."""
    matches = list(_SENT_TO.finditer(text, *span))
    if not matches and _DECIDING.search(text, *span):
        matches = list(_DECIDED_BY.finditer(text, *span))
    if not matches and _COMPLAINT.search(text, *span):
        matches = list(_COMPLAINED.finditer(text, *span))
    if len(matches) != 1:
        return None
    place = matches[0].span(matches[0].lastgroup or "who")
    return _named(text, place), place


def _named(text: str, span: Span) -> frozenset[str]:
    words = (" ".join(found[0].lower().split()) for found in _ONE.finditer(text, *span))
    return frozenset(_SAME.get(word, word) for word in words)
