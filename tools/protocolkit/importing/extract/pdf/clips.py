"""Pictures of parts of a PDF's pages, for a person who looks whether they were read right."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from protocolkit.base.location import NOWHERE
from protocolkit.importing.extract.pdf.open import opened_pdf

_SCALE = 1.5
# Larger paper says nothing that can be read in a report; nor does a strip of no height.
_LARGEST, _LOWEST = 2_000.0, 4.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip over the width of a page (counted from 1), in points from its lower edge."""

    page: int
    low: float
    high: float


def clips(content: bytes, strips: Iterable[Strip | None]) -> Iterator[bytes]:
    """Yield a picture (PNG) of each strip; nothing where there is none, or its page is turned."""
    document = opened_pdf(content, NOWHERE)
    try:
        for strip in strips:
            page = document[strip.page - 1] if strip and strip.page <= len(document) else None
            if strip is None or page is None:
                yield b""
                continue
            width, height = page.get_size()
            low, high = max(strip.low, 0.0), max(height - strip.high, 0.0)
            is_shown = not page.get_rotation() and max(width, height) <= _LARGEST
            if not is_shown or height - low - high < _LOWEST:
                yield b""
                continue
            bitmap = page.render(scale=_SCALE, grayscale=True, crop=(0, low, 0, high))
            yield _png(np.asarray(bitmap.to_numpy(), dtype=np.uint8))
    finally:
        document.close()


def _png(pixels: npt.NDArray[np.uint8]) -> bytes:
    grey = pixels.reshape(pixels.shape[0], pixels.shape[1], -1)[:, :, 0]
    rows = b"".join(b"\0" + row.tobytes() for row in grey)
    head = struct.pack(">IIBBBBB", grey.shape[1], grey.shape[0], 8, 0, 0, 0, 0)
    parts = (_part(b"IHDR", head), _part(b"IDAT", zlib.compress(rows, 9)), _part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
