"""A text file with pasted mail or minutes: its paragraphs, who wrote them, and what they answer.

Lines that begin with ``>`` are what a mail program puts before the words that are answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from protocolkit.review.mail_ends import (
    is_greeting,
    is_greeting_line,
    is_postscript,
    leaves_in_line,
)
from protocolkit.text.first_names import FIRST_NAMES
from protocolkit.text.markers import find_starts
from protocolkit.text.person_names import called_names, is_person

_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_FIELD = re.compile(
    r"^\s*(?P<name>van|from|aan|to|cc|bcc|verzonden|sent|datum|date|onderwerp|subject)\s*:\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_AUTHOR, _DATE = ("van", "from"), ("verzonden", "sent", "datum", "date")
# How many lines of this kind after each other make the head of a mail.
_FEWEST_FIELDS = 2
# A line that ends so is followed by a new sentence; else the next one goes on.
_ENDS = re.compile(r"[.!?:;…)\]'\"’”]\s*$")
# The most words of a name in the head of a mail.
_MOST_NAME = 7
_PRESENT = re.compile(r"\s*(?:aan|af)wezig(?:en)?\s*:.*", re.IGNORECASE)
_OF_MEETING = re.compile(
    r"\s*(?:concept[\s-]*)?(?:notulen|verslag)\b(?:\s+\S+){1,12}?(?<![.?!:;,])\s*", re.IGNORECASE
)
# What a program for mail puts above the mail that is answered.
_ABOVE_QUOTE = re.compile(
    r"\s*(?:op|on)\b.{3,200}?\b(?:schreef|wrote)\b.{0,200}:\s*$|.{3,200}\b(?:schreef|wrote)\s+op\b.{3,80}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ORIGINAL = re.compile(
    r"\s*[-_]{2,}\s*(?:oorspronkelijk bericht|original message)\s*[-_]{2,}\s*$", re.IGNORECASE
)
# A clause that stands below the question about it has so many lines at most; an earlier mail more.
_MOST_QUOTED = 4
_RULE = re.compile(r"^\s*[-_=*]{3,}\s*$")


@dataclass(slots=True, kw_only=True)
class Pasted:
    """Lines that belong together: number of the first, who wrote them and when, as the mail says.

    ``quote`` are the answered words before it, from line ``quote_line``. ``is_head`` says that it
    is the head of a mail, and ``is_quoted`` that it is an earlier mail that nothing answers, or
    what stands above one; ``has_signs`` that its lines began with ``>``.
    """

    line: int
    author: str
    date: str
    quote: str = ""
    quote_line: int = 0
    is_head: bool = False
    is_quoted: bool = False
    has_signs: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as they stand."""
        return "\n".join(self.lines).strip()


def is_head_of_minutes(text: str) -> bool:
    r"""Tell whether a paragraph says of which meeting minutes are, and who was there.

    >>> is_head_of_minutes("Notulen 3 mei\nAanwezig: Els"), is_head_of_minutes("Notulen kwijt.")
    (True, False)
    """
    first, *rest = text.strip().split("\n")
    is_title = bool(_OF_MEETING.fullmatch(first)) and any(sign.isdigit() for sign in first)
    return (is_title or bool(_PRESENT.fullmatch(first))) and all(map(_PRESENT.fullmatch, rest))


def begins(line: str) -> str:
    """Return what a line begins with, without the sign of a list."""
    return line[_end_of_bullet(line) :]


def is_listed(line: str) -> bool:
    """Tell whether a line begins with the sign of a list."""
    return bool(line[: _end_of_bullet(line)].strip())


def goes_on(before: str) -> bool:
    """Tell whether a line ends in the middle of a sentence, so that the next goes on with it."""
    return bool(before.strip()) and not _ENDS.search(before)


def paragraphs_of(text: str) -> Iterator[Pasted]:
    """Yield the paragraphs of a text in their order; no line with words is left out.

    Of a text that is quoted as a whole, the quoted words are what it says. Words that are quoted
    below a question, where only a leave-taking follows or nothing, are what it is about.
    """
    before: Pasted | None = None
    for one in _in_order(text):
        if before is not None and one.is_quoted and _is_about(before, one):
            before.quote, before.quote_line = one.text, one.line
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _is_about(before: Pasted, quote: Pasted) -> bool:
    """Tell whether a paragraph is about the words that are quoted below it.

    One that begins with a number says itself what it is about.
    """
    is_own = not (before.is_head or before.is_quoted or before.quote)
    is_said = is_own and not is_greeting(before.text) and not is_head_of_minutes(before.text)
    is_said = is_said and not before.text[:1].isdigit()
    return is_said and quote.has_signs and len(quote.lines) <= _MOST_QUOTED


