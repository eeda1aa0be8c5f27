"""Links that a Word file may hold: web, mail and telephone addresses, and nothing else.

Protocols are untrusted text. An address that Word cannot read makes it refuse the whole file,
so what is not a sound address stays words.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_TELEPHONE = re.compile(r"tel:\+?[0-9().\-]+", re.IGNORECASE)
# RFC 3986's reserved characters and the percent sign: what is encoded already stays so.
_KEPT = ":/?#[]@!$&'()*+,;=%~"


def outside_address(target: str) -> str | None:
    """Return the address that a link leads to outside the document, or None when it is no link."""
    if _MAIL.fullmatch(target) or _TELEPHONE.fullmatch(target) or _is_web(target):
        return quote(target.encode("utf-8", "ignore"), safe=_KEPT)
    return None


def _is_web(target: str) -> bool:
    try:
        parts = urlsplit(target)
        has_port = parts.port is None or parts.port >= 0
    except ValueError:
        return False
    is_sound = re.search(r"\s", target) is None and has_port and bool(parts.hostname)
    return is_sound and parts.scheme in ("http", "https")
