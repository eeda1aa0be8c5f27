"""PDF and Word files of each protocol, comparison and template, made while Sphinx writes pages.

A file is made again only when something that it is made from changed: the protocol, its cover, our
templates and the project's, or a version of what writes it; and when it is not as we left it.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx
from sphinx.util import logging

from protocolkit.base.cache_origin import digest
from protocolkit.base.files import bytes_or_nothing, write_bytes, write_text
from protocolkit.base.location import Location
from protocolkit.base.messages import Translate
from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.collection import TOPICS_FILE, basis_name
from protocolkit.document.cover import make_cover, with_check_address
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.file_formats import PAPER_FORMATS, PaperFormat
from protocolkit.references import with_reference_links
from protocolkit.site.comparison.data import Comparison, comparisons
from protocolkit.site.dead_links import take_links_away
from protocolkit.site.engine.addresses import (
    TEMPLATE_PAPER_FORMATS,
    matrix_url,
    paper_url,
    template_url,
)
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.caching import PAPER_KEYS, cache_of, surroundings
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.events import PAPER_MADE
from protocolkit.site.engine.known_histories import holding_versions
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.protocol_keys import protocol_key, protocols_key
from protocolkit.site.engine.readable_protocols import report
from protocolkit.site.engine.whole_site import has_paper
from protocolkit.site.template.subject_template import SubjectTemplate
from protocolkit.site.template.templates import template_documents
from protocolkit.site.versions.check_page import check_address
from protocolkit.versions.board_texts import board_texts
from protocolkit.versions.days import kept_page_on
from protocolkit.versions.decided_versions import unproven_bodies

if TYPE_CHECKING:
    from protocolkit.drafting.template.document import Draft
    from protocolkit.paper.shared.comparison import ComparisonPaper

_log = logging.getLogger(__name__)
_WORKERS = 2
# After whoever still changes what was read.
_LATE = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A file to make: its address on the site, what it depends on as one key, and how."""

    address: str
    key: str
    make: Callable[[], bytes]


def connect(app: Sphinx) -> None:
    """Make the paper of an HTML build."""
    work = _Work()
    app.connect("env-updated", work.begin, priority=_LATE)
    app.connect("build-finished", work.finish)


