"""Why a YAML text cannot be read, in words for who wrote it: the library tells that in English."""

from __future__ import annotations

from protocolkit.base.messages import Marked, mark

TOO_DEEP = mark("brackets inside brackets inside brackets")
_OTHERWISE = mark("something stands here that does not belong here")
_NO_SIGN = mark("a text that begins with a sign such as @, %, !, & or * has to stand in quotes")
_NO_CLOSE = mark("a bracket or brace is not closed, or a comma is missing")
_ESCAPED = mark("a backslash between double quotes means something else; use single quotes")
_BLOCK = mark("what follows the sign | or > is not indented as it should be")
_SECOND = mark("a second text begins here, at a line with only --- or ...")

# The first that stands in what the library says is told.
_REASONS: tuple[tuple[str, Marked], ...] = (
    ("expected ',' or", _NO_CLOSE),
    ("unclosed", _NO_CLOSE),
    ("end of stream", mark("a quote or bracket that was opened is not closed")),
    ("document", _SECOND),
    ("mapping values", mark("a colon stands here, and the text with it stands in no quotes")),
    ("expected ':'", mark("the colon after a name is missing")),
    ("sequence entries", mark("a dash stands here, where no list can begin")),
    ("block end", mark("this line is indented otherwise than those before it")),
    ("node content", mark("a value is missing here")),
    ("escape", _ESCAPED),
    ("block scalar", _BLOCK),
    ("chomping", _BLOCK),
    ("indentation indicator", _BLOCK),
    ("unacceptable", mark("a sign stands here that cannot be printed")),
    ("cannot start any token", _NO_SIGN),
    ("alphabetic or numeric", _NO_SIGN),
    ("tag", _NO_SIGN),
    ("directive", _NO_SIGN),
    ("'!'", _NO_SIGN),
)


def reason_of(error: Exception) -> Marked:
    """Return why a text cannot be read, from what the library says of it.

    >>> reason_of(ValueError("expected ',' or ']', but got '<stream end>'"))
    'a bracket or brace is not closed, or a comma is missing'
    """
    if isinstance(error, RecursionError):
        return TOO_DEEP
    said = " ".join(str(getattr(error, name, None) or "") for name in ("problem", "context"))
    told = said.strip() or str(error)
    return next((reason for sign, reason in _REASONS if sign in told), _OTHERWISE)
