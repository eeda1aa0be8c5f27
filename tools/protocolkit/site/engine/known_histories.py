"""The histories of the protocols on a site: its kept versions beside the texts of now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sphinx.environment import BuildEnvironment

from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import DOCUMENT_END, versions_folder, versions_name
from protocolkit.site.engine.caching import key_of
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.readable_protocols import left_out, text_of
from protocolkit.versions.history import History, KnownText, Place, histories, history_of
from protocolkit.versions.index import Frozen, frozen_versions

_HISTORIES = OncePerBuild[tuple[History, ...]]()


def known_text(name: str, docname: str, protocol: Protocol, text: str) -> KnownText:
    """Return a text of the site as its history knows it; ``text`` is what its file holds."""
    return KnownText(
        name=name,
        docname=docname,
        protocol=protocol,
        fingerprint=protocol_fingerprint(protocol),
        key=key_of(text.encode()),
    )


def known_histories(env: BuildEnvironment) -> tuple[History, ...]:
    """Return the history of every protocol of which versions were kept; none costs nothing."""
    kept = protocol_domain(env).versions
    if not kept:
        return ()
    return _HISTORIES.of(env, lambda _: histories(_present(env), _kept(env), _hidden(env)))


def all_histories(env: BuildEnvironment) -> tuple[History, ...]:
    """Return the history of every protocol, also of one of which nothing was kept."""
    known = known_histories(env)
    places = {history.place for history in known}
    alone = (text for text in _present(env) if text.place not in places)
    return (*known, *map(history_of, alone))


def moved_versions(env: BuildEnvironment) -> dict[str, str]:
    """Return where a version stands now that the list has under another name, by its former page.

    A version is known by its bytes, so its address leads on when its protocol got another name.
    """
    kept = protocol_domain(env).versions
    listed = {_page(env, entry): entry.sha256 for entry in _listed(env)} if kept else {}
    folder = versions_folder(Path(env.srcdir))
    unlisted = {
        hashlib.sha256(bytes_or_nothing(Path(env.doc2path(name)), folder)).hexdigest(): name
        for name in sorted(set(kept) - set(listed))
    }
    gone = {name: sha for name, sha in listed.items() if name not in env.found_docs}
    return {name: unlisted[sha] for name, sha in sorted(gone.items()) if sha in unlisted}


def _kept(env: BuildEnvironment) -> list[KnownText]:
    days = {_page(env, entry): entry.date for entry in _listed(env)}
    kept = protocol_domain(env).versions
    return [replace(kept[name], kept_on=days.get(name, "")) for name in sorted(kept)]


def _listed(env: BuildEnvironment) -> tuple[Frozen, ...]:
    """Return the list of versions; who checks the repository says when it cannot be read."""
    try:
        return frozen_versions(Path(env.srcdir))
    except ProtocolkitError:
        return ()


def _page(env: BuildEnvironment, entry: Frozen) -> str:
    return f"{versions_name(Path(env.srcdir))}/{entry.file.removesuffix(DOCUMENT_END)}"


def _present(env: BuildEnvironment) -> Iterator[KnownText]:
    root = Path(env.srcdir)
    for docname, reading in sorted(protocol_domain(env).readings.items()):
        text = text_of(Path(env.doc2path(docname)), root)
        yield known_text("", docname, reading.protocol, text)


def _hidden(env: BuildEnvironment) -> Iterator[Place]:
    """Yield the protocols that are there and that this build keeps off the site."""
    for docname in left_out(env):
        path = PurePosixPath(docname)
        if "@" not in path.name:
            yield path.parent.name, path.name
