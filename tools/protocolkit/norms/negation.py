"""Where a sentence says no, and where ``niet`` only sets off what was said before."""

from __future__ import annotations

import re

from protocolkit.norms import lexicon, verbs
from protocolkit.text.sentences import Span

_CONTRAST = re.compile(
    r"(?:,\s*(?:(?:en|dus|maar|of) )?| en )(?:(?:van|door|voor|aan|met|in|op|bij) )?$"
)


def negations(text: str) -> tuple[Span, ...]:
    """Return where a text in small letters says no, but for a contrast: ``…, niet achteraf``."""
    found = (match.span(1) for match in lexicon.NEGATION.finditer(text))
    return tuple(span for span in found if not _is_contrast(text, span))


def _is_contrast(text: str, no: Span) -> bool:
    """Whether ``niet`` and the words after it only set off what was said before the comma."""
    before, after = text[: no[0]], text[no[1] :]
    opened = _CONTRAST.search(before)
    if opened is None:
        return False
    said = _words(before[: opened.start()])
    if not any(verbs.is_present(word) or word in verbs.STEMS for word in said):
        return False
    return not any(map(verbs.is_verb, _words(re.split("[;:.]", after)[0])))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
