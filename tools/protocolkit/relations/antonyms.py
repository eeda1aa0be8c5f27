"""Two sentences on one thing of which the one says 'open' and the other 'dicht'.

Neither denies the other, and yet both cannot be done. Only where the rest is nearly the same: 'open
in de pauze' and 'dicht in de les' go together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protocolkit.relations.overlap import dice
from protocolkit.relations.polarity import Opposition
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, terms_of
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

# 'Aan' and 'uit' say so at the end of a sentence only: elsewhere they are prepositions.
_PAIRS = tuple(
    tuple(late(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE) for forms in pair)
    for pair in (
        (r"open|geopende?", r"dicht|gesloten|afgesloten|op slot"),
        (r"verplichte?", r"vrijwillige?|facultatie(?:f|ve)"),
        (r"aanwezige?", r"afwezige?"),
        (r"binnen(?!\s+(?:de|het|een|\d|\w+\s+(?:dag|week|uur|maand)))", r"buiten(?!\s+de\b)"),
        (r"zichtba(?:ar|re)", r"onzichtba(?:ar|re)|verborgen"),
        (r"openba(?:ar|re)", r"vertrouwelijke?|geheime?"),
        (r"gratis|kosteloos|kosteloze", r"betaalde?|tegen betaling"),
        (r"links", r"rechts"),
        (r"aan(?=\s*(?:[.;,]|$))", r"uit(?=\s*(?:[.;,]|$))"),
        (r"ingeschakelde?", r"uitgeschakelde?"),
        (r"hetzelfde|dezelfde", r"een andere?"),
    )
)
_NEARLY_SAME = 0.6


def antonym(one: Sentence, other: Sentence, left: Side, right: Side) -> Opposition | None:
    """Return the words of two sentences that exclude each other; None where none do."""
    if len(one.conditions) != len(other.conditions):
        return None
    found = zip(_said(left.text, one.span), _said(right.text, other.span), strict=False)
    for mine, others in found:
        for ours, theirs in zip(mine, reversed(others), strict=True):
            if ours and theirs and _is_one_thing((one, ours, left), (other, theirs, right)):
                return Opposition(left=(ours,), right=(theirs,))
    return None


@lru_cache(maxsize=16_384)
def _said(text: str, span: Span) -> tuple[tuple[Span | None, ...], ...]:
    """Return, for each pair, where a sentence has the one word and where the other.

    Of a pair of which it has both it says neither, and most say none at all: of those nothing.
    """
    found = tuple(tuple(form.search(text, *span) for form in pair) for pair in _PAIRS)
    only = tuple(
        (None, None) if all(pair) else tuple(one.span() if one else None for one in pair)
        for pair in found
    )
    return only if any(map(any, only)) else ()


def _is_one_thing(*sides: tuple[Sentence, Span, Side]) -> bool:
    ours, theirs = (
        sentence.terms - terms_of(side.text[slice(*span)]) for sentence, span, side in sides
    )
    return bool(ours & theirs) and dice(ours, theirs) >= _NEARLY_SAME
