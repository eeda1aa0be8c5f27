"""``protocol archive``: the texts, the decisions and their proofs, in one folder and a zip."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.commands.output import EXIT_CLEAN, EXIT_PROBLEMS, repository, say, show, speak
from protocolkit.commands.today import today
from protocolkit.commands.written_folder import check_free, check_outside_texts, write_folder
from protocolkit.decisions.codes import ARCHIVE_INSIDE
from protocolkit.decisions.kept_standing import proven_standings
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.begins import begun_on
from protocolkit.dossier.archive import LIST, ArchivedDecision, archive_files
from protocolkit.versions.named import protocol_path

ARCHIVE_OF_NOTHING = error(
    "archive-of-nothing",
    "There is nothing to archive",
    "nothing was submitted or decided about this text.",
    "Record that first with 'protocol submit' and 'protocol approve'.",
)


def archive(name: str, proofs: Path | None, output: Path | None, force: bool, folder: Path) -> int:
    """Write an archive; say which proofs are not in it."""
    root = repository(folder, "archive")
    file = open_working_file(root, protocol_path(name, root))
    if not file.protocol.facts.approvals:
        raise ProtocolkitError(problem(ARCHIVE_OF_NOTHING, Location(file.name)))
    target = output or Path(f"archief-{file.protocol.slug}")
    if proofs is not None and target.resolve().is_relative_to(root):
        raise ProtocolkitError(problem(ARCHIVE_INSIDE, Location(str(target))))
    check_outside_texts(target, root)
    check_free(target, LIST, force=force)
    day = today()
    protocol = begun_on(file.protocol, day)
    decisions = [
        ArchivedDecision(approval=one.approval, holds=one.holds, why=speak(one.why))
        for one in proven_standings(protocol, root)
    ]
    found = archive_files(root, file.path, protocol, decisions, proofs, speak, day)
    packed = write_folder(target, found.files, LIST)
    text = speak("Made: {count} files in {folder}, and the same in {packed}.")
    say(text.format(count=len(found.files), folder=target, packed=packed))
    for missing in found.missing:
        text = speak(
            "It is not complete: '{name}' is missing, or is not the file that was recorded. Name "
            "the folder with proofs: --proofs FOLDER. For a text, see 'protocol check'."
        )
        say(text.format(name=missing))
    show(str(target / LIST))
    return EXIT_PROBLEMS if found.missing else EXIT_CLEAN
