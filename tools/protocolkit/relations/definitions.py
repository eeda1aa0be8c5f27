"""Which words a clause says the meaning of: ‘Onder sociale media verstaan wij …’.

Knows the forms in which Dutch rules define. What they say of a word is not read: two clauses that
define one word are shown to a person, who sees whether they agree.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.thesaurus_file import canonical

_MOST_WORDS = 5
_KINDS = (
    r"verzamel(?:naam|begrip|term)|begrip|term|benaming|aanduiding|andere\s+(?:naam|woord)"
    r"|overkoepelende\s+(?:naam|term)"
)
_DEFINED = (
    re.compile(
        r"^(?:in\s+(?:dit|deze)\s+\w+\s+(?:wordt|worden|verstaan\s+wij|verstaan\s+we)\s+)?"
        r"onder\s+(?:de\s+(?:noemer|term)\s+)?(?P<word>.{2,60}?)\s+"
        r"(?:(?:wordt|worden)(?!.*\bgeschaard\b)(?=.*\bverstaan\b)|verstaan|verstaat)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"^(?P<word>.{{2,60}}?)\s+(?:is|zijn|staat\s+voor|staan\s+voor)\s+(?:een|het|de)\s+(?:{_KINDS})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^met\s+(?P<word>.{2,60}?)\s+(?:(?:wordt|worden)(?=.*\bbedoeld\b)|bedoel(?:t|en)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"\b(?:verstaan|bedoelen)\s+(?:wij|we)\s+(?:onder|met)\s+(?P<word>[^:,.;]{2,60}?)\s*[:,]",
        re.IGNORECASE,
    ),
    re.compile(r"^[„“\"‘'](?P<word>[^„“”\"‘’']{2,60})[”“\"’']\s*:"),
)


@lru_cache(maxsize=4096)
def defined_words(text: str) -> dict[frozenset[str], str]:
    """Return what a text says the meaning of: its terms, with the words as they stand there.

    >>> list(defined_words("Onder sociale media verstaan wij alle apps.").values())
    ['sociale media']
    """
    found: dict[frozenset[str], str] = {}
    for begin, end in sentence_spans(text):
        sentence = text[begin:end].strip()
        for pattern in _DEFINED:
            match = pattern.search(sentence)
            if match and len(match["word"].split()) <= _MOST_WORDS:
                words = match["word"].strip(" „“”\"‘’',")
                if terms := frozenset(canonical(words)):
                    found.setdefault(terms, words)
    return found
