"""The parts of a sentence that say when a norm holds, or does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.norms.grammar import Sentence
from protocolkit.norms.negation import negations
from protocolkit.norms.sentence_words import Word
from protocolkit.text.function_words import (
    AUXILIARIES,
    CONDITIONAL,
    EXCEPTING,
    EXCLUDING,
    RARER_CONDITIONAL,
    RESTRICTING,
    SUPPOSING,
    either,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

_CLAUSES = CONDITIONAL | RARER_CONDITIONAL
# What a condition begins with under which alone something may be done.
_LIMITING = (
    RESTRICTING
    | EXCLUDING
    | SUPPOSING
    | frozenset("dan met na niet onder op pas voor voorzover zolang zonder".split())
)
_CONSENT = (
    r"(?:toestemming|instemming|goedkeuring|overleg|akkoord|opdracht|medeweten|overeenstemming)"
)
_PHRASE = late(
    rf"\b(?P<only>(?:{either(EXCLUDING)}|pas|niet anders dan|dan)\s+)?"
    rf"(?:(?:na|met|zonder|in|behoudens)\s+(?:[\w’'-]+\s+){{0,5}}?{_CONSENT}\b"
    r"(?:\s+(?:van|met|door|vooraf|hiervoor|daarvoor|daartoe|voor)\b[^,;:.()]*)?"
    r"|zonder\s+(?:een\s+)?(?:briefje|aanmelding|reden|noodzaak|afspraak)\b"
    rf"|(?:{either(EXCEPTING)}|met uitzondering van|op voorwaarde dat|"
    r"onder voorwaarde dat|onder de voorwaarde dat|in geval van)\b[^,;:.()]*)"
    rf"|\b(?:{either(EXCLUDING)})\s+"
    r"(?:na|bij|voor|tijdens|in|via|door|onder|op|binnen|met)\b[^,;:.()]*",
    re.IGNORECASE,
)
_ENDS = late(
    rf"\s+(?:{either(AUXILIARIES)}|mag|mogen|moet|moeten|dient|dienen|verboden|toegestaan|gebruikt|"
    r"geplaatst|gepubliceerd|gedeeld|verstrekt|verspreid|gemaakt|verleend|geen|niet|opnames|te|"
    r"contact)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# What somebody says who lets an exception happen: 'tenzij de leraar toestemming geeft'.
_LEAVE = late(
    r"\b(?:toestemming|instemming|goedkeuring|akkoord|ontheffing|vrijstelling|toesta(?:at|an)|"
    r"goed ?vind(?:t|en)|goedkeur(?:t|en)|instem(?:t|men)|"
    r"anders (?:is |wordt |zijn )?(?:beslis|bepaal|bepaald|aange|afgesp|afspre|overeen)\w*)",
    re.IGNORECASE,
)


def conditions(text: str, sentence: Sentence) -> tuple[Span, ...]:
    """Return where the conditions of a sentence stand, in order, none inside another."""
    found = [*_clauses(sentence), *_phrases(text)]
    found.sort(key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def restricts(text: str) -> bool:
    """Whether a condition is one under which alone something may be done, not just a case."""
    words = text.lower().split()
    return bool(words) and words[0] in _LIMITING


def gives_leave(text: str) -> bool:
    """Whether a condition is an exception that somebody can give leave for, and no case or duty."""
    words = text.lower().split()
    excepts = bool(words) and words[0] in EXCEPTING
    return excepts and bool(_LEAVE.search(text)) and not negations(text.lower())


def _clauses(sentence: Sentence) -> list[Span]:
    """Return the subordinate clauses that begin with a word of condition, up to the main one."""
    found: list[Span] = []
    words, main = sentence.words, sentence.is_main
    for i, word in enumerate(words):
        is_opening = word.text in _CLAUSES or word.text == "voor"
        if not is_opening or i not in sentence.openings:
            continue
        if all(main):
            end = _until_comma(words, i)
        elif main[i]:
            continue
        else:
            end = i
            while end + 1 < len(words) and not main[end + 1] and words[end + 1].text not in ";:":
                end += 1
                if words[end].text in RESTRICTING:
                    end -= 1
                    break
        while end > i and not words[end].text[0].isalnum():
            end -= 1
        if end > i:
            found.append((word.begin, words[end].end))
    return found


def _until_comma(words: Sequence[Word], begin: int) -> int:
    end = begin
    while end + 1 < len(words) and words[end + 1].text not in (",", ";", ":", "."):
        end += 1
    return end


def _phrases(text: str) -> list[Span]:
    found = []
    for match in _PHRASE.finditer(text):
        piece = match[0]
        cut = _ENDS.search(piece, 6)
        end = match.start() + (cut.start() if cut else len(piece.rstrip()))
        found.append((match.start(), end))
    return found
