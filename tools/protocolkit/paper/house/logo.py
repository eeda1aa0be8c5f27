"""Logos: an organisation's picture, made harmless.

A logo comes from a file that someone put in the repository. Only PNG and plain SVG are let in,
of a sane size; an SVG that holds anything beyond drawing is refused, and every logo is drawn
once, by the engine that makes the PDF, before a document gets it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from protocolkit.base.files import FILE_TOO_LARGE, read_bytes
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, error
from protocolkit.paper.house.pixels import Picture, PictureError, draw, picture_size
from protocolkit.reading.found_problems import Report

LOGO_MISSING = error(
    "logo-missing",
    "A logo is not there",
    "the logo '{name}' is not in this folder.",
    "Put the file beside style.yml and write its name only: 'logo: logo.png'.",
)
LOGO_FORMAT = error(
    "logo-format",
    "A logo is no picture that can be used",
    "the logo '{name}' is not a sound PNG or SVG picture.",
    "Open it in a drawing program and save it as PNG.",
)
LOGO_TOO_LARGE = error(
    "logo-too-large",
    "A logo is too large",
    "the logo '{name}' is too large: at most {limit}.",
    "Save it in a smaller size; 1200 pixels wide is enough for print.",
)
LOGO_REFUSED = error(
    "logo-refused",
    "A logo holds more than a drawing",
    "the logo '{name}' holds {what}, which may not be in a logo.",
    "Open it in a drawing program and save it as PNG, or as plain SVG.",
)

_MOST_BYTES = {"png": 2_000_000, "svg": 500_000}
MOST_PIXELS = 4000
"""How wide or high a picture of pixels may be."""
_MOST_SHAPES = 5000
_SVG = "http://www.w3.org/2000/svg"
# What runs, fetches, or makes a small file an endless drawing.
_NOT_DRAWING = frozenset(
    "animate animateMotion animateTransform audio filter foreignObject handler iframe image "
    "marker mask pattern script set tref video".split()
)

_TOO_MANY_SHAPES = mark("more than 5000 shapes")
_SHAPES_IN_SHAPES = mark("copies of copies of shapes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A logo that may be printed: as it came for the PDF, drawn in pixels for Word.

    ``content`` is SVG text when ``is_drawing``, otherwise ``drawn`` is all there is. ``words``
    say what it shows, ``""`` when nobody did.
    """

    words: str
    drawn: Picture
    content: str = ""

    @property
    def is_drawing(self) -> bool:
        """Whether the logo is made of lines (SVG), not of pixels."""
        return bool(self.content)


def read_logo(folder: Path, name: str, words: str, report: Report, line: int) -> Logo | None:
    """Read a logo that stands in ``folder``; None, with a problem, when it cannot be used."""
    kind = Path(name).suffix.lower().removeprefix(".")
    limit = _MOST_BYTES.get(kind, max(_MOST_BYTES.values()))
    if Path(name).name != name:
        report.add(LOGO_MISSING, line, name=name)
        return None
    try:
        content = read_bytes(folder / name, folder, limit=limit)
        return _made(content, kind, words, report, line, name)
    except ProtocolkitError as reason:
        is_large = reason.problem.code == FILE_TOO_LARGE
        code = LOGO_TOO_LARGE if is_large else LOGO_MISSING
        report.add(code, line, name=name, limit=f"{limit // 1000} kB")
    except (ValueError, SyntaxError, PictureError):
        report.add(LOGO_FORMAT, line, name=name)
    return None


def _made(
    content: bytes, kind: str, words: str, report: Report, line: int, name: str
) -> Logo | None:
    """Draw a logo; raise :class:`ValueError` when it is not of the kind that its name says."""
    if kind == "png":
        if max(picture_size(content, "png")) > MOST_PIXELS:
            limit = f"{MOST_PIXELS} × {MOST_PIXELS} pixels"
            report.add(LOGO_TOO_LARGE, line, name=name, limit=limit)
            return None
        return Logo(words=words, drawn=draw(content, "png"))
    if kind == "svg":
        text = content.decode("utf-8-sig")
        if what := next(_not_drawing(text), ""):
            report.add(LOGO_REFUSED, line, name=name, what=what)
            return None
        return Logo(words=words, drawn=draw(text.encode(), "svg"), content=text)
    raise ValueError(kind)


def _not_drawing(text: str) -> Iterator[str]:
    """Yield what stands in an SVG besides drawing; raise when it is no SVG at all."""
    if found := re.search(r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", text, re.IGNORECASE):
        yield found[0]
        return
    # without a document type there are no entities, so nothing can grow or be fetched
    root = ET.fromstring(text)  # noqa: S314
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError(root.tag)
    elements = list(root.iter())
    if len(elements) > _MOST_SHAPES:
        yield _TOO_MANY_SHAPES
    for element in elements:
        tag = element.tag.rpartition("}")[2]
        if tag in _NOT_DRAWING:
            yield f"<{tag}>"
        for key, value in element.attrib.items():
            local = key.rpartition("}")[2]
            if local.lower().startswith("on") or (local == "href" and not value.startswith("#")):
                yield f'{local}="{value[:40]}"'
    if _nests(elements):
        yield _SHAPES_IN_SHAPES


def _nests(elements: list[ET.Element]) -> bool:
    """Tell whether what is used, or clips, uses or is clipped itself: that doubles each time."""
    users = [element for element in elements if element.tag == f"{{{_SVG}}}use"]
    used = {value[1:] for user in users for key, value in user.attrib.items() if "href" in key}
    copies = (element for element in elements if element.get("id") in used)
    clips = (element for element in elements if element.tag == f"{{{_SVG}}}clipPath")
    in_sheets = any("url(" in (one.text or "") for one in elements if one.tag.endswith("}style"))
    return (
        any(inner in users for copy in copies for inner in copy.iter())
        or any(inner in users or _refers(inner) for clip in clips for inner in clip.iter())
        or in_sheets
    )


def _refers(element: ET.Element) -> bool:
    return any("url(" in value for value in element.attrib.values())
