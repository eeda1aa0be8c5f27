"""``protocol export``: protocols for other programs, and JSON as a protocol file.

As JSON with all that there is, as Akoma Ntoso for archives and systems that read law.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from protocolkit.base.files import FILE_MISSING, read_text
from protocolkit.base.git import earlier_text
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, Severity, error, problem
from protocolkit.base.replacing import find, replace_files
from protocolkit.base.targets import check_target
from protocolkit.collection import basis_name, read_document, with_versions
from protocolkit.commands.at_work import at_work
from protocolkit.commands.export_forms import Form
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    PROTOCOL,
    PROTOCOLS_NOUN,
    count,
    repository,
    say,
    show,
    speak,
)
from protocolkit.commands.today import today
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.model import Protocol
from protocolkit.exchange.akn_writer import protocol_to_akn
from protocolkit.exchange.all_schemas import schema_text
from protocolkit.exchange.protocol_json import (
    json_to_protocol,
    protocol_to_json,
    protocol_to_markdown,
)
from protocolkit.reading.reader import Reading, in_known_format, read_protocol, read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.repository_layout import (
    PROTOCOLS,
    document_files,
    document_place,
    protocol_files,
    protocols_folder,
    subject_names,
)
from protocolkit.versions.kept_texts import kept_texts
from protocolkit.versions.named import place_in
from protocolkit.versions.recorded_versions import recorded

EXPORT_UNKNOWN = error(
    "export-unknown",
    "What must be exported is not there",
    "there is no protocol file and no kind of protocol with this name.",
    "Name a file, or one of: {known}.",
)
EXPORT_EXISTS = error(
    "export-exists",
    "A file would be overwritten",
    "this file exists already; nothing was changed.",
    "Choose another name, or add --force to replace it.",
)
EXPORT_MANY = error(
    "export-many",
    "Several protocols do not fit in one file",
    "this must be a folder, since there are {number} protocols to export.",
    "Name a folder with --output, or one protocol.",
)
EXPORT_TWICE = error(
    "export-twice",
    "Two protocols would become one file",
    "two protocols would be written to this file; nothing was changed.",
    "Export them one by one, each to a name of its own.",
)
EXPORT_NAME = error(
    "export-name",
    "A file is called as another kind of file than it would be",
    "a name that ends in {ending} is for another kind of file; nothing was written.",
    "Choose a name that ends in .json, .md or .xml. 'protocol build' makes PDF and Word.",
)
EXPORT_BOTH = error(
    "export-both",
    "Two things are asked at once",
    "--from-json and --schema each stand alone.",
    "Ask for one thing at a time.",
)

_MOST_SHOWN = 20


def export(
    names: tuple[str, ...],
    folder: Path,
    form: Form | None,
    source: Path | None,
    output: Path | None,
    force: bool,
    schema: str | None,
) -> int:
    """Print or write protocols; exit with 1 when something is wrong with one."""
    if bool(names) + bool(source) + bool(schema) > 1:
        raise ProtocolkitError(problem(EXPORT_BOTH, Location("protocol export")))
    target = _Target(folder=folder, output=output, force=force)
    form = form or _named_form(output)
    if schema:
        target.put([("", schema_text(schema).encode())])
        return EXIT_CLEAN
    if source:
        return _from_json(source, form or Form.MARKDOWN, target)
    readings = _readings(names, folder)
    root, chosen = folder.resolve(), form or Form.JSON
    made = [_exported(found.protocol, chosen, len(readings), root) for found in readings]
    target.put([*zip(_places(readings, chosen), made, strict=True)])
    problems = [
        odd for found in readings for odd in found.problems if odd.code.severity is Severity.ERROR
    ]
    return _told(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """Where results go: standard output, a file, or a folder for several."""

    folder: Path
    output: Path | None
    force: bool

    def hold(self) -> AbstractContextManager[None]:
        """Keep others out of the repository, where there is one."""
        root = self.folder.resolve()
        is_repository = protocols_folder(root).is_dir()
        return at_work(root, "export") if is_repository else nullcontext()

    def put(self, files: list[tuple[str, bytes]]) -> None:
        """Write files, each with its place inside a folder; all of them or none.

        Without an output they are printed, as both forms can be.
        """
        if self.output is None:
            for _, content in files:
                show(content.decode().rstrip("\n"))
            return
        is_folder = self.output.is_dir() or (len(files) > 1 and not self.output.suffix)
        if len(files) > 1 and not is_folder:
            number = str(len(files))
            raise ProtocolkitError(problem(EXPORT_MANY, Location(str(self.output)), number=number))
        placed = [
            (self.output / name if is_folder else self.output, content) for name, content in files
        ]
        paths = [path for path, _ in placed]
        for path in paths:
            check_target(path)
        found = [find(path) for path in paths]
        for path in paths:
            if paths.count(path) > 1:
                raise ProtocolkitError(problem(EXPORT_TWICE, Location(str(path))))
            if path.exists() and not self.force:
                raise ProtocolkitError(problem(EXPORT_EXISTS, Location(str(path))))
        with self.hold():
            contents = [content for _, content in placed]
            replace_files(zip(found, contents, strict=True))
        where = count(len(placed), PROTOCOL, PROTOCOLS_NOUN)
        say(speak("Written: {what} to {place}").format(what=where, place=self.output))


def _from_json(source: Path, form: Form, target: _Target) -> int:
    reading = json_to_protocol(read_text(source, None), str(source))
    if reading.protocol is None:
        return _told(reading.problems)
    protocol = reading.protocol
    _, problems = protocol_to_markdown(protocol)
    if problems:
        return _told(problems)
    slug = protocol.slug or source.stem
    target.put([(f"{slug}{_suffix(form)}", _exported(protocol, form, 1, target.folder))])
    return EXIT_CLEAN


def _told(problems: Iterable[Problem]) -> int:
    """Print problems; return the exit code that they mean."""
    lines = [found.line(speak) for found in problems]
    for line in lines[:_MOST_SHOWN]:
        say(line)
    if len(lines) > _MOST_SHOWN:
        say(speak("There is more. Mend this first."))
    return EXIT_PROBLEMS if lines else EXIT_CLEAN


def _exported(protocol: Protocol, form: Form, number: int, root: Path) -> bytes:
    """Return the file of a protocol in a form; ``number`` is how many are exported with it."""
    match form:
        case Form.MARKDOWN:
            return write_protocol(protocol).encode()
        case Form.JSON:
            # Several on the screen are a line each, as programs read them one by one.
            return protocol_to_json(protocol, indent=1 if number == 1 else None).encode()
        case Form.AKN:
            basis, told = basis_name(protocol, root), _as_it_is_today(protocol, root)
            kept = kept_texts(root, protocol)
            return protocol_to_akn(protocol, speak, kept, basis=basis, told=told)
    assert_never(form)


def _as_it_is_today(protocol: Protocol, root: Path) -> Protocol:
    """Return a text as a cover tells of it today, by its kept versions where it has these."""
    path, day = root / protocol.location.path, today()
    if document_place(root, path) == (protocol.subject, protocol.slug):
        return as_it_stands(with_versions(protocol, root), day)
    return as_it_stands(recorded(protocol, path, root, day), day)


def _named_form(output: Path | None) -> Form | None:
    """Return the form that the name of a file says, None where a folder or nothing is named.

    Raises :class:`ProtocolkitError` for the name of another kind of file.
    """
    if output is None or output.is_dir() or not output.suffix:
        return None
    form = next((form for form in Form if _suffix(form) == output.suffix.lower()), None)
    if form is None:
        ending = output.suffix
        raise ProtocolkitError(problem(EXPORT_NAME, Location(str(output)), ending=ending))
    return form


def _suffix(form: Form) -> str:
    """Return how the name of a file in this form ends."""
    match form:
        case Form.MARKDOWN:
            return ".md"
        case Form.JSON:
            return ".json"
        case Form.AKN:
            return ".xml"
    assert_never(form)


def _places(readings: Iterable[Reading], form: Form) -> list[str]:
    found = [reading.protocol for reading in readings]
    return [f"{p.subject or PROTOCOLS}/{p.slug}{_suffix(form)}" for p in found]


def _readings(names: tuple[str, ...], folder: Path) -> list[Reading]:
    """Read what is named; without names every protocol of the repository."""
    if names:
        return [reading for name in names for reading in _named(name, folder)]
    root = repository(folder, "export")
    return [read_document(path, root) for path in document_files(root)]


def _named(name: str, folder: Path) -> list[Reading]:
    root = folder.resolve()
    path = place_in(Path(name), root)
    if path.is_file():
        return [read_protocol(path, name)]
    subjects = subject_names(root)
    if name in subjects:
        return _subject(root, name)
    earlier, _, revision = name.rpartition("@")
    if earlier and Path(earlier).suffix == ".md" and not revision.startswith("-"):
        return [_earlier(place_in(Path(earlier), root), revision, name)]
    if path.suffix or not subjects:
        raise ProtocolkitError(problem(FILE_MISSING, Location(name)))
    raise ProtocolkitError(problem(EXPORT_UNKNOWN, Location(name), known=", ".join(subjects)))


def _earlier(path: Path, revision: str, name: str) -> Reading:
    text = earlier_text(path.resolve().parent, revision, path.name)
    if not text:
        raise ProtocolkitError(problem(FILE_MISSING, Location(name)))
    subject = path.resolve().parent.name
    return in_known_format(read_protocol_text(text, name, subject=subject, slug=path.stem))


def _subject(root: Path, subject: str) -> list[Reading]:
    files = protocol_files(root, subject)
    return [read_document(path, root) for path in files]
