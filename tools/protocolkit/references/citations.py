"""How Dutch texts refer to numbered parts: ``artikel 5, tweede lid, onderdeel b``, ``art. B:2``.

Knows the form only, by the Aanwijzingen voor de regelgeving (3.27 and following) and by how
schools write. What a citation leads to is worked out in :mod:`protocolkit.references.resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.text.function_words import POSSESSIVES, either
from protocolkit.text.heading_numbers import HEADING_WORDS, counting_words_in
from protocolkit.text.late_patterns import late
from protocolkit.text.markers import ARTICLE, WORDS, word_pattern

_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende"
).split()
ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}\s?(?:ste|de|e))"
LISTED = r"(?:,?\s+(?:en|of|tot\s+en\s+met|t/m)|,)"
_MEMBER = (
    rf"(?P<ordinal>{ORDINAL})(?:{LISTED}\s+(?:het\s+)?{ORDINAL})*\s+lid\b"
    r"|(?:lid|leden)\s+(?P<count>\d{1,2}[a-z]?)\b"
)
_POINT = (
    r"(?:,?\s+(?:aanhef\s+en\s+)?(?:onderdeel|onderdelen|onder|sub|punt|letter|lid)"
    rf"\s+(?P<point>[a-z])\b(?:{LISTED}\s+[a-z]\b)*)?(?:,?\s+(?:onder|sub)\s+\d+°?)?(?:\s+e\.v\.)?"
)
_TAIL = rf"(?:,?\s+(?:het\s+)?(?:{_MEMBER}))?{_POINT}"
# Freer than a marker: 'B2' and 'B:2' are B.2. A letter alone from I on is a Roman numeral.
LETTERED = r"(?:[A-Z][.:]?|[IVXLC]{2,}[.:])"
"""What a number may begin with that counts under a letter or a Roman numeral: 'B2', 'II.3'."""
_NUMBER = rf"(?P<number>{LETTERED}\d+(?:[.:]\d+)*|\d+(?:[.:]\d+)*[a-z]{{0,2}}|[IVXLC]+|[A-H])"
_NUMBER_END = r"(?![\w:/%])(?!\.\d)"
_SECTIONS = tuple(word for word in WORDS if word.is_number and word is not ARTICLE)
_ARTICLE = word_pattern((*ARTICLE.forms, *ARTICLE.plurals))
_SECTION = word_pattern(form for word in _SECTIONS for form in (*word.forms, *word.plurals))
_HEADING = word_pattern(form for word in HEADING_WORDS for form in (*word.forms, *word.plurals))
UNITS = rf"(?:(?P<article>{_ARTICLE})|(?P<section>{_SECTION})|(?P<heading>{_HEADING}))"
"""What a number counts in: an article, a chapter, a paragraph, an annex."""

_UNIT = rf"(?<!\w){UNITS}\s*"

_CITATION = late(rf"{_UNIT}{_NUMBER}{_NUMBER_END}{_TAIL}")
_NEXT = late(rf"{LISTED}\s+{_NUMBER}{_NUMBER_END}{_TAIL}")
_BARE_MEMBER = late(rf"(?<!\w)(?:{_MEMBER}){_POINT}")
_PLURALS = (form for word in (ARTICLE, *_SECTIONS, *HEADING_WORDS) for form in word.plurals)
PLURAL = late(rf"^(?:{word_pattern(_PLURALS)})")
# Between two citations of one and the same text.
_JOINED = late(r"^\s*(?:,\s*)?(?:(?:en|of|juncto|jo\.?|tot en met)\s*)?(?:(?:de|het)\s*)?$")

# 'aanwijzing 3, tweede lid': a member of something that is no article.
_OF_ANOTHER = late(r"(?<![\w°])(?<!lid )\d{1,4}[a-z]{0,2}°?,?\s+(?:(?:en|of)\s+)?$")

_LAW = (
    r"(?:[A-Z][A-Za-z]*[A-Z]\w*|Wms|Awb|Wpo|Wvo|Wec|Wbp|Sr|Sv|Avg"
    r"|[A-Z]?[a-z]*wet|Wet\b.{1,80}|[Ww]etboek|[Cc]ao|Algemene\s+[Ww]et|Algemene\s+[Vv]erordening"
    r"|[Rr]ichtlijn|[Vv]erdrag|[Vv]erordening)\b"
)
_OWN_WORDS = r"(?:protocol|document|stuk|hoofdstuk|paragraaf|artikel)\b"
_AFTER = late(
    rf"^\s*,?\s*(?:{_LAW}"
    rf"|(?:van|uit)\s+(?:{_LAW}|[A-Z]|(?:{either(POSSESSIVES)}|de|het|een|die)\s+(?!{_OWN_WORDS}))"
    rf"|in\s+(?:de|het)\s+(?:{_LAW}|statuten))"
)
_BEFORE = late(
    r"(?:\b(?:AVG|UAVG|WBP|Wbp|WMS|Wms|WPO|Wpo|WVO|Wvo|WEC|Wec|Awb|BW|Sr|CAO(?:[ -](?:PO|VO))?|cao)"
    r"|\b\w*wet|\b[Ww]etboek\b[^.]{0,40}|\bWet\b[^.]{0,80}),?[\s(:]*$"
)

# How far around a citation another text is looked for.
_NEARBY = 120


class Unit(Enum):
    """What a citation counts: an article, a chapter or paragraph, or only a member (lid).

    ``HEADING`` is what a heading says in its own words: an annex, a step.
    """

    ARTICLE = "article"
    SECTION = "section"
    HEADING = "heading"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation as written: ``start`` and ``end`` in the text, and what it counts.

    ``number`` is written as numbers print (``B.2`` for ``B:2``), ``member`` and ``point`` are
    ``""`` when not named; of ``eerste en tweede lid`` the first counts. ``word`` is the word of a
    heading that it names: ``bijlage``. ``is_external`` when the words around it name another text.
    """

    start: int
    end: int
    unit: Unit
    number: str = ""
    member: str = ""
    point: str = ""
    word: str = ""
    is_external: bool = False


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return every citation in a text, in order, none inside another.

    >>> [(c.number, c.member, c.point) for c in find_citations("art. 3 lid 2 sub b (artikel B:2)")]
    [('3', '2', 'b'), ('B.2', '', '')]
    """
    found = list(_numbered(text))
    taken = [(citation.start, citation.end) for citation in found]
    found += [
        _citation(match, Unit.MEMBER)
        for match in _BARE_MEMBER.finditer(text)
        if not any(match.start() < end and start < match.end() for start, end in taken)
        and not any(
            0 <= match.start() - end < _NEARBY and _JOINED.match(text[end : match.start()])
            for _, end in taken
        )
        and not _OF_ANOTHER.search(_before(text, match.start()))
    ]
    return with_externals(text, sorted(found, key=lambda citation: citation.start))


def _numbered(text: str) -> Iterator[Citation]:
    for match in _CITATION.finditer(text):
        unit, word = unit_of(match)
        yield _citation(match, unit, word)
        following: re.Match[str] | None = match
        while following and PLURAL.match(match[0]):
            following = _NEXT.match(text, following.end())
            if following:
                yield _citation(following, unit, word, following.start("number"))


def unit_of(match: re.Match[str]) -> tuple[Unit, str]:
    """Return what a match of :data:`UNITS` counts, and the word of a heading where it is one."""
    if match["heading"]:
        return Unit.HEADING, next(iter(counting_words_in(match["heading"])), "")
    return (Unit.SECTION if match["section"] else Unit.ARTICLE), ""


def _citation(match: re.Match[str], unit: Unit, word: str = "", start: int = -1) -> Citation:
    groups = match.groupdict()
    return Citation(
        start=match.start() if start < 0 else start,
        end=match.end(),
        unit=unit,
        number=_normal(groups.get("number") or ""),
        member=groups["count"] or ordinal_number(groups["ordinal"] or ""),
        point=groups["point"] or "",
        word=word,
    )


def _normal(number: str) -> str:
    """Return a number as numbers print: ``B:2`` and ``B2`` are ``B.2``."""
    return re.sub(r"^([A-Z])(?=\d)", r"\1.", number.replace(":", "."))


def ordinal_number(word: str) -> str:
    """Return the number of an ordinal in figures: ``2`` of ``tweede`` and of ``2de``."""
    if word in _ORDINALS:
        return str(_ORDINALS.index(word) + 1)
    return re.sub(r"\D", "", word)


def with_externals(text: str, citations: list[Citation]) -> tuple[Citation, ...]:
    """Mark what belongs to another text; citations that are joined belong to the same one."""
    marked: list[Citation] = []
    for citation in reversed(citations):
        follower = marked[-1] if marked else None
        is_joined = follower and _JOINED.match(text[citation.end : follower.start])
        outside = (
            bool(_AFTER.match(text[citation.end : citation.end + _NEARBY]))
            or bool(_BEFORE.search(_before(text, citation.start)))
            or bool(is_joined and follower and follower.is_external)
        )
        marked.append(replace(citation, is_external=outside))
    return tuple(reversed(marked))


def _before(text: str, place: int) -> str:
    """Return what stands shortly before a place."""
    return text[max(0, place - _NEARBY) : place]
