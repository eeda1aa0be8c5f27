"""Where a sentence says no, and where ``niet`` only sets off what was said before."""

from __future__ import annotations

import re

from protocolkit.norms import lexicon, verbs
from protocolkit.norms.sentence_words import PREPOSITIONS
from protocolkit.text.sentences import Span

_CONTRAST = re.compile(
    r"(?:,\s*(?:(?:en|dus|maar|of) )?| en )(?:(?:van|door|voor|aan|met|in|op|bij) )?$"
)
_NEAR = 80  # signs in which a participle, its noun and a verb stand


def negations(text: str) -> tuple[Span, ...]:
    """Return where a text in small letters says no, but for a contrast: ``…, niet achteraf``.

    What is said of a thing alone is no denial either: ``Niet opgehaalde spullen gaan weg``.
    """
    found = (match.span(1) for match in lexicon.NEGATION.finditer(text))
    return tuple(
        span for span in found if not _is_contrast(text, span) and not _is_of_thing(text, span)
    )


def _is_of_thing(text: str, no: Span) -> bool:
    """Whether ``niet`` denies a participle before a noun: ``niet ingeleverde taken``."""
    if text[slice(*no)] != "niet":
        return False
    after = _words(text[no[1] : no[1] + _NEAR])
    if len(after) < 2 or not text[no[1] :].startswith(f" {after[0]} {after[1]}"):
        return False
    said, noun = after[:2]
    if said.endswith(("de", "te")) and verbs.is_participle(said[:-1]):
        return noun not in PREPOSITIONS
    starts = not _words(text[: no[0]])
    acts = len(after) > 2 and verbs.is_present(after[2])
    return starts and acts and verbs.is_participle(said) and not verbs.is_present(noun)


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
