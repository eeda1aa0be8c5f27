"""Markers: what is printed before an item, a clause or a heading, and the number that it counts.

The one grammar of them. ``find_starts`` reads any line of anybody's document, generously: whether
``16`` at its start counts something or is the rest of a sentence is decided by who knows the lines
around it. ``SECTION_MARKER`` and ``PARAGRAPH_MARKER`` are what the source format takes for a marker
wherever it stands, so they hold only forms that no sentence begins with. A new way of numbering
is added here, with its style in :mod:`protocolkit.text.marker_styles`; what a Markdown list counts
by itself is in :mod:`protocolkit.text.lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from protocolkit.text.marker_ends import BARE_SEPARATOR, WORD_SEPARATOR, without_separator
from protocolkit.text.marker_styles import Style
from protocolkit.text.numbers import Number, read_number
from protocolkit.text.numerals import Numerals, read_count


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingWord:
    """A word that counts what stands under it: ``Artikel 5``, ``§ 2``.

    ``is_number`` tells whether its count is the number of what it stands before; 'Stap 3' is part
    of a heading's words. ``plurals`` stand before more than one: 'de artikelen 3 en 4'.
    """

    name: str
    short: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    is_number: bool = True

    @property
    def forms(self) -> tuple[str, ...]:
        """How it is written before one number, in lower case."""
        return (self.name, *self.short)


ARTICLE = CountingWord(name="artikel", short=("art.",), plurals=("artikelen", "artt."))
CHAPTER = CountingWord(name="hoofdstuk", short=("hfst.",), plurals=("hoofdstukken",))
PARAGRAPH = CountingWord(name="paragraaf", short=("par.",), plurals=("paragrafen",))
SIGN = CountingWord(name="§", plurals=("§§",))
LID = CountingWord(name="lid", is_number=False)
# Outermost first.
WORDS = (
    CountingWord(name="deel", plurals=("delen",), is_number=False),
    CHAPTER,
    PARAGRAPH,
    SIGN,
    ARTICLE,
    LID,
    CountingWord(name="stap", plurals=("stappen",), is_number=False),
    CountingWord(name="fase", plurals=("fasen", "fases"), is_number=False),
)

# Bullets that carry no word, and those that words.md counts as one (a dash, an o).
_GLYPHS = "•●○■□➢➤►▶→·∙⁃⦁❖◆♦\\uf000-\\uf0ff"
_DASHES = "-–—−‐―*o"
# What the bullets of a sign font become when they are read as letters.
_LETTERS = "Øü§"
# What a form ticks says something by itself, in a list too, and so do ticks and crosses: do, don't.
_BOXES = "☐☒☑✓✔✗✘"
_KEPT = f"▪◦‣{_BOXES}"


def word_pattern(words: Iterable[str], *, capitals: bool = False, lower: bool = True) -> str:
    """Return a pattern for words as a sentence has them, or as a line may begin with them."""
    found: dict[str, None] = {}
    for word in words:
        found[word.capitalize()] = None
        found.update({word.upper(): None} if capitals else {})
        found.update({word: None} if lower else {})
    return "|".join(map(re.escape, sorted(found, key=len, reverse=True)))


AMOUNT = r"\d{1,3}(?:\.\d{3})+"
"""A pattern for '12.000', whatever follows it: no list counts so far, so it is text."""
_NO_AMOUNT = rf"(?!{AMOUNT}(?!\w|\.\d))"


def _digits(most: int) -> str:
    """Return a pattern for ``3``, ``3.1.7``, ``14a``, ``most`` digits at each level."""
    return rf"{_NO_AMOUNT}\d{{1,{most}}}(?:\.\d{{1,{most}}})*[a-z]{{0,2}}"


_ROMAN = r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_UPPER_ROMAN, _LOWER_ROMAN = rf"(?=[IVXLC]){_ROMAN}", rf"(?=[ivxlc]){_ROMAN.lower()}"
_UPPER_LONG, _LOWER_LONG = rf"(?=[IVXLC]{{2}}){_ROMAN}", rf"(?=[ivxlc]{{2}}){_ROMAN.lower()}"
_LETTER = rf"(?:[A-Za-z]|{_UPPER_LONG}|{_LOWER_LONG})"
_UNDER_LETTER = rf"(?:[A-Z]|{_UPPER_LONG})(?:\.\d{{1,3}})+"
# A letter that counts behind a word: 'Deel U dit met ouders' is a sentence.
_LONE = "[A-TV-Z]"
# Counts chapters without a point, before a word with a capital: 'V Slot'. 'H Slot' is a word where
# no heading counts with it: protocolkit.text.heading_numbers.
_CHAPTER_COUNT = rf"(?:[IVX]|{_UPPER_LONG}){BARE_SEPARATOR}(?=\s+[A-ZÀ-Þ])"
_END = r"(?:\.\)|[.)])"
_FOLLOWED = r"(?=\s+\S)"
# Between a word and its number; who types may hit the space twice.
_GAP = r"\s{0,3}"
_ALL_WORDS = [form for word in WORDS for form in word.forms]
_NUMBER_WORDS = [form for word in WORDS if word.is_number for form in word.forms]
_WORD_COUNT = rf"(?:{_digits(6)}|{_UPPER_ROMAN}|{_LONE})[.:)]?"

# What a heading may begin with. A number needs no point there ('1 Inleiding').
SECTION_MARKER = re.compile(
    rf"^(?P<marker>(?:{word_pattern(_NUMBER_WORDS, capitals=True)}|§+)"
    rf"{_GAP}{_WORD_COUNT}{WORD_SEPARATOR}(?=\s|$)"
    rf"|(?:{_digits(6)}|{_UNDER_LETTER})(?:[.)]|{BARE_SEPARATOR}){_FOLLOWED}"
    rf"|[A-Z][.)]{_FOLLOWED}|{_UPPER_LONG}(?:[.)]|{BARE_SEPARATOR}){_FOLLOWED}|{_CHAPTER_COUNT})"
)

# What an unlisted paragraph may begin with: all that CommonMark has no list for.
PARAGRAPH_MARKER = re.compile(
    rf"^(?P<marker>(?:{word_pattern([ARTICLE.name], capitals=True)})(?=\s){_GAP}{_WORD_COUNT}"
    rf"|(?:{_NO_AMOUNT}\d{{1,6}}(?:\.\d{{1,6}})+[a-z]{{0,2}}|{_UNDER_LETTER}){_END}?"
    rf"|\d{{1,6}}(?:[a-z]{{1,2}}{_END}|[°º][.)]?|\.\))|{_LETTER}{_END}"
    rf"|\((?:\d{{1,3}}[a-z]{{0,2}}|{_LETTER})\)|[–—{_KEPT}]){_FOLLOWED}"
)

# What a line may begin with.
_BULLET = re.compile(
    rf"^(?P<marker>[{_GLYPHS}{_KEPT}]|[{_DASHES}](?=\s)|[{_LETTERS}](?=\s+[^\W\d]))\s*(?=\S)"
    rf"|^(?P<lone>[{_GLYPHS}{_KEPT}–−*o-])$"
)
_WORD = re.compile(
    rf"^(?P<marker>(?P<word>{word_pattern(_ALL_WORDS, capitals=True, lower=False)}|§+){_GAP}"
    rf"(?P<count>{_digits(3)}|{_UPPER_ROMAN}|{_LONE})(?P<end>[.:)]?){WORD_SEPARATOR})"
    r"(?=\s|$|[–-]\s|(?<=\d)[A-Z][a-z]{2})"
)
_COUNT = re.compile(
    rf"^(?P<marker>(?P<opens>\(?)"
    rf"(?P<count>{_digits(3)}|{_UNDER_LETTER}|[A-Za-z]|{_UPPER_ROMAN}|{_LOWER_ROMAN})"
    rf"(?P<end>\.\)|[°º][.)]?|[.):]|){BARE_SEPARATOR})(?=\s+\S|$)"
)
_GLUED = re.compile(
    r"^(?P<marker>(?P<opens>)(?P<count>\d{1,2}(?:\.\d{1,2})*|(?=[IVX]{2})[IVX]+)(?P<end>[.)]))(?=[A-Z][a-z])"
)
_CHAPTER = re.compile(rf"^(?P<marker>{_CHAPTER_COUNT})")
_OPENING = " \t\n\r\f\v\xa0«„“‘\"'"  # before a marker that somebody quotes
_NO_END = re.compile(r"[0-9A-Za-z:]$")  # of a marker that is only a number
_NUMBER_WORD = re.compile(rf"(?:{'|'.join(map(re.escape, _NUMBER_WORDS))}){_GAP}", re.IGNORECASE)


_UPPER_STYLES = (
    (Style.UPPER, Numerals.UPPER_ALPHA),
    (Style.UPPER_ROMAN, Numerals.UPPER_ROMAN),
)
_LOWER_STYLES = (
    (Style.LOWER, Numerals.LOWER_ALPHA),
    (Style.LOWER_ROMAN, Numerals.LOWER_ROMAN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A marker at the start of a line; ``count`` its numbers, () for a bullet.

    ``key`` tells lists of one style apart and is only ever compared: it comes from the bullet's
    glyph, the end of a number, the word. ``word`` is the word that counts in it, where one does;
    ``suffix`` is the letter of an item that was put in later: ``14a``.
    """

    marker: str
    style: Style
    key: str
    count: tuple[int, ...] = ()
    suffix: str = ""
    word: CountingWord | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether the marker counts nothing."""
        return self.style.is_bullet

    @property
    def last(self) -> int:
        """The innermost number."""
        return self.count[-1] if self.count else 0

    def follows(self, before: Start) -> bool:
        """Tell whether this is the next item of the list that another is in."""
        if self.key != before.key or not self.count:
            return False
        if self.count == before.count:
            return self.suffix > before.suffix
        return self.count == (*before.count[:-1], before.last + 1)


def find_starts(text: str) -> tuple[Start, ...]:
    """Return every way to read a marker off the start of a line; likeliest first, often none."""
    if found := _BULLET.match(text):
        marker = found["marker"] or found["lone"]
        key = _BOXES if is_box(marker) else marker
        return (Start(marker=marker, style=Style.BULLET, key=key),)
    if found := _WORD.match(text):
        return tuple(_words(found))
    if found := _COUNT.match(text) or _GLUED.match(text):
        starts = tuple(_counted(found))
        if starts:
            return starts
    found = _CHAPTER.match(text)
    counted = without_separator(found["marker"]) if found else ""
    return tuple(_lettered(found["marker"], counted, "")[-1:]) if found else ()


def without_marker(text: str) -> str:
    """Return a text without the marker before it, which a list may have printed by itself.

    What may be the first word of a sentence stays: ``16 jaar``, ``10.30 uur``, ``Artikel 5``.
    """
    bare = text.lstrip(_OPENING)
    start = next(iter(find_starts(bare)), None)
    if start is None or not start.style.is_only_a_marker:
        return text
    # 'V Slot' and '12: ...' end as words do.
    if not start.is_bullet and _NO_END.search(without_separator(start.marker)):
        return text
    return bare[len(start.marker) :].lstrip() or text


def find_style(marker: str) -> Style | None:
    """Return the likeliest style of a printed marker, or None when it is not a known one."""
    starts = find_starts(marker)
    return starts[0].style if starts else None


def is_glyph(marker: str) -> bool:
    """Tell whether a bullet is printed as the ordinary one."""
    return bool(re.fullmatch(rf"[{_GLYPHS}{_LETTERS}−‐―-]|[*o]", marker))


def is_box(marker: str) -> bool:
    """Tell whether a bullet is a box to tick, a ticked one, a tick or a cross."""
    return bool(marker) and marker in _BOXES


@lru_cache(maxsize=4096)
def parse_number(marker: str) -> Number | None:
    """Return the number that a printed marker stands for, or None (``•`` and 12.000 count nothing).

    >>> str(parse_number("14a.")), str(parse_number("Artikel 5")), str(parse_number("(3.1)"))
    ('14a', '5', '3.1')
    """
    bare = marker.strip()
    if found := _NUMBER_WORD.match(bare):
        bare = bare[found.end() :]
    bare = without_separator(bare).removeprefix("(").rstrip(".):°º")
    return None if re.fullmatch(AMOUNT, bare) else read_number(bare)


@lru_cache(maxsize=4096)
def word_of(marker: str) -> CountingWord | None:
    """Return the word that a marker counts with, or None when it is a number alone.

    >>> word_of("Art. 5") is ARTICLE, word_of("7.")
    (True, None)
    """
    start = marker.lower()
    found = [word for word in WORDS for form in word.forms if start.startswith(form)]
    return found[0] if found else None


def is_article(marker: str) -> bool:
    """Tell whether a marker counts through the whole document (``Artikel 5``)."""
    return word_of(marker) is ARTICLE


def _words(found: re.Match[str]) -> list[Start]:
    """Return every way to read a word that counts; a letter alone counts in two ways at most."""
    word, number = word_of(found["word"]), read_number(found["count"])
    assert word is not None, "the pattern holds known words only"
    assert number is not None, "the pattern holds numbers only"
    count, last = tuple(part.value for part in number.parts), number.parts[-1]
    start = Start(
        marker=found["marker"],
        style=Style.WORD,
        key=f"{word.name}-{len(count)}",
        count=count,
        suffix=last.suffix,
        word=word,
    )
    return [start, *([replace(start, count=(*count[:-1], last.other))] if last.other else [])]


def _counted(found: re.Match[str]) -> list[Start]:
    marker, count, end = found["marker"], found["count"], found["end"]
    if found["opens"] and not end.startswith(")"):
        return []
    tail = found["opens"] + end
    if count[-1].isdigit() or count[0].isdigit():
        return _numbered(marker, count, end, tail)
    return _lettered(marker, count, tail) if end and end[0] not in "°º:" else []


def _lettered(marker: str, count: str, tail: str) -> list[Start]:
    """Return a letter as one of the alphabet, then letters as a Roman numeral."""
    styles = _UPPER_STYLES if count.isupper() else _LOWER_STYLES
    values = [(style, read_count(count, numerals)) for style, numerals in styles]
    return [
        Start(marker=marker, style=style, key=f"{style.value}{tail}", count=(value,))
        for style, value in values[len(count) > 1 :]
        if value is not None
    ]


def _numbered(marker: str, count: str, end: str, tail: str) -> list[Start]:
    number = read_number(count)
    if number is None:
        return []
    numbers = tuple(part.value for part in number.parts)
    if numbers[1:] == (0,):
        # '2.0' before '2.1' is what Word calls chapter 2
        numbers, style, key = numbers[:1], Style.PLAIN, "zero"
    elif len(numbers) > 1:
        style = Style.MULTIPLE
        key = f"{style.value}{len(numbers)}{'-letter' if number.parts[0].printed else ''}"
    elif end[:1] in ("°", "º"):
        style, key = Style.DEGREE, "degree"
    elif not end:
        style, key = Style.PLAIN, "plain"
    elif ")" in end:
        style, key = Style.BRACKET, f"bracket{tail}"
    else:
        style, key = Style.POINT, f"point{tail}"
    suffix = number.parts[-1].suffix
    return [Start(marker=marker, style=style, key=key, count=numbers, suffix=suffix)]
