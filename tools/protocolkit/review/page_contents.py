"""Whether the lines of pages have our list of contents among them: a copy may begin behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from protocolkit.review.page_lines import PrintedText, is_leader, without_leader
from protocolkit.text.words import glued

# How many headings stand on two lines where one of these is that of the contents.
_TWICE = 2


def has_contents(lines: Sequence[str], own: Sequence[PrintedText]) -> bool:
    """Tell whether lines have our contents: its heading, dots behind one of it, or most twice."""
    entries = [at for at, one in enumerate(own) if one.is_contents]
    if not entries:
        return False
    names = {own[at].letters for at in entries}
    above = own[: entries[0]][-1:]
    said = Counter(map(glued, lines))
    led = (glued(without_leader(line)) for line in lines if is_leader(line))
    has_led = any(one and _is_end(one, names) for one in led)
    has_heading = any(said[one.letters] for one in above)
    return has_led or has_heading or sum(said[one] > 1 for one in names) >= _TWICE


def _is_end(letters: str, names: set[str]) -> bool:
    return any(letters.endswith(one) or one.endswith(letters) for one in names)
