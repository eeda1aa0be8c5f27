"""The look of one organisation, from ``templates/<organisation>/``: what its papers follow.

A folder ``templates/oponoa/`` with ``style.yml`` gives the papers of OPONOA and its schools a
look::

    colour: "#1d5a86"
    logo: logo.svg
    logo_alt: Logo van Stichting OPONOA

A Word file ``reference.docx`` beside it gives letterhead, margins and styles, a folder ``fonts``
the typefaces of a PDF. Nothing in it is needed; whatever cannot be used is left out and reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from protocolkit.base.files import read_bytes, read_text
from protocolkit.base.formats import STYLE
from protocolkit.base.location import Location
from protocolkit.base.messages import Message
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem, warning
from protocolkit.document.model import Protocol
from protocolkit.paper.house.colours import LEAST_CONTRAST, contrast_on_white, is_colour
from protocolkit.paper.house.folders import house_file, house_names
from protocolkit.paper.house.fonts import FONTS, NO_FONTS, Fonts, read_fonts
from protocolkit.paper.house.letterhead import Letterhead
from protocolkit.paper.house.logo import Logo, read_logo
from protocolkit.paper.house.margins import Margins
from protocolkit.paper.house.reference import NO_REFERENCE, Reference, read_reference
from protocolkit.paper.house.word_styles import HEADINGS, WordStyles
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping

STYLE_FILE = "style.yml"
REFERENCE_FILE = "reference.docx"
LOOK_FILES = (STYLE_FILE, REFERENCE_FILE, FONTS)
"""What a folder with a look has, all or some of it."""
_MOST_BYTES = 10_000_000

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
HOUSE_FILE = error(
    "house-file",
    "The Word file of a house style cannot be used",
    "this is no sound Word file, so the ordinary look is used.",
    "Open it in Word and save it as .docx, or remove it.",
)
LOGO_WITHOUT_WORDS = warning(
    "logo-without-words",
    "A logo has no words for who cannot see it",
    "the logo has no description.",
    "Add a line 'logo_alt:' that says what the logo shows.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The look of one organisation; a colour is ``#rrggbb``, ``""`` for the template's own.

    ``files`` are those that it was read from, by their names in the project.
    """

    colour: str = ""
    logo: Logo | None = None
    reference: Reference = NO_REFERENCE
    fonts: Fonts = NO_FONTS
    files: tuple[str, ...] = field(default=())

    @property
    def letterhead(self) -> Letterhead:
        """What stands above and below its pages."""
        return self.reference.letterhead

    @property
    def margins(self) -> Margins:
        """The margins of its pages."""
        return self.reference.margins

    @property
    def styles(self) -> WordStyles:
        """The looks of its styles in Word."""
        return self.reference.styles

    @property
    def accent(self) -> str:
        """The colour of headings and rules: what is chosen, else that of its first heading."""
        named = (self.styles.looks.get(name) for name in HEADINGS[:1])
        return self.colour or next((look.colour for look in named if look), "")

    @property
    def printed_font(self) -> str:
        """The typeface of a PDF, ``""`` where its files are not there."""
        return self.printed(self.styles.font)

    def printed(self, font: str) -> str:
        """Return a typeface where a PDF can hold it, ``""`` where its files are not there."""
        return font if font in self.fonts.families else ""

    @property
    def left_out(self) -> tuple[Message, ...]:
        """What of its Word file is not taken over."""
        return self.reference.left_out


NEUTRAL = HouseStyle()


def read_house_style(
    project: Path | None, names: Sequence[str]
) -> tuple[HouseStyle, tuple[Problem, ...]]:
    """Read the look of an organisation, by its names, with all that is wrong in it.

    The names are those of :func:`~protocolkit.paper.house.folders.house_names`, the nearest first.
    Without a folder, or without anything usable in it, the look is neutral. Never raises.
    """
    if project is None:
        return NEUTRAL, ()
    style, problems = _written_style(project, names)
    reference, fonts = NO_REFERENCE, NO_FONTS
    files = list(style.files)
    if path := house_file(project, names, REFERENCE_FILE):
        name = path.relative_to(project).as_posix()
        try:
            reference = _reference(read_bytes(path, project, name, _MOST_BYTES), name)
            files.append(name)
        except ProtocolkitError as reason:
            problems.append(reason.problem)
    try:
        fonts = _fonts(project, names)
    except ProtocolkitError as reason:
        problems.append(reason.problem)
    if fonts.folder is not None:
        files.append(fonts.folder.relative_to(project).as_posix())
    whole = HouseStyle(
        colour=style.colour,
        logo=style.logo,
        reference=reference,
        fonts=fonts,
        files=tuple(files),
    )
    return whole, tuple(problems)


def house_style_of(project: Path | None, protocol: Protocol) -> HouseStyle:
    """Return the look of a protocol; what is wrong in it is told by the checks."""
    return read_house_style(project, house_names(protocol))[0]


def house_fonts_of(project: Path, protocol: Protocol) -> Fonts:
    """Return the fonts of a protocol's look; what is wrong with them is told by the checks."""
    try:
        return _fonts(project, house_names(protocol))
    except ProtocolkitError:
        return NO_FONTS


def _fonts(project: Path, names: Sequence[str]) -> Fonts:
    path = house_file(project, names, FONTS)
    return read_fonts(path, project) if path else NO_FONTS


def house_style_problems(
    project: Path | None, protocols: Iterable[Protocol]
) -> tuple[Problem, ...]:
    """Return what is wrong in the house styles of these protocols, each style looked at once."""
    names = dict.fromkeys(house_names(protocol) for protocol in protocols)
    found = (problem for one in names for problem in read_house_style(project, one)[1])
    return tuple(dict.fromkeys(found))


def _reference(content: bytes, name: str) -> Reference:
    try:
        return read_reference(content, Location(name))
    except ProtocolkitError:
        raise ProtocolkitError(problem(HOUSE_FILE, Location(name))) from None


def _written_style(project: Path, names: Sequence[str]) -> tuple[HouseStyle, list[Problem]]:
    """Read ``style.yml``."""
    path = house_file(project, names, STYLE_FILE)
    if path is None:
        return NEUTRAL, []
    name = path.relative_to(project).as_posix()
    report = Report(name)
    try:
        return _read(read_text(path, project, name), path.parent, report), report.problems
    except ProtocolkitError as reason:
        return NEUTRAL, [reason.problem]


def _read(text: str, folder: Path, report: Report) -> HouseStyle:
    top = read_mapping(text, report)
    check_format(top, STYLE, report)
    colour = _checked(top.text("colour"), top.line_of("colour"), report)
    words, name = " ".join(top.text("logo_alt").split()), top.text("logo")
    logo = read_logo(folder, name, words, report, top.line_of("logo")) if name else None
    if logo is not None and not words:
        report.add(LOGO_WITHOUT_WORDS, top.line_of("logo"))
    top.close()
    return HouseStyle(colour=colour, logo=logo, files=(report.path,) if colour or logo else ())


def _checked(colour: str, line: int, report: Report) -> str:
    """Return a colour that text may have, or ``""``."""
    if not colour:
        return ""
    if not is_colour(colour):
        report.add(STYLE_COLOUR, line, value=colour)
        return ""
    ratio = contrast_on_white(colour)
    if ratio < LEAST_CONTRAST:
        # rounded down: 4.49 is not 4.5
        report.add(STYLE_CONTRAST, line, value=colour, ratio=f"{int(ratio * 10) / 10}")
        return ""
    return colour.lower()
