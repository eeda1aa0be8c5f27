"""The words of documents that a web page shows inside itself: frames, drawings, embedded pages.

Like the count of a page, this knows nothing of what its elements mean: all their words are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import groupby

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.attached import NOTHING, Attached, Carriage, addresses_of_set
from protocolkit.importing.extract.web.page_text import text_in
from protocolkit.importing.source.doubts import EMBEDDED, OUTSIDE

FRAMES = frozenset(("iframe", "frame", "embed", "object"))
"""Elements that show a document of its own."""

_SHOWN = {
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "input": ("src",),
    "video": ("poster",),
    "image": ("href", "xlink:href", "src"),
    "feimage": ("href", "xlink:href"),
    **dict.fromkeys(("body", "table", "tr", "td", "th"), ("background",)),
}
_SPOKEN = {
    "img": ("alt",),
    "image": ("alt",),
    "area": ("alt",),
    "input": ("alt", "value", "placeholder", "label"),
    "textarea": ("placeholder",),
    "optgroup": ("label",),
    "option": ("label",),
    "menu": ("label",),
    "menuitem": ("label",),
    "command": ("label",),
    "track": ("label",),
    "isindex": ("prompt",),
    "object": ("standby",),
    "applet": ("alt",),
}
# What a browser shows beside an element when a mouse is over it, or reads aloud of it.
_HINTS = ("title", "aria-label", "aria-description")
_HINTS_OF_TABLES = {"table": ("summary",), "th": ("abbr",), "td": ("abbr",)}
_NEVER_SEEN = frozenset("html head link meta base script style template".split())
# What stands in these is text up to their end tag, whatever it looks like.
_WITH_NAMED_SIGNS = frozenset(("title", "textarea"))
_PLAIN_TEXT = _WITH_NAMED_SIGNS | frozenset("xmp iframe noembed noframes plaintext".split())
_DEEPEST = 4
# Of so many hints one search each takes as long as one pass for all.
_MANY_HINTS = 300


def spoken_words(name: str, said: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the words that stand in the attributes of an element for a reader."""
    if name == "input" and said.get("type") == "hidden":
        return ()
    return tuple(said.get(attribute) or "" for attribute in _SPOKEN.get(name, ()))


def documents_of(
    name: str, said: Mapping[str, str | None], carried: Carriage
) -> Iterator[Attached]:
    """Yield the documents that an element shows and that the page carries along."""
    if name == "iframe" and said.get("srcdoc") is not None:
        yield Attached("text/html", (said["srcdoc"] or "").encode("utf-8"), "utf-8")
        return
    for attribute in _SHOWN.get(name, ()):
        address = said.get(attribute) or ""
        for one in addresses_of_set(address) if attribute == "srcset" else (address,):
            found = carried.find(one)
            if found is not None:
                if carried.documents:
                    carried.shown.add(found)
                yield found


def drawn_words(
    name: str, said: Mapping[str, str | None], carried: Carriage, depth: int = 0
) -> str:
    """Return the words of the documents that an element shows; "" when it shows none with words."""
    found = (words_in(one, carried, depth) for one in documents_of(name, said, carried))
    return " ".join(words for words in found if words)


def words_in(document: Attached, carried: Carriage, depth: int = 0) -> str:
    """Return all the words of a document that is carried along."""
    if not document.is_text or document.is_style:
        return ""
    text = text_in(document.content, document.charset)
    if not document.is_marked_up or depth >= _DEEPEST:
        return " ".join(text.split())
    # a tag that never ends is words: the parser would look for its end at each sign after it
    whole = text.rfind(">") + 1
    reader = WordGatherer(carried, depth + 1)
    reader.feed(text[:whole])
    reader.close()
    return " ".join(" ".join([*reader.pieces, text[whole:]]).split())


def unshown_words(carried: Carriage) -> str:
    """Return the words of all that a page carries along and does not show."""
    return " ".join(filter(None, (words_in(one, carried) for one in carried.unshown())))


@lru_cache(maxsize=1)
def hinted_words(text: str) -> str:
    """Return what a page only says beside its elements, each once, a line each.

    It is asked for to read the page, and then to prove what was read.
    """
    reader = WordGatherer(NOTHING)
    reader.feed(text)
    reader.close()
    return "\n".join(_unsaid(reader.hints, " ".join("".join(reader.texts).split())))


def _unsaid(hints: Iterable[str], said: str) -> list[str]:
    """Return the hints of which the words stand nowhere in what is said, in their order.

    Many of one length are looked for in one pass over what is said: one by one, a page of 1 MB took
    seven seconds.
    """
    order = list(hints)
    unsaid: set[str] = set()
    for length, alike in groupby(sorted(order, key=len), key=len):
        those = set(alike)
        if len(those) > _MANY_HINTS:
            ends = range(length, len(said) + 1)
            unsaid |= those.difference(said[end - length : end] for end in ends)
        else:
            unsaid.update(words for words in those if words not in said)
    return [words for words in order if words in unsaid]


class WordGatherer(HTMLParser):
    """Gathers text nodes, and the words in attributes; what an element means is not known here."""

    def __init__(self, carried: Carriage, depth: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self._carried = carried
        self._depth = depth
        self.pieces: list[str] = []
        self.texts: list[str] = []
        self.hints: dict[str, None] = {}
        self._is_in_choices = False

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take a section of a kind that does not exist for a comment, as browsers do."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def parse_starttag(self, i: int) -> int:
        """Take what follows some tags, up to their end, for words, as browsers do."""
        end = super().parse_starttag(i)
        name = self.lasttag
        if end < 0 or name not in _PLAIN_TEXT or self.rawdata[end - 2 : end] == "/>":
            return end
        self.clear_cdata_mode()
        stop = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.rawdata, end)
        until = stop.start() if stop and name != "plaintext" else len(self.rawdata)
        words = self.rawdata[end:until]
        self.handle_data(unescape(words) if name in _WITH_NAMED_SIGNS else words)
        return until

    def handle_data(self, data: str) -> None:
        """Take a text node."""
        self.pieces.append(data)
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the words in the attributes of an element."""
        said = dict(reversed(attrs))
        self.pieces.append(drawn_words(tag, said, self._carried, self._depth))
        self.pieces += spoken_words(tag, said)
        names = () if tag in _NEVER_SEEN else (*_HINTS, *_HINTS_OF_TABLES.get(tag, ()))
        self._is_in_choices = tag == "datalist" or self._is_in_choices
        if tag == "option" and self._is_in_choices:
            names = (*names, "value")
        hints = (" ".join((said.get(name) or "").split()) for name in names)
        self.hints.update(dict.fromkeys(words for words in hints if any(map(str.isalnum, words))))

    def handle_endtag(self, tag: str) -> None:
        """See where what may be typed in a field ends."""
        self._is_in_choices = self._is_in_choices and tag != "datalist"


def is_elsewhere(frame: Element) -> bool:
    """Tell whether a frame shows a page that did not come along."""
    address = (frame.get("src") or "").strip().lower()
    return bool(address) and not address.startswith(("about:", "javascript:", "data:"))


def frame_doubt(frame: Element, name: str, carried: Carriage) -> Marked | None:
    """Return the doubt about the place of a frame whose words nobody can take out here, if any."""
    inside = list(documents_of(name, frame.attrib, carried))
    if any(not one.is_text and not one.is_picture for one in inside):
        return EMBEDDED
    is_gone = not inside and name in ("iframe", "frame") and is_elsewhere(frame)
    return OUTSIDE if is_gone else None
