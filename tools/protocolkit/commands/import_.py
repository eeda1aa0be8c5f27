"""``protocol import``: a Word, PDF, text, Markdown or web file becomes a protocol."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from protocolkit.base.collector import unhurried_collector
from protocolkit.base.files import bytes_or_nothing, is_there
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.collection import printed_name
from protocolkit.commands.at_work import at_work
from protocolkit.commands.import_progress import ImportProgress
from protocolkit.commands.output import EXIT_CLEAN, EXIT_USAGE, quoted, say, show, speak, to_type
from protocolkit.commands.replaced_document import check_replaced
from protocolkit.document.organisations import short_organisation
from protocolkit.importing.import_values import Imported, Known
from protocolkit.importing.kind_of_file import Opened, import_opened, look_at, open_file
from protocolkit.importing.own_files.recorded_facts import UNSEEN
from protocolkit.importing.report import make_report
from protocolkit.importing.report_values import ImportReport
from protocolkit.importing.result_files import (
    Paths,
    Texts,
    earlier_choices,
    in_the_way,
    plan_paths,
    write_import,
)
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.naming import title_slug
from protocolkit.repository_layout import check_new_document, protocols_folder

IMPORT_EXISTS = error(
    "import-exists",
    "An import would overwrite a file",
    "this file is already there; nothing was written.",
    "Choose another name with --output, or add --force to overwrite it.",
)
IMPORT_SUBJECT = error(
    "import-subject",
    "An import does not know the kind of protocol",
    "it is not known what kind of protocol this is.",
    "Name it, for example: --subject sociale-media.",
)

IMPORT_CHANGED = error(
    "import-changed",
    "A protocol was changed since it was imported",
    "this protocol was changed since it was imported; nothing was written.",
    "Make this change in it yourself, or add --force: then what was changed since is lost.",
)

_SUBJECT = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")


@unhurried_collector()
def import_(  # noqa: PLR0913, PLR0917 - one for each option
    file: Path,
    folder: Path,
    subject: str,
    organisation: str,
    output: Path | None,
    from_record: bool,
    choose: tuple[str, ...],
    yes: bool,
    force: bool,
) -> int:
    """Import a file, tell what to look at, and where everything is."""
    asks = not yes and sys.stdin.isatty()
    root = folder.resolve()
    wishes = Wishes(subject=subject, organisation=organisation, takes_record=from_record)
    progress = ImportProgress()
    opened, known = _looked_at(file, progress)
    wishes = _asked(known, wishes, output, asks=asks)
    target = _target(root, wishes, output, known.slug or file.stem)
    check_new_document(root, output if output and output.suffix == ".md" else target)
    check_replaced(target, root)
    wishes = replace(wishes, slug=target.stem)
    paths = plan_paths(target, root / "_build" / "import" / wishes.subject, opened.kind)
    found = paths.found()
    is_again = is_there(paths.protocol)
    if choose:
        wishes = _with_choices(opened, wishes, choose, paths, root, force=force)
    elif is_again and not _may_write([paths.protocol], root, asks=asks, force=force):
        return EXIT_USAGE
    imported = _imported(opened, wishes, progress, asks=asks)
    others = in_the_way(imported, opened.content, paths)
    if others and not is_again and not _may_write(others, root, asks=asks, force=force):
        return EXIT_USAGE
    texts = Texts(
        file=file.name, translate=speak, command=to_type(_again(file, folder, wishes, output))
    )
    with at_work(root, "import"):
        write_import(imported, opened.content, paths, found, texts)
    _tell(paths, make_report(imported, file.name, speak, texts.command), root)
    return EXIT_CLEAN


def _looked_at(file: Path, progress: ImportProgress) -> tuple[Opened, Known]:
    """Open a file, and see what it says of itself."""
    say(speak("Reading {file} ...").format(file=file.name))
    opened = open_file(file, progress)
    known = look_at(opened)
    progress.end()
    return opened, known


def _imported(opened: Opened, wishes: Wishes, progress: ImportProgress, *, asks: bool) -> Imported:
    """Import a file; once more when a person confirms the facts of the record in it."""
    imported = import_opened(opened, wishes, progress)
    progress.end()
    if asks and not wishes.takes_record and _confirms(imported):
        imported = import_opened(opened, replace(wishes, takes_record=True), progress)
        progress.end()
    return imported


def _asked(known: Known, wishes: Wishes, output: Path | None, *, asks: bool) -> Wishes:
    """Complete what was not given: by asking, or by what the text says."""
    name, subject = wishes.organisation or known.organisation, wishes.subject
    if asks and not wishes.organisation:
        question = speak("Which board or school issued it?")
        name = click.prompt(question, default=known.organisation or None, err=True).strip()
    if asks and not subject and output is None:
        question = speak("What kind of protocol is it (such as sociale-media)?")
        subject = click.prompt(question, default=known.subject or None, err=True)
    if not subject and output is not None:
        subject = output.resolve().parent.name
    subject = subject or known.subject
    subject = title_slug(subject) if subject.strip() else ""
    if not _SUBJECT.match(subject) and output is None:
        raise ProtocolkitError(problem(IMPORT_SUBJECT, Location("--subject")))
    return replace(wishes, organisation=name, subject=subject)


def _with_choices(
    opened: Opened, wishes: Wishes, choose: Sequence[str], paths: Paths, root: Path, *, force: bool
) -> Wishes:
    """Return what is wished with what was chosen, now and before.

    A protocol that is as it was imported may be made again. Raises :class:`ProtocolkitError` for
    one that somebody changed since, unless ``force`` gives that up.
    """
    before = earlier_choices(paths)
    if not force and is_there(paths.protocol):
        same = import_opened(opened, replace(wishes, earlier_choices=before))
        if bytes_or_nothing(paths.protocol, None) != same.markdown.encode():
            raise ProtocolkitError(
                problem(IMPORT_CHANGED, Location(printed_name(paths.protocol, root)))
            )
    return replace(wishes, choices=tuple(choose), earlier_choices=before)


def _again(file: Path, folder: Path, wishes: Wishes, output: Path | None) -> str:
    """Return what a person types after 'protocol' to import a file again in the same way."""
    words = ["import", str(file)]
    words += ["--folder", str(folder)] if folder != Path() else []
    words += ["--subject", wishes.subject] if wishes.subject else []
    words += ["--organisation", wishes.organisation] if wishes.organisation else []
    words += ["--output", str(output)] if output is not None else []
    words += ["--from-record"] if wishes.takes_record else []
    return quoted([*words, "--yes"])


def _confirms(imported: Imported) -> bool:
    """Ask whether what no page of a file shows may be taken over from its record."""
    unseen = [told for told in imported.source.notices if told.text == UNSEEN]
    if not unseen:
        return False
    for told in unseen:
        say(f"- {told.in_words(speak)}")
    return _says_yes(speak("No page shows this. Is it right, and take it over? (yes/no)"))


def _says_yes(question: str) -> bool:
    answer = click.prompt(question, default=speak("no"), err=True)
    return bool(answer.strip().lower()[:1] == speak("yes")[0])


def _target(root: Path, wishes: Wishes, output: Path | None, known: str) -> Path:
    """Return where the protocol goes; ``known`` is its name where that says more."""
    slug = title_slug(short_organisation(wishes.organisation) if wishes.organisation else known)
    if output is None:
        return protocols_folder(root) / wishes.subject / f"{slug}.md"
    return output.resolve() if output.suffix == ".md" else (output / f"{slug}.md").resolve()


def _may_write(there: Sequence[Path], root: Path, *, asks: bool, force: bool) -> bool:
    """Tell whether files may be written; ask before one that is ``there`` is overwritten."""
    if force:
        return True
    if not asks:
        raise ProtocolkitError(problem(IMPORT_EXISTS, Location(printed_name(there[0], root))))
    for path in there:
        say(speak("Already there: {path}").format(path=printed_name(path, root)))
    if _says_yes(speak("Overwrite? (yes/no)")):
        return True
    say(speak("Nothing was written."))
    return False


def _tell(paths: Paths, report: ImportReport, root: Path) -> None:
    say(report.summary(speak))
    for notice in (*report.guesses, *report.notices):
        say(f"- {notice}")
    if report.first_look:
        say(speak("Look at this first:"))
    for row in report.first_look:
        heading = f"{speak('heading')} '{row.result[:60]}'" if row.is_heading else row.result[:60]
        name = row.label or heading
        say(f"- {name}: {'; '.join(row.reasons)}")
        for place in row.places:
            say(f"  {place.says}")
            for offer in place.offers:
                say(f"  {offer.says} {offer.command}")
    show(printed_name(paths.protocol, root))
    say(speak("Report: {path}").format(path=printed_name(paths.page, root)))
    say(speak("Next: look at the report, then run 'protocol check'."))
