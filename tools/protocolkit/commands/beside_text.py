"""What ``protocol dossier --against`` compares a first text with: another text, or the template."""

from __future__ import annotations

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.checking.wording_faults import count_faults
from protocolkit.collection import Subject, basis_name
from protocolkit.commands.output import speak
from protocolkit.commands.today import today
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.richtext import plain
from protocolkit.dossier.beside_another import Beside
from protocolkit.drafting.template.subject_template import template_of
from protocolkit.drafting.update.whole_template import whole_template
from protocolkit.versions.named import check_different, open_sound_version

TEMPLATE = "voorbeeldprotocol"
"""How a person names the template of the subject."""

AGAINST_AND_SINCE = error(
    "against-and-since",
    "A later text was to be compared with another board's",
    "there is a text of before, so this is no first text.",
    "Leave out --against, or --since when there was no text before.",
)
AGAINST_NO_TEMPLATE = error(
    "against-no-template",
    "There is no template to compare a first text with",
    "of this kind of protocol there is no template: nothing is lined up, or nothing is public.",
    "Name the text of a board: --against protocols/SUBJECT/NAME.md",
)


def beside_of(file: WorkingFile, since: str, against: str, subject: Subject) -> Beside:
    """Return the text that a first one is compared with.

    Raises :class:`ProtocolkitError` when there is none, or when the text is no first one.
    """
    location = Location(file.name)
    if since:
        raise ProtocolkitError(problem(AGAINST_AND_SINCE, location))
    new = version_of(file.protocol, file.name, basis_name(file.protocol, file.root))
    if against == TEMPLATE:
        template = template_of(file.root, subject, count_faults)
        if template is None:
            raise ProtocolkitError(problem(AGAINST_NO_TEMPLATE, location))
        text = whole_template(file.protocol, template, speak)
        changes = compare_versions(version_of(text, TEMPLATE), new)
        return Beside(name=speak("the template"), changes=changes, is_template=True)
    check_different(against, file.name, file.root)
    other = open_sound_version(against, file.root, today())
    facts = other.protocol.facts
    name = facts.organisation.name or plain(other.protocol.title) or other.shown_path
    if year := year_of_text(other.protocol):
        name = f"{name} ({year})"
    return Beside(name=name, changes=compare_versions(other, new))
