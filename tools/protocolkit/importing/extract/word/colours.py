"""What a Word file's colours come to: theme colours, highlights, shading and its patterns."""

from __future__ import annotations

from protocolkit.importing.extract.shared.colours import BLACK, WHITE, Colour, hex_colour, mixed
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import A, W
from protocolkit.text.bounded_numbers import hexadecimal_number, whole_number

_HIGHLIGHTS: dict[str, Colour] = {
    "black": BLACK,
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGray": (128, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "green": (0, 255, 0),
    "lightGray": (192, 192, 192),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "white": WHITE,
    "yellow": (255, 255, 0),
}
# How a theme calls what a document may call otherwise (ECMA-376 Part 1, 17.18.97 and 20.1.6.2).
_SCHEME = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "tx1": "dk1",
    "bg1": "lt1",
    "tx2": "dk2",
    "bg2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
# The attributes of w:clrSchemeMapping that say which colours text and background have.
_MAPPED = {
    "text1": "t1",
    "text2": "t2",
    "background1": "bg1",
    "background2": "bg2",
    "tx1": "t1",
    "tx2": "t2",
    "bg1": "bg1",
    "bg2": "bg2",
}
_STRIPED = 0.5


class Colours:
    """The colours of one file: its theme, and how its settings map it."""

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        scheme = theme.find(f".//{A}clrScheme") if theme is not None else None
        self._theme = {_name(entry): _own(entry) for entry in _children(scheme)}
        mapping = settings.find(f"{W}clrSchemeMapping") if settings is not None else None
        self._mapping = {
            name: mapping.get(f"{W}{attribute}", "") if mapping is not None else ""
            for name, attribute in _MAPPED.items()
        }

    def theme(self, name: str) -> Colour | None:
        """Return a colour of the theme by the name that a document gives it."""
        name = self._mapping.get(name) or name
        return self._theme.get(_SCHEME.get(name, name))

    def of_text(self, color: Element | None) -> Colour | None:
        """Return the colour that a ``w:color`` gives; None when Word chooses one that shows."""
        if color is None:
            return None
        return self._themed(color, "themeColor", "themeTint", "themeShade") or hex_colour(
            color.get(f"{W}val")
        )

    def of_page(self, background: Element) -> Colour | None:
        """Return the colour that a ``w:background`` gives the page, None when it gives none."""
        return self._themed(background, "themeColor", "themeTint", "themeShade") or hex_colour(
            background.get(f"{W}color")
        )

    def of_shading(self, shading: Element | None) -> Colour | None:
        """Return the colour that a ``w:shd`` lays behind a text; None when it lays none."""
        if shading is None:
            return None
        fill = self._themed(shading, "themeFill", "themeFillTint", "themeFillShade") or hex_colour(
            shading.get(f"{W}fill")
        )
        front = self._themed(shading, "themeColor", "themeTint", "themeShade") or hex_colour(
            shading.get(f"{W}color")
        )
        pattern = shading.get(f"{W}val", "clear")
        if pattern in ("clear", "nil", ""):
            return fill
        share = 1.0 if pattern == "solid" else _STRIPED
        if pattern.startswith("pct"):
            share = whole_number(pattern[3:], most=100) / 100
        return mixed(fill or WHITE, front or BLACK, share)

    @staticmethod
    def of_highlight(highlight: Element | None) -> Colour | None:
        """Return the colour of a ``w:highlight``, None when it names no colour."""
        return _HIGHLIGHTS.get(highlight.get(f"{W}val", "")) if highlight is not None else None

    def _themed(self, element: Element, name: str, tint: str, shade: str) -> Colour | None:
        colour = self.theme(element.get(f"{W}{name}", ""))
        if colour is None:
            return None
        light = hexadecimal_number(element.get(f"{W}{tint}"), most=255)
        dark = hexadecimal_number(element.get(f"{W}{shade}"), most=255)
        if light >= 0:
            colour = mixed(WHITE, colour, light / 255)
        return mixed(BLACK, colour, dark / 255) if dark >= 0 else colour


def _children(element: Element | None) -> list[Element]:
    return [child for child in element if isinstance(child.tag, str)] if element is not None else []


def _name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _own(entry: Element) -> Colour | None:
    """Return the colour that an entry of a theme's scheme holds."""
    for child in _children(entry):
        found = hex_colour(child.get("lastClr")) or hex_colour(child.get("val"))
        if found is not None:
            return found
    return None
