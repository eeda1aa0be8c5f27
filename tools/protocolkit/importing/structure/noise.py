"""What a page shows besides its text: page numbers, running heads, contents, the head of a mail.

Nothing is taken out without an entry in the ledger, with the reason.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from protocolkit.base.messages import mark
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.edge_text import is_likely_text, is_sure_head
from protocolkit.importing.structure.mail_head import find_mail_head, subject_line, unquoted
from protocolkit.importing.structure.running_heads import body_size, find_running_heads
from protocolkit.importing.structure.table_of_contents import (
    find_contents,
    is_contents_heading,
    title_words,
)
from protocolkit.reading.ledger import SourceChange, SourceChangeKind
from protocolkit.text.words import tokens

DOUBT_HEAD = mark("taken for the head or foot of a page, but it may be text")
DOUBT_CONTENTS = mark("taken for a table of contents, though nothing says so")

PAGE_NUMBER = "paginanummer"
RUNNING_HEAD = "kop- of voetregel"
CONTENTS = "inhoudsopgave"
MAIL = "kop van een e-mail"
RULER = "streep"
QUOTED = "teken voor wat een mail aanhaalt"

_PAGE_WORDS = re.compile(
    r"^(?:[-–—|]\s*)?(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*[|:]?\s*\d{1,4}"
    r"(?:\s*(?:van|/|of)\s*\d{1,4})?(?:\s*[-–—|])?$",
    re.IGNORECASE,
)
_WORDS_AND_PAGE = re.compile(
    r"^[^.;:!?]{1,60}?[\s|–-]+(?:pagina|pag\.?|blz\.?|bladzijde)\s?(?P<page>\d{1,4})"
    r"(?:\s*(?:van|/)\s*\d{1,4})?$",
    re.IGNORECASE,
)
_PAGE_SIGNS = re.compile(r"^(?:[-–—|]\s*\d{1,4}\s*[-–—|]|\d{1,4}\s*(?:van|/)\s*\d{1,4})$")
_DASHED_NUMBER = re.compile(r"^[-–—|]\s*(\d{1,4})$")
_LONE_NUMBER = re.compile(r"^(?:\d{1,4}|\(\d{1,4}\))$")
_LONGEST_PAGE_NUMBER = 60
# The words of a head or foot, with the number of the first page.
_WORDS_AND_FIRST = re.compile(r"^(?P<words>[^.;:!?]{8,60}?)[\s|–-]+1$")
_LEAST_LINES, _FAR = 8, 3.0
# A line drawn in signs, below a heading or between two parts.
_RULER = re.compile(r"^(?P<sign>[-–—=~*#])(?: ?(?P=sign)){2,}$")


# Where a page stands on its website, and among how many first lines that is said.
_SITE_PATH = re.compile(
    r"(?:u bent hier|je bent hier|u bevindt zich hier)\s*:?\s*\S.*"
    r"|(?:home|start(?:pagina)?)\s*[>›»→/|]\s*\S.*",
    re.IGNORECASE,
)
_OF_TOP = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The lines that are left, what was removed, and the headings that the contents named.

    ``subject`` is what an e-mail says that it is about; it is among ``lines`` when that was asked.
    """

    lines: tuple[Line, ...]
    changes: tuple[SourceChange, ...] = ()
    headings: frozenset[tuple[str, ...]] = frozenset()
    subject: Line | None = None


