"""Words that surely speak to the reader of a text, with je or with u, and what is quoted.

What is quoted speaks to somebody else. Knows forms of words, not who the reader is.
"""

from __future__ import annotations

import re

JE, U = "je", "u"

_VERBS = "mag|moet|kunt|kan|bent|hebt|wilt|wil|zult|hoeft"
SURE = {
    JE: re.compile(
        rf"(?<![\w-])(?:jij|jou|jouw|jullie|jezelf|je\s+(?:{_VERBS})|(?:\w+\s+)?je)(?![\w-])",
        re.IGNORECASE,
    ),
    # no hour ('16 u'), letter of a point ('onder u') or abbreviation ('u.')
    U: re.compile(
        r"(?<![\w.(-])(?<!\d )(?<!\bsub )(?<!\bonder )(?<!\blid )(?<!\bpunt )(?<!\bletter )"
        r"(?:u|U(?= [a-z])|uw|Uw|uzelf)(?![\w).-])"
    ),
}
"""The words that surely speak to a reader, by the form in which they do."""
QUOTED = re.compile(r"‘[^’\n]*’|“[^”\n]*”|" + r'"[^"\n]*"' + r"|(?<!\w)'[^'\n]*'(?!\w)")
"""What is quoted: it speaks to somebody else."""


def without_quoted(text: str) -> str:
    """Return a text with spaces for what is quoted, so that every place keeps its number."""
    return QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
