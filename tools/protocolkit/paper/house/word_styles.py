"""How the styles of an organisation's own Word file look, by Word's built-in names.

Only what letters look like is taken: typeface, size, colour, bold and italic. Room, numbering,
frames, hidden words and page breaks are ours, so that PDF and Word stay one document; what a reader
could not read is left out, since text that a look hides is still text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from protocolkit.base.messages import mark, message
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import A, W, WordPackage
from protocolkit.paper.house.colours import is_readable
from protocolkit.paper.house.margins import Tell, twips

TEXT = "normal"
HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
TITLE = "title"
_TAKEN = (TEXT, *HEADINGS, TITLE)
_DEEPEST = 20
_SIZES = {TEXT: (9.0, 14.0)}
_OTHER_SIZES = (9.0, 36.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleLook:
    """How one style looks; ``""``, 0 and None where it says nothing.

    ``size`` is in points, ``colour`` is ``#rrggbb``.
    """

    font: str = ""
    size: float = 0.0
    colour: str = ""
    bold: bool | None = None
    italic: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyles:
    """The looks of the styles that we use, by Word's name in small letters."""

    looks: Mapping[str, StyleLook] = field(default_factory=dict)

    @property
    def font(self) -> str:
        """The typeface of the text, ``""`` when none is said."""
        return self.looks[TEXT].font if TEXT in self.looks else ""

    def fonts(self) -> tuple[str, ...]:
        """Return the typefaces of text and headings, each once."""
        named = (look.font for name, look in self.looks.items() if name in (TEXT, TITLE, *HEADINGS))
        return tuple(dict.fromkeys(font for font in named if font))

    @classmethod
    def of(cls, package: WordPackage, tell: Tell) -> WordStyles:
        """Read the styles of a file, and tell what of them is left out."""
        root = package.part(package.beside("styles"))
        if root is None or root.tag != f"{W}styles":
            return cls()
        theme = package.part(package.beside("theme"))
        reader = _Reader(root, _theme_fonts(theme), tell)
        return cls(looks={name: reader.look(name) for name in _TAKEN if name in reader.by_name})


class _Reader:
    """Reads one style at a time, with what it takes from the styles that it is based on."""

    def __init__(self, root: Element, fonts: Mapping[str, str], tell: Tell) -> None:
        styles = [one for one in root.iter(f"{W}style") if one.get(f"{W}type") == "paragraph"]
        self._by_id = {one.get(f"{W}styleId", ""): one for one in styles}
        self.by_name = {_value(one, "name").lower(): one for one in styles}
        self._defaults = next(root.iter(f"{W}docDefaults"), None)
        self._fonts, self._tell = fonts, tell

    def look(self, name: str) -> StyleLook:
        """Return how a style looks, with everything that it is based on."""
        chain = list(self._chain(self.by_name[name]))
        self._tell_left_out(name, chain)
        least, most = _SIZES.get(name, _OTHER_SIZES)
        size = twips(self._attribute(chain, "sz", "val")) / 2
        return StyleLook(
            font=self._font(chain),
            size=min(max(size, least), most) if size else 0.0,
            colour=self._colour(chain),
            bold=self._is_set(chain, "b", name),
            italic=self._is_set(chain, "i", name),
        )

    def _chain(self, style: Element) -> Iterator[Element]:
        """Yield a style, what it is based on, and so on; last what holds for all."""
        seen: set[str] = set()
        current: Element | None = style
        while current is not None and len(seen) < _DEEPEST:
            yield current
            seen.add(current.get(f"{W}styleId", ""))
            above = _value(current, "basedOn")
            current = self._by_id.get(above) if above not in seen else None
        if self._defaults is not None:
            yield self._defaults

    def _attribute(
        self, chain: list[Element], tag: str, name: str, usual: str | None = None
    ) -> str | None:
        """Return what the nearest style says that says anything."""
        for style in chain:
            found = next(style.iter(f"{W}{tag}"), None)
            if found is not None:
                said = found.get(f"{W}{name}", usual)
                if said is not None:
                    return str(said)
        return None

    def _is_set(self, chain: list[Element], tag: str, name: str) -> bool | None:
        """Tell whether letters are bold or italic; None where ours may say so."""
        said = _is_on(self._attribute(chain, tag, "val", "on"))
        return bool(said) if name in (TITLE, *HEADINGS) else said

    def _font(self, chain: list[Element]) -> str:
        for style in chain:
            found = next(style.iter(f"{W}rFonts"), None)
            if found is None:
                continue
            theme = self._fonts.get(found.get(f"{W}asciiTheme", "")[:5], "")
            if font := theme or found.get(f"{W}ascii", ""):
                return " ".join(font.split())[:60]
        return ""

    def _colour(self, chain: list[Element]) -> str:
        value = self._attribute(chain, "color", "val") or ""
        colour = f"#{value.lower()}"
        if value in ("", "auto") or len(value) != 6:
            return ""
        if not is_readable(colour):
            self._tell(message(mark("the colour {value}: hard to read on white"), value=colour))
            return ""
        return colour

    def _tell_left_out(self, name: str, chain: list[Element]) -> None:
        own = chain[:-1] if self._defaults is not None else chain
        for tag, what in _LEFT_OUT.items():
            # what the style itself or one above it says; its text may lie in no other place
            found = next((one for style_ in own for one in style_.iter(f"{W}{tag}")), None)
            if found is not None and _is_on(found.get(f"{W}val", "on")):
                self._tell(message(what, style=_NAMES.get(name, name)))


def _value(style: Element, tag: str) -> str:
    found = style.find(f"{W}{tag}")
    return found.get(f"{W}val", "") if found is not None else ""


def _is_on(value: str | None) -> bool | None:
    return None if value is None else value.lower() not in ("0", "false", "off", "none")


def _theme_fonts(theme: Element | None) -> Mapping[str, str]:
    """Return the two typefaces of a theme by the first letters of their use: major, minor."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for use in ("major", "minor"):
        for latin in theme.iterfind(f".//{A}{use}Font/{A}latin"):
            found[use] = latin.get("typeface", "")
    return found


_NAMES = {
    TEXT: mark("the text"),
    TITLE: mark("the title"),
    "heading 1": mark("heading 1"),
    "heading 2": mark("heading 2"),
    "heading 3": mark("heading 3"),
    "heading 4": mark("heading 4"),
    "heading 5": mark("heading 5"),
    "heading 6": mark("heading 6"),
}
_LEFT_OUT = {
    "pageBreakBefore": mark("{style} on a new page"),
    "numPr": mark("{style} with numbers of Word's own: ours are words of the text"),
    "vanish": mark("{style} hidden"),
    "framePr": mark("{style} in a frame"),
    "caps": mark("{style} in capitals"),
    "smallCaps": mark("{style} in small capitals"),
    "pBdr": mark("{style} with a border"),
    "shd": mark("{style} on a coloured ground"),
}