def remove_noise(
    lines: Sequence[Line],
    choices: Choices | None = None,
    *,
    marks_heads: bool = False,
    contents_left_out: Sequence[int] = (),
    keeps_subject: bool = False,
) -> Cleaned:
    """Take page numbers, running heads and the table of contents out of a source's lines.

    ``marks_heads``: the file marked all that runs along its pages, so none is left. The contents
    that a program had set stood at ``contents_left_out``; ``keeps_subject``: what a mail is about.
    """
    choices = choices or Choices("")
    lines, signs = unquoted(lines)
    reasons = dict.fromkeys(_rulers(lines), RULER)
    if not (marks_heads or _is_word_file(lines)):
        reasons.update(dict.fromkeys(_page_numbers(lines), PAGE_NUMBER))
        found = {*find_running_heads(lines, reasons), *_lone_edges(lines)} - reasons.keys()
        heads = _running_heads(lines, found, reasons.keys(), choices)
        heads += _site_path(lines, choices)
        reasons.update(dict.fromkeys(heads, RUNNING_HEAD))
    lines = [_headed(lines, number, reasons) for number in range(len(lines))]
    kept = [number for number in range(len(lines)) if number not in reasons]
    mail = _mail_head(lines, find_mail_head(lines, kept), choices)
    reasons.update(dict.fromkeys(mail, MAIL))
    subject = subject_line(lines, mail)
    kept = [number for number in kept if number not in reasons]
    contents = _contents(lines, find_contents(lines, kept, contents_left_out), choices)
    headings = frozenset(words for number in contents if (words := title_words(lines[number].text)))
    for number in contents:
        reasons[number] = CONTENTS
    kept_subject = subject if keeps_subject else None
    gone = (
        _removed(_without(lines[number], kept_subject), reason)
        for number, reason in sorted(reasons.items())
    )
    changes = (*gone, *(_removed(sign, QUOTED) for sign in signs))
    left = [*filter(None, (kept_subject,)), *_joined_up(lines, reasons)]
    return Cleaned(lines=tuple(left), changes=changes, headings=headings, subject=subject)


def _without(line: Line, subject: Line | None) -> Line:
    """Return a line without the part of it that stays."""
    if subject is None or subject.end != line.end:
        return line
    return replace(line, text=line.text[: subject.begin - line.begin].rstrip())


def _rulers(lines: Sequence[Line]) -> Iterable[int]:
    """Yield the lines that are drawn in signs and say nothing."""
    for number, line in enumerate(lines):
        if not (line.cells or line.is_exact or line.marker) and _RULER.match(line.text):
            yield number


def _headed(lines: Sequence[Line], number: int, reasons: Mapping[int, str]) -> Line:
    """Return a line as its ruler says that it is: one alone with that right below it heads."""
    line, below = lines[number], lines[number + 1 : number + 2]
    if number in reasons or reasons.get(number + 1) != RULER or below[0].gap or line.cells:
        return line
    if line.text.endswith((".", ";", ",")) or not (
        number == 0 or line.gap or number - 1 in reasons
    ):
        return line
    is_double = below[0].text.startswith("=")
    return replace(line, is_bold=True, is_underlined=not is_double)


def _running_heads(
    lines: Sequence[Line], found: AbstractSet[int], gone: AbstractSet[int], choices: Choices
) -> list[int]:
    """Return the running heads. One that stands on one page only, or may be text, is a doubt.

    What is likely text stays. In print a chapter may change in a head, after the words
    with which all of them begin.
    """
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for number in sorted(found):
        alike[_masked(lines[number].text)].append(number)
    begun = Counter(_beginning(lines[number]) for number in found if lines[number].size)
    heads, body = {*found, *gone}, body_size(lines)
    taken: list[int] = []
    for numbers in alike.values():
        is_repeated = len(numbers) > 1 or begun[_beginning(lines[numbers[0]])] > 1
        if is_repeated and is_sure_head(lines, numbers, heads, body):
            taken += numbers
            continue
        is_text = is_repeated and is_likely_text(lines, numbers, heads, body)
        likely = Reading.TEXT if is_text else Reading.RUNNING
        first = [lines[numbers[0]]]
        reading = choices.taken(Question.RUNNING, first, likely, is_doubted=not is_text)
        taken += numbers if reading is Reading.RUNNING else []
    return sorted(taken)


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _beginning(line: Line) -> tuple[float, int, str]:
    """Return how a line begins: its size, how high it stands, its first two words."""
    return line.size, round(line.height), " ".join(line.text.split()[:2])


def _site_path(lines: Sequence[Line], choices: Choices) -> list[int]:
    """Return the line above a copied page that says where on its website it is: 'Home > Ouders'."""
    return [
        number
        for number, line in enumerate(lines[:_OF_TOP])
        if _SITE_PATH.match(line.text)
        and choices.taken(Question.RUNNING, [line], Reading.RUNNING, is_doubted=False)
        is Reading.RUNNING
    ]


def _mail_head(lines: Sequence[Line], found: Sequence[int], choices: Choices) -> Sequence[int]:
    """Return the lines of the head of an e-mail, unless a person says that they are text."""
    if not found:
        return found
    inside = [lines[number] for number in found]
    reading = choices.taken(Question.MAIL, inside, Reading.MAIL, is_doubted=False)
    return found if reading is Reading.MAIL else ()


