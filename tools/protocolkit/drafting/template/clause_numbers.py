"""Numbers of clauses otherwise than a law cites them: ``punt 3.4``, ``regel 2``, ``zie 4.4``.

:mod:`protocolkit.references.citations` reads articles, chapters and paragraphs. What is found here
is true of one document as those are: elsewhere another rule has that number.
"""

from __future__ import annotations

from collections.abc import Mapping

from protocolkit.document.model import Clause, PointList, Protocol
from protocolkit.document.outline import addressable, clause_text, labels
from protocolkit.references.citations import LISTED, Citation, Unit, with_externals
from protocolkit.text.late_patterns import late

_WORDS = (
    "(?i:(?:sub)?(?:punt(?:en)?|onderdeel|onderdelen|bepaling(?:en)?|regels?|lid|leden"
    "|afspraak|afspraken|paragraaf|paragrafen|hoofdstuk(?:ken)?))"
)
# no day, amount, share or group: 'punt 3.4%', 'regel 12-10', 'punt 5 van de cao' is of another text
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?(?![\w:/%]|[.-]\d)"
_COUNTS = r"(?!\s+(?:keer|maal|uur|minuten|dagen|weken|maanden|jaar|leerlingen|euro)\b)"
_NUMBERED = late(
    rf"(?<!\w){_WORDS}\s+(?P<number>{_NUMBER})(?P<more>(?:{LISTED}\s+{_NUMBER})*){_COUNTS}"
)
# 'zie 4.4', 'het bepaalde in 5.2': without a word for it, only a number of parts is one
_LEADING = (
    r"(?i:zie(?:\s+ook)?|(?:bepaalde|gestelde|bedoeld|genoemd|beschreven|vermeld|omschreven|staat)"
    r"\s+(?:in|onder|bij)|volgens|conform)"
)
_PARTS = r"\d{1,2}(?:\.\d{1,2}){1,3}(?![\w:/%]|[.-]\d)"
_BARE = late(
    rf"(?<!\w){_LEADING}\s+(?P<all>(?P<number>{_PARTS})(?P<more>(?:{LISTED}\s+{_PARTS})*)){_COUNTS}"
)
# 'de in 3.3 en 3.4 genoemde gevolgen', 'de onder 24 tot en met 27 beschreven stappen'
_NAMED = late(
    rf"(?<!\w)(?i:in|onder|bij)\s+(?P<all>(?P<number>{_NUMBER})(?P<more>(?:{LISTED}\s+{_NUMBER})*))"
    r"(?=\s+(?:genoemde?|bedoelde?|vermelde?|beschreven|omschreven|bepaalde?|gestelde?)\b)"
)


def clause_numbers(text: str) -> tuple[Citation, ...]:
    """Return each number of a clause after such a word, in order.

    Several in a row are one, without a number: no one clause is meant.

    >>> [(c.number, text[c.start : c.end]) for text in ["zoals in punt 3.4 staat"]
    ...  for c in clause_numbers(text)]
    [('3.4', 'punt 3.4')]
    >>> [text[c.start : c.end] for text in ["met uitzondering van het bepaalde in 5.2"]
    ...  for c in clause_numbers(text)]
    ['5.2']
    >>> [text[c.start : c.end] for text in ["de onder 4 tot en met 7 genoemde stappen"]
    ...  for c in clause_numbers(text)]
    ['4 tot en met 7']
    """
    found = [
        Citation(
            start=match.start(group),
            end=match.end(group),
            unit=Unit.ARTICLE,
            number="" if match["more"] else match["number"],
        )
        for pattern, group in ((_NUMBERED, 0), (_BARE, "all"), (_NAMED, "all"))
        for match in pattern.finditer(text)
    ]
    return with_externals(text, sorted(found, key=lambda citation: citation.start))


def numbered_clauses(own: Protocol) -> Mapping[str, str]:
    """Return what a document calls its own clauses so, each with the anchor that is meant, or "".

    A number without a dot in a clause with points of its own may be one of those; it is left out.
    """
    anchors = {label: anchor for anchor, label in labels(own).items()}
    found: dict[str, str] = {}
    for item in addressable(own):
        has_points = isinstance(item, Clause) and any(
            isinstance(block, PointList) for block in item.blocks
        )
        text = clause_text(item)
        for cited in clause_numbers(text):
            if not cited.is_external and not (has_points and "." not in cited.number):
                found[text[cited.start : cited.end]] = anchors.get(cited.number, "")
    return found
