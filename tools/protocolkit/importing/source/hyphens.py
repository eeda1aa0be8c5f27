"""Words broken at a line's end: which hyphen goes, which belongs to the word.

Without a dictionary: the text itself is the evidence. A word that stands elsewhere unbroken
decides; then prefixes that keep their hyphen, abbreviations and names; then Dutch spelling, which
writes compounds as one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.text.function_words import COMPARING, JOINING

_HYPHENS = "-/\u00ad\u2010\u2011"
# A line that ends in the middle of a word, and how many of them show that words are broken here.
_SYLLABLES = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{2,}-$")
_FEWEST_BREAKS = 3
# What a name begins with, of which a compound keeps its hyphen: 'Smartschool-planner'.
_NAME = re.compile(r"[A-Z][a-zà-ÿ]{4,}(?<!s|e|n)")
_SHORTEST_SECOND = 4
_LEFT = re.compile(r"[\w'’/@.&+-]*\w")
# What is longer was never one word at a line's end.
_LONGEST_HALF = 200
_RIGHT = re.compile(r"^(?P<word>\w[\w'’/@&+-]*(?:\.\w[\w'’/@&+-]*)*)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# 'https://' has two; a path begins with the third. What parts the words of a path.
_STROKES_BEFORE_PATH, _PATH_SIGNS = 2, re.compile(r"[/-](?=\w|$)")
_WORDS = re.compile(r"\w[\w'’/-]*\w")
# Between the parts of a compound that was split: 'school- en klassenregels'.
_ALONE = JOINING | COMPARING | frozenset("noch tot naar te".split())
_KEEPING = frozenset("niet non ex oud anti pro semi vice co pre sub inter app e i cao".split())
# Stands between hyphens, as in 'kant-en-klaar' and 'face-to-face'.
_LINKING = frozenset(("en", "of", "to"))
# What begins or ends Dutch words, and stands in no compound with a hyphen.
_NEVER_ALONE = frozenset(
    "aan af be bij ge her in ver ont on om onder op over te terug toe tussen uit voor weg".split()
)
_ENDING = re.compile(
    r"^(?:[bcdfghjklmnprstvwz]{1,2}(?:en|er|ers|ing|ingen|ig|ige|el|elen|eren)|heid|heden|lijke?"
    r"|baar|bare|zame?|schap|tie|ties|teit|ische?|ment|menten|teur|aties?|tjes?|foons?|fonen)$"
)
_VOWEL = re.compile(r"[aeiouyáéíóúäëïöü]", re.IGNORECASE)
_CLASH = re.compile(r"a-[aeiu]|e-[eiu]|i-[ei]|o-[eiou]|u-[iu]")


class Joiner:
    """Knows the words of one text, and puts broken ones together."""

    def __init__(self, lines: Sequence[Line]) -> None:
        text = " ".join(line.text for line in lines)
        self._words = Counter(word.lower() for word in _WORDS.findall(text))
        broken = sum(bool(_SYLLABLES.search(line.text)) for line in lines)
        self._breaks_words = broken >= _FEWEST_BREAKS
        self._firsts = {
            first for word in self._words for first, *rest in [word.split("-", 1)] if rest
        }

    def heal(self, left: str, right: str) -> str:
        """Return two pieces of text that a hyphen at a line's end parted, put together."""
        joined = self.joined(Line(text=f"{left}-", begin=0), Line(text=right, begin=0))
        if joined is None:
            return f"{left}- {right}"
        first, second, word = joined
        return f"{left}-"[: len(left) + 1 - len(first)] + word + right[len(second) :]

    def joined(self, line: Line, after: Line) -> tuple[str, str, str] | None:
        """Return the broken halves and the whole word, or None where nothing was broken."""
        if address_goes_on(line.text, after.text):
            return _joined_address(line.text, after.text)
        left, right = _broken_half(line.text), _RIGHT.match(after.text)
        if not left or right is None:
            return None
        hyphen = line.text[-1]
        # a word over three lines: leave it
        if right.end() + 1 >= len(after.text) and after.text[-1] in "-\u00ad":
            return None
        if hyphen != "/" and right["word"].lower().split("/")[0] in _ALONE:
            return None
        # 'foto- film- en geluid' leaves its hyphens standing
        if re.match(r"\w+-(?:\s|,|$)", after.text) and hyphen == "-":
            return None
        whole = left + right["word"]
        token = line.text.rsplit(" ", 1)[-1]
        is_address = "://" in token or token.startswith("www.") or token.count("/") > 1
        if is_address:
            # of one that is broken twice, the part between two strokes
            left = left.rsplit("/", 1)[-1]
            whole = left + right["word"]
        if hyphen == "/":
            whole = f"{left}/{right['word']}"
            known = self._words[whole.lower()] or line.size or is_address
            if line.text[: -len(left) - 1].endswith("/ "):
                # 'schuur/ stalling/ rek' has a space after each stroke
                return None
            return (left + hyphen, right["word"], whole) if known else None
        keeps = self._keeps(left, right["word"]) or self._is_name(line.text, left, right["word"])
        if is_address or (hyphen == "-" and keeps):
            whole = f"{left}-{right['word']}"
        return left + hyphen, right["word"], whole

    def _is_name(self, text: str, left: str, right: str) -> bool:
        """Tell whether a compound of a name stands here: a capital in the middle of a sentence."""
        before = text[: len(text) - len(left) - 1].rstrip()
        if not before or before[-1] in ".!?:" or not _NAME.fullmatch(left):
            return False
        if self._words[f"{left}{right}".lower()] or len(right) < _SHORTEST_SECOND:
            return False
        return bool(self._words[left.lower()] > 1 or not self._breaks_words)

    def _keeps(self, left: str, right: str) -> bool:
        first = re.split(r"[/.-]", left.lower())[-1]
        second = re.split(r"[/.-]", right.lower())[0]
        if self._words[f"{first}-{second}"]:
            return True
        if self._words[f"{first}{second}"]:
            return False
        if first in _LINKING and left[: -len(first)].endswith("-"):
            return True
        if first in _KEEPING or len(first) == 1 or left[-1:].isupper() or left[-1:].isdigit():
            return True
        if right[:1].isupper() or right[:1].isdigit() or not _VOWEL.search(first):
            return True
        if first in _NEVER_ALONE or _ENDING.match(second):
            return False
        if first in self._firsts:
            return True
        # Dutch writes compounds as one word, unless two vowels would be read together
        return bool(_CLASH.search(f"{first[-1:]}-{second[:1]}"))


