"""Which styles of a text of LibreOffice draw a line through words.

Words that a hand struck so no longer count, as in a Word file.
"""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LINES = (f"{_STYLE}text-line-through-style", f"{_STYLE}text-line-through-type")
_FAMILIES = {f"{_TEXT}span": "text", f"{_TEXT}p": "paragraph", f"{_TEXT}h": "paragraph"}
_Key = tuple[str, str]


class StruckStyles:
    """The styles of ``content.xml`` and ``styles.xml`` by family and name."""

    def __init__(self, *roots: Element) -> None:
        self._own: dict[_Key, bool | None] = {}
        self._parents: dict[_Key, str] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                key = (style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", ""))
                self._own[key] = _line_in(style.find(f"{_STYLE}text-properties"))
                self._parents[key] = style.get(f"{_STYLE}parent-style-name", "")

    def is_struck(self, element: Element, *, around: bool) -> bool:
        """Tell whether words of a paragraph or span are struck; ``around`` is what holds there."""
        family = _FAMILIES.get(element.tag, "")
        name, seen = element.get(f"{_TEXT}style-name", ""), set[str]()
        while family and name and name not in seen:
            seen.add(name)
            own = self._own.get((family, name))
            if own is not None:
                return own
            name = self._parents.get((family, name), "")
        return around


def _line_in(properties: Element | None) -> bool | None:
    """Return whether properties draw a line, None when they say nothing of it."""
    said = [properties.get(name) for name in _LINES] if properties is not None else []
    known = [one for one in said if one is not None]
    return all(one != "none" for one in known) if known else None
