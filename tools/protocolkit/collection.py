"""The protocols of one repository: finding the files, reading them, once.

Which files are documents is for :mod:`protocolkit.repository_layout`; here is what stands beside
them, ``topics.yml`` and ``bron/``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from protocolkit.base.files import FILE_MISSING, is_there, read_text
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, problem
from protocolkit.comparison.boards import counted
from protocolkit.comparison.concordance import Concordance, SeenText
from protocolkit.comparison.draft_answers import with_drafted
from protocolkit.comparison.topics_file import read_seen_text, read_topics_text
from protocolkit.document.adopted import is_taken_over
from protocolkit.document.adoptions import each_once
from protocolkit.document.approvals import Approval
from protocolkit.document.begins import with_begins
from protocolkit.document.bodies import OF_SOME_SCHOOLS, kind_of_body
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.facts import Status
from protocolkit.document.fingerprints import had_protocol_fingerprint
from protocolkit.document.known_codes import may_be_unknown, near_texts
from protocolkit.document.model import Protocol
from protocolkit.document.renamed_schools import with_new_names
from protocolkit.document.same_texts import same_texts, with_same_texts
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import Reading, in_known_format, read_protocol_text
from protocolkit.repository_layout import (
    DOCUMENT_END,
    PROTOCOLS,
    folder_name,
    guarded_folder,
    is_name,
    protocol_files,
    protocols_folder,
    strays,
    subject_names,
    version_files,
    versions_folder,
)
from protocolkit.text.name_form import folded

TOPICS_FILE = "topics.yml"
SEEN_FILE = "topics.seen.yml"
SOURCES = "bron"
_Read = TypeVar("_Read")
_LISTED = re.compile(r'"file": "([^"]+)",\s+"sha256": "[^"]*",\s+"fingerprint": "([^"]+)"')
VERSIONS_LIST = "versions.json"
"""The list of kept versions, in their folder."""
WHEELS = "wheels"
"""Where a repository that ``protocol init`` made has the toolkit itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """All protocols on one subject and how they line up; ``concordance`` is None without topics.

    ``seen`` are the texts that stood under the decisions in the concordance; ``folder`` is the
    name of the folder of protocols; ``written`` is the status of each as its file has it, where
    that is another one than it has by what was decided.
    """

    slug: str
    protocols: tuple[Protocol, ...]
    concordance: Concordance | None
    seen: tuple[SeenText, ...] = ()
    folder: str = PROTOCOLS
    written: tuple[tuple[str, Status], ...] = ()

    def as_written(self, protocol: Protocol) -> Protocol:
        """Return a protocol of this subject with the status that stands at the top of its file."""
        status = dict(self.written).get(protocol.slug, protocol.facts.status)
        return replace(protocol, facts=replace(protocol.facts, status=status))

    @property
    def compared(self) -> Subject:
        """The subject as it is compared: once a board is there, without the invented example."""
        protocols, concordance = counted(self.protocols, self.concordance)
        return replace(self, protocols=protocols, concordance=concordance)

    def file(self, name: str) -> str:
        """Return how messages call a file beside the protocols."""
        return f"{self.folder}/{self.slug}/{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """All subjects of a repository, with everything odd that reading found."""

    root: Path
    subjects: tuple[Subject, ...]
    problems: tuple[Problem, ...]

    @property
    def protocols(self) -> tuple[Protocol, ...]:
        """Every protocol, by subject and organisation."""
        return tuple(protocol for subject in self.subjects for protocol in subject.protocols)


def read_collection(root: Path, day: str = "") -> Collection:
    """Read every protocol and topics file under a root; texts stand as on a ``day`` (ISO 8601).

    A file that cannot be read is a problem; the others are read all the same. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when there is no folder ``protocols``.
    """
    folder = protocols_folder(root)
    if not folder.is_dir():
        raise ProtocolkitError(problem(FILE_MISSING, Location(str(folder))))
    problems = [*strays(root), *_unreadable_versions(root)]
    subjects = [read_subject(root, slug, problems, day) for slug in subject_names(root)]
    return Collection(
        root=root,
        subjects=tuple(subject for subject in subjects if subject.protocols),
        problems=tuple(problems),
    )


def read_document(path: Path, root: Path) -> Reading:
    """Read a protocol file of a repository; raise when it cannot be opened as one."""
    name, text = printed_name(path, root), text_in(path, root)
    subject, slug = path.parent.name, path.stem
    return in_known_format(read_protocol_text(text, name, subject=subject, slug=slug))


def with_versions(protocol: Protocol, root: Path) -> Protocol:
    """Return a protocol with what its kept versions say of what was decided.

    That is for which schools, by the names that they have now, which other texts are the same
    but for a name that was removed, and from which day what was adopted holds.
    """
    if not protocol.facts.approvals:
        return protocol
    versions = _Kept(protocol, root)
    groups = same_texts(_with_names_removed(protocol, versions))
    made = _with_schools_then(protocol, versions)
    made = replace(made, facts=with_new_names(made.facts))
    made = with_begins(made, lambda version: versions.protocol(version).facts.valid_from)
    entries = tuple(with_same_texts(one, groups) for one in made.facts.approvals)
    made = replace(made, facts=replace(made.facts, approvals=entries))
    codes = _kept_codes(protocol, root)
    entries = tuple(replace(one, near=_near(one, made, codes, versions)) for one in entries)
    return replace(made, facts=replace(made.facts, approvals=entries))


class _Kept:
    """The kept versions of one protocol, each read once."""

    def __init__(self, protocol: Protocol, root: Path) -> None:
        place = versions_folder(root) / protocol.subject / f"{protocol.slug}@"
        self.text = cache(lambda name: _text_or_nothing(Path(f"{place}{name}{DOCUMENT_END}"), root))
        self.protocol = cache(lambda name: read_protocol_text(self.text(name)).protocol)


def _near(
    entry: Approval, protocol: Protocol, codes: Sequence[str], own: _Kept
) -> tuple[str, ...] | None:
    """Return which codes are nearly that of an entry; None when a text that is known has it."""
    if not may_be_unknown(entry, protocol, codes):
        return None
    # A version that was changed, or is in no list, may have had it.
    name = entry.version
    if name and own.text(name) and had_protocol_fingerprint(own.protocol(name), entry.fingerprint):
        return None
    return near_texts(entry, protocol, codes)


def _kept_codes(protocol: Protocol, root: Path) -> tuple[str, ...]:
    """Return the check codes of the kept versions; who reads their list says what is wrong."""
    path, begin = versions_folder(root) / VERSIONS_LIST, f"{protocol.subject}/{protocol.slug}@"
    listed = _LISTED.findall(_text_or_nothing(path, root))
    return tuple(code for file, code in listed if file.startswith(begin))


def _with_names_removed(protocol: Protocol, versions: _Kept) -> Iterator[Protocol]:
    """Yield the kept versions that entries name, and from which a name was removed."""
    entries = protocol.facts.approvals
    names = [one.version for one in entries]
    names += [one.version for entry in entries for one in entry.corrections]
    for name in dict.fromkeys(filter(None, names)):
        if "removed_names:" in versions.text(name):
            yield versions.protocol(name)


def _text_or_nothing(path: Path, root: Path) -> str:
    """Return the text of a file; "" when it cannot be read, as its own reader tells."""
    try:
        return text_in(path, root) if is_there(path) else ""
    except ProtocolkitError:
        return ""


def _with_schools_then(protocol: Protocol, versions: _Kept) -> Protocol:
    """Return a protocol in which an entry that names no schools is about those that there were.

    These are the ones that the version that it is about was meant for. Where that is no longer
    there, or was meant for just those that there are now, nothing is added.
    """
    facts = protocol.facts
    entries = tuple(
        replace(one, schools=_schools_then(one, protocol, versions)) for one in facts.approvals
    )
    return replace(protocol, facts=replace(facts, approvals=entries))


def _schools_then(entry: Approval, protocol: Protocol, versions: _Kept) -> tuple[str, ...]:
    now = protocol.facts.applies_to
    if entry.schools or not entry.version or not now:
        return entry.schools
    kept = versions.protocol(entry.version).facts.applies_to
    is_other = set(map(folded, now)) != set(map(folded, kept))
    is_of_some = len(each_once(kept)) > 1 and kind_of_body(entry.body) in OF_SOME_SCHOOLS
    return each_once(kept) if is_other and not is_of_some else ()


def source_path(root: Path, protocol: Protocol) -> Path | None:
    """Return the source snapshot that a protocol names, if it is inside its subject's folder."""
    folder = (protocols_folder(root) / protocol.subject).resolve()
    if not protocol.facts.source.file:
        return None
    path = (folder / protocol.facts.source.file).resolve()
    return path if path.is_relative_to(folder) else None


