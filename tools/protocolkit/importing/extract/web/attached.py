"""Documents that a web page carries with it: in an address (``data:``), or beside it in an archive.

No address is ever opened: what is not carried along is not there.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes, urljoin

_DATA = re.compile(r"data:([^,]{0,300}),", re.IGNORECASE)
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_MARKED_UP = frozenset(("image/svg+xml", "text/xml", "application/xml"))
_SPACES = re.compile(r"[\t\n\r]")
_MOST_OF_A_SET = 50


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that is carried along: its kind (``text/html``), bytes, and encoding."""

    kind: str
    content: bytes
    charset: str = ""

    @property
    def is_style(self) -> bool:
        """Whether it is a style sheet."""
        return self.kind == "text/css"

    @property
    def is_marked_up(self) -> bool:
        """Whether it is a page or a drawing, in which words stand between marks."""
        return self.kind in _PAGES or self.kind in _MARKED_UP

    @property
    def is_text(self) -> bool:
        """Whether its words can be taken out here."""
        return self.is_marked_up or self.kind.startswith("text/")

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture without words that a program could read."""
        return self.kind.startswith("image/") and not self.is_text


@dataclass(frozen=True, slots=True)
class Carriage:
    """All that a page carries along beside itself, by address; ``base`` is that of the page.

    ``shown`` gathers what the page shows of it.
    """

    documents: Mapping[str, Attached]
    base: str = ""
    shown: set[Attached] = field(default_factory=set)

    def unshown(self) -> list[Attached]:
        """Return the documents with words that the page does not show, each once."""
        found = dict.fromkeys(self.documents.values())
        return [one for one in found if one.is_text and not one.is_style and one not in self.shown]

    def find(self, address: str) -> Attached | None:
        """Return the document at an address, None when it is not carried along."""
        address = _SPACES.sub("", address).strip(" \f")
        if found := _DATA.match(address):
            return _of_data(found[1], address[found.end() :])
        if not self.documents or not address:
            return None
        bare = address.partition("#")[0]
        try:
            return self.documents.get(bare) or self.documents.get(urljoin(self.base, bare))
        except ValueError:
            return None


NOTHING = Carriage({})
"""What a page carries along that stands by itself."""


def addresses_of_set(said: str) -> Iterator[str]:
    """Yield the addresses of a ``srcset``."""
    for word in said.split()[:_MOST_OF_A_SET]:
        if len(word) > 1:
            yield word.rstrip(",")


def _of_data(said: str, written: str) -> Attached | None:
    kind, *parameters = (part.strip().lower() for part in said.split(";"))
    content = unquote_to_bytes(written.partition("#")[0])
    if "base64" in parameters:
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", content.replace(b"-", b"+").replace(b"_", b"/"))
        try:
            content = base64.b64decode(letters + b"=" * (-len(letters) % 4))
        except binascii.Error:
            content = b""
    charset = next((p.partition("=")[2] for p in parameters if p.startswith("charset=")), "")
    return Attached(kind or "text/plain", content, charset.strip("\"'"))
