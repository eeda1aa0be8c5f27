"""``protocol check``: look for problems in protocols, topics and sources."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from protocolkit.base.collector import unhurried_collector
from protocolkit.base.formats import PROPOSAL_END, REASONS_END, REPLIES_END
from protocolkit.base.location import Location
from protocolkit.base.problems import Code, Problem, ProtocolkitError, error, problem
from protocolkit.checking.anchors import check_versions
from protocolkit.checking.check import check_collection
from protocolkit.checking.papers_inside import papers_kept_out
from protocolkit.checking.placeholders import PLACEHOLDER
from protocolkit.checking.site_settings import check_site_settings
from protocolkit.collection import Collection, printed_name, read_collection
from protocolkit.commands.check_formats import FORMATS
from protocolkit.commands.house_style_told import house_style_lines, unused_style_lines
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    PLACE,
    PLACES_NOUN,
    PROBLEM,
    PROBLEMS_NOUN,
    PROTOCOL,
    PROTOCOLS_NOUN,
    count,
    repository,
    say,
    show,
    speak,
)
from protocolkit.commands.today import today
from protocolkit.commands.wide_tables_told import wide_table_lines
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol
from protocolkit.paper.house.style import house_style_problems
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_files,
    document_place,
    protocols_folder,
    versions_name,
)
from protocolkit.versions.index import INDEX

CHECK_UNKNOWN = error(
    "check-unknown",
    "A check is not there",
    "there is no check '{name}'.",
    "Nearest are: {near}.",
)
CHECK_FILE = error(
    "check-file",
    "What must be checked is not there",
    "there is no file or folder with this name among the protocols.",
    "Name a file such as protocols/pesten/de-brug.md, or leave the name out to check everything.",
)
CHECK_ELSEWHERE = error(
    "check-elsewhere",
    "What must be checked stands outside the folder of the protocols",
    "this file stands outside the folder 'protocols', so it was not checked.",
    "Put it in the folder of its kind, such as protocols/pesten/, and name it there.",
)

_MOST = 5
_CHECKING = (
    "protocolkit.base.",
    "protocolkit.checking.",
    "protocolkit.comparison.",
    "protocolkit.drafting.template.",
    "protocolkit.paper.house.",
    "protocolkit.reading.",
    "protocolkit.repository_layout",
    "protocolkit.versions.",
)


def check(
    names: tuple[str, ...],
    folder: Path,
    form: str,
    day: datetime | None,
    revision: str | None,
    selected: tuple[str, ...],
) -> int:
    """Print every problem that nobody accepted; exit with 1 when there is one.

    ``names`` are files or folders, ``selected`` are names of checks; without either all is told.
    What a concept still leaves to be filled in is printed too, but is no fault of it.
    """
    root = repository(folder, "check")
    places = [place for name in names for place in _with_own_files(_place(name, root), root)]
    _check_selected(selected)
    # Which text holds is told for today; what may not change with the day only for one given.
    with unhurried_collector():
        collection = read_collection(root, day.date().isoformat() if day else today())
        found = _found(collection, root, day, revision)
    problems = tuple(
        one
        for one in found
        if (not selected or one.code.name in selected)
        and (not places or any(_is_in(one.location.path, place) for place in places))
    )
    text = FORMATS[form](problems)
    if text:
        show(text)
    to_fill_in = _to_fill_in(collection, problems)
    own = [
        protocol
        for protocol in collection.protocols
        if not places or any(_is_in(protocol.location.path, place) for place in places)
    ]
    _say_more(root, own, len(problems), to_fill_in)
    for line in unused_style_lines(root, collection.protocols):
        say(line)
    return EXIT_PROBLEMS if len(problems) > to_fill_in else EXIT_CLEAN


def _found(
    collection: Collection, root: Path, day: datetime | None, revision: str | None
) -> tuple[Problem, ...]:
    return (
        *check_collection(collection, day.date().isoformat() if day else ""),
        *check_versions(collection, revision),
        *check_site_settings(root),
        *house_style_problems(root, collection.protocols),
    )


def _say_more(root: Path, checked: Sequence[Protocol], problems: int, to_fill_in: int) -> None:
    """Say how much was checked, and what is no problem but worth knowing."""
    say(_summary(checked, problems - to_fill_in))
    if to_fill_in:
        text = speak("Still to be filled in in drafts: {places}. That does not stop the website.")
        say(text.format(places=count(to_fill_in, PLACE, PLACES_NOUN)))
    if papers := papers_kept_out(root):
        text = speak(
            "These papers stand in this folder and may hold names: {names}. Git leaves them out of "
            "the history."
        )
        say(text.format(names=", ".join(papers)))
    for line in (*wide_table_lines(checked), *house_style_lines(root, checked)):
        say(line)


def _place(name: str, root: Path) -> str:
    """Return the file or folder that a person names, as problems name it."""
    for path in (Path(name), root / name):
        place = printed_name(path.resolve(), root)
        if path.exists() and not Path(place).is_absolute():
            _check_looked_at(path.resolve(), place, root)
            return place
    known = [path for path in document_files(root) if path.stem == name]
    if not known:
        raise ProtocolkitError(problem(CHECK_FILE, Location(name)))
    return printed_name(known[0].resolve(), root)


def _check_looked_at(path: Path, place: str, root: Path) -> None:
    """Refuse a document of which nothing would be told, since it stands elsewhere."""
    folders = (protocols_folder(root), root / versions_name(root))
    if path.suffix == DOCUMENT_END and not any(map(path.is_relative_to, folders)):
        raise ProtocolkitError(problem(CHECK_ELSEWHERE, Location(place)))


def _with_own_files(place: str, root: Path) -> tuple[str, ...]:
    """Return a place that is checked, and of a protocol its versions and the files beside it."""
    found = document_place(root, root / place)
    if found is None:
        return (place,)
    folder, stem = versions_name(root), place.removesuffix(DOCUMENT_END)
    beside = (f"{stem}{end}" for end in (PROPOSAL_END, REASONS_END, REPLIES_END))
    return place, *beside, f"{stem}@", f"{folder}/{found[0]}/{found[1]}@", f"{folder}/{INDEX}"


def _is_in(path: str, place: str) -> bool:
    is_version = place.endswith("@") and path.startswith(place)
    return path == place or path.startswith(f"{place}/") or place == "." or is_version


def _check_selected(selected: Iterable[str]) -> None:
    """Refuse the name of a check that there is not, with the nearest that there are."""
    known = {
        value.name
        for name, module in tuple(sys.modules.items())
        if name.startswith(_CHECKING)
        for value in vars(module).values()
        if isinstance(value, Code)
    }
    for name in selected:
        if name not in known:
            near = ", ".join(get_close_matches(name, sorted(known), _MOST, 0.0))
            location = Location("protocol check")
            raise ProtocolkitError(problem(CHECK_UNKNOWN, location, name=name, near=near))


def _to_fill_in(collection: Collection, problems: tuple[Problem, ...]) -> int:
    concepts = {
        protocol.location.path
        for protocol in collection.protocols
        if protocol.facts.status is Status.CONCEPT
    }
    return sum(one.code == PLACEHOLDER and one.location.path in concepts for one in problems)


def _summary(checked: Sequence[Protocol], problems: int) -> str:
    protocols = count(len(checked), PROTOCOL, PROTOCOLS_NOUN)
    accepted = sum(len(protocol.facts.accepted) for protocol in checked)
    if not problems:
        text = speak("{protocols} checked, no problems ({accepted} accepted with a reason).")
    else:
        text = speak("{protocols} checked, {problems} ({accepted} accepted with a reason).")
    return text.format(
        protocols=protocols,
        problems=count(problems, PROBLEM, PROBLEMS_NOUN),
        accepted=accepted,
    )
