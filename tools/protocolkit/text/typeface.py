"""The typeface of all our paper: its name, and its files, which come with a package.

Atkinson Hyperlegible, drawn by the Braille Institute for readers who see little (OFL 1.1). The same
four faces print the PDF and go along inside a Word file, so that both look alike on every machine.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import fontpkg_amiri
from fontpkg_atkinson_hyperlegible import FAMILY, ROOT

TYPEFACE: str = FAMILY
FONT_FOLDER: Path = ROOT / "files"
ARABIC_FOLDER: Path = fontpkg_amiri.ROOT / "files"
"""Letters for names in Arabic, which are copied as they are; the typeface has none (OFL 1.1)."""

FONT_FOLDERS = (FONT_FOLDER, ARABIC_FOLDER)
"""The folders with all letters of a PDF that do not come with Typst."""


class Face(Enum):
    """The faces of the family, by the end of the name of each file."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"
    BOLD_ITALIC = "BoldItalic"


def face_bytes(face: Face) -> bytes:
    """Return one face as a TrueType file."""
    name = f"{TYPEFACE.replace(' ', '')}-{face.value}.ttf"
    return (FONT_FOLDER / name).read_bytes()
