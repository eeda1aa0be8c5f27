"""Pasted mail and lists of remarks, known by what is in them: they hold names of people."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.formats import COMMENTS

_FORMAT = re.compile(rb'^\s*\{\s*"format"\s*:\s*' + json.dumps(COMMENTS.full_name).encode())
# What the first line of a mail's head may be; no front matter begins so.
_MAIL_FIELD = re.compile(rb"\s*(?:Van|From|Aan|To|Onderwerp|Subject|Verzonden|Sent|Datum|Date)\s*:")
_BEGIN = 2_000


def holds_returned_words(path: Path) -> bool:
    """Tell whether a file is a mail that somebody pasted, or what ``protocol comments`` wrote."""
    is_one = _KINDS.get(path.suffix.casefold())
    content = bytes_or_nothing(path, path.parent) if is_one else b""
    return bool(is_one and content and is_one(content))


def _is_mail(content: bytes) -> bool:
    """Tell whether a text has the head of a mail, an answered one in it, or takes leave."""
    from protocolkit.review.mail_ends import takes_leave  # noqa: PLC0415 - slow to load
    from protocolkit.review.pasted_text import paragraphs_of  # noqa: PLC0415 - slow to load

    paragraphs = paragraphs_of(content.decode("utf-8", "replace").replace("\r\n", "\n"))
    return any(
        one.is_head or one.is_quoted or one.quote or takes_leave(one.text) for one in paragraphs
    )


def _begins_as_mail(content: bytes) -> bool:
    """Tell whether a text begins with the head of a mail: quotes and leave stand in any other."""
    if not _MAIL_FIELD.match(content):
        return False
    from protocolkit.review.pasted_text import paragraphs_of  # noqa: PLC0415 - slow to load

    begin = content[:_BEGIN].decode("utf-8", "replace").replace("\r\n", "\n")
    return any(one.is_head for one in paragraphs_of(begin))


def _is_review(content: bytes) -> bool:
    return _FORMAT.match(content) is not None


def _is_workbook(content: bytes) -> bool:
    from protocolkit.review.review_workbook import (  # noqa: PLC0415 - slow to load
        is_review_workbook,
    )

    return is_review_workbook(content)


_KINDS: Mapping[str, Callable[[bytes], bool]] = {
    ".txt": _is_mail,
    ".md": _begins_as_mail,
    ".json": _is_review,
    ".xlsx": _is_workbook,
}
