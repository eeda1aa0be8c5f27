"""Drawing a picture with Typst: the same lines in pixels, for files that know no SVG."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache

import typst

# Enough for a logo in print, and a bound on what a strange picture can cost.
_WIDEST, _HIGHEST = 1200, 600

_PNG = b"\x89PNG\r\n\x1a\n"
# The markers of a JPEG after which its size stands (ITU T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

_DRAWING = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set document(title: "logo")
#set text(lang: "nl")
#let picture = image.with(
  bytes(json(bytes(sys.inputs.picture))), format: sys.inputs.format, alt: "logo",
)
#context {
  let size = measure(picture())
  let scale = calc.min(WIDESTpt / size.width, HIGHESTpt / size.height)
  picture(width: size.width * scale, height: size.height * scale)
}
""".replace(b"WIDEST", b"%d" % _WIDEST).replace(b"HIGHEST", b"%d" % _HIGHEST)


class PictureError(Exception):
    """A picture that Typst cannot draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG picture and its size in pixels."""

    content: bytes
    width: int
    height: int


@lru_cache(maxsize=16)
def draw(content: bytes, kind: str) -> Picture:
    """Return a PNG, JPEG (``jpg``) or SVG picture as PNG, at most 1200 pixels wide and 600 high.

    The same content gives the same bytes. Raises :class:`PictureError` when it cannot be
    drawn, or not in an archival PDF.
    """
    inputs = {"picture": str(list(content)), "format": kind}
    try:
        drawn = typst.compile(
            _DRAWING, sys_inputs=inputs, ignore_system_fonts=True, format="png", ppi=72.0
        )
        typst.compile(
            _DRAWING, sys_inputs=inputs, ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"]
        )
    except (typst.TypstError, ValueError) as reason:
        raise PictureError(str(reason)) from None
    if not isinstance(drawn, bytes):
        raise PictureError("more than one page")
    width, height = struct.unpack(">II", drawn[16:24])
    return Picture(content=drawn, width=width, height=height)


def picture_size(content: bytes, kind: str) -> tuple[int, int]:
    """Return how wide and high a PNG or JPEG (``jpg``) says it is, in pixels.

    Raises :class:`ValueError` when it is none.
    """
    if kind == "png":
        if not content.startswith(_PNG) or content[12:16] != b"IHDR" or len(content) < 24:
            raise ValueError("not a PNG")
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    place = 2
    while content[:2] == b"\xff\xd8" and place + 9 < len(content):
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + max(length, 2)
    raise ValueError("not a JPEG")
