"""The kept version that stands on a protocol's page while another text of it is on its way.

What a council has before it, and a draft, stays off the site; the text that holds until then does
not. It is read in the place of the protocol, so that whatever is made of protocols is made of what
holds: pages, papers, the comparison and the search.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import printed_name
from protocolkit.document.model import Protocol
from protocolkit.document.recorded import as_recorded
from protocolkit.reading.reader import Reading
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_place,
    version_place,
    versions_folder,
)
from protocolkit.site.engine.documents import guarded
from protocolkit.site.engine.known_histories import known_text
from protocolkit.site.engine.readable_protocols import (
    is_on_its_way,
    is_put_back,
    read_now,
    read_once,
    text_of,
)
from protocolkit.versions.entry import TextStanding
from protocolkit.versions.history import histories
from protocolkit.versions.index import frozen_versions
from protocolkit.versions.known_text import KnownText

_AFTER_LEAVING_OUT = 510


def connect(app: Sphinx) -> None:
    """Look for them once it is known which protocols stay off the site."""
    app.connect("builder-inited", _find, priority=_AFTER_LEAVING_OUT)


def read_stand_in(env: BuildEnvironment, path: Path, subject: str, slug: str) -> Reading:
    """Read the kept version that stands in for a protocol, with what was decided on it since.

    Nothing is reported of it: what was kept stays as it is.
    """
    root, name = Path(env.srcdir), printed_name(path, Path(env.srcdir))
    now = read_now(text_of(path, root), name, subject, slug, root).protocol
    # It is where the protocol is: its page and its files are that of the protocol.
    text = text_of(guarded(env).stand_ins[env.docname], root)
    kept = read_once(text, name, subject, slug).protocol
    return Reading(protocol=as_recorded(kept, now), problems=())


def _find(app: Sphinx) -> None:
    root, project = Path(app.srcdir), guarded(app.env)
    kept = (
        _kept_texts(root) if any(is_on_its_way(app.env, name) for name in project.left_out) else {}
    )
    found: dict[str, Path] = {}
    for docname in sorted(project.left_out):
        place = document_place(root, root / f"{docname}{DOCUMENT_END}")
        is_wanted = place is not None and is_on_its_way(app.env, docname)
        known = kept.get(place, []) if place and is_wanted else []
        texts = [text for text in known if text.docname not in project.left_out]
        if place and texts:
            now = _read(root / f"{docname}{DOCUMENT_END}", root, *place)
            [history] = histories((), texts, hidden=[place], records={place: now})
            newest = history.newest
            if newest.standing is TextStanding.HOLDS and newest.kept is not None:
                found[docname] = root / f"{newest.kept.docname}{DOCUMENT_END}"
    project.stand_ins = found
    # Where nothing can stand in its place a text that was put back says itself what it is.
    alone = {name for name in project.left_out if is_put_back(app.env, name)}
    project.left_out -= frozenset(found) | alone


def _kept_texts(root: Path) -> dict[tuple[str, str], list[KnownText]]:
    """Return the versions that are as they were kept, by the subject and name of their protocol."""
    found: dict[tuple[str, str], list[KnownText]] = {}
    for subject, slug, text in _untouched(root):
        found.setdefault((subject, slug), []).append(text)
    return found


def _untouched(root: Path) -> Iterator[tuple[str, str, KnownText]]:
    try:
        listed = frozen_versions(root)
    except ProtocolkitError:
        return  # 'protocol check' says what is wrong with the list
    for entry in listed:
        path = versions_folder(root) / entry.file
        place = version_place(root, path)
        if place is None:
            continue
        try:
            text = text_of(path, root)
        except ProtocolkitError:
            continue  # who leaves it out reports it
        if hashlib.sha256(text.encode()).hexdigest() != entry.sha256:
            continue
        subject, slug, name = place
        docname = printed_name(path, root).removesuffix(DOCUMENT_END)
        found = known_text(name, docname, _read(path, root, subject, slug), text)
        yield subject, slug, replace(found, kept_on=entry.date)


def _read(path: Path, root: Path, subject: str, slug: str) -> Protocol:
    return read_once(text_of(path, root), printed_name(path, root), subject, slug).protocol
