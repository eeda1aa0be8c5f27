"""The typefaces that stand in an organisation's folder, for what is not Word: files, and names.

A typeface that a Word file names is on the machines of its board; a PDF holds its letters itself,
and needs the files. They are read by Typst, which passes over what is no font.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from protocolkit.base.files import check_inside, read_bytes
from protocolkit.base.location import Location
from protocolkit.base.machine_fonts import machine_folder, machine_stamp
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.document.signs import unknown_signs
from protocolkit.text.typeface import FONT_FOLDERS

FONTS = "fonts"
"""The folder with them, beside ``style.yml``."""
# Typst opens these, also in folders inside.
_KINDS = (".ttf", ".otf", ".ttc", ".otc")
# It does not open these, which hold a font as well.
_OTHER_KINDS = (".woff", ".woff2", ".eot", ".pfb", ".pfa", ".dfont", ".fon", ".zip")
_MOST_FILES, _MOST_BYTES = 24, 8_000_000

FONTS_TOO_MANY = error(
    "fonts-too-many",
    "A house style has too many font files",
    "this folder holds more than {most} font files.",
    "Keep those of one typeface: usual, bold, italic, and bold italic.",
)


# A face of each kind, in a file as all our PDFs are.
_TRIAL = """#set document(title: "a")
#set text(lang: "nl", font: sys.inputs.family)
a *b* _c_ *_d_*"""
# Signs by themselves: where no named font has one, Typst takes it from any that is there.
_SIGNS = """#set document(title: "a")
#set text(lang: "nl")
#for sign in json(bytes(sys.inputs.signs)) { par(sign) }"""
# What Typst says of signs that no font has together, and of those that PDF/A forbids.
_REFUSED = re.compile(r'`"(.+?)"` could not be displayed|codepoint `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")

_Stamps = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """A folder with fonts, None for none, and the names of the families that a PDF can hold.

    ``refused`` are the families that stand there and that no valid PDF can hold; ``stamps`` tell
    whether a file was changed.
    """

    folder: Path | None = None
    families: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    stamps: _Stamps = ()


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
    return _tried(folder, tuple(map(_stamp, files)))


def unusable_files(fonts: Fonts) -> tuple[str, ...]:
    """Return the names of font files in a folder in which Typst finds no font: broken ones too."""
    found = sorted(fonts.folder.rglob("*")) if fonts.folder is not None else []
    of_kind = (one for one in found if one.suffix.lower() in (*_KINDS, *_OTHER_KINDS))
    return tuple(one.name for one in of_kind if one.is_file() and not _holds_font(one))


def _holds_font(file: Path) -> bool:
    """Tell whether a file has a font that Typst opens, for which it looks in folders only."""
    if file.suffix.lower() not in _KINDS:
        return False
    with TemporaryDirectory() as folder:
        shutil.copyfile(file, Path(folder) / file.name)
        found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        return bool(found.families())


def own_signs(fonts: Fonts, text: str) -> frozenset[str]:
    """Return the signs of a text that no font of ours has, and a PDF can show with these.

    Or with those of the machine.
    """
    if not has_more_signs(fonts) or not (runs := unknown_signs(text)):
        return frozenset()
    return _printed(frozenset("".join(runs)), fonts, machine_stamp())


def has_more_signs(fonts: Fonts) -> bool:
    """Tell whether an organisation or the machine has fonts that may have signs beside ours."""
    return fonts.folder is not None or machine_folder() is not None


@cache
def _printed(signs: frozenset[str], fonts: Fonts, _machine: str) -> frozenset[str]:
    """Return which signs a PDF can show with fonts, by printing them all until none is refused."""
    loaded = typst_fonts(FONT_FOLDERS, fonts, is_for_all=True)
    while signs:
        inputs = {"signs": json.dumps(sorted(signs))}
        said = _refusal(typst.Compiler(_SIGNS.encode(), font_paths=loaded, sys_inputs=inputs))
        if not said:
            break
        # where no sign is said to be at fault, all of them are
        signs -= signs.intersection(refused_signs(said)) or signs
    return signs


def refused_signs(said: str) -> str:
    """Return every sign that Typst names as one that cannot be printed where it stands."""
    named = ("".join(found) for found in _REFUSED.findall(said))
    return "".join(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in named)


def typst_fonts(folders: tuple[Path, ...], own: Fonts, *, is_for_all: bool = False) -> typst.Fonts:
    """Return the fonts in our folders, what comes with Typst, and those of an organisation.

    What ``is_for_all`` signs has those of the machine too.
    """
    of_machine, stamp = (machine_folder(), machine_stamp()) if is_for_all else (None, "")
    found = (*folders, *(folder for folder in (own.folder, of_machine) if folder))
    return _loaded(found, own.stamps, stamp)


@cache
def _loaded(folders: tuple[Path, ...], _stamps: _Stamps, _machine: str) -> typst.Fonts:
    """Read fonts, which takes as long as a short page; anew when a file was changed."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(map(str, folders)))


def _stamp(file: Path) -> tuple[str, int, int]:
    found = file.stat()
    return str(file), found.st_mtime_ns, found.st_size


@cache
def _tried(folder: Path, stamps: _Stamps) -> Fonts:
    """Return the fonts of a folder; each family is printed once to know that it can be."""
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
    families = frozenset(found.families())
    printed = frozenset(family for family in families if _prints(family, found))
    return Fonts(folder=folder, families=printed, refused=families - printed, stamps=stamps)


def _prints(family: str, fonts: typst.Fonts) -> bool:
    """Tell whether a valid PDF can hold the faces of a family, without a warning."""
    inputs = {"family": family}
    return not _refusal(typst.Compiler(_TRIAL.encode(), font_paths=fonts, sys_inputs=inputs))


def _refusal(compiler: typst.Compiler) -> str:
    """Return why no valid PDF can be made without a warning, "" when one can."""
    try:
        _, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["a-3a", "ua-1"])
    except typst.TypstError as reason:
        return reason.diagnostic
    except ValueError as reason:
        return str(reason)
    return str(warnings[0]) if warnings else ""
