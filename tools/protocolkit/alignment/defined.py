"""What the clauses of a topic say the meaning of: ``Onder pesten verstaan wij …``.

A word that most of them explain is asked about, also where it is the subject's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.text.late_patterns import late
from protocolkit.text.markers import without_marker
from protocolkit.text.sentences import sentence_spans

MEANS = mark("What does the school mean by {what}?")
IS = mark("What is {what}?")

_PHRASE = r"(?P<what>(?:een )?[\w-]+(?: [\w-]+)?)"
_SAYS = (
    late(
        rf"\W*(?:onder|met) {_PHRASE} (?:verstaa[nt]|bedoel(?:en|t)|wordt|worden)\b", re.IGNORECASE
    ),
    late(
        rf"\W*{_PHRASE} is (?:\w+ )?(?:iemand|iets|het (?!niet)\w+|als|wanneer|een vorm)\b",
        re.IGNORECASE,
    ),
)
_UNLIKE = late(r"\b(?:is|zijn) iets anders dan (?P<what>(?:een )?[\w-]+)", re.IGNORECASE)
_EXPLAINS = late(r"verstaa|verstaan|bedoel", re.IGNORECASE)
_LEAST = 0.5


def defined_by(texts: Sequence[str], translate: Translate) -> Iterator[str]:
    """Yield what is the thing that at least half of some clauses explain."""
    counts = Counter(what for text in texts for what in dict.fromkeys(_defined(text)))
    for what, count in counts.most_common(1):
        if count >= max(_LEAST * len(texts), min(2, len(texts))):
            is_one = what.startswith("een ") or what.endswith("en")
            yield translate(IS if is_one else MEANS).format(what=what)


def _defined(text: str) -> Iterator[str]:
    """Yield what a sentence says the meaning of, in small letters."""
    for span in sentence_spans(text):
        sentence = without_marker(text[slice(*span)])
        for says in _SAYS:
            found = says.match(sentence)
            is_meaning = found and (says is not _SAYS[0] or _EXPLAINS.search(sentence))
            if found and is_meaning:
                yield found["what"].lower()
        yield from (other["what"].lower() for other in _UNLIKE.finditer(sentence))