def printed_name(path: Path, root: Path) -> str:
    """Return a path as messages name it: relative to the repository where it can be."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def text_in(path: Path, root: Path) -> str:
    """Return the text of a file in the folder of protocols.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it leads out of that folder,
    a version when it leads out of that of versions.
    """
    return read_text(path, guarded_folder(root, path), printed_name(path, root))


def board_of(protocol: Protocol, root: Path) -> Protocol | None:
    """Return the board's protocol that a text was taken over from, None when it is not there."""
    facts = protocol.facts
    return protocol_at(protocol.subject, facts.based_on, root) if is_taken_over(facts) else None


def basis_name(protocol: Protocol, root: Path) -> str:
    """Return whose protocol a text is based on, "" where its settings name no file here."""
    found = basis_of(protocol, root)
    return found.facts.organisation.name if found else ""


def basis_of(protocol: Protocol, root: Path) -> Protocol | None:
    """Return the protocol that a text is based on: of its own subject, or else of another."""
    subjects = (protocol.subject, *subject_names(root))
    found = (protocol_at(subject, protocol.facts.based_on, root) for subject in subjects)
    return next(filter(None, found), None)


def protocol_at(subject: str, slug: str, root: Path) -> Protocol | None:
    """Return the protocol of a subject that has a name, None where none can be read."""
    if not is_name(slug):
        return None
    path = protocols_folder(root) / subject / f"{slug}{DOCUMENT_END}"
    try:
        return read_document(path, root).protocol if is_there(path) else None
    except ProtocolkitError:
        return None  # who reads that file says why it cannot be read


