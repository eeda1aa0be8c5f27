"""Which values a browser takes: one that it does not know leaves in force what was said before."""

from __future__ import annotations

import re
from collections.abc import Callable

from protocolkit.importing.extract.web.colours import SAME_AS_AROUND, read_colour
from protocolkit.importing.extract.web.lengths import points

Declarations = dict[str, str]
"""What is said of an element: values by the names of their properties."""

WIDE = frozenset("inherit initial unset revert revert-layer".split())
"""Values that every property has."""

_DISPLAYS = frozenset(
    (
        "none contents block inline flow flow-root table flex grid ruby math list-item run-in "
        "inline-block inline-table inline-flex inline-grid table-row-group table-header-group "
        "table-footer-group table-row table-cell table-column-group table-column table-caption "
        "ruby-base ruby-text -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex "
        "-ms-flexbox -moz-box block-math inline-math"
    ).split()
)
_VISIBILITIES = frozenset("visible hidden collapse".split())
_POSITIONS = frozenset("static relative absolute fixed sticky -webkit-sticky".split())
_SIZES = frozenset(
    "xx-small x-small small medium large x-large xx-large xxx-large larger smaller math".split()
)
_LENGTHS = frozenset(
    "text-indent top right bottom left height width max-height max-width letter-spacing "
    "line-height margin-left margin-top".split()
)
_LOGICAL = {
    "block-size": "height",
    "max-block-size": "max-height",
    "min-block-size": "min-height",
    "inline-size": "width",
    "max-inline-size": "max-width",
    "min-inline-size": "min-width",
}
_WORD = re.compile(r"-?[a-z][a-z-]{0,40}")
_SYSTEM = re.compile(
    r"(?:-webkit-|-moz-|active|button|canvas|field|gray|high|link|mark|visited|accent|selected|"
    r"info|menu|scroll|three|app|back|caption|inactive)[a-z]*"
)


def plain_name(name: str) -> str:
    """Return the name of a property for text that runs from left to right and down the page."""
    return _LOGICAL.get(name, name)


def is_value(name: str, value: str) -> bool:
    """Tell whether a browser takes this for a value of a property, as far as is known here."""
    if value in WIDE or "var(" in value or "attr(" in value or name not in _ASKED:
        return True
    return _ASKED[name](value)


def _is_colour(value: str) -> bool:
    found = read_colour(value)
    is_named = value in SAME_AS_AROUND or bool(_SYSTEM.fullmatch(value))
    return is_named or found.colour is not None or not found.share or not found.is_told


def _is_length(value: str) -> bool:
    return bool(_WORD.fullmatch(value)) or "(" in value or points(value, 1.0) is not None


_ASKED: dict[str, Callable[[str], bool]] = {
    "display": lambda value: set(value.split()) <= _DISPLAYS,
    "visibility": lambda value: value in _VISIBILITIES,
    "position": lambda value: value in _POSITIONS,
    "font-size": lambda value: (
        value in _SIZES
        or "(" in value
        or (not _WORD.fullmatch(value) and (points(value, 1.0) or 0.0) >= 0 and _is_length(value))
    ),
    "opacity": lambda value: not _WORD.fullmatch(value) and _is_length(value),
    "color": _is_colour,
    "background-color": _is_colour,
    **dict.fromkeys(_LENGTHS, _is_length),
}
