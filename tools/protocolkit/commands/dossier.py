"""``protocol dossier``: everything that a council gets with a proposal, in one folder and a zip."""

from __future__ import annotations

from pathlib import Path

from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.collection import Subject, printed_name, read_collection
from protocolkit.commands.output import EXIT_CLEAN, repository, say, show, speak
from protocolkit.commands.was_wordt_input import read_given_reasons
from protocolkit.commands.written_folder import check_free, write_folder
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.dossier.folder import INDEX, MANIFEST, dossier_files
from protocolkit.dossier.papers import Contents
from protocolkit.dossier.proposal_file import proposal_path, read_proposal
from protocolkit.paper.redline.signature import Signature
from protocolkit.versions.named import check_different, open_version, protocol_path


def dossier(name: str, since: str, output: Path | None, force: bool, folder: Path) -> int:
    """Make every paper, and write them together or not at all."""
    root = repository(folder, "dossier")
    file = open_working_file(root, protocol_path(name, root))
    target = output or Path(f"stukken-{file.protocol.slug}")
    check_free(target, MANIFEST, force=force)
    found = _contents(file, since)
    files = dossier_files(found, speak, lambda title: say(f"  {title}"))
    packed = write_folder(target, files)
    text = speak("Made: {count} files in {folder}, and the same in {packed}.")
    say(text.format(count=len(files), folder=target, packed=packed))
    path = proposal_path(root, file.protocol.subject, file.protocol.slug)
    if not all((found.proposal.why, found.proposal.measures)):
        text = speak("Why this is proposed is still open in the cover note. Write it in {file}.")
        say(text.format(file=printed_name(path, root)))
    show(str(target / INDEX))
    return EXIT_CLEAN


def _contents(file: WorkingFile, since: str) -> Contents:
    protocol, root = file.protocol, file.root
    facts = protocol.facts
    return Contents(
        protocol=protocol,
        changes=_changes(file, since),
        proposal=read_proposal(root, protocol.subject, protocol.slug),
        reasons=read_given_reasons(file.name, None, root),
        signature=Signature(author=facts.organisation.name, day=_day(facts.dated)),
        root=root,
        subject=_subject(root, protocol.subject),
    )


def _subject(root: Path, slug: str) -> Subject | None:
    return next((one for one in read_collection(root).subjects if one.slug == slug), None)


def _changes(file: WorkingFile, since: str) -> ChangeSet | None:
    if not since:
        return None
    check_different(since, file.name, file.root)
    new = version_of(file.protocol, file.name)
    return compare_versions(open_version(since, file.root), new)


def _day(iso: str) -> str:
    """Return a date that names a day, "" for a month or a year alone."""
    return iso if len(iso) == len("2026-03-04") else ""
