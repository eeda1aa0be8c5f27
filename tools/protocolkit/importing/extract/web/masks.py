"""Masks of a style sheet through which nothing of an element shows (CSS Masking, 4.1)."""

from __future__ import annotations

import re

from protocolkit.importing.extract.web.css_values import Declarations

_CLEAR = (
    r"(?:transparent|rgba?\(\d{1,3},\d{1,3},\d{1,3},(?:0?\.)?0{1,9}%?\)"
    r"|rgba?\(\d{1,9}/(?:0?\.)?0{1,9}%?\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00)(?:-?\d{1,4}%?)?"
)
_CLEAR_MASK = re.compile(
    r"(?:repeating-)?(?:linear|radial|conic)-gradient\((?:[a-z0-9.%-]{1,40},)?"
    rf"{_CLEAR}(?:,{_CLEAR}){{1,20}}\)[a-z0-9.%/-]{{0,80}}"
)
_NAMES = ("mask", "mask-image", "-webkit-mask", "-webkit-mask-image")


def is_masked_away(said: Declarations) -> bool:
    """Tell whether nothing shows through the mask of an element: all its colours are clear."""
    masks = (said.get(name, "").replace(" ", "") for name in _NAMES)
    return any(mask and _CLEAR_MASK.fullmatch(mask) for mask in masks)
