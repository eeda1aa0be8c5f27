"""Two sentences on one thing of which the one says 'open' and the other 'dicht'.

Neither denies the other, and yet both cannot be done. Only where the rest is nearly the same: 'open
in de pauze' and 'dicht in de les' go together.
"""

from __future__ import annotations

import re

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
    for pair in _PAIRS:
        for first, second in (pair, pair[::-1]):
            ours, theirs = _only(one, left, first, second), _only(other, right, second, first)
            if ours and theirs and _is_one_thing((one, ours, left), (other, theirs, right)):
                return Opposition(left=(ours,), right=(theirs,))
    return None


def _only(
    sentence: Sentence, side: Side, wanted: re.Pattern[str], other: re.Pattern[str]
) -> Span | None:
    """Return where a sentence has one word of a pair, when it has not the other as well."""
    found = wanted.search(side.text, *sentence.span)
    if found is None or other.search(side.text, *sentence.span):
        return None
    return found.span()


def _is_one_thing(*sides: tuple[Sentence, Span, Side]) -> bool:
    ours, theirs = (
        sentence.terms - terms_of(side.text[slice(*span)]) for sentence, span, side in sides
    )
    return bool(ours & theirs) and dice(ours, theirs) >= _NEARLY_SAME
