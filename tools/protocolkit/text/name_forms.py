"""What the name of a person is made of: a title, initials, particles, words with a capital.

Patterns, for everything that looks for persons. The letters are written out, so a pattern may
be used with :data:`re.IGNORECASE` only where capitals say nothing.
"""

from __future__ import annotations

UPPER, LOWER = "A-ZÀ-ÖØ-ÞČĐĞİŁŚŞŠŽŻ", "a-zà-öø-ÿāąćčđęěğıłńňőřśşšťůűźżž"
"""The letters of names in the Netherlands, for between square brackets."""

_ADDRESSED = r"[Dd]e\s+heer|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Mm]eneer"
_LEARNED = r"[Dd]rs\.|[Dd]r\.|[Mm]r\.|[Ii]r\.|[Ii]ng\.|[Pp]rof\."
ADDRESS = rf"(?:{_ADDRESSED})"
"""With what somebody is spoken to, at a school or anywhere."""

TEACHERS = frozenset("juf juffrouw meester".split())
"""With what pupils speak to a teacher; these are words of their own too."""

_SPOKEN = rf"{_ADDRESSED}|[Jj]uf(?:frouw)?|[Mm]eester"
ONE_TITLE = rf"(?:{_SPOKEN}|{_LEARNED})"
"""One of the words before a surname: for a row of them, which :data:`TITLE` takes in many ways."""

TITLE = rf"(?:(?:{_SPOKEN})(?:\s+(?:{_LEARNED}))*|(?:{_LEARNED}))"
"""What stands before a surname: 'mevrouw', 'juf', 'dhr. drs.'."""

_WITH_ARTICLE = ("in", "op", "aan", "uit", "onder", "over", "voor", "bij")
_ALONE = (
    *("van", "de", "der", "den", "ten", "ter", "te", "het", "von", "du", "dos"),
    *("el", "al", "ben", "bin", "la", "le"),
)
PARTICLES = frozenset((*_ALONE, *_WITH_ARTICLE, "t"))
"""The words in a surname that have no capital when a first name stands before them."""

_ARTICLE = r"(?:den?|der|[’']t)"
_SMALL = rf"(?:(?:{'|'.join(_ALONE)}|[’']t|(?:{'|'.join(_WITH_ARTICLE)})\s+{_ARTICLE})\s+)"
_LARGE = (
    rf"(?:(?:{'|'.join(map(str.title, _ALONE))}"
    rf"|(?:{'|'.join(map(str.title, _WITH_ARTICLE))})\s+{_ARTICLE})\s+)"
)
# 'de juf van De Ark': behind a particle without a capital none has one.
PARTICLE = rf"(?:{_SMALL}{{1,3}}|{_LARGE}(?:{_SMALL}|{_LARGE}){{0,2}})"
"""What stands in a surname before its word with a capital, with the space behind it."""

# 'Ben' and 'Al' are first names, 'Le' is a surname.
_NO_WORD = "Van|De|Der|Den|Ten|Ter|Te|Het|Von|In|Op|Aan|Uit|Onder|Over|Voor|Bij"
_LETTERS = rf"[{LOWER}]+(?:[’'](?!s\b)[{LOWER}]+)*"
WORD = rf"(?!(?:{_NO_WORD})\b)(?:[dlDLO][’'])?(?:IJ|[{UPPER}]){_LETTERS}(?:[{UPPER}]{_LETTERS})?"
"""One word of a name: 'Bos', 'IJzerman', 'McDonald', 'd'Ancona'."""

NAME = rf"{WORD}(?:-{PARTICLE}?{WORD})?"
"""One name, first name or surname, that may have a hyphen: 'Anne-Marie', 'Meer-de Groot'."""

SURNAME = rf"{PARTICLE}?{NAME}"
"""A surname with its particles."""

INITIALS = rf"(?:(?:IJ|Th|Chr|Ph|[{UPPER}])\.\s?){{1,5}}"
"""Initials, with the space behind them."""

TITLED = rf"{TITLE}\s+(?:{INITIALS}|(?:{NAME}\s+){{0,2}}){SURNAME}"
"""A name behind a title."""
