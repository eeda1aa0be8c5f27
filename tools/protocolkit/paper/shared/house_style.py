"""The look of one organisation: its colour and its logo, from ``templates/<organisation>/``.

A folder ``templates/oponoa/`` with ``style.yml`` gives the papers of ``…/oponoa.md`` their look::

    colour: "#1d5a86"
    logo: logo.svg
    logo_alt: Logo van Stichting OPONOA

Nothing in it is needed, and whatever cannot be used is left out and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import is_there, read_text
from protocolkit.base.formats import STYLE
from protocolkit.base.problems import Problem, ProtocolkitError, error, warning
from protocolkit.document.model import Protocol
from protocolkit.paper.shared.logo import Logo, read_logo
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping

STYLE_FILE = "style.yml"
_FOLDER = "templates"
_COLOUR = re.compile(r"^#[0-9a-fA-F]{6}$")
# WCAG 2.2, success criterion 1.4.3, for text of any size.
_LEAST_CONTRAST = 4.5

STYLE_COLOUR = error(
    "style-colour",
    "A house style's colour is no colour",
    "'{value}' is not a colour.",
    'Write a number sign and six digits or letters a to f, between quotes: "#1d5a86".',
)
STYLE_CONTRAST = warning(
    "style-contrast",
    "A house style's colour is too light to read",
    "the colour {value} is hard to read on white (contrast {ratio} to 1); the ordinary colour "
    "is used.",
    "Choose a darker colour, with a contrast of at least 4.5 to 1.",
)
LOGO_WITHOUT_WORDS = warning(
    "logo-without-words",
    "A logo has no words for who cannot see it",
    "the logo has no description.",
    "Add a line 'logo_alt:' that says what the logo shows.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The look of one organisation; a colour is ``#rrggbb``, ``""`` for the template's own."""

    colour: str = ""
    logo: Logo | None = None


NEUTRAL = HouseStyle()


def read_house_style(
    project: Path | None, organisation: str
) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """Read the look of an organisation, by the name of its folder, with all that is wrong in it.

    Without a folder, or without anything usable in it, the look is neutral. Never raises.
    """
    folder = house_folder(project, organisation)
    if project is None or folder is None or not is_there(folder / STYLE_FILE):
        return NEUTRAL, ()
    path = folder / STYLE_FILE
    name = path.relative_to(project).as_posix()
    report = Report(name)
    try:
        style = _read(read_text(path, project, name), folder, report)
    except ProtocolkitError as reason:
        return NEUTRAL, (reason.problem,)
    return style, tuple(report.problems)


def house_style_problems(
    project: Path | None, protocols: Iterable[Protocol]
) -> tuple[Problem, ...]:
    """Return what is wrong in the house styles of these protocols, each style looked at once."""
    slugs = dict.fromkeys(protocol.slug for protocol in protocols)
    return tuple(found for slug in slugs for found in read_house_style(project, slug)[1])


def house_folder(project: Path | None, organisation: str) -> Path | None:
    """Return the folder where an organisation's look may stand, or None when there is none."""
    if project is None or not organisation:
        return None
    folder = project / _FOLDER / organisation
    return folder if folder.is_dir() else None


def contrast_on_white(colour: str) -> float:
    """Return the contrast of ``#rrggbb`` on white, 1 to 21, as WCAG 2.2 counts it.

    >>> round(contrast_on_white("#1d5a86"), 1)
    7.3
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _read(text: str, folder: Path, report: Report) -> HouseStyle:
    top = read_mapping(text, report)
    check_format(top, STYLE, report)
    colour = _checked(top.text("colour"), top.line_of("colour"), report)
    words, name = " ".join(top.text("logo_alt").split()), top.text("logo")
    logo = read_logo(folder, name, words, report, top.line_of("logo")) if name else None
    if logo is not None and not words:
        report.add(LOGO_WITHOUT_WORDS, top.line_of("logo"))
    top.close()
    return HouseStyle(colour=colour, logo=logo)


def _checked(colour: str, line: int, report: Report) -> str:
    """Return a colour that text may have, or ``""``."""
    if not colour:
        return ""
    if not _COLOUR.match(colour):
        report.add(STYLE_COLOUR, line, value=colour)
        return ""
    ratio = contrast_on_white(colour)
    if ratio < _LEAST_CONTRAST:
        # rounded down: 4.49 is not 4.5
        report.add(STYLE_CONTRAST, line, value=colour, ratio=f"{int(ratio * 10) / 10}")
        return ""
    return colour.lower()


def _linear(part: float) -> float:
    """Return a part of an sRGB colour as an amount of light."""
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
