"""Signs that a stranger's file may hold and that no text, terminal or other file can show."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f]")
# Control signs but the tab and the end of a line, and what no file of ours may hold.
_UNSHOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def whole_signs(text: str) -> str:
    """Return a text in which halves of a sign (surrogates) are that sign, or U+FFFD alone."""
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def shown_signs(text: str) -> str:
    """Return a text in which what cannot be shown is U+FFFD, so that it can be seen it was there.

    A control sign could order a terminal about. All ends of lines are one line feed.

    >>> shown_signs("een" + chr(27) + "[2J" + chr(13) + "twee").splitlines()
    ['een�[2J', 'twee']
    """
    return _UNSHOWN.sub("\ufffd", _LINE_ENDS.sub("\n", whole_signs(text)))
