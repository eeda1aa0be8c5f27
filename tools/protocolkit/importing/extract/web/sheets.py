"""Which style sheets a web page has: in itself, in addresses, taken in by others; and which not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.attached import Attached, Carriage
from protocolkit.importing.extract.web.css_text import STRING, plain_style, unquoted
from protocolkit.importing.extract.web.media import counts_on_paper
from protocolkit.importing.extract.web.page_text import text_in

_IMPORT = re.compile(
    rf"\s*@import\s*(?:url\(\s*)?({STRING})\s*\)?([^;{{}}]*)(?:;|\Z)", re.IGNORECASE
)
_BEFORE = re.compile(r"\s*@(?:charset|layer)[^;{}]*;", re.IGNORECASE)
_LAYER = re.compile(r"\blayer(?:\(([^()]*)\))?", re.IGNORECASE)
_DEEPEST = 4
_MOST = 500
_LANGUAGES = ("", "text/css")


class PageSheets:
    """The style sheets of a page, in the order in which they count, made plain.

    ``missing`` are the addresses of those that the page asks for and does not carry along.
    """

    def __init__(self, root: Element, carried: Carriage) -> None:
        self._carried = carried
        self.missing: list[str] = []
        self.texts: list[str] = []
        for element in root.iter("style", "link"):
            if next(element.iterancestors("template", "noscript"), None) is not None:
                continue
            media = element.get("media") or ""
            if element.tag == "link":
                self._linked(element, media)
            elif (element.get("type") or "").strip().lower() in _LANGUAGES:
                self.texts += self._with_media(element.text or "", media)

    def _linked(self, link: Element, media: str) -> None:
        kinds = (link.get("rel") or "").lower().split()
        if "stylesheet" not in kinds or link.get("disabled") is not None:
            return
        if "alternate" not in kinds or not (link.get("title") or "").strip():
            self.texts += self._of_address(link.get("href") or "", media, 0)

    def _of_address(self, address: str, media: str, depth: int) -> Iterator[str]:
        if (
            not address.strip()
            or depth > _DEEPEST
            or counts_on_paper(_LAYER.sub("", media)) is False
        ):
            return
        found = self._carried.find(address)
        if found is None:
            self.missing.append(address)
        elif found.is_style:
            yield from self._with_media(_text(found), media, depth)

    def _with_media(self, text: str, media: str, depth: int = 0) -> Iterator[str]:
        """Yield a sheet after those that it takes in, as what counts on some paper only."""
        plain, position = plain_style(text), 0
        while found := _IMPORT.match(plain, position) or _BEFORE.match(plain, position):
            position = found.end()
            if found.re is _IMPORT and len(self.texts) + len(self.missing) < _MOST:
                asked = _both(media, _asked(found[2]))
                yield from self._of_address(unquoted(found[1]), asked, depth + 1)
        rest = plain[position:]
        layer = _LAYER.search(media)
        media = _LAYER.sub(" ", media)
        if layer is not None:
            rest = f"@layer {layer[1] or 'imported'} {{{rest}}}"
        yield f"@media {media} {{{rest}}}" if media.strip() else rest


def _text(sheet: Attached) -> str:
    return text_in(sheet.content, sheet.charset)


def _asked(conditions: str) -> str:
    """Return for which paper a sheet is taken in; what else is asked is not told."""
    return f"{conditions} and (x)" if "supports" in conditions else conditions.strip()


def _both(one: str, other: str) -> str:
    if not (one.strip() and other.strip()):
        return one or other
    return "not all" if counts_on_paper(_LAYER.sub("", one)) is False else other
