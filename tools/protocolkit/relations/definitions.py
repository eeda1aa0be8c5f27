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
    r"verzamel(?:naam|begrip|term)|begrip|term|benaming|aanduiding|andere (?:naam|woord)"
    r"|overkoepelende (?:naam|term)"
)
_DEFINED = (
    re.compile(
        r"^(?:in (?:dit|deze) \w+ (?:wordt|worden|verstaan wij|verstaan we) )?"
        r"onder (?:de (?:noemer|term) )?(?P<word>.{2,60}?) "
        r"(?:(?:wordt|worden)(?!.*\bgeschaard\b)(?=.*\bverstaan\b)|verstaan|verstaat)\b",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"^(?P<word>.{{2,60}}?) (?:is|zijn|staat voor|staan voor) (?:een|het|de) (?:{_KINDS})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^met (?P<word>.{2,60}?) (?:(?:wordt|worden)(?=.*\bbedoeld\b)|bedoel(?:t|en)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"\b(?:verstaan|bedoelen) (?:wij|we) (?:onder|met) (?P<word>[^:,.;]{2,60}?)[:,]",
        re.IGNORECASE,
    ),
    re.compile(r"^[„“\"‘'](?P<word>[^„“”\"‘’']{2,60})[”“\"’'] ?:"),
)
# Every form has one of these: most texts need no other look.
_HINT = re.compile(
    r"versta|bedoel|verzamel|begrip|term|benaming|aanduiding|naam|woord|[”“\"'’] ?:",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def defined_words(text: str) -> dict[frozenset[str], str]:
    """Return what a text says the meaning of: its terms, with the words as they stand there.

    >>> list(defined_words("Onder sociale media verstaan wij alle apps.").values())
    ['sociale media']
    """
    found: dict[frozenset[str], str] = {}
    if not _HINT.search(text):
        return found
    for begin, end in sentence_spans(text):
        sentence = " ".join(text[begin:end].split())
        for pattern in _DEFINED:
            match = pattern.search(sentence)
            if match and len(match["word"].split()) <= _MOST_WORDS:
                words = match["word"].strip(" „“”\"‘’',")
                if terms := frozenset(canonical(words)):
                    found.setdefault(terms, words)
    return found
