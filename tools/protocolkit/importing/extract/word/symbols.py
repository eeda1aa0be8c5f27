"""Signs of fonts that hold pictures for letters, as the signs that everybody has for them."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Mapping

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.symbol_fonts import SIGN_FONTS
from protocolkit.text.bounded_numbers import hexadecimal_number
from protocolkit.text.words import BULLET

_PRIVATE = range(0xF000, 0xF100)
_BEYOND_ASCII = 0x80


def symbol(element: Element) -> str:
    """Return the sign that a ``w:sym`` or ``w16se:symEx`` prints; "" when it names none.

    What only its own font knows is a bullet.
    """
    return _symbol(element)[0]


def is_untold(element: Element) -> bool:
    """Tell whether a bullet stands for a sign that only its own font knows."""
    return _symbol(element)[1]


def shown_text(element: Element) -> str:
    """Return the text of a ``w:t`` as its run prints it, when that is in a font of pictures."""
    text = element.text or ""
    fonts = _own_fonts(element)
    if not any(is_sign_font(font) for font in fonts):
        return text
    return "".join(_sign(letter, fonts) or letter for letter in text)


def has_untold_signs(element: Element, styled: str = "") -> bool:
    """Tell whether a ``w:t`` prints signs that the file does not identify.

    ``styled`` is the font that its styles give it.
    """
    fonts = _own_fonts(element)
    known = [fonts[0] or styled, fonts[1] or styled]
    if not any(is_sign_font(font) for font in known):
        return any("\ue000" <= letter <= "\uf8ff" for letter in element.text or "")
    letters = (element.text or "").replace(" ", "")
    if fonts == (known[0], known[1]):
        return any(_sign(letter, fonts) is None for letter in letters)
    return bool(letters)


def printed_sign(text: str, fonts: tuple[str, str]) -> str:
    """Return the sign that one letter of a font of pictures prints; "" when that is not known."""
    letter = text.strip()
    is_picture = len(letter) == 1 and is_sign_font(fonts[ord(letter) >= _BEYOND_ASCII])
    return (_sign(letter, fonts) or "") if is_picture else ""


def is_sign_font(font: str) -> bool:
    """Tell whether a font has pictures for letters."""
    return font in SIGN_FONTS


def fonts_of(properties: Element | None) -> tuple[str, str]:
    """Return the fonts of ASCII and of other letters that a ``w:rPr`` names; "" for none."""
    said = properties.find(f"{W}rFonts") if properties is not None else None
    return fonts_said(said)


def fonts_said(said: Element | None) -> tuple[str, str]:
    """Return the fonts that a ``w:rFonts`` names, in lower case; one of the theme is no picture."""
    if said is None:
        return "", ""
    first, second = (
        "theme" if said.get(f"{W}{name}Theme") else said.get(f"{W}{name}", "").strip().lower()
        for name in ("ascii", "hAnsi")
    )
    return first, second


def _own_fonts(element: Element) -> tuple[str, str]:
    run = element.getparent()
    return fonts_of(run.find(f"{W}rPr") if run is not None else None)


def _sign(letter: str, fonts: tuple[str, str]) -> str | None:
    """Return the sign for a letter, None when only its own font knows."""
    code = ord(letter)
    font = fonts[code >= _BEYOND_ASCII]
    if not is_sign_font(font) or letter.isspace():
        return letter
    if code in _PRIVATE:
        code -= _PRIVATE.start
    elif code > 0xFF:
        own = letter.encode("cp1252", "ignore")
        if not own:  # no font of pictures has a place for it: a program takes it out of another
            return letter
        code = int.from_bytes(own)
    return SIGN_FONTS[font].get(code)


def _symbol(element: Element) -> tuple[str, bool]:
    """Return the sign, and whether it stands for one that is not known."""
    said = next((text for name, text in element.items() if name.endswith("}char")), "")
    font = next((text for name, text in element.items() if name.endswith("}font")), "")
    code = hexadecimal_number(said, most=sys.maxunicode)
    known = SIGN_FONTS.get(font.strip().lower())
    bare = code - _PRIVATE.start if code in _PRIVATE else code
    if known is not None and bare in known:
        return known[bare], False
    kind = unicodedata.category(chr(code)) if code >= 0 else "Cc"
    if kind == "Co" or (known is not None and kind not in ("Cc", "Cs", "Cn") and code <= 0xFF):
        return BULLET, True
    return ("" if kind in ("Cc", "Cs", "Cn") else chr(code)), False


SIGNS: Mapping[str, Callable[[Element], str]] = {
    "t": shown_text,
    "delText": shown_text,
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "noBreakHyphen": lambda _: "-",
    "sym": symbol,
    "symEx": symbol,
}
"""What each element of a run that holds signs reads as."""
