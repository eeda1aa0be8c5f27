"""The typefaces that stand in an organisation's folder, for what is not Word: files, and names.

A typeface that a Word file names is on the machines of its board; a PDF holds its letters itself,
and needs the files. They are read by Typst, which passes over what is no font.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typst

from protocolkit.base.files import check_inside, read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem

FONTS = "fonts"
"""The folder with them, beside ``style.yml``."""
# Typst opens these, also in folders inside.
_KINDS = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES, _MOST_BYTES = 24, 8_000_000

FONTS_TOO_MANY = error(
    "fonts-too-many",
    "A house style has too many font files",
    "this folder holds more than {most} font files.",
    "Keep those of one typeface: usual, bold, italic, and bold italic.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """A folder with fonts, None for none, and the names of their families."""

    folder: Path | None = None
    families: frozenset[str] = frozenset()


NO_FONTS = Fonts()


def read_fonts(folder: Path, project: Path) -> Fonts:
    """Return the fonts in a folder.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a folder or file that leads out
    of the project, and for too many or too large ones.
    """
    name = folder.relative_to(project).as_posix()
    check_inside(folder, project, name)
    files = sorted(one for one in folder.rglob("*") if one.suffix.lower() in _KINDS)
    if len(files) > _MOST_FILES:
        raise ProtocolkitError(problem(FONTS_TOO_MANY, Location(name), most=str(_MOST_FILES)))
    for one in files:
        read_bytes(one, project, one.relative_to(project).as_posix(), _MOST_BYTES)
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
    return Fonts(folder=folder, families=frozenset(found.families()))
