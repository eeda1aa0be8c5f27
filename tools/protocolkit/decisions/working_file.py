"""The file of a protocol in which a decision is written: read once, and replaced as a whole."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.files import FILE_MISSING, decoded, is_there
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, Severity, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.collection import printed_name, text_in, with_versions
from protocolkit.decisions.codes import DECISION_UNWRITABLE, NOT_AS_KEPT
from protocolkit.decisions.named_persons import refuse_persons
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval, SmallCorrection, is_taken_back
from protocolkit.document.entry_text import is_on_exactly_this_text
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.reader import in_known_format, read_protocol_text
from protocolkit.reading.writer import approval_settings, correction_settings
from protocolkit.reading.yaml_edit import added, assigned, removed
from protocolkit.reading.yaml_values import Inside, NotEditableError, Value
from protocolkit.repository_layout import document_place
from protocolkit.versions.frozen import FROZEN_STRAY, is_as_kept, is_listed, version_target

_KEY = "protocol"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingFile:
    """A protocol's file as it was found, and what it says."""

    root: Path
    path: Path
    found: Found
    text: str
    protocol: Protocol

    @property
    def name(self) -> str:
        """How messages call it."""
        return self.found.name

    def with_entry(self, entry: Approval, status: Status | None = None) -> WorkingFile:
        """Return the file as it would be with one entry more, and another status when given."""
        facts = self.protocol.facts
        facts = replace(facts, approvals=(*facts.approvals, entry), status=status or facts.status)
        return replace(
            self,
            text=with_entry(self, entry, status),
            protocol=replace(self.protocol, facts=facts),
        )

    def as_bytes(self, text: str) -> bytes:
        """Return a text of this file as bytes, with the ends of lines that it has."""
        return _as_before(text, self.found.content or b"")

    def with_changed(
        self, number: int, entry: Approval, status: Status | None = None
    ) -> WorkingFile:
        """Return the file as it would be with another entry in the place of one (from 0).

        ``status`` is another one for the text, when given.
        """
        text = with_changed_entry(self, number, entry, status)
        entries = list(self.protocol.facts.approvals)
        entries[number] = entry
        facts = self.protocol.facts
        facts = replace(facts, approvals=tuple(entries), status=status or facts.status)
        return replace(self, text=text, protocol=replace(self.protocol, facts=facts))

    def replace(self, text: str, more: Iterable[tuple[Found, bytes | None]] = ()) -> None:
        """Put another text in its place, and other files with it; all of them or none."""
        replace_files([(self.found, self.as_bytes(text)), *more])


def open_working_file(root: Path, path: Path) -> WorkingFile:
    """Read a protocol of a repository.

    Raises :class:`ProtocolkitError` when it is none, when it cannot be read as it stands, and when
    it is in a newer format.
    """
    name = printed_name(path, root)
    place = document_place(root, path)
    if place is None:
        raise ProtocolkitError(problem(FROZEN_STRAY, Location(name)))
    found = find(path, name)
    if found.content is None:
        raise ProtocolkitError(problem(FILE_MISSING, Location(name)))
    text_in(path, root)  # no link out of the folder
    text = decoded(found.content, name)
    reading = in_known_format(read_protocol_text(text, name, subject=place[0], slug=place[1]))
    for odd in reading.problems:
        if odd.code.severity is Severity.ERROR:
            raise ProtocolkitError(odd)
    return WorkingFile(
        root=root,
        path=path,
        found=found,
        text=text,
        protocol=with_versions(reading.protocol, root),
    )


def check_kept(file: WorkingFile, entry: Approval, version: str = "") -> None:
    """Raise :class:`ProtocolkitError` when a version that a council got is not as it was kept.

    That is the one that was submitted, or another ``version``.
    """
    name = version or entry.version
    if not is_as_kept(file.root, version_target(file.root, file.path, name)):
        values = {"body": body_name(entry), "version": name}
        raise ProtocolkitError(problem(NOT_AS_KEPT, Location(file.name), **values))


def kept_already(file: WorkingFile) -> str:
    """Return the version of a council or a board that has exactly the text of a file, "" for none.

    Raises :class:`ProtocolkitError` when that version is not as it was kept.
    """
    for entry in file.protocol.facts.approvals:
        is_same = bool(entry.version) and is_on_exactly_this_text(entry, file.protocol)
        if is_same and not is_taken_back(entry):
            check_kept(file, entry)
            return entry.version
    return ""


def _is_taken(file: WorkingFile, name: str) -> bool:
    """Tell whether a version has this name, or had it: a name is never used again."""
    target = version_target(file.root, file.path, name)
    before = " ".join(note.was for one in file.protocol.facts.approvals for note in one.mended)
    was_called = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", before)
    return is_there(target) or is_listed(file.root, target) or bool(was_called)


def free_name(file: WorkingFile, wanted: str) -> str:
    """Return a name that no version of a protocol has: the wanted one, or it with a number."""
    name, number = wanted, 1
    while _is_taken(file, name):
        number += 1
        name = f"{wanted}-{number}"
    return name


