"""``protocol compare``: what changed between two versions, in the form that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find
from protocolkit.base.targets import check_target
from protocolkit.changes.change_list import TOUCHED_CURE, list_changes, touched_lines
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.changes_workbook import changes_workbook
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.page import changes_page
from protocolkit.changes.plain_text import changes_text
from protocolkit.commands.compare_forms import ChangesForm
from protocolkit.commands.output import EXIT_CLEAN, say, show, speak, write_output
from protocolkit.exchange.changes_json import changes_to_json
from protocolkit.paper.docx.changes import changes_docx
from protocolkit.versions.named import check_different, open_version

COMPARE_EXISTS = error(
    "compare-exists",
    "A file would be overwritten",
    "this file exists already; nothing was changed.",
    "Choose another name, or add --force to replace it.",
)
COMPARE_ON_SCREEN = error(
    "compare-on-screen",
    "A file of this kind cannot be shown on a screen",
    "a {form} file has to be written to a file.",
    "Name one: --output wijzigingen.{form}",
)

COMPARE_ENDING = error(
    "compare-ending",
    "It is not known in what form the changes are asked for",
    "a name that ends like this says no form in which changes can be written; nothing was written.",
    "End it in .txt, .html, .docx, .xlsx or .json, or add --format",
)
COMPARE_FORM = error(
    "compare-form",
    "A file is named as another kind than is asked for",
    "--format asks for {form}, and a file with this name is {named}; nothing was written.",
    "Leave --format out, or give the file a name that ends in .{ending}",
)


def compare(
    old: str,
    new: str,
    folder: Path,
    form: ChangesForm | None,
    output: Path | None,
    force: bool,
) -> int:
    """Compare two versions and write what changed."""
    chosen = form or _form_of(output) or ChangesForm.TEXT
    if output is None and chosen.is_for_a_file:
        place = Location("protocol compare")
        raise ProtocolkitError(problem(COMPARE_ON_SCREEN, place, form=chosen.value))
    if output is not None:
        _check_form(form, output)
        check_target(output)
        if output.exists() and not force:
            raise ProtocolkitError(problem(COMPARE_EXISTS, Location(str(output))))
    root = folder.resolve()
    check_different(old, new, root)
    found = compare_versions(open_version(old, root), open_version(new, root))
    for line in touched_lines((found.old, found.new), speak):
        say(f"{line} {speak(TOUCHED_CURE)}")
    content = _written(found, chosen)
    if output is None:
        show(content.decode().rstrip("\n"))
        return EXIT_CLEAN
    write_output(find(output), content)
    for line in list_changes(found, speak).summary:
        say(line)
    say(speak("Written: {place}").format(place=output))
    return EXIT_CLEAN


def _check_form(form: ChangesForm | None, output: Path) -> None:
    """Raise when the name of a file says another form than is asked for, or none at all."""
    named = _form_of(output)
    place = Location(str(output))
    if form is None and named is None:
        raise ProtocolkitError(problem(COMPARE_ENDING, place))
    if form and named and named is not form:
        ending = "txt" if form is ChangesForm.TEXT else form.value
        raise ProtocolkitError(
            problem(COMPARE_FORM, place, form=form.value, named=named.value, ending=ending)
        )


def _form_of(output: Path | None) -> ChangesForm | None:
    """Return the form that the name of a file says; None when it says none."""
    ending = output.suffix.lower().lstrip(".") if output else ""
    named = {"htm": ChangesForm.HTML, "txt": ChangesForm.TEXT}
    return (named | {form.value: form for form in ChangesForm}).get(ending)


def _written(found: ChangeSet, form: ChangesForm) -> bytes:
    match form:
        case ChangesForm.TEXT:
            return changes_text(list_changes(found, speak), speak).encode()
        case ChangesForm.HTML:
            return changes_page(list_changes(found, speak), speak).encode()
        case ChangesForm.DOCX:
            return changes_docx(list_changes(found, speak), speak)
        case ChangesForm.XLSX:
            return changes_workbook(list_changes(found, speak), speak)
        case ChangesForm.JSON:
            return changes_to_json(found).encode()
    assert_never(form)
