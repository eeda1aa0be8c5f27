"""Whether a text is the one that a council had before it, and where it differs."""

from __future__ import annotations

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.decisions.codes import PROPOSAL_DIFFERS, TEXT_DIFFERS
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.fingerprints import has_unknown_kind
from protocolkit.text.shortening import first_names
from protocolkit.versions.frozen import version_target
from protocolkit.versions.named import open_version

CODE_KIND_UNKNOWN = error(
    "code-kind-unknown",
    "A check code is of a kind that is not known",
    "the check code of the text that {body} had before it, '{signs}', is of a kind that is not "
    "known here. So nobody can say whether this is that text.",
    "Was it written with a newer version of this program? Use that one. Was it typed by hand? Look "
    "on the paper, and type the code as it stands there at the top of this file.",
)
_MOST_PLACES = 8


def changes_since(file: WorkingFile, entry: Approval) -> ChangeSet:
    """Return what changed in a file since the version that a council had before it."""
    kept = version_target(file.root, file.path, entry.version)
    now = version_of(file.protocol, file.name)
    return compare_versions(open_version(str(kept), file.root), now)


def check_same_text(file: WorkingFile, entry: Approval) -> None:
    """Raise when the file is not what the council had before it, saying where it differs."""
    if not entry.fingerprint or is_on_this_text(entry, file.protocol):
        return
    if has_unknown_kind(entry.fingerprint):
        values = {"body": body_name(entry), "signs": entry.fingerprint}
        raise ProtocolkitError(problem(CODE_KIND_UNKNOWN, Location(file.name), **values))
    values = {"body": body_name(entry), "version": entry.version or "–", "places": "–"}
    if entry.version:
        values["places"] = places_of(changes_since(file, entry))
    code = PROPOSAL_DIFFERS if entry.right is Right.PROPOSAL else TEXT_DIFFERS
    raise ProtocolkitError(problem(code, Location(file.name), **values))


def places_of(found: ChangeSet) -> str:
    """Return where two versions differ, by the labels of their clauses."""
    labels = [change.new_label or change.old_label for change in found.changes]
    said = [label for label in dict.fromkeys(labels) if label]
    return first_names(said, _MOST_PLACES) or "–"
