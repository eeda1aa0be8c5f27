"""The names of a protocol's own organisation: which they are, where they stand, a text without.

Which names those are is told by front matter and by the text itself ('Stichting De Brug, hierna
te noemen: de Stichting'). Whoever hides, counts or fills in a name finds it here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from protocolkit.base.told_once import kept_once
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import without_kind
from protocolkit.document.outline import protocol_text
from protocolkit.text.sentences import Span, sentence_spans
from protocolkit.text.words import has_capital

PLACEHOLDER = "◇"
"""What stands for an organisation's name in a neutral text."""

_WORD = r"[A-Z][\w&’'/-]*"
_INTRODUCES = r"(?i:hierna|verder|voortaan|kortweg|afgekort)\b"
# A short name straight after the name that it is short for: '(hierna te noemen: de Stichting'.
_NEW_NAME = re.compile(
    r"\s*(?:[,(–-]\s*)?(?i:(?:statutair\s+)?gevestigd\s[^,()\n]{0,41}(?:[,\n]\s*)?)?"
    rf"{_INTRODUCES}(?i:\s+(?:ook|wel|te|noemen|genoemd|tot|als|aangeduid|aan|duiden|met))*\s*(?::\s*)?"
    r"(?:[‘'\"“„](?P<quoted>[^‘’'\"“”„\n]{2,40})[’'\"”“]"
    rf"|(?P<bare>(?:(?i:de|het)\s+)?{_WORD}(?:\s+(?:(?:van|der|den|de|het|en|&)\s+)*{_WORD}){{0,4}}))"
)
_BEFORE_NAME = re.compile(rf"\b{_INTRODUCES}[^.)]{{0,30}}?[ :‘'\"“„]$")
_REACH = 45
# What any board is called: no name beside another board that does not write it with a capital.
_ANY_BOARD = re.compile(
    r"(?:(?:de|het)\s+)?(?:school|scholen|(?:school)?bestuur|bevoegd\s+gezag|werkgever|organisatie"
    r"|instelling|directie)",
    re.IGNORECASE,
)
_SPACES = r"\s+"
_ARTICLES = ("De", "Het")
_LEAST_SHORT = 3


@kept_once
def names_of(protocol: Protocol) -> tuple[str, ...]:
    """Return every name of the organisation, longest first.

    Those that front matter gives, those that the text introduces after one of them, and those
    that it has in short.
    """
    known = own_names(protocol.facts)
    text = protocol_text(protocol)
    known += introduced_names(text, known)
    return longest_first([*known, *short_names(text, known)])


def organisation_name(protocol: Protocol) -> str:
    """Return what the organisation of a protocol is called: without a name, as its file is."""
    return protocol.facts.organisation.name or protocol.slug


def own_names(facts: Facts) -> tuple[str, ...]:
    """Return the names that front matter gives of an organisation, its board and its schools."""
    organisation = facts.organisation
    given = (organisation.name, organisation.parent, *organisation.aliases, *facts.applies_to)
    return tuple(name for name in given if name.strip())


def introduced_names(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that a text introduces ('hierna …'), each once, in order.

    Those are the given ones, wherever that is, and new ones straight after a given one.

    >>> text = "Stichting De Brug (hierna te noemen: de Stichting) maakt afspraken."
    >>> introduced_names(text, ["Stichting De Brug"])
    ('de Stichting',)
    """
    found: list[str] = []
    for begin, end in find_names(text, names):
        if _BEFORE_NAME.search(text[max(begin - _REACH, 0) : begin]):
            found.append(text[begin:end])
        elif new := _NEW_NAME.match(text, end):
            name = (new["quoted"] or new["bare"]).strip()
            found += [name] if has_capital(name) and not _ANY_BOARD.fullmatch(name) else []
    return tuple(dict.fromkeys(found))


def short_names(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that a text has in short, without the word for a board or a school.

    A word that has a capital only where a sentence begins is no name there.

    >>> short_names("De Brug wil rust. Zo ook op De Ark.", ["Stichting De Brug", "obs De Ark"])
    ('De Brug', 'De Ark')
    """
    known = tuple(names)
    spans = find_names(text, known)
    starts = {begin for begin, _ in sentence_spans(text)}
    found: list[str] = []
    for name in known:
        short = without_kind(" ".join(name.split()))
        if short in known or not has_capital(short[:1]) or len(short) < _LEAST_SHORT:
            continue
        first, _, rest = short.partition(" ")
        article = rf"{re.escape(first)}|{first.lower()}" if first in _ARTICLES else ""
        words = rf"(?:{article}){_SPACES}{_spaced(rest)}" if article and rest else _spaced(short)
        for match in re.finditer(rf"(?<![\w-]){words}(?![\w-])", text):
            is_inside = any(begin <= match.start() < end for begin, end in spans)
            if not is_inside and (rest or match.start() not in starts):
                found.append(short)
                break
    return tuple(dict.fromkeys(found))


def find_names(text: str, names: Iterable[str]) -> tuple[Span, ...]:
    """Return where one of these names stands, whatever its case and spaces; of two the longest.

    A word without a capital is not a name ('samen' for a board called 'Samen'), except in an
    address (``info@samen.nl``) and where the name is written so.
    """
    known = tuple(name for name in names if name.strip())
    found = _pattern(known).finditer(text) if known else ()
    return tuple(match.span() for match in found if _is_name(match, known))


def neutral(text: str, names: Iterable[str]) -> str:
    """Return a text with each name replaced by :data:`PLACEHOLDER`."""
    return masked(text, names, lambda _: PLACEHOLDER)


def masked(text: str, names: Iterable[str], mask: Callable[[str], str]) -> str:
    """Return a text with each name replaced by what ``mask`` makes of it."""
    pieces: list[str] = []
    at = 0
    for begin, end in find_names(text, names):
        pieces += [text[at:begin], mask(text[begin:end])]
        at = end
    return "".join([*pieces, text[at:]])


def longest_first(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, the longest first: a name may hold another."""
    return tuple(sorted(dict.fromkeys(names), key=lambda name: (-len(name), name)))


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    spaced = (_spaced(name) for name in longest_first(names))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def _spaced(name: str) -> str:
    return _SPACES.join(map(re.escape, name.split()))


def _is_name(match: re.Match[str], names: Iterable[str]) -> bool:
    words = match[0].split()
    is_one_word = len(words) - (words[0].lower() in ("de", "het")) < 2
    return (
        not is_one_word
        or has_capital(match[0])
        or _is_in_address(match)
        or any(name.split() == words for name in names)
    )


def _is_in_address(match: re.Match[str]) -> bool:
    text, (begin, end) = match.string, match.span()
    goes_on = text[end : end + 1] in {"@", "."} and text[end + 1 : end + 2].isalnum()
    return goes_on or text[max(begin - 1, 0) : begin] == "@"
