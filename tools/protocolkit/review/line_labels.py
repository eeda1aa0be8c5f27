"""What a line begins with that calls a clause, known or not, as in a mail or a row of a table.

Who writes a point on each line, without an empty line between, begins each with such a label. A
wrapped sentence may have one at the begin of a line as well; the words before it tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from protocolkit.changes.own_numbers import MEASURES
from protocolkit.review.pasted_text import begins, goes_on
from protocolkit.text.function_words import FUNCTION_WORDS

QUOTES = "\"'“”‘’„«»()[]"
"""What may stand around a label."""

BEFORE_LABEL = re.compile(
    r"(?:namens\s+(?:(?:de|het|onze)\s+)?[\w-]+(?:\s+[\w-]+){0,3}\s*:\s*)?"
    r"(?:(?:opmerking|vraag|reactie|punt|bepaling|nummer|nr\.?)\s+)?"
    r"(?:(?:bij|over|op|ad|re|inzake|wat betreft|betreft|betreffende|onder|aangaande|t\.?a\.?v\.?"
    r"|m\.?b\.?t\.?|ten aanzien van|met betrekking tot)\s+)?(?:(?:het|de)\s+)?"
    r"(?:(?:punt|bepaling|nummer|nr\.?|onderdeel|lid)\s+)?",
    re.IGNORECASE,
)
"""What may stand before a label or a citation: 'Bij 3.1.6:', 'Opmerking over artikel 5:'."""

_SPACES = re.compile(r"\s+")
UNIT_OF_NUMBER = r"(?:artikel|art\.?|hoofdstuk|paragraaf|par\.?|§)\s*"
"""What may stand before a number."""
_NUMBER = r"[A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?"
_MEMBER = r"(?:,?\s*lid\s+\d{1,2})?"
_POINTS = r"[A-Z]?\d{1,3}(?:\.\d{1,3})+[a-z]?"
_END = r"(?=$|[\s:;,)/\]\"'”’–-]|\.(?:\s|$))"
# '3.2 punt b' is a part of a clause, and 'u' a person.
_MEASURED = "|".join(map(re.escape, sorted(MEASURES - {"punt", "punten", "u", "%", "€", "°"})))
# '1.5 uur' is how long something takes, '2.5-3 km' how far; '1.5 Uur' is a title, and '1.5 - 3 km'
# says something of a clause.
_UP_TO = r"(?:[-–]|\s*(?:tot(?:\s+en\s+met)?|t/m|à|of)\s*)\d+(?:[.,]\d+)*"
_IS_AMOUNT = (
    rf"(?:{_UP_TO})?\s*(?-i:(?:{_MEASURED}|EUR)\b|[%€°]"
    r"|['’]s\s+(?:ochtends|morgens|middags|avonds)\b)"
)
_AMOUNT = rf"(?!{_IS_AMOUNT})"
# '2.5 kinderen' of a family; no amount has more than one point.
_COUNTED = re.compile(
    rf"\d+(?:[.,]\d+)*{_IS_AMOUNT}|\d+(?:[.,]\d+)?\s+(?:kind(?:eren)?|leerlingen|personen)\b"
)
# What else of a paper a line may be about: it begins a point, and no clause is called so.
_ELSEWHERE = (
    r"(?:pagina|blz\.?|bijlage|(?:voet)?noot|regel|stap|tabel|lid|punt)\s*\d{1,3}[a-z]?(?=\s*:)"
)
_LABEL = re.compile(
    rf"(?:{UNIT_OF_NUMBER}{_NUMBER}{_MEMBER}|{_POINTS}|{_ELSEWHERE}){_END}{_AMOUNT}"
    r"(?P<after>[)\]\s]*:)?",
    re.IGNORECASE,
)
# A few words and a colon before a number: 'En ook nog: 1.1 is dubbel.'
_LEADS = re.compile(rf"[^\W\d][\w-]*(?:\s+[\w-]+){{0,4}}\s*:\s*(?={_POINTS}{_END}{_AMOUNT})")
_LAST_WORD = re.compile(r"(\w+)\W*$")
# What a number may follow in the middle of a sentence.
_CALLING = frozenset(
    "artikel artikelen art artt bepaling bepalingen hoofdstuk hoofdstukken lid nr nummer nummers "
    "onderdeel onderdelen paragraaf paragrafen par punt regel regels versie".split()
)
# What begins a point of its own that names no clause, or not at once: 'Over de tabel: …', 'Ten
# slotte: …', 'In 3.5 en 3.6 …', 'De tabel bij 3: …'.
_OPENS = re.compile(
    rf"(?:In\s(?:{UNIT_OF_NUMBER}{_NUMBER}|{_POINTS}){_END}{_AMOUNT}"
    rf"|(?:De|Het)\s\w+\s(?:bij|in|onder|uit|van)\s(?:{UNIT_OF_NUMBER})?{_NUMBER}{_MEMBER}\s*:"
    r"|(?:Bij|Over|Inzake|Wat betreft)(?:\s+[\w.-]*\w){1,4}\s*:"
    r"|(?:De rest|Voor het overige|Voor de rest)\b"
    # A heading of another text with a number: groups and years of pupils have numbers as well.
    rf"|(?!Groep|Klas|Leerjaar|Jaar|Artikel|Lid|Punt)[A-Z][a-z]{{3,}}\s\d{{1,2}}[a-z]?{_END}{_AMOUNT}"
    r"|(?:Verder|Overigens) (?:(?:vind|vinden) (?:ik|wij|we)|geen|niets)\b"
    r"|(?:Ten\s?slotte|Tot slot|(?:In het a|A)lgemeen|Overig(?:e opmerkingen?)?|Verder|Rondvraag)"
    r"\s*[:,])"
    r"(?=\s|$)"
)
# What follows the name of a heading that a line is about: 'Sancties 3 …', 'Sancties: …'.
_AFTER_NAME = re.compile(rf"\s*:(?=\s|$)|\s+\d{{1,3}}[a-z]?{_END}{_AMOUNT}")
# A line at most this long was not wrapped by a program for mail.
_SHORT = 50
# No program for mail makes a line longer than this where it wraps one.
_WIDEST = 100
# None wraps lines before they are this long.
_NARROWEST = 45


def label_of_line(line: str) -> re.Match[str] | None:
    """Return the label that a line begins with, as it is written.

    >>> bool(label_of_line("- Art 3.2: te vaag")), bool(label_of_line("3.2.2026 was er"))
    (True, False)
    """
    said = begins(line).lstrip(QUOTES)
    return next((found for at in label_starts(said) if (found := _LABEL.match(said, at))), None)


def label_starts(said: str) -> tuple[int, ...]:
    """Return where in a line its label may begin: at once, or behind what leads to one."""
    before = [one.match(said) for one in (BEFORE_LABEL, _LEADS)]
    return tuple(dict.fromkeys((0, *(found.end() for found in before if found))))


def begins_with_amount(said: str) -> bool:
    """Tell whether a text begins with how much of something there is, which calls no clause.

    >>> begins_with_amount("2.5 uur is te lang"), begins_with_amount("2.5: uur is te lang")
    (True, False)
    """
    return _COUNTED.match(said) is not None


def numbered(said: str) -> str:
    """Return the number of several parts that a text begins with, "" for another beginning."""
    found = re.match(rf"{_POINTS}{_END}", said)
    if begins_with_amount(said):
        return ""
    return found[0] if found else ""


def is_ended(before: str, line: str, lines: Sequence[str]) -> bool:
    """Tell whether somebody ended a line where it ends: what comes next had room behind it.

    ``lines`` are those of the paragraph; where one is wider than programs wrap, none was wrapped.
    """
    width, first = max(_NARROWEST, *map(len, lines)), line.split(maxsplit=1)[0]
    return width > _WIDEST or len(before.rstrip()) + 1 + len(first) <= width


def begins_anew(
    line: str, before: str, *, is_labelled: bool, is_known: bool = False, is_ended: bool = False
) -> bool:
    """Tell whether a line begins a point of its own by its label.

    ``before`` is the line before it, and ``is_labelled`` says that the point of that one began with
    a label too; ``is_known`` that a clause is called so, ``is_ended`` that somebody ended the line
    before. A label in the middle of a wrapped sentence begins nothing; but below another labelled
    line that somebody ended it does, whatever word that ends in: ``5.2 wie nodigt uit``.
    """
    found = label_of_line(line)
    if not goes_on(before):
        return found is not None
    is_listing = is_labelled and is_ended
    if (found is None and not is_known) or (_is_amid(before) and not is_listing):
        return False
    if is_ended or found is None:
        return is_ended or is_labelled
    has_colon = found["after"] is not None
    if begins(line)[:1].islower() and not has_colon:
        return False
    return is_labelled or has_colon or (len(before) <= _SHORT and not before.rstrip().endswith(","))


def _is_amid(before: str) -> bool:
    """Tell whether a line surely ends amid a sentence, by its last word."""
    last = _LAST_WORD.search(before)
    word = last[1].casefold() if last else ""
    return word in FUNCTION_WORDS or word in _CALLING


def opens_point(line: str, before: str, names: Collection[str], *, is_ended: bool = False) -> bool:
    """Tell whether a line surely begins a point of its own though it names no clause.

    ``before`` is the line before it, which must end a sentence, or be one that somebody ended
    (``is_ended``); ``names`` are those of headings: a line that begins with one and a number or a
    colon is about something there.

    >>> opens_point("Ten slotte: het is helder.", "3.1 Te lang.", ())
    True
    """
    said = begins(line).lstrip(QUOTES)
    was_ended = is_ended or len(before) <= _SHORT
    is_amid = goes_on(before) and (not was_ended or _is_amid(before))
    if not before.strip() or is_amid or before.rstrip().endswith((":", ",")):
        return False
    if _OPENS.match(said):
        return True
    after = (said[len(name) :] for name in names if name and said.startswith(name))
    return any(_AFTER_NAME.match(rest) for rest in after)


def by_label(protocol_labels: Mapping[str, str], said: str) -> str:
    """Return the anchor of the clause whose printed label begins a text, "" when none does."""
    words = _SPACES.sub(" ", said).strip()
    small = words.casefold()
    if begins_with_amount(words):
        return ""
    fitting = [
        (label, anchor)
        for anchor, label in protocol_labels.items()
        if small.startswith(label.casefold())
        and re.match(
            rf"{re.escape(label)}(?![\w.]*\d)(?=$|[\s:.,;)\]\"'”’»–-])", words, re.IGNORECASE
        )
        and not begins_with_amount(words[len(label) - len(label.split()[-1]) :])
    ]
    longest = max((len(label) for label, _ in fitting), default=0)
    own = [anchor for label, anchor in fitting if len(label) == longest]
    return own[0] if len(own) == 1 else ""