def _in_order(text: str) -> Iterator[Pasted]:
    """Yield the paragraphs and what is quoted with nothing below that answers it."""
    author = date = ""
    quote: Pasted | None = None
    originals = _Originals()
    blocks = _with_heads(_Block(number, lines) for number, lines in _blocks(text.split("\n")))
    is_answer = not all(one.is_quoted or one.head for one in blocks)
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block.is_quoted:
            lines = [_QUOTED.sub("", line) for line in block.lines]
            quote = quote or Pasted(line=block.line, author="", date="", is_quoted=is_answer)
            quote.has_signs = True
            quote.lines += lines
            continue
        is_above = after is not None and after.is_quoted and block.is_above_quote
        said = block.head
        is_original = originals.holds(block)
        if said and not is_original:
            before = (author, date) if block.goes_on else ("", "")
            author = next((said[name] for name in _AUTHOR if name in said), before[0])
            date = next((said[name] for name in _DATE if name in said), before[1])
        if quote and (said or is_above or is_greeting("\n".join(block.lines))):
            yield quote
            quote = None
        yield Pasted(
            line=block.line,
            author=author,
            date=date,
            quote=quote.text if quote else "",
            quote_line=quote.line if quote else 0,
            is_head=bool(said) and not is_original,
            is_quoted=is_above or is_original,
            lines=list(block.lines),
        )
        quote = None
    if quote:
        yield quote


@dataclass(slots=True)
class _Block:
    """A run of lines with words, and the number of the first.

    ``head`` are the fields of the head of a mail by name, none when it is no head; ``goes_on`` says
    that it is of the same head as the block before it.
    """

    line: int
    lines: list[str]
    head: dict[str, str] = field(default_factory=dict)
    goes_on: bool = False

    @property
    def is_quoted(self) -> bool:
        return all(_QUOTED.match(line) for line in self.lines)

    @property
    def is_above_quote(self) -> bool:
        return bool(_ABOVE_QUOTE.match("\n".join(self.lines)))

    @property
    def is_original(self) -> bool:
        return bool(_ORIGINAL.match(self.lines[0]))


def _with_heads(blocks: Iterable[_Block]) -> list[_Block]:
    """Return blocks that know of which mail's head they are."""
    made: list[_Block] = []
    for block in blocks:
        above = made[-1].head if made else {}
        head = _head_of(block.lines, above)
        made.append(replace(block, head=head, goes_on=bool(above) and len(head) == 1))
    return made


def _head_of(lines: list[str], above: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of the head of a mail by name; none when it is no head.

    A line by itself is one when it says which person wrote, as a clause may go 'Van: 23.00 uur'; or
    below a head that does not say ``above`` what it says.
    """
    fields = [found for line in lines if (found := _FIELD.match(line))]
    said = {one["name"].casefold(): one["said"].strip() for one in fields}
    is_enough = len(fields) >= _FEWEST_FIELDS or (above and not above.keys() & said.keys())
    is_head = is_enough or any(_is_somebody(said.get(name, "")) for name in _AUTHOR)
    return said if is_head and len(fields) == len(lines) else {}


def _is_somebody(name: str) -> bool:
    """Tell whether words are an address, or the name of a person."""
    is_name = is_person(name) or name in called_names(name) or name.casefold() in FIRST_NAMES
    return "@" in name or (is_name and len(name.split()) <= _MOST_NAME)


class _Originals:
    """What stands below the line that a program for mail puts above an earlier mail.

    A mail that was pasted behind it begins with a head of its own. Of a text that only passes on
    what stands there, that is what it says.
    """

    def __init__(self) -> None:
        self._has_words = self._is_below = self._is_line = False

    def holds(self, block: _Block) -> bool:
        """Tell whether the next block is of an earlier mail."""
        is_line, self._is_line = self._is_line, block.is_original
        if self._is_line:
            self._is_below = self._has_words
        elif block.head and not is_line:
            self._is_below = self._has_words = False
        elif not block.head and not is_greeting("\n".join(block.lines)):
            self._has_words = True
        return self._is_below


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines with words, each with the number of its first line.

    Answered lines and a mail's head are runs of their own.
    """
    held: list[str] = []
    kind = before = 0
    for number, line in enumerate(lines, start=1):
        before, kind = kind, _kind(line)
        is_other = bool(held) and (kind != before or _is_apart(held, line))
        if held and (not line.strip() or is_other):
            yield number - len(held), held
            held = []
        if line.strip() and not _RULE.match(line):
            held = [*held, line]
        elif held:
            yield number - len(held), held
            held = []
    if held:
        yield len(lines) + 1 - len(held), held


def _is_apart(held: list[str], line: str) -> bool:
    """Tell whether a line begins the end of a mail, or follows its greeting."""
    is_greeted = len(held) == 1 and is_greeting_line(held[0]) and not _QUOTED.match(line)
    return is_greeted or is_postscript(line) or leaves_in_line(line, held[-1])


def _kind(line: str) -> int:
    if _QUOTED.match(line):
        return 1
    if _ABOVE_QUOTE.match(line):
        return 3
    if _ORIGINAL.match(line):
        return 4
    return 2 if _FIELD.match(line) else 0


def _end_of_bullet(line: str) -> int:
    """Return where the words of a line begin: behind the sign or number of a list.

    A capital with a point may be that of a name: 'J. de Vries: akkoord'.
    """
    bare = line.lstrip()
    begin = len(line) - len(bare)
    start = next(iter(find_starts(bare)), None)
    if start is None or start.style.is_capitals or not start.style.is_only_a_marker:
        return begin
    rest = bare[len(start.marker) :]
    return len(line) - len(rest.lstrip()) if rest[:1].isspace() else begin