def address_goes_on(text: str, after: str) -> bool:
    """Tell whether a web address that a line ends in goes on on the next line.

    It was broken after a point, since no sentence begins with a small letter, in its path before a
    hyphen, or anywhere there when what follows is plainly the rest of one.
    """
    token, rest = text.rsplit(" ", 1)[-1], after.split(" ", 1)[0]
    if not _ADDRESS.fullmatch(token):
        return False
    is_path = token[-1].isalnum() and token.count("/") > _STROKES_BEFORE_PATH
    if re.match(r"-\w", after):
        return is_path
    if not (_RIGHT.match(after) and after[:1].islower()):
        return False
    return token.endswith(".") or (is_path and len(_PATH_SIGNS.findall(rest)) > 1)


def _joined_address(text: str, after: str) -> tuple[str, str, str]:
    """Return what stands on two lines after the last sign of an address that is no word's."""
    left = re.split(r"[^\w.&+-]", text)[-1]
    right = re.split(r"[^\w.&+-]", after, maxsplit=1)[0]
    return left, right, left + right


def _broken_half(text: str) -> str:
    """Return the half of a word that a line ends in before its hyphen; "" where there is none."""
    if text[-1:] not in _HYPHENS or not text:
        return ""
    begin = len(text) - 1
    while begin and (text[begin - 1].isalnum() or text[begin - 1] in "_'’/@.&+-"):
        begin -= 1
        if len(text) - begin > _LONGEST_HALF:
            return ""
    found = _LEFT.fullmatch(text[begin:-1])
    return found[0] if found else ""
