"""Under which name an anchor lives on in a Word file: written on paper, read when a file is back.

Word allows letters, digits and underscores, a letter first, and 40 characters.
"""

from __future__ import annotations

import re

LONGEST = 40
"""How many characters the name of a bookmark may have."""


def bookmark_name(anchor: str, prefix: str = "") -> str:
    """Return an anchor as the name of a bookmark; ``prefix`` tells it from another version's.

    >>> bookmark_name("3-1-aanname")
    'a3_1_aanname'
    """
    name = prefix + re.sub(r"[^A-Za-z0-9_]", "_", anchor)
    return (name if name[0].isalpha() else f"a{name}")[:LONGEST]
