"""Where a rule holds: the words for a place in it, as terms."""

from __future__ import annotations

import re

from protocolkit.relations.sentence_parts import terms_of
from protocolkit.text.late_patterns import late

_PLACE = late(
    r"\b(?:in|op|binnen|buiten|naar) (?:(?:de|het|een|elke?|alle|onze|hun|zijn|haar|je|uw|hele) )*"
    r"([\w-]{3,})",
    re.IGNORECASE,
)


def place_terms(text: str) -> frozenset[str]:
    """Return the terms of what a text says to be in, at or on.

    >>> place_terms("Bellen mag buiten het schoolplein.") == terms_of("schoolplein")
    True
    """
    return terms_of(" ".join(_PLACE.findall(text)))