class _Work:
    """The paper of one build: begun when every protocol is read, done with the last page."""

    def __init__(self) -> None:
        self._keys: _Keys = {}
        self._begun: list[tuple[_Jobs, Future[_Made]]] = []
        self._pool: ThreadPoolExecutor | None = None

    def begin(self, app: Sphinx, _env: object) -> tuple[str, ...]:
        """Start on every file that is due; Typst works without the interpreter's lock.

        Returns the pages that lack a link since the last build, to be written again.
        """
        # Sphinx forks when it writes with several processes, which threads do not survive.
        if _wants_paper(app) and app.parallel <= 1:
            self._start(app)
        pages = (page.removesuffix(".html") for page in _read_state(_state(app))[1])
        return tuple(name for name in pages if name in app.env.found_docs)

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Wait for every file; one that fails is reported and does not take the others along."""
        if exception is not None:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
            return
        if not _wants_paper(app):
            return
        from protocolkit.paper.house.style import (  # noqa: PLC0415 - slow to load
            house_style_problems,
        )

        if self._pool is None:
            self._start(app)
        protocols = protocol_domain(app.env).collection().protocols
        for problem in house_style_problems(Path(app.srcdir), protocols):
            report(problem, app.config)
        missing = []
        count = sum(len(jobs) for jobs, _ in self._begun)
        done = (
            each for jobs, made in self._begun for each in zip(jobs, made.result(), strict=True)
        )
        for number, (job, found) in enumerate(done, start=1):
            app.emit(PAPER_MADE.name, job.address, number, count)
            path = Path(app.outdir) / job.address
            if isinstance(found, Exception):
                assert self._pool is not None, "it made what failed"
                self._pool.shutdown()
                found = _made_alone(path, job, found)  # noqa: PLW2901 - the same file
            if found is None:
                self._keys[job.address] = (job.key, _digest_of(path))
            else:
                # Yesterday's text may not stand beside today's page.
                with contextlib.suppress(OSError):  # a viewer may hold it
                    path.unlink(missing_ok=True)
                missing.append(job.address)
                report(found, app.config)
        pages = take_links_away(Path(app.outdir), missing)
        state = {"made": self._keys, "short": pages}
        write_text(_state(app), json.dumps(state, indent=1, sort_keys=True))

    def _start(self, app: Sphinx) -> None:
        folder, before = Path(app.outdir), _read_state(_state(app))[0]
        due = []
        for jobs in list(_jobs(app)):
            left = []
            for job in jobs:
                now = (job.key, _digest_of(folder / job.address))
                if before.get(job.address) == now:
                    self._keys[job.address] = now
                else:
                    left.append(job)
            if left:
                due.append(tuple(left))
        if due:
            # here, since two threads at once would load them
            from protocolkit.paper import comparison_writers, writers  # noqa: F401, PLC0415
        self._pool = ThreadPoolExecutor(_WORKERS)
        self._begun = [(jobs, self._pool.submit(_make_all, folder, jobs)) for jobs in due]


def _wants_paper(app: Sphinx) -> bool:
    return has_paper(app)


def _state(app: Sphinx) -> Path:
    return Path(app.doctreedir) / PAPER_KEYS


def _jobs(app: Sphinx) -> Iterator[_Jobs]:
    """Yield what is made together: PDF and Word of one text, which Typst lays out once."""
    around = surroundings(Path(app.srcdir))
    for protocol in protocol_domain(app.env).collection().protocols:
        yield tuple(_jobs_of(app, protocol, around))
    for entry in holding_versions(app.env).values():
        kept = kept_page_on(entry, build_day())
        if kept is not None:
            yield tuple(_jobs_of(app, kept, around, entry.text.name))
    # Where no topic has a clause of a board yet, paper would be an empty sheet.
    for comparison in (one for one in comparisons(app.env) if one.matrix.characters):
        yield from ((job,) for job in _jobs_of_comparison(app, comparison, around))
    for found, drafts in template_documents(app):
        for name, draft in drafts:
            yield tuple(_jobs_of_template(app, found, name, draft, around))


def _jobs_of(app: Sphinx, protocol: Protocol, around: str, version: str = "") -> Iterator[_Job]:
    """Yield the papers of a protocol as it stands, or of one of its kept versions."""
    translate, language = translate_for(app.config), language_of(app.config)
    board = board_texts(protocol, Path(app.srcdir))
    unproven = unproven_bodies(protocol, Path(app.srcdir))
    basis = basis_name(protocol, Path(app.srcdir))
    cover = make_cover(
        protocol, translate, language, board, basis=basis, unproven=unproven, day=build_day()
    )
    if address := check_address(app.config, cover.fingerprint):
        cover = with_check_address(cover, address, translate)
    project = Path(app.srcdir)
    key = digest(protocol_key(protocol), repr((cover, language)), around)
    text = cache(partial(_paper_text, protocol))
    for one in PAPER_FORMATS:
        make = partial(
            _protocol_paper, one, text, cover, translate, language=language, project=project
        )
        yield _Job(address=paper_url(protocol, one, version), key=key, make=make)


def _paper_text(protocol: Protocol) -> tuple[Protocol, Extras]:
    return with_reference_links(protocol), Extras(record=Record(protocol=protocol))


def _protocol_paper(file_format: PaperFormat, text: _Text, *given: Any, **named: Any) -> bytes:
    """Return a protocol or template as a file; what writes it is loaded when one is due."""
    from protocolkit.paper.writers import protocol_writer  # noqa: PLC0415 - slow to load

    printed, extras = text()
    return protocol_writer(file_format)(printed, *given, extras=extras, **named)


def _jobs_of_comparison(app: Sphinx, comparison: Comparison, around: str) -> Iterator[_Job]:
    translate, language = translate_for(app.config), language_of(app.config)
    matrix, site, subject = comparison.matrix, str(app.config.html_baseurl), comparison.subject
    paper = cache(partial(_comparison_text, comparison, translate))
    inputs = f"{language}{subject.concordance!r}{protocols_key(subject.protocols)}"
    kept = cache_of(app.env)
    text_key = kept.value("paper", subject.slug, inputs, lambda: digest(repr(paper())))
    key = digest(text_key, language, site, around)
    for one in PAPER_FORMATS:
        make = partial(
            _comparison_paper,
            one,
            paper,
            translate,
            language=language,
            site=site,
            project=Path(app.srcdir),
            location=Location(subject.file(TOPICS_FILE)),
        )
        yield _Job(address=matrix_url(matrix.subject, one), key=key, make=make)


def _comparison_text(comparison: Comparison, translate: Translate) -> ComparisonPaper:
    from protocolkit.paper.shared.comparison import comparison_paper  # noqa: PLC0415 - slow to load

    return comparison_paper(comparison.matrix, comparison.judgements, translate)


def _comparison_paper(
    file_format: PaperFormat, text: Callable[[], ComparisonPaper], *given: Any, **named: Any
) -> bytes:
    """Return a comparison as a file; what writes it is loaded when one is due."""
    from protocolkit.paper.comparison_writers import comparison_writer  # noqa: PLC0415 - slow to load

    return comparison_writer(file_format)(text(), *given, **named)


def _jobs_of_template(
    app: Sphinx, made: SubjectTemplate, name: str, draft: Draft, around: str
) -> Iterator[_Job]:
    translate, language = translate_for(app.config), language_of(app.config)
    key = digest(repr((draft, language)), around)
    for one in TEMPLATE_PAPER_FORMATS:
        make = partial(
            _protocol_paper,
            one,
            lambda: (draft.protocol, draft.extras),
            draft.cover,
            translate,
            language=language,
            project=Path(app.srcdir),
        )
        address = template_url(made.template.subject, one, name)
        yield _Job(address=address, key=key, make=make)


_Text = Callable[[], tuple[Protocol, Extras]]
_Jobs = tuple[_Job, ...]
_Made = tuple[Problem | Exception | None, ...]
_Keys = dict[str, tuple[str, str]]
"""Two keys for each file that is there: of what it was made from, and of what is in it."""


def _read_state(state: Path) -> tuple[_Keys, tuple[str, ...]]:
    """Return what the last build made, and which pages lost a link to what it could not make."""
    try:
        found = json.loads(bytes_or_nothing(state, state.parent))
        made, pages = found["made"], found["short"]
        keys = {str(name): (str(key), str(left)) for name, (key, left) in made.items()}
        return keys, tuple(str(page) for page in pages)
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}, ()


def _digest_of(path: Path) -> str:
    """Return what is in a file as one digest, ``""`` when it cannot be read."""
    content = bytes_or_nothing(path, None)
    return digest(content) if content else ""


def _make_all(folder: Path, jobs: _Jobs) -> _Made:
    return tuple(_make(folder / job.address, job.make) for job in jobs)


def _make(path: Path, content: Callable[[], bytes]) -> Problem | Exception | None:
    """Make a file; whatever goes wrong is for :meth:`_Work.finish`, which is alone."""
    try:
        write_bytes(path, content())
    except ProtocolkitError as reason:
        return reason.problem
    except Exception as reason:
        return reason
    return None


def _made_alone(path: Path, job: _Job, reason: Exception) -> Problem | None:
    """Make a file again that failed beside others, and tell why; raises what fails again.

    Once in some hundreds of builds the library that writes Word files lost a value while two
    threads and the pages were at work; by itself it never did.
    """
    _log.info("%s: %r, made again", job.address, reason)
    again = _make(path, job.make)
    if isinstance(again, Exception):
        raise again
    return again
