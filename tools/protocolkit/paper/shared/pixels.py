"""Drawing a picture with Typst: the same lines in pixels, for files that know no SVG."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache

import typst

# Enough for a logo in print, and a bound on what a strange picture can cost.
_WIDEST, _HIGHEST = 1200, 600

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
    """Return a PNG or SVG picture as PNG, at most 1200 pixels wide and 600 high.

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
