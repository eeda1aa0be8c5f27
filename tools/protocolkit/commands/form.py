"""``protocol form``: the forms on which councils say what they decided."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find, replace_file
from protocolkit.base.targets import check_target
from protocolkit.commands.output import EXIT_CLEAN, repository, say, show, speak
from protocolkit.decisions.working_file import check_kept, open_working_file
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval, is_waiting
from protocolkit.document.decided_text import latest
from protocolkit.document.still_awaited import awaited
from protocolkit.paper.house.style import house_style_of
from protocolkit.paper.leaflets.decision_form import decision_forms
from protocolkit.paper.shared.file_formats import PAPER_FORMATS, format_of
from protocolkit.paper.writers import write_leaflets
from protocolkit.versions.named import protocol_path

FORM_NOBODY = error(
    "form-nobody",
    "No council was asked",
    "no council was asked about this text, or all have decided.",
    "Submit the text first: protocol submit {name}",
)
FORM_ENDED = error(
    "form-ended",
    "A council that would get a form is no more",
    "{body} has been no more since {day}, and had not decided; nobody else is still to decide.",
    "Ask the council that is there now: protocol submit {name}",
)
FORM_KIND = error(
    "form-kind",
    "A form cannot be made in this kind of file",
    "a form is a Word file or a PDF.",
    "Give it a name that ends in .docx or .pdf: -o besluit.docx",
)
FORM_EXISTS = error(
    "form-exists",
    "A form would be overwritten",
    "this file exists already; nothing was changed.",
    "Choose another name, or add --force to replace it.",
)


def form(name: str, output: Path | None, force: bool, folder: Path) -> int:
    """Write a form for each decision that is still to come: of a council, or on its proposal."""
    root = repository(folder, "form")
    file = open_working_file(root, protocol_path(name, root))
    last = latest(file.protocol)
    asked = awaited(file.protocol)
    if not asked:
        raise _nobody(file.name, next(filter(is_waiting, last), None))
    for entry in asked:
        if entry.version:
            check_kept(file, entry)
    target = output or Path(f"besluit-{file.protocol.slug}.docx")
    file_format = format_of(target, PAPER_FORMATS)
    if file_format is None:
        raise ProtocolkitError(problem(FORM_KIND, Location(str(target))))
    check_target(target)
    found = find(target)
    if found.content is not None and not force:
        raise ProtocolkitError(problem(FORM_EXISTS, Location(str(target))))
    papers = decision_forms(file.protocol, asked, speak)
    style = house_style_of(root, file.protocol)
    replace_file(found, write_leaflets(file_format, papers, speak, Location(str(target)), style))
    text = speak("Forms, one page for each decision that is still to come: {count}.")
    say(text.format(count=len(asked)))
    show(str(target))
    return EXIT_CLEAN


def _nobody(name: str, ended: Approval | None) -> ProtocolkitError:
    """Return why there is no form to write: a council ended, or nobody is asked."""
    place = Location(name)
    if ended is None:
        return ProtocolkitError(problem(FORM_NOBODY, place, name=name))
    values = {"body": body_name(ended), "day": print_date(ended.ended.date), "name": name}
    return ProtocolkitError(problem(FORM_ENDED, place, **values))