def gather(protocols: Iterable[Protocol], slug: str, concordance: Concordance | None) -> Subject:
    """Put protocols that are already read together as a subject, ordered by their slug."""
    ordered = tuple(sorted(protocols, key=lambda protocol: protocol.slug))
    complete = with_drafted(concordance, ordered) if concordance else None
    return Subject(slug=slug, protocols=ordered, concordance=complete)


def read_concordance(root: Path, subject: str, problems: list[Problem]) -> Concordance | None:
    """Read a subject's topics, or return None when it has no such file."""
    return _beside(root, subject, TOPICS_FILE, problems, partial(read_topics_text, subject=subject))


def _beside(
    root: Path, subject: str, name: str, problems: list[Problem], read: Callable[..., _Read]
) -> _Read | None:
    """Read a file beside the protocols of a subject; None when it is not there or cannot be."""
    path = protocols_folder(root) / subject / name
    if not is_there(path):
        return None
    report = Report(printed_name(path, root))
    try:
        found = read(text_in(path, root), report=report)
    except ProtocolkitError as reason:
        problems.append(reason.problem)
        return None
    problems += report.problems
    return found


def _unreadable_versions(root: Path) -> Iterator[Problem]:
    """Yield every version that cannot be opened; what one says stays as it was kept."""
    for path in version_files(root):
        try:
            text_in(path, root)
        except ProtocolkitError as reason:
            yield reason.problem


def read_subject(root: Path, slug: str, problems: list[Problem], day: str = "") -> Subject:
    """Read the protocols and topics of one subject; what is odd is added to ``problems``."""
    protocols, written = [], []
    for path in protocol_files(root, slug):
        try:
            reading = read_document(path, root)
        except ProtocolkitError as reason:
            problems.append(reason.problem)
            continue
        protocols.append(as_it_stands(with_versions(reading.protocol, root), day))
        if protocols[-1].facts.status is not reading.protocol.facts.status:
            written.append((reading.protocol.slug, reading.protocol.facts.status))
        problems += reading.problems
    found = gather(protocols, slug, read_concordance(root, slug, problems))
    seen = _beside(root, slug, SEEN_FILE, problems, read_seen_text) or ()
    return replace(found, seen=seen, folder=folder_name(root), written=tuple(written))
