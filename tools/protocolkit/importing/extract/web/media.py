"""Whether a style sheet, or a rule in one, counts on paper by the media that it is for."""

from __future__ import annotations

import re

from protocolkit.importing.extract.web.chooser import Answer
from protocolkit.importing.extract.web.selectors import parted
from protocolkit.text.bounded_numbers import decimal_number

# A window of a width between these may be anybody's, and so may a sheet of paper.
_NARROW, _WIDE = 240.0, 2_000.0
_WIDTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([0-9.]{1,20})px\s*\)")
_QUERY = re.compile(r"(?:(only|not)\s+)?([a-z-]+)(?:\s+and\b(.*))?", re.DOTALL)


def counts_on_paper(media: str) -> Answer:
    """Tell whether a list of media holds paper; None when that hangs on more than that."""
    answers = [_counts(" ".join(query.split()).lower()) for query in parted(media)]
    if any(answer is True for answer in answers):
        return True
    return None if None in answers else False


def _counts(query: str) -> Answer:
    if not query:
        return True
    if query.startswith("("):
        return True if _is_any_width(query) else None
    found = _QUERY.fullmatch(query)
    if found is None:
        return None
    is_paper = found[2] in ("print", "all")
    is_more = bool(found[3]) and not _is_any_width(found[3])
    if found[1] == "not":
        return None if is_paper and found[3] else not is_paper
    return None if is_paper and is_more else is_paper


def _is_any_width(features: str) -> bool:
    """Tell whether features ask for a width only, and for one that every window and paper has."""
    asked = [_WIDTH.fullmatch(one.strip()) for one in re.split(r"\band\b", features) if one.strip()]
    return all(
        one is not None
        and (
            decimal_number(one[2], most=1e6, default=1e6) <= _NARROW
            if one[1] == "min"
            else decimal_number(one[2], most=1e6) >= _WIDE
        )
        for one in asked
    )
