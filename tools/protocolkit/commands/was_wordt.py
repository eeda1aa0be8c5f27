"""``protocol was-wordt``: what changes and why, as a table for a council."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find
from protocolkit.base.targets import check_target
from protocolkit.changes.change_set import Version
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    quoted,
    say,
    show,
    speak,
    to_type,
    write_output,
)
from protocolkit.commands.was_wordt_input import (
    place_of_reasons,
    read_given_reasons,
    read_table,
)
from protocolkit.paper.docx.text_runs import outside_address
from protocolkit.paper.house.style import house_style_of
from protocolkit.paper.shared.file_formats import MARKED_FORMATS, MarkedFormat, format_of
from protocolkit.paper.was_wordt.sheet import Sheet, sheet_of
from protocolkit.paper.writers import write_was_wordt
from protocolkit.repository_layout import document_place, site_address, version_place
from protocolkit.was_wordt.reasons_check import check_belongs, check_reasons

WAS_WORDT_OUTPUT = error(
    "was-wordt-output",
    "It is not known what kind of was-wordt table is asked for",
    "no file is named that ends in .docx, .pdf or .html; nothing was written.",
    "Name one, for example: --output was-wordt.docx",
)
WAS_WORDT_EXISTS = error(
    "was-wordt-exists",
    "A was-wordt table would overwrite a file",
    "this file is already there; nothing was written.",
    "Choose another name with --output, or add --force to overwrite it.",
)
WAS_WORDT_SITE = error(
    "was-wordt-site",
    "The address of a website cannot be used",
    "'{site}' is no address of a website; nothing was written.",
    "Write it whole, for example: --site https://protocollen.school.nl",
)

_REASONS = "waarom.yml"


def was_wordt(  # noqa: PLR0913 - one for each option
    name: str,
    since: Sequence[str],
    folder: Path,
    output: Path | None,
    reasons_file: Path | None,
    *,
    site: str,
    no_signs: bool,
    force: bool,
) -> int:
    """Write the table; every file stays as it was when it cannot be made."""
    file_format = format_of(output, MARKED_FORMATS)
    if output is None or file_format is None:
        raise ProtocolkitError(problem(WAS_WORDT_OUTPUT, Location(str(output or "--output"))))
    if site and outside_address(site) is None:
        raise ProtocolkitError(problem(WAS_WORDT_SITE, Location("--site"), site=site))
    check_target(output)
    found = find(output)
    if found.content is not None and not force:
        raise ProtocolkitError(problem(WAS_WORDT_EXISTS, Location(str(output))))
    root = folder.resolve()
    table = read_table(name, since, root)
    reasons = read_given_reasons(name, reasons_file, root)
    check_belongs(reasons, table)
    address = partial(_address, _website(site, root), root)
    sheet = sheet_of(table, reasons, speak, DEFAULT_LANGUAGE, address)
    face = table.sets[0].face
    write_output(found, _made(file_format, sheet, face, root, has_signs=not no_signs))
    for sentence in sheet.counts:
        say(sentence)
    if sheet.is_open:
        _say_how_to_write_why(name, since, reasons_file, root)
    problems = list(check_reasons(reasons, table, speak))
    for odd in problems:
        say(odd.line(speak))
    show(str(output))
    return EXIT_PROBLEMS if problems else EXIT_CLEAN


def _made(
    file_format: MarkedFormat, sheet: Sheet, face: Version, root: Path, *, has_signs: bool
) -> bytes:
    place, style = Location(face.path), house_style_of(root, face.protocol)
    return write_was_wordt(
        file_format, sheet, speak, place, project=root, has_signs=has_signs, style=style
    )


def _say_how_to_write_why(
    name: str, since: Sequence[str], reasons_file: Path | None, root: Path
) -> None:
    words = ["reasons", name, *(word for old in since for word in ("--since", old))]
    place = place_of_reasons(name, reasons_file, root)
    if place is None or reasons_file is not None:
        words += ["--reasons", str(reasons_file or _REASONS)]
    say(speak("Write why: {command}").format(command=to_type(quoted(words))))


def _website(site: str, root: Path) -> str:
    """Return the address of the website without its last slash; "" when there is none to use."""
    web = site or site_address(root)
    return web.rstrip("/") if outside_address(web) else ""


def _address(site: str, root: Path, version: Version, anchor: str) -> str:
    """Return where a clause stands on the website: its page is where its file is."""
    path = root / version.path
    if not site or not (document_place(root, path) or version_place(root, path)):
        return ""
    page = PurePosixPath(version.path).with_suffix(".html")
    return f"{site}/{page}#{anchor}"
