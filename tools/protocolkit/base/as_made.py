"""Whether a file that we made is still as we made it: then nobody wrote a name in it.

A zip, and so a spreadsheet, may end in a comment that no program shows. There stands the check code
of all that comes before; whatever saves the file anew leaves it out.
"""

from __future__ import annotations

import hashlib

_LENGTH = 2
_LABEL = b"protocolkit:"
_COMMENT = len(_LABEL) + 2 * hashlib.sha256().digest_size


def with_mark(content: bytes) -> bytes:
    """Return a zip without a comment with the mark of how it was made.

    >>> empty = b"PK" + bytes([5, 6]) + bytes(18)
    >>> is_as_made(empty), is_as_made(with_mark(empty)), is_as_made(b"x" + with_mark(empty))
    (False, True, False)
    """
    return content[:-_LENGTH] + _COMMENT.to_bytes(_LENGTH, "little") + _mark(content)


def is_as_made(content: bytes) -> bool:
    """Tell whether a file ends in the mark of what comes before."""
    before = content[: -_COMMENT - _LENGTH] + bytes(_LENGTH)
    return content[-_COMMENT:] == _mark(before)


def _mark(content: bytes) -> bytes:
    return _LABEL + hashlib.sha256(content).hexdigest().encode()
