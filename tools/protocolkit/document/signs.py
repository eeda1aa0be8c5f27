"""Which signs a PDF can show, and what replaces each of the others.

A PDF has the fonts of packages, so that it is the same everywhere. They have the alphabets of
Europe, Hebrew, Arabic and many signs, but no Chinese and no emoji. A sign that none of them has,
no font of an organisation's own and none of ``base/machine_fonts.py``, is replaced by its name:
``[teken U+1F6B2]``. No word is lost: the name says which sign it is, and the website and Word show
the sign itself.

``signs.txt`` lists what the fonts have; ``tests/renew_signs.py`` makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache

from protocolkit.base.messages import DEFAULT_LANGUAGE, mark, translator
from protocolkit.base.resources import package_text

# A text of a board is Dutch, whatever the language of the site.
_ONE, _MORE = mark("[sign {codes}]"), mark("[signs {codes}]")
# What joins or colours signs and shows nothing itself; between two or after one it belongs to them.
_JOINS = "\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"


def with_names(text: str, own: Set[str] = frozenset()) -> str:
    """Return a text with the names of the signs that no font of a PDF has in their place.

    ``own`` are the signs that a font of an organisation's own has.

    >>> with_names("Zet de 🚲 in het rek.")
    'Zet de [teken U+1F6B2] in het rek.'
    >>> with_names("中🚲文", {"中", "文"})
    '中[teken U+1F6B2]文'
    """
    if text.isascii():
        return text

    def named(found: re.Match[str]) -> str:
        known = own & frozenset(found[0])
        pattern = _besides(known) if known else _unknown()
        return pattern.sub(lambda run: name_of(run[0]), found[0])

    return _unknown().sub(named, text)


def unknown_signs(text: str, own: Set[str] = frozenset()) -> tuple[str, ...]:
    """Return each run of signs that no font of a PDF has, and no ``own`` one, each once."""
    if text.isascii():
        return ()
    runs: Iterable[str] = _unknown().findall(text)
    if own:
        runs = (part for run in runs for part in _besides(own & frozenset(run)).findall(run))
    return tuple(dict.fromkeys(runs))


def name_of(signs: str) -> str:
    """Return what stands for a run of signs: their codes, without what only joins them."""
    shown = re.sub(f"[{_JOINS}]", "", signs) or signs
    codes = " ".join(f"U+{ord(sign):04X}" for sign in shown)
    return translator(DEFAULT_LANGUAGE)(_ONE if len(shown) == 1 else _MORE).format(codes=codes)


@cache
def _unknown() -> re.Pattern[str]:
    """Return what finds a run of signs that are not listed; control characters are no signs."""
    known = "".join(
        f"\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}"
        for first, _, last in (line.partition("-") for line in _listed())
    )
    return _run(rf"[^\x00-\x1f\x7f-\x9f{known}]")


def _besides(own: Set[str]) -> re.Pattern[str]:
    """Return what finds a run of other signs in a run of which some fonts have ``own``."""
    return _run(f"[^{_JOINS}{''.join(map(re.escape, sorted(own)))}]")


def _run(sign: str) -> re.Pattern[str]:
    return re.compile(f"{sign}(?:[{_JOINS}]*{sign})*[{_JOINS}]*")


def _listed() -> list[str]:
    found = package_text("protocolkit.document", "signs.txt")
    return [line for line in found.splitlines() if line and not line.startswith("#")]
