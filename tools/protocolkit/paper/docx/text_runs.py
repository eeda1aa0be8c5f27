"""The words of a Word file as runs, in its stories: the body, and the notes.

A story is what Word calls a text of its own. It knows where its paragraphs stand
(which style at which depth) and how its words become runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from protocolkit.document.open_places import split_at_blanks
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, RichText, Text
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import PLAIN, Element, Look, Setting, element, run, text_run
from protocolkit.paper.docx.notes import Notes

_DEEPEST_STYLE = 5
_BLANK = "OpenPlace"
LINK_STYLE = "Hyperlink"
"""The style of words that lead somewhere."""
_NOTE_STEP = 284
_DEEP_STEP = 454


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of a file, and what its words refer to.

    ``relate`` gives the relationship id of a web address in the story's part, ``lefts`` the
    left indent in twips of each paragraph style. ``marks_blanks`` says that what nobody filled in
    yet is marked. Letters may be so much wider than ours as ``spread`` says.
    """

    bookmarks: Bookmarks
    notes: Notes
    lefts: dict[str, int]
    relate: Callable[[str], str]
    is_notes: bool = False
    marks_blanks: bool = False
    spread: float = 1.0

    def setting(self, depth: int, *, is_marked: bool) -> Setting:
        """Return where a paragraph stands: 0 is the text itself, 1 an item, 2 a point in it.

        ``is_marked`` tells whether it begins with a marker or only follows in the same item.
        Word has styles for five levels; deeper ones get an indent of their own.
        """
        if self.is_notes:
            return self._note_setting(depth, is_marked=is_marked)
        if depth == 0:
            return Setting(style="BodyText")
        level = min(depth, _DEEPEST_STYLE)
        style = f"{'List' if is_marked else 'ListContinue'}{level if level > 1 else ''}"
        if depth == level:
            return Setting(style=style)
        left = self.lefts.get(style, 0) + (depth - level) * _DEEP_STEP
        return Setting(style=style, left=left, hanging=_DEEP_STEP if is_marked else 0)

    def left(self, depth: int) -> int:
        """Return the left indent, in twips, of what follows at some depth."""
        setting = self.setting(depth, is_marked=False)
        return self.lefts.get(setting.style, 0) if setting.left is None else setting.left

    def runs(self, rich: RichText, look: Look = PLAIN) -> Iterator[Element]:
        """Yield the runs, links and marks that rich text consists of."""
        return self._runs(rich, look, inside_link=False)

    def _runs(self, rich: RichText, look: Look, *, inside_link: bool) -> Iterator[Element]:
        for inline in rich:
            if isinstance(inline, Text):
                yield from self._words(inline.text, look)
            elif isinstance(inline, HardBreak):
                yield run([element("br")], look)
            elif isinstance(inline, NoteMark):
                yield from self.notes.mark(
                    inline.label, inside_note=self.is_notes, inside_link=inside_link
                )
            elif isinstance(inline, Emphasis):
                inner = with_emphasis(look, inline)
                yield from self._runs(inline.content, inner, inside_link=inside_link)
            else:
                yield from self._link(inline, look, inside_link=inside_link)

    def _words(self, text: str, look: Look) -> Iterator[Element]:
        """Yield words; the blanks of a text on its way are marked."""
        split = split_at_blanks(text) if self.marks_blanks else [(text, False)]
        for piece, is_open in split:
            is_marked = is_open and not look.style
            yield text_run(piece, replace(look, style=_BLANK) if is_marked else look)

    def _link(self, link: Link, look: Look, *, inside_link: bool) -> Iterator[Element]:
        target = {} if inside_link else self._target(link.target)
        if not target:
            yield from self._runs(link.content, look, inside_link=inside_link)
            return
        shown = self._runs(link.content, replace(look, style=LINK_STYLE), inside_link=True)
        yield element("hyperlink", *shown, **target)

    def leads(self, target: str) -> bool:
        """Tell whether a link leads somewhere; one that does not is words alone."""
        if target.startswith("#"):
            return bool(self.bookmarks.names.get(target[1:]))
        return outside_address(target) is not None

    def _target(self, target: str) -> dict[str, str]:
        """Return the attributes that make a hyperlink lead somewhere; none when it cannot."""
        if target.startswith("#"):
            name = self.bookmarks.names.get(target[1:])
            return {"anchor": name} if name else {}
        address = outside_address(target)
        return {"r__id": self.relate(address)} if address else {}

    def _note_setting(self, depth: int, *, is_marked: bool) -> Setting:
        style = "FootnoteText"
        if depth == 0 and is_marked:
            return Setting(style=style)
        left = self.lefts.get(style, 0) + depth * _NOTE_STEP
        return Setting(style=style, left=left, hanging=_NOTE_STEP if is_marked else 0)


def with_emphasis(look: Look, inline: Emphasis) -> Look:
    """Return how emphasised words look among words of a look."""
    return replace(look, strong=True) if inline.strong else replace(look, emphasised=True)


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
