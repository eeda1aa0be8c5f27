"""``protocol dossier``: everything that a council gets with a proposal, in one folder and a zip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from protocolkit.base.files import decoded, encoded_like
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find
from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.collection import Subject, basis_name, printed_name, read_subject
from protocolkit.commands.output import EXIT_CLEAN, repository, say, show, speak
from protocolkit.commands.today import today
from protocolkit.commands.was_wordt_input import read_given_reasons
from protocolkit.commands.written_folder import check_free, check_outside_texts, write_folder
from protocolkit.decisions.schools import schools_named
from protocolkit.decisions.working_file import WorkingFile, check_kept, open_working_file
from protocolkit.document.approvals import Right, is_awaited
from protocolkit.document.begins import begun_on
from protocolkit.document.cover_notices import owed_answer
from protocolkit.document.decided_text import latest
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.model import Protocol
from protocolkit.document.still_awaited import awaited
from protocolkit.dossier.beside_another import Beside
from protocolkit.dossier.folder import INDEX, dossier_files
from protocolkit.dossier.manifest import MANIFEST
from protocolkit.dossier.papers import Contents
from protocolkit.dossier.plain_summaries import summary_states, with_summaries_seen
from protocolkit.dossier.proposal_file import Proposal, proposal_path, read_proposal
from protocolkit.dossier.sender import sender_of, still_asked
from protocolkit.dossier.submitted import check_submitted
from protocolkit.dossier.text_before import (
    check_own_school,
    check_own_text,
    texts_in_force,
)
from protocolkit.paper.redline.signature import Signature
from protocolkit.reading.seen_texts import SeenState
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.versions.kept_texts import last_adopted
from protocolkit.versions.named import check_different, open_sound_version, protocol_path

DOSSIER_SEVERAL = error(
    "dossier-several",
    "A dossier was asked beside several texts",
    "--since was given {count} times; a dossier sets a text beside one other.",
    "Make a dossier for each school or board, with one --since and its own --output. One table of "
    "all of them: 'protocol was-wordt'.",
)


def dossier(
    name: str,
    since: tuple[str, ...],
    against: str,
    schools: tuple[str, ...],
    output: Path | None,
    force: bool,
    folder: Path,
) -> int:
    """Make every paper, and write them together or not at all."""
    root = repository(folder, "dossier")
    file = open_working_file(root, protocol_path(name, root))
    target = output or Path(f"stukken-{file.protocol.slug}")
    check_outside_texts(target, root)
    check_free(target, MANIFEST, force=force)
    check_submitted(file.protocol, file.name)
    for entry in awaited(file.protocol):
        if entry.version:
            check_kept(file, entry)
    _check_one(since, file.name)
    named = schools_named(file, schools, may_be_new=False)
    base = since[0] if since else _text_in_force(file, named)
    found = _contents(file, base, against, named)
    files = dossier_files(found, speak, lambda title: say(f"  {title}"))
    path = proposal_path(root, file.protocol.subject, file.protocol.slug)
    held = find(path, printed_name(path, root))
    marked = _marked(held, file.protocol, found.proposal)
    packed = write_folder(target, files, MANIFEST, [(held, marked)])
    text = speak("Made: {count} files in {folder}, and the same in {packed}.")
    say(text.format(count=len(files), folder=target, packed=packed))
    for owed in filter(None, (owed_answer(one, speak) for one in latest(found.asked))):
        say(owed)
    _tell_summaries(file.protocol, found.proposal, held.name)
    tell_open(found.proposal, held.name)
    _tell_not_asked(found.asked, file.name)
    _tell_no_day(found.asked)
    show(str(target / INDEX))
    return EXIT_CLEAN


def _check_one(since: tuple[str, ...], name: str) -> None:
    """Raise :class:`ProtocolkitError` when a dossier is asked beside several texts."""
    if len(since) > 1:
        raise ProtocolkitError(problem(DOSSIER_SEVERAL, Location(name), count=str(len(since))))


def _text_in_force(file: WorkingFile, schools: tuple[str, ...]) -> str:
    """Return the text that is in force, when it is another one, and say that it is the base.

    Where schools have different texts, also which one holds at the others.
    """
    found = texts_in_force(file.protocol, file.root, today(), schools)
    for one in found[:1]:
        text = speak("Set beside the text that is in force: {version}. Another? Use --since.")
        say(text.format(version=one.version))
    for one in found[1:]:
        text = speak("At {names} another text is in force: {version}. For these use --school.")
        say(text.format(names=", ".join(one.schools), version=one.version))
    return found[0].version if found else _adopted_before(file)


def _adopted_before(file: WorkingFile) -> str:
    """Return the kept version that calls itself adopted, and say that it is the base."""
    before = last_adopted(file.root, file.protocol)
    if before:
        text = speak("Set beside {version}: it calls itself adopted. Another? Use --since.")
        say(text.format(version=before))
    return before


def tell_open(proposal: Proposal, name: str) -> None:
    """Say what nobody has written yet for the cover note."""
    if not proposal.why:
        text = speak("Why this is proposed is still open in the cover note. Write it in {file}.")
        say(text.format(file=name))
    effects = proposal.effects
    if not (effects.staff and effects.parents and effects.pupils):
        text = speak(
            "What people notice of it is still open in the cover note. Write it in {file}."
        )
        say(text.format(file=name))
    if not proposal.measures:
        text = speak("The measures are still open in the cover note. Write them in {file}.")
        say(text.format(file=name))


def _tell_not_asked(protocol: Protocol, name: str) -> None:
    """Say what lacks while no council has the text before it."""
    own = [one for one in latest(protocol) if is_on_this_text(one, protocol)]
    if not own and not still_asked(protocol):
        text = speak(
            "No council has this text before it: what you ask of it is still open in the cover "
            "note, and there is no form for its decision. First 'protocol submit {file}', then "
            "make the dossier again."
        )
        say(text.format(file=name))


def _tell_no_day(protocol: Protocol) -> None:
    """Say that a council is not told until when it may answer."""
    asked = [one for one in latest(protocol) if is_awaited(one)]
    # Until when the board answers a council stands in the law.
    if any(not one.before and one.right is not Right.PROPOSAL for one in asked):
        text = speak(
            "Until when the council may answer is still open in the cover note. Write that day "
            "behind 'before' of what it was asked, at the top of the text."
        )
        say(text)


def _marked(held: Found, protocol: Protocol, proposal: Proposal) -> bytes | None:
    """Return the file of a proposal with the marks of its new summaries, or as it was."""
    if held.content is None:
        return None
    text = decoded(held.content, held.name)
    try:
        made = with_summaries_seen(text, protocol, proposal)
    except NotEditableError:
        say(speak("{file}: the marks of the summaries could not be added.").format(file=held.name))
        return held.content
    if made == text:
        return held.content
    return encoded_like(made, held.content)


def _tell_summaries(protocol: Protocol, proposal: Proposal, name: str) -> None:
    """Say which summaries are not printed, and why."""
    texts: dict[SeenState, str] = {
        SeenState.OUTDATED: speak("{file}: the summary of '{anchor}' is out of date."),
        SeenState.UNKNOWN: speak("{file}: there is no clause '{anchor}' to sum up."),
    }
    for anchor, state in summary_states(protocol, proposal).items():
        if state in texts:
            say(texts[state].format(file=name, anchor=anchor))


def _contents(file: WorkingFile, since: str, against: str, schools: tuple[str, ...]) -> Contents:
    protocol, root = begun_on(file.protocol, today()), file.root
    facts, subject = protocol.facts, read_subject(root, protocol.subject, [])
    return Contents(
        protocol=protocol,
        changes=_changes(replace(file, protocol=protocol), since, schools),
        proposal=read_proposal(root, protocol.subject, protocol.slug),
        reasons=read_given_reasons(file.name, None, root),
        signature=Signature(author=sender_of(protocol), day=_day(facts.dated)),
        root=root,
        subject=subject,
        beside=_beside(file, since, against, subject) if against else None,
        schools=schools,
    )


def _beside(file: WorkingFile, since: str, against: str, subject: Subject) -> Beside:
    from protocolkit.commands.beside_text import beside_of  # noqa: PLC0415 - slow to load

    return beside_of(file, since, against, subject)


def _changes(file: WorkingFile, since: str, schools: tuple[str, ...]) -> ChangeSet | None:
    if not since:
        return None
    check_different(since, file.name, file.root)
    new = version_of(file.protocol, file.name, basis_name(file.protocol, file.root))
    old = open_sound_version(since, file.root, today())
    check_own_text(file.protocol, old.protocol, since)
    check_own_school(file.protocol, old.protocol, since, schools)
    return compare_versions(old, new)


def _day(iso: str) -> str:
    """Return a date that names a day, "" for a month or a year alone."""
    return iso if len(iso) == len("2026-03-04") else ""