def _contents(lines: Sequence[Line], found: Sequence[int], choices: Choices) -> Sequence[int]:
    """Return the lines of the table of contents; one without a heading is a doubt."""
    if not found:
        return found
    inside = [lines[number] for number in found]
    is_headed = is_contents_heading(inside[0].text)
    reading = choices.taken(Question.CONTENTS, inside, Reading.CONTENTS, is_doubted=not is_headed)
    return found if reading is Reading.CONTENTS else ()


def _is_word_file(lines: Sequence[Line]) -> bool:
    """Tell whether these are paragraphs with a size, as Word has: it keeps heads and feet apart."""
    return all(line.size and line.is_whole for line in lines)


def _removed(line: Line, reason: str) -> SourceChange:
    return SourceChange(
        kind=SourceChangeKind.REMOVED, begin=line.begin, end=line.end, text=line.text, reason=reason
    )


def _joined_up(lines: Sequence[Line], reasons: dict[int, str]) -> Iterable[Line]:
    """Yield the lines that stay; where only a page ended between two, the second begins a page.

    No sentence goes on beyond a table of contents.
    """
    between: set[str] = set()
    gap = 0.0
    for number, line in enumerate(lines):
        if number in reasons:
            between.add(reasons[number])
            gap = max(gap, line.gap, float(reasons[number] == RULER))
            continue
        if between & {PAGE_NUMBER, RUNNING_HEAD} and CONTENTS not in between:
            yield replace(line, is_page_start=True, gap=0.0)
        else:
            yield replace(line, gap=max(gap, line.gap))
        between.clear()
        gap = 0.0


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    sure = [n for n, line in enumerate(lines) if _is_page_number(line.text)]
    sure += [n for n in range(len(lines)) if _is_dashed(lines, n)]
    lone = [n for n, line in enumerate(lines) if _LONE_NUMBER.match(line.text) and not line.note]
    at_edge = [n for n in lone if _at_edge(lines, n)]
    values = [int(lines[n].text.strip("()")) for n in lone]
    steps = Counter(value - position for position, value in enumerate(values)).most_common(1)
    rising = [n for i, n in enumerate(lone) if steps and values[i] - i == steps[0][0]]
    if len(rising) >= 3 and all(b - a > 5 for a, b in itertools.pairwise(rising)):
        return [*sure, *rising]
    return [*sure, *at_edge]


def _is_page_number(text: str) -> bool:
    if len(text) > _LONGEST_PAGE_NUMBER:
        return False
    return bool(_PAGE_WORDS.match(text) or _PAGE_SIGNS.match(text))


def _lone_edges(lines: Sequence[Line]) -> Iterable[int]:
    """Yield the heads and feet that one page shows of itself.

    They are words with the number of that page after 'pag.', and a head that says the same as the
    line right below it.
    """
    for number, line in enumerate(lines):
        found = _WORDS_AND_PAGE.match(line.text)
        is_own = found is not None and line.height > 0 and found["page"] == str(line.page)
        if is_own and (number == 0 or _at_edge(lines, number)):
            yield number
    if len(lines) > 2 and lines[0].height and lines[0].text == lines[1].text != lines[2].text:
        yield 0
    yield from (n for n in (0, len(lines) - 1) if _is_copied_edge(lines, n))


def _is_copied_edge(lines: Sequence[Line], number: int) -> bool:
    """Tell whether one page begins or ends in words of its title and its number.

    In print they stand far below the text.
    """
    found = _WORDS_AND_FIRST.match(lines[number].text)
    if found is None or len(lines) <= _LEAST_LINES:
        return False
    if lines[number].size:
        return number > 0 and lines[number].page == 1 and lines[number].gap >= _FAR
    words = {*tokens(found["words"].lower())}
    near = lines[1:2] if number == 0 else lines[:2]
    title = {word for line in near for word in tokens(line.text.lower())}
    return words <= title or "|" in found["words"]


def _is_dashed(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line is a dash and the number of its page, at the edge of that page."""
    found = _DASHED_NUMBER.match(lines[number].text)
    is_own = found is not None and found[1] == str(lines[number].page)
    return is_own and _at_edge(lines, number)


def _at_edge(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line is the first or last of a page that has more."""
    ends = number + 1 < len(lines) and lines[number + 1].is_page_start
    last = number + 1 == len(lines) and (
        lines[number].gap > 0 or lines[number].text == str(lines[number].page)
    )
    begins = lines[number].is_page_start and number > 0
    return ends or last or begins
