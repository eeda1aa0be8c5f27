"""Lines of a page that a program put behind each other in one paragraph, told apart again.

Only where paragraphs of ours and what stands beside them, each whole, are what the paragraph says;
one stretch with other words may stand among these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from protocolkit.review.page_lines import PageLine, PrintedText, is_count, row_letters
from protocolkit.text.words import glued

# The fewest letters that must be known beside a stretch with other words.
_SURE = 12
# One line begins and ends.
_ONE = 2
_WORD = re.compile(r"\S+")


class GluedLines:
    """What a line may be made of: our paragraphs, rows of tables, and what stands beside these."""

    def __init__(
        self, own: Sequence[PrintedText], beside: Set[str], running: Sequence[str]
    ) -> None:
        texts = {id(one): [lead + one.letters for lead in one.leads] for one in own}
        said = [form for forms in texts.values() for form in forms]
        loose = [form for one in own if one.row is None for form in texts[id(one)]]
        self._pieces = {*loose, *row_letters(own), *running, *beside} - {""}
        self._longest = max(map(len, self._pieces), default=0)
        self._inside = "\n".join(said)

    def apart(self, line: PageLine) -> list[PageLine]:
        """Return the lines that one was; itself where it is no more than one."""
        if line.letters in self._inside:
            return [line]
        words = [(found.start(), found.end()) for found in _WORD.finditer(line.text)]
        letters = [glued(line.text[begin:end]) for begin, end in words]
        cuts = self._cuts(letters)
        if len(cuts) <= _ONE:
            return [line]
        texts = (line.text[words[begin][0] : words[end - 1][1]] for begin, end in pairwise(cuts))
        return [PageLine(at=line.at, text=one, letters=glued(one)) for one in texts]

    def is_several(self, line: PageLine) -> bool:
        """Tell whether a line is nothing but several of ours; the last is no number of a page."""
        letters = [glued(word) for word in line.text.split()]
        if line.letters in self._inside or letters[-1].isdigit():
            return False
        return len(self._ways(letters, self._pieces).get(len(letters), [])) > _ONE

    def _cuts(self, letters: Sequence[str]) -> list[int]:
        """Return before which words a line is cut, and its end; [] where it is one line."""
        count = len(letters)
        ahead = self._ways(letters, self._pieces)
        if count in ahead:
            return ahead[count]
        turned = [one[::-1] for one in reversed(letters)]
        behind = self._ways(turned, {one[::-1] for one in self._pieces})
        begin = max(ahead)
        end = min((count - at for at in behind if count - at > begin), default=count)
        known = sum(map(len, [*letters[:begin], *letters[end:]]))
        rest = [count - at for at in reversed(behind[count - end])]
        return [*ahead[begin], *rest] if known >= _SURE else []

    def _ways(self, letters: Sequence[str], pieces: Set[str]) -> dict[int, list[int]]:
        """Return up to which words pieces lead from the first one on, by the fewest of them."""
        ways: dict[int, list[int]] = {0: [0]}
        for begin in range(len(letters)):
            if begin not in ways:
                continue
            said = ""
            for end in range(begin + 1, len(letters) + 1):
                said += letters[end - 1]
                if len(said) > self._longest:
                    break
                is_fewer = end not in ways or len(ways[end]) > len(ways[begin]) + 1
                if is_fewer and (said in pieces or is_count(said)):
                    ways[end] = [*ways[begin], end]
        return ways
