"""Which protocols this build reads: one that is no text, or leads out of the folder, stays out.

Sphinx would stop at the first of these; here each is reported and the others are read. Drafts
stay out too, unless they are named. Each file is read once for a whole build.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, problem, warning
from protocolkit.collection import printed_name, text_in, with_versions
from protocolkit.document.decided_text import as_it_stands
from protocolkit.reading.reader import Reading, read_protocol_text
from protocolkit.repository_layout import (
    DOCUMENT_END,
    FOLDER_SETTING,
    SETTING,
    VERSIONS_SETTING,
    document_files,
    folder_name,
    strays,
    version_files,
    version_place,
    versions_name,
)
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.caching import key_of
from protocolkit.site.engine.documents import guarded
from protocolkit.site.engine.drafts import (
    Publicity,
    is_draft,
    publicity_in,
    publicity_of,
    stays_off,
)
from protocolkit.site.engine.language import translate_for

_log = logging.getLogger(__name__)

DOCUMENT_LINKED = warning(
    "document-linked",
    "A page outside the folder of protocols leads into it",
    "this page leads into the folder of protocols; it is not read.",
    "Remove the link. Protocols become pages by themselves.",
)
# Sources are kept as plain text; a project of one's own may take all plain text for pages.
_SNAPSHOT_END = ".txt"

# By name, with its key; Sphinx keeps it between builds.
_Publicities = dict[str, tuple[str, Publicity]]
_KEPT = "protocolkit_known_publicities"
_texts: dict[Path, str] = {}


def connect(app: Sphinx) -> None:
    """Look at every protocol file before Sphinx looks for its documents."""
    app.connect("config-inited", _check_folder)
    app.connect("builder-inited", _leave_out)
    app.connect("env-get-outdated", _report_linked)
    app.connect("build-finished", _forget)


def _check_folder(app: Sphinx, config: Config) -> None:
    """Stop where Sphinx was told of another folder than ``conf.py`` names for every command."""
    try:
        root = Path(app.srcdir)
        names = {SETTING: folder_name(root), VERSIONS_SETTING: versions_name(root)}
    except ProtocolkitError as reason:
        raise ConfigError(reason.problem.line(translate_for(config))) from reason
    for setting, name in names.items():
        if config[setting] != name:
            found = problem(FOLDER_SETTING, Location("conf.py"), setting=setting)
            raise ConfigError(found.line(translate_for(config)))


def report(found: Problem, config: Config) -> None:
    """Log a problem as a Sphinx warning, in the language of the site."""
    translate = translate_for(config)
    text = f"{found.message(translate)} {found.hint(translate)}"
    place = _Place(found.location)
    _log.warning("%s", text, location=place, type="protocol", subtype=found.code.name)


class _Place(str):
    """A place as it is printed: Sphinx takes one without a colon for a document's name."""

    __slots__ = ()

    def __contains__(self, _part: object) -> bool:
        return True


def left_out(env: BuildEnvironment) -> frozenset[str]:
    """Return the pages that this build keeps off the site, by document name."""
    return guarded(env).left_out


def is_on_its_way(env: BuildEnvironment, docname: str) -> bool:
    """Tell whether a protocol that this build looked at is a draft, or before a council."""
    publicities: _Publicities = getattr(env, _KEPT, {})
    found = publicities.get(f"{docname}{DOCUMENT_END}")
    return found is not None and (is_draft(found[1].status) or found[1].is_put_back)


def is_put_back(env: BuildEnvironment, docname: str) -> bool:
    """Tell whether a protocol has an earlier text again, and another one was adopted since."""
    publicities: _Publicities = getattr(env, _KEPT, {})
    found = publicities.get(f"{docname}{DOCUMENT_END}")
    return found is not None and found[1].is_put_back


def text_of(path: Path, root: Path) -> str:
    """Return the text of a protocol file as this build first read it."""
    if path not in _texts:
        _texts[path] = text_in(path, root)
    return _texts[path]


def _leave_out(app: Sphinx) -> None:
    root, config = Path(app.srcdir), app.config
    app.project = app.env.project
    for found in strays(root, frozenset(app.config.source_suffix) - {_SNAPSHOT_END}):
        report(found, config)
    names = []
    before: _Publicities = getattr(app.env, _KEPT, {})
    publicities: _Publicities = {}
    for path in (*document_files(root), *version_files(root)):
        name = printed_name(path, root)
        try:
            text = text_of(path, root)
            key = key_of(text.encode())
            # Settings of an unchanged file are not read again.
            kept = before.get(name)
            # Whether a text that was put back holds, its versions and the day say as well.
            is_same = kept is not None and kept[0] == key and not kept[1].needs_day
            publicities[name] = kept if kept and is_same else (key, _publicity(app, path, text))
            is_out, problems = stays_off(publicities[name][1], name, config)
        except ProtocolkitError as reason:
            is_out, problems = True, (reason.problem,)
        for found in problems:
            report(found, config)
        if is_out or _is_taken_back(root, path, publicities):
            names.append(name)
    guarded(app.env).left_out = frozenset(name.removesuffix(DOCUMENT_END) for name in names)
    setattr(app.env, _KEPT, publicities)


def _is_taken_back(root: Path, path: Path, known: _Publicities) -> bool:
    """Tell whether a file is a kept version of which the adoption was taken back."""
    subject, slug, version = version_place(root, path) or ("", "", "")
    found = known.get(f"{folder_name(root)}/{subject}/{slug}{DOCUMENT_END}") if version else None
    return found is not None and version in found[1].taken_back


def _report_linked(app: Sphinx, env: BuildEnvironment, *_found: set[str]) -> list[str]:
    for docname in sorted(guarded(env).linked):
        report(problem(DOCUMENT_LINKED, Location(docname)), app.config)
    return []


def _forget(_app: Sphinx, _exception: Exception | None) -> None:
    """Let go of what only this build needs; the domain holds what stays."""
    _read.cache_clear()
    read_once.cache_clear()
    _texts.clear()


def _publicity(app: Sphinx, path: Path, text: str) -> Publicity:
    """Return whether a file is public; the whole reading when this process needs it anyway."""
    name = printed_name(path, Path(app.srcdir))
    if app.parallel > 1:
        found = publicity_of(text, name)
        if not found.needs_words:
            return found
    # The words say whether it is the text that was adopted, put back.
    place = path.parent.name, path.stem.partition("@")[0]
    found = publicity_in(read_once(text, name, *place))
    if not found.is_put_back:
        return found
    now = read_now(text, name, *place, Path(app.srcdir), build_day())
    return replace(publicity_in(now), needs_day=True)


@cache
def _read(text: str, name: str, subject: str, slug: str) -> Reading:
    return read_protocol_text(text, name, subject=subject, slug=slug)


@cache
def read_once(text: str, name: str, subject: str, slug: str) -> Reading:
    """Read the text of a protocol file, unless this build has read the same text already."""
    reading = _read(text, name, subject, slug)
    return replace(reading, protocol=as_it_stands(reading.protocol))


def read_now(text: str, name: str, subject: str, slug: str, root: Path, day: str = "") -> Reading:
    """Read a protocol as :func:`read_once`, with what its kept versions say.

    So it is known of a text that was put back whether it holds until another one begins; with a
    ``day`` (ISO 8601) whether it does so still.
    """
    reading = _read(text, name, subject, slug)
    found = with_versions(reading.protocol, root)
    return replace(reading, protocol=as_it_stands(found, day))
