"""The bookmark by which a paragraph of our papers tells whether its words are still ours.

Of a text of a protocol we know the words; of a letter, a table or a form around one nobody does
when it comes back, so each paragraph carries a digest of its own. Programs for office keep
bookmarks, also in a file of another kind. A name says nothing but whether a word changed.
"""

from __future__ import annotations

import hashlib
import re

from protocolkit.text.safe_signs import shown_signs
from protocolkit.text.words import tokens

# Word hides bookmarks that begin with a low line.
_NAME = re.compile(r"_pk[0-9]+_([0-9a-f]{12})", re.IGNORECASE)
_DIGITS = 12


def own_words_name(words: str, number: int) -> str:
    """Return the name of the bookmark around a paragraph, the ``number``-th of its file.

    >>> own_words_name("Wat vragen we u?", 1)
    '_pk1_147113382f6d'
    """
    return f"_pk{number}_{_digest(words)}"


def is_own_words_name(name: str) -> bool:
    """Tell whether a bookmark is one around words of ours."""
    return _NAME.fullmatch(name) is not None


def has_own_words(name: str, words: str) -> bool:
    """Tell whether a paragraph with this bookmark has the words that we printed."""
    found = _NAME.fullmatch(name)
    return found is not None and found[1].casefold() == _digest(words)


def _digest(words: str) -> str:
    said = "\x1f".join(tokens(shown_signs(words)))
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:_DIGITS]
