"""The letterhead above a text: the name of a school or board, its street, town, telephone.

That of a letter also says to whom it goes, and where and when it was written.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_ENDINGS, SCHOOL_WORDS
from protocolkit.importing.structure.line_ends import is_terminal, runs_on
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.importing.structure.text_forms import (
    POSTAL_CODE,
    TITLE_WORDS,
    VERB,
    is_contact,
    is_labelled,
)
from protocolkit.text.months import MONTH
from protocolkit.text.words import tokens

# How many blocks a letterhead has at most, and how many letters each, or all of them in one.
_MOST, _LONGEST, _LONGEST_CONTACT = 12, 80, 160
# Within how many lines below somebody's name or street an address must follow.
_REACH = 3
_MOST_NAME_WORDS = 8
_SIGNS = (".", ":", ";", "?", "!", ",")
_BOARD = re.compile(rf"(?:{'|'.join(BOARD_WORDS)})", re.IGNORECASE)
_SCHOOL = re.compile(
    rf"(?:{'|'.join(SCHOOL_WORDS)}|\w+school|\w*(?:{'|'.join(SCHOOL_ENDINGS)}))", re.IGNORECASE
)
# A telephone number, an address on the web or for mail, a box at the post office.
_REACHED_AT = re.compile(
    r"(?<!\d)(?:\+31|0)[ -]?\d(?:[ -]?\d){7,8}(?!\d)|\w@\w|\bwww\.|https?://|\b[Pp]ostbus \d"
)
# The reader that a school's letter is for, in a line or before its first sentence.
_READERS = (
    r"\b(?:ouders?|ouder\(s\)|verzorgers?|verzorger\(s\)|leerlingen|medewerkers?|collega['’]s"
    r"|personeel|leerkrachten|leraren|docenten|teamleden|leden|directies?|besturen|bestuur)\b"
)
_ADDRESSEE = re.compile(
    rf"(?:aan|t\.?a\.?v\.?|ter attentie van):?\s(?:\S+ ){{0,4}}?\S*{_READERS}", re.IGNORECASE
)
_SALUTATION = re.compile(
    rf"(?:beste|geachte|lieve)\s(?:\S+ ){{0,3}}?\S*{_READERS}"
    r"|geachte (?:heer|mevrouw|lezer)\b",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:['’]?[^\W\d_][\w'’ -]{1,40}, ?)?(?:\w+dag )?\d{1,2} "
    rf"(?:{MONTH})"
    r"(?: \d{4})?",
    re.IGNORECASE,
)

# What the head of a memo says, with or without a colon: a table without lines has none in print.
_MEMO_LINE = re.compile(
    r"(?:aan|van|k?cc|datum|betreft|onderwerp|kenmerk|bijlagen?)(?:\s*:)?\s+\S", re.IGNORECASE
)
_FEWEST_OF_MEMO = 3


def is_salutation(text: str) -> bool:
    """Tell whether a line is what a letter begins with: 'Beste ouders'."""
    return bool(_SALUTATION.match(text))


def is_name(text: str, organisation: str = "") -> bool:
    """Tell whether a line is only the name of a school or board, such as ``organisation``."""
    if organisation and tokens(text.lower()) == tokens(organisation.lower()):
        return True
    words = text.split()
    if not 1 < len(words) <= _MOST_NAME_WORDS or text.endswith(_SIGNS) or TITLE_WORDS.search(text):
        return False
    # a school has a name of its own, with a capital: 'Omgang op school' has none
    is_named = any(word[:1].isupper() for word in words[1:])
    if _BOARD.fullmatch(words[0]) or any(_SCHOOL.fullmatch(word) for word in words[:2]):
        return is_named
    return bool(_SCHOOL.fullmatch(words[-1])) and all(word[0].isupper() for word in words)


def above_greeting(blocks: Sequence[LineRun]) -> Sequence[LineRun]:
    """Return what stands above the greeting of a letter; nothing where there is none."""
    return blocks[: next((n for n, block in enumerate(blocks) if is_salutation(block.text)), 0)]


def memo_head(blocks: Sequence[LineRun]) -> Sequence[LineRun]:
    """Return the head of a memo: what it is called, and the lines below that say to whom and when.

    They stand right below the first line; nothing where they are not there.
    """
    lines = itertools.takewhile(lambda block: _MEMO_LINE.match(block.text), blocks[1:])
    labels = [block.text.lower() for block in lines]
    is_sent = any(label.startswith(("aan", "van")) for label in labels)
    return blocks[: len(labels) + 1] if is_sent and len(labels) >= _FEWEST_OF_MEMO else blocks[:0]


def make_plain(blocks: Sequence[LineRun]) -> None:
    """Make no heading of the lines of a letter or memo: what it is called is no title of a text."""
    for block in blocks:
        block.role = Role.PARAGRAPH if block.role is Role.HEADING else block.role


def is_of_letter(text: str) -> bool:
    """Tell whether a line says whom a letter is for, or where and when it was written."""
    return bool(_DATE_LINE.fullmatch(text)) or _is_addressee(text)


def _is_addressee(text: str) -> bool:
    is_line = len(text) <= _LONGEST and not (is_terminal(text) or VERB.search(text))
    return is_line and bool(_ADDRESSEE.match(text))


def letterhead_end(blocks: Sequence[LineRun], organisation: str = "") -> int:
    """Return how many blocks a text begins with are its letterhead, 0 when it has none."""
    end = number = 0
    near = blocks[:_MOST]
    while number < len(near) and near[number].start is None:
        text = near[number].text
        goes_on = is_name(text, organisation) or _DATE_LINE.fullmatch(text)
        is_addressee = (end or not number) and _is_addressee(text)
        if _is_contact(text) or is_addressee or (goes_on and end):
            end = number + 1
        elif not (_may_be_of_it(text) and any(map(_holds, near[number + 1 : number + _REACH]))):
            break
        number += 1
    return end


def is_above_letterhead(blocks: Sequence[LineRun], head: int, organisation: str = "") -> bool:
    """Tell whether the first of the ``head`` lines of a letterhead stands above it.

    A name follows it that is not its own, or it stands apart and has no capitals as a name has.
    """
    if head < 2 or is_name(blocks[0].text, organisation) or _is_contact(blocks[0].text):
        return False
    if is_name(blocks[1].text, organisation):
        return True
    words = blocks[0].text.split()[1:]
    is_plain = bool(words) and all(word[0].islower() for word in words)
    return is_plain and blocks[1].is_apart and not any(b.is_apart for b in blocks[2:head])


def _may_be_of_it(text: str) -> bool:
    return len(text) <= _LONGEST and not (is_terminal(text) or TITLE_WORDS.search(text))


def _holds(block: LineRun) -> bool:
    return _is_contact(block.text)


def _is_contact(text: str) -> bool:
    if len(text) > _LONGEST_CONTACT or is_terminal(text):
        return False
    return bool(POSTAL_CODE.match(text) or _REACHED_AT.search(text)) or is_contact(text)


def is_of_cover(text: str, before: str) -> bool:
    """Tell whether a name, or a line of a letter, begins or ends here: it goes on with nothing.

    Below the name of a school or board a line that says what kind of text follows is its own.
    """
    if runs_on(before):
        return False
    if is_labelled(text) and is_labelled(before):
        return True
    if is_name(before) and TITLE_WORDS.search(text):
        return True
    is_one = is_of_letter(text) or is_of_letter(before)
    return is_name(text) or (is_one and not is_terminal(before))