def with_entry(file: WorkingFile, entry: Approval, status: Status | None = None) -> str:
    """Return the file's text with one entry more, and another status when one is given."""
    content = _texts(approval_settings(entry))

    def edit(yaml: str) -> str:
        return added(_with_status(yaml, status), {_KEY: {"approvals": [content]}})

    return _edited(file, edit, (*file.protocol.facts.approvals, entry), status)


def with_changed_entry(
    file: WorkingFile, number: int, entry: Approval, status: Status | None = None
) -> str:
    """Return the file's text with another entry in the place of one (from 0)."""
    before = approval_settings(file.protocol.facts.approvals[number])
    after = approval_settings(entry)
    gone = [name for name in before if name not in after]
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    place = (_KEY, "approvals", number)

    def edit(yaml: str) -> str:
        plain = {name: value for name, value in changed.items() if isinstance(value, str)}
        yaml = assigned(_with_status(yaml, status), place, plain)
        rest = _texts({name: changed[name] for name in changed if name not in plain})
        longer = _longer(before, after)
        for name in (*gone, *(one for one in rest if one in before and one not in longer)):
            yaml = removed(yaml, (*place, name))
        for name, held in longer.items():
            rest[name] = rest[name][held:]  # type: ignore[index]
        return added(yaml, {_KEY: {"approvals": Inside({number: rest})}}) if rest else yaml

    entries = list(file.protocol.facts.approvals)
    entries[number] = entry
    return _edited(file, edit, tuple(entries), status)


def _longer(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, int]:
    """Return the lists that got items behind those of before, with how many there were."""
    lists = ((name, held, after.get(name)) for name, held in before.items())
    return {
        name: len(held)
        for name, held, now in lists
        if isinstance(held, list) and isinstance(now, list) and held == now[: len(held)] != now
    }


def with_renamed(file: WorkingFile, before: str, name: str) -> WorkingFile:
    """Return the file as it would be where a kept version has another name."""
    for number, entry in enumerate(file.protocol.facts.approvals):
        later = tuple(
            replace(one, version=name) if one.version == before else one
            for one in entry.corrections
        )
        version = name if entry.version == before else entry.version
        made = replace(entry, version=version, corrections=later)
        if made != entry:
            file = file.with_changed(number, made)
    return file


def with_correction(file: WorkingFile, number: int, correction: SmallCorrection) -> WorkingFile:
    """Return the file as it would be with a small correction more at one entry (from 0)."""
    facts = file.protocol.facts
    entries = list(facts.approvals)
    later = (*entries[number].corrections, correction)
    entries[number] = replace(entries[number], corrections=later)
    fresh: Value = {"corrections": [_texts(correction_settings(correction))]}

    def edit(yaml: str) -> str:
        return added(yaml, {_KEY: {"approvals": Inside({number: fresh})}})

    text = _edited(file, edit, tuple(entries), None)
    facts = replace(facts, approvals=tuple(entries))
    return replace(file, text=text, protocol=replace(file.protocol, facts=facts))


def _as_before(text: str, before: bytes) -> bytes:
    """Return a text as bytes, with the ends of lines and the mark at the begin that it had."""
    content = text.encode()
    if b"\r\n" in before and before.count(b"\r\n") == before.count(b"\n"):
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return codecs.BOM_UTF8 + content if before.startswith(codecs.BOM_UTF8) else content


def _edited(
    file: WorkingFile,
    edit: Callable[[str], str],
    approvals: tuple[Approval, ...],
    status: Status | None,
) -> str:
    """Return a file's text with edited settings; raise when it would say anything else.

    No name of a person comes in with what is recorded.
    """
    protocol = file.protocol
    refuse_persons(protocol.facts, approvals, Location(file.name))
    facts = replace(protocol.facts, approvals=approvals, status=status or protocol.facts.status)
    yaml, _, _ = split_front_matter(file.text)
    begin = file.text.index("\n") + 1
    try:
        made = f"{file.text[:begin]}{edit(yaml)}{file.text[begin + len(yaml) :]}"
    except NotEditableError:
        raise ProtocolkitError(problem(DECISION_UNWRITABLE, Location(file.name, 1))) from None
    again = read_protocol_text(
        made, protocol.location.path, subject=protocol.subject, slug=protocol.slug
    )
    if with_versions(again.protocol, file.root) != replace(protocol, facts=facts):
        raise ProtocolkitError(problem(DECISION_UNWRITABLE, Location(file.name, 1)))
    return made


def _with_status(yaml: str, status: Status | None) -> str:
    return yaml if status is None else assigned(yaml, (_KEY,), {"status": status.value})


def _texts(settings: Mapping[str, object]) -> dict[str, Value]:
    """Return settings as YAML is edited: texts, lists of texts, and mappings of texts."""
    return {name: _value(value) for name, value in settings.items()}


def _value(value: object) -> Value:
    if isinstance(value, Mapping):
        return _texts(value)
    if isinstance(value, list):
        return [_value(item) for item in value]
    return value if isinstance(value, bool) else str(value)
