"""Whether one sentence has a thing put away that the other one gives leave to use.

'Laat je telefoon thuis of lever hem in' and 'In de pauze mag je je telefoon gebruiken' forbid and
allow nothing of one act, and whoever does the one cannot do the other.
"""

from __future__ import annotations

import re

from protocolkit.norms.norm import Modality, Norm
from protocolkit.relations.acts import are_at_other_times, scene
from protocolkit.relations.people import people_terms
from protocolkit.relations.polarity import meet
from protocolkit.relations.sentence_parts import Sentence, terms_of
from protocolkit.text.late_patterns import late

_PLACE_TO_KEEP = (
    r"(?:in|naar|achter) (?:(?:de|het|een|je|hun|zijn|uw|eigen|afgesloten) )*"
    r"(?:\w*(?:kluis|kluizen|kluisjes?|locker|lockers|tas|tassen|bak|kast)|slot|telefoonhotel)"
)
AWAY = late(
    r"\b(?:laat|laten|blijft|blijven)\b[^.;]*?\bthuis\b|\bthuis(?:laten|blijven)\b"
    r"|\blever(?:t|en)?\b[^.;]*? in\b|\binleveren\b|\bgeeft?\b[^.;]*? af\b|\bafgeven\b"
    r"|\b(?:berg(?:t|en)?|stop(?:t|pen)?)\b[^.;]*? (?:op|weg)\b|\bopbergen\b|\bopgeborgen\b"
    rf"|\b(?:gaat|gaan|ligt|liggen|blijft|blijven|zit|zitten|doet|doen|legt?|leggen|stop\w*)\b"
    rf"[^.;]*? {_PLACE_TO_KEEP}\b",
    re.IGNORECASE,
)
IN_USE = late(
    r"\b(?:gebruik(?:t|en)?|gebruikt|aan(?:staan|hebben|houden)|bij (?:zich|je|u|ons) "
    r"(?:houden|hebben|dragen))\b",
    re.IGNORECASE,
)
# A leave for who needs it is an exception to what holds for all.
_FOR_SOME = late(
    r"^\W*(?:(?:de|het|een) )?[^\W\d]+(?: met| die| van wie)\b|^\W*wie\b", re.IGNORECASE
)
# What was taken from somebody is another's to keep.
_TAKEN = late(r"\b(?:in|af|weg)ge(?:nomen|pakte?|leverde?)|\bin beslag|\bgevonden\b", re.IGNORECASE)
_ASKING = frozenset({Modality.OBLIGATION, Modality.INFORMATION})

Words = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


def put_away_and_used(
    away: tuple[Sentence, Norm], used: tuple[Sentence, Norm], texts: tuple[str, str]
) -> Words | None:
    """Return the words by which the first puts away what the second gives leave to use."""
    (one, duty), (other, leave) = away, used
    is_asked = duty.modality in _ASKING and leave.modality is Modality.PERMISSION
    if not is_asked or one.conditions or not meet(duty, leave):
        return None
    if not all(found.excepts for found in other.conditions):
        return None
    said = AWAY.search(texts[0], *one.span)
    if (
        said is None
        or _TAKEN.search(texts[0], *one.span)
        or not IN_USE.search(texts[1], *other.span)
    ):
        return None
    if _FOR_SOME.search(texts[1][slice(*other.span)]) or are_at_other_times((one, other), texts):
        return None
    things = (one.main_terms & other.main_terms) - scene() - people_terms()
    if not things - terms_of(said[0].split()[0]):
        return None
    return (said.span(),), leave.words
