"""Patterns of ours as a script of a page reads them: the same matches on the same text.

What stands for a letter or for the edge of a word knows no accents in a script, and a group is
named otherwise there. Patterns are for the flag ``u``; what has no equal is refused.
"""

from __future__ import annotations

import re

_LETTERS = r"\p{L}\p{N}_"
_BOUNDARY = rf"(?:(?<=[{_LETTERS}])(?![{_LETTERS}])|(?<![{_LETTERS}])(?=[{_LETTERS}]))"
# A class; or what is escaped, of which a bracket begins none.
_CLASS = re.compile(r"\\.|(\[\^?\]?(?:\\.|[^\]\\])*\])")
_ESCAPED = re.compile(r"\\(.)")
_REFUSED = re.compile(r"\(\?(?:P=|\(|[aiLmsux-]+[:)])|\\[AZBW]")


def for_script(pattern: re.Pattern[str]) -> str:
    """Return the source of a pattern for a regular expression of a script with the flag ``u``.

    Raises :class:`ValueError` when it has something that a script has no equal for.
    """
    made, at = "", 0
    for found in _CLASS.finditer(pattern.pattern):
        if not found[1]:
            continue
        made += _outside(pattern.pattern[at : found.start()]) + _inside(found[0])
        at = found.end()
    return made + _outside(pattern.pattern[at:])


def _outside(source: str) -> str:
    if refused := _REFUSED.search(source):
        raise ValueError(f"no pattern for a script: {refused[0]}")
    named = source.replace("(?P<", "(?<").replace(r"\b", _BOUNDARY)
    return _unescaped(named.replace(r"\w", f"[{_LETTERS}]"), " #&~-")


def _inside(source: str) -> str:
    if r"\W" in source:
        raise ValueError(f"no pattern for a script: {source}")
    return _unescaped(source.replace(r"\w", _LETTERS), " #&~")


def _unescaped(source: str, signs: str) -> str:
    """Return a source in which these stand for themselves: a script may not escape them."""
    return _ESCAPED.sub(lambda found: found[1] if found[1] in signs else found[0], source)
