"""``protocol build``: one Sphinx run that makes the website and all downloads."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from protocolkit.base.cache import Cache
from protocolkit.base.collector import unhurried_collector
from protocolkit.base.files import FILE_MISSING, FILE_UNWRITABLE, is_refused, why
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.targets import check_target_folder
from protocolkit.commands.at_work import at_work
from protocolkit.commands.build_trial import elsewhere, tell_changes
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    PROBLEM,
    PROBLEMS_NOUN,
    count,
    repository,
    say,
    speak,
)
from protocolkit.commands.progress import Progress
from protocolkit.repository_layout import guarded_folders

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BUILD_FAILED = error(
    "build-failed",
    "The website could not be made",
    "Sphinx stopped: {reason}.",
    "Correct what it names and try again.",
)
BUILD_AMONG = error(
    "build-among",
    "A website would stand among what it is made from",
    "a website cannot be put in this folder; nothing was written.",
    "Choose a folder of its own, such as _build/html.",
)
_SOURCES = ("docs", "templates", ".git", ".cache")


def build(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    output: Path | None,
    jobs: int,
    fresh: bool,
    quiet: bool,
    verbose: bool,
    drafts: bool,
    dry_run: bool,
) -> int:
    """Run Sphinx and tell what is where; exit with 1 when something was wrong.

    With ``dry_run`` the website is made elsewhere, and what would change is told.
    """
    root = repository(folder, "build")
    if not (root / "conf.py").is_file():
        raise ProtocolkitError(problem(FILE_MISSING, Location(str(root / "conf.py"))))
    # A draft must not be published because somebody forgot where the public site stands.
    usual = root / "_build" / "voor-mr" / "html" if drafts else root / "_build" / "html"
    target = _checked(output or usual, root)
    run = _Run(root=root, target=target, jobs=jobs, fresh=fresh, verbose=verbose, drafts=drafts)
    began = time.monotonic()
    progress = Progress(is_quiet=quiet or verbose)
    with at_work(root, "build"), unhurried_collector():
        if dry_run:
            warnings = _try(run, progress)
        else:
            warnings = _run_sphinx(run, progress)
            _summarise(target, time.monotonic() - began)
    if warnings:
        found = count(warnings, PROBLEM, PROBLEMS_NOUN)
        say(speak("{problems} found: see above.").format(problems=found))
    return EXIT_PROBLEMS if warnings else EXIT_CLEAN


def _try(run: _Run, progress: Progress) -> int:
    """Make the website beside the one that is there, and tell what would become of that one."""
    with elsewhere(run.target, _states_of(run.target)) as place:
        # All is made anew there anyhow, and what is kept for a real build stays.
        warnings = _run_sphinx(replace(run, target=place, fresh=False), progress)
        tell_changes(run.target, place)
    return warnings


def _checked(output: Path, root: Path) -> Path:
    """Return where the website goes; raise where it would stand among what it is made from."""
    check_target_folder(output)
    target = output.resolve()
    kept = (*guarded_folders(root), *(root / name for name in _SOURCES))
    if target in {root, *root.parents} or any(target.is_relative_to(one) for one in kept):
        raise ProtocolkitError(problem(BUILD_AMONG, Location(str(output))))
    return target


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One run of Sphinx: from where to where, and how."""

    root: Path
    target: Path
    jobs: int
    fresh: bool
    verbose: bool
    drafts: bool


def _run_sphinx(run: _Run, progress: Progress) -> int:
    """Build the website; return how many problems Sphinx and our checks reported."""
    # Sphinx takes half a second to import, which other commands need not wait for.
    from sphinx.errors import SphinxError  # noqa: PLC0415
    from sphinx.util.console import color_terminal, nocolor  # noqa: PLC0415

    from protocolkit.site.engine.caching import forget  # noqa: PLC0415

    if not color_terminal():
        nocolor()
    states = _states_of(run.target)
    if run.fresh:
        Cache(run.root).clear()
        forget(states)
    try:
        run.target.mkdir(parents=True, exist_ok=True)
        app = _built(run, states, progress)
    except (SphinxError, UnicodeDecodeError) as reason:
        if (refused := _refused_in(reason)) is not None:
            raise _unwritable(refused, run.target) from reason
        raise ProtocolkitError(
            problem(BUILD_FAILED, Location(str(run.root)), reason=str(reason))
        ) from reason
    except OSError as reason:
        raise _unwritable(reason, run.target) from reason
    return int(app._warncount) or int(app.statuscode)


def _states_of(target: Path) -> Path:
    """Return where Sphinx's state is: beside the site, named after it, so that no two share it."""
    return target.parent / f".{target.name}.doctrees"


def _built(run: _Run, states: Path, progress: Progress) -> Sphinx:
    """Return Sphinx when it has built the website; ``states`` is where it keeps its own state."""
    from sphinx.application import Sphinx  # noqa: PLC0415 - slow to load
    from sphinx.util.docutils import docutils_namespace, patch_docutils  # noqa: PLC0415

    with patch_docutils(run.root), docutils_namespace():
        app = Sphinx(
            srcdir=run.root,
            confdir=run.root,
            outdir=run.target,
            doctreedir=states,
            buildername="html",
            confoverrides={"protocolkit_include_drafts": True} if run.drafts else {},
            freshenv=run.fresh,
            parallel=run.jobs,
            status=sys.stderr if run.verbose else None,
        )
        progress.follow(app)
        app.build(force_all=run.fresh)
    return app


def _unwritable(reason: OSError, target: Path) -> ProtocolkitError:
    # of a copy the second is what is written
    place = Location(str(reason.filename2 or reason.filename or target))
    return ProtocolkitError(problem(FILE_UNWRITABLE, place, reason=why(reason)))


def _refused_in(reason: BaseException | None) -> OSError | None:
    """Return what a disk refused when that is why Sphinx stopped, which tells it in English."""
    while reason is not None:
        if isinstance(reason, OSError) and is_refused(reason):
            return reason
        reason = reason.__cause__ or reason.__context__
    return None


def _summarise(target: Path, seconds: float) -> None:
    downloads = sorted((target / "downloads").rglob("*.*"))
    kinds: dict[str, int] = {}
    for path in downloads:
        kinds[path.suffix] = kinds.get(path.suffix, 0) + 1
    say("")
    say(speak("Done in {seconds} seconds.").format(seconds=f"{seconds:.1f}"))
    say(f"  {speak('Website')}: {target / 'index.html'}")
    say(f"  {speak('Comparison')}: {target / 'vergelijken' / 'index.html'}")
    listed = ", ".join(f"{number} {suffix}" for suffix, number in sorted(kinds.items()))
    say(f"  {speak('Downloads')}: {target / 'downloads'} ({listed})")
