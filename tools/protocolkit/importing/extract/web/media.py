"""Whether a style sheet, or a rule in one, counts on paper by the media that it is for."""

from __future__ import annotations

import re

from protocolkit.importing.extract.web.selectors import Answer, parted

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
    found = _QUERY.fullmatch(query)
    if found is None:
        return None
    is_paper = found[2] in ("print", "all")
    if found[1] == "not":
        return None if is_paper and found[3] else not is_paper
    return None if is_paper and found[3] else is_paper
