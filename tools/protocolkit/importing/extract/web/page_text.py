"""The bytes of a saved web page as text, in the encoding that it says it has."""

from __future__ import annotations

import codecs
import re

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.text.extract import decode

_CHARSET = re.compile(
    rb"""<meta[^>]{0,500}charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w-]{1,40})""", re.IGNORECASE
)
DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,500}\?>")


def page_text(content: bytes, location: Location = NOWHERE) -> str:
    """Return the text of a page in the encoding that it names, or else as any text."""
    found = _CHARSET.search(content[:4096])
    if found and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(_as_browsers_take(found[1].decode("ascii")))
        except (LookupError, ValueError):
            # an encoding that nobody has, or one that is not for files, such as punycode
            pass
    return decode(content, location).text


def _as_browsers_take(named: str) -> str:
    """Return the encoding that browsers use for a named one: these two lack what Windows wrote."""
    found = codecs.lookup(named).name
    return "cp1252" if found in ("ascii", "iso8859-1") else found
