"""A QR code of an address, as a drawing for the PDF and as a picture for Word."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

from protocolkit.base.messages import Translate

SIDE = 24
"""How wide and high it is printed, in millimetres: a telephone reads it at arm's length."""

# The signs are sixteen dots wide in Word, enough for any printer.
_DOTS = 16
_QUIET = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A QR code: ``drawing`` is SVG, ``picture`` PNG."""

    drawing: str
    picture: bytes


def qr_words(address: str, translate: Translate) -> str:
    """Return what is read to who does not see a QR code."""
    return translate("QR code of {address}").format(address=address)


@lru_cache(maxsize=256)
def qr_code(address: str) -> QrCode:
    """Return the QR code of an address, with the white edge that ISO/IEC 18004 asks around it.

    It can be read when about a seventh of it is gone (level M). The same address gives the same
    bytes.
    """
    import segno  # noqa: PLC0415 - slow to load

    made = segno.make(address, error="m", micro=False)
    drawing, picture = io.BytesIO(), io.BytesIO()
    made.save(drawing, kind="svg", border=_QUIET, light="#fff", xmldecl=False, nl=False)
    made.save(picture, kind="png", border=_QUIET, scale=_DOTS)
    return QrCode(drawing=drawing.getvalue().decode(), picture=picture.getvalue())
