"""How many brackets the words at a change have: more in a row than any text that could forge them.

A copy of changes as plain text has nothing else by which a change is known. A text may hold such
words itself, by accident or to mislead; then the words at changes get more brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_RUNS = re.compile(r"\[+|\]+")


def brackets_beside(forms: Iterable[str], texts: Iterable[str]) -> int:
    """Return how many brackets words at a change have beside these texts: one, nearly always.

    ``forms`` are those words, up to a name that is filled in. White space, capitals and wide signs
    make no difference.
    """
    held = _squeezed("".join(texts))
    if not any(_squeezed(form.partition("{")[0]) in held for form in forms):
        return 1
    return 1 + max(len(run) for run in _RUNS.findall(held))


def with_brackets(words: str, number: int) -> str:
    """Return words at a change with so many brackets where they have one.

    >>> with_brackets("[new:", 2), with_brackets("end of new]", 2)
    ('[[new:', 'end of new]]')
    """
    begin = "[" * (number - 1) if words.startswith("[") else ""
    end = "]" * (number - 1) if words.endswith("]") else ""
    return f"{begin}{words}{end}"


def _squeezed(text: str) -> str:
    signs = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in signs if not sign.isspace() and sign.isprintable())
