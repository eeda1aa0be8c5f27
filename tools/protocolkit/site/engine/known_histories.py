"""The histories of the protocols on a site: its kept versions beside the present texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import Path, PurePosixPath

from sphinx.environment import BuildEnvironment

from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import printed_name
from protocolkit.document.begins import begun_on, first_day
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.facts import DECIDED
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import DOCUMENT_END, versions_folder, versions_name
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.caching import key_of
from protocolkit.site.engine.documents import guarded, source_path
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.readable_protocols import left_out, read_now, text_of
from protocolkit.versions.days import standing_on
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.frozen import touched_of
from protocolkit.versions.history import History, histories, history_of
from protocolkit.versions.index import Frozen, frozen_versions
from protocolkit.versions.known_text import KnownText, ProtocolKey

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
    """Return the history of every protocol that has kept versions; without any, nothing is read."""
    kept = protocol_domain(env).versions
    if not kept:
        return ()
    return _HISTORIES.of(env, lambda _: _histories(env))


def holding_versions(env: BuildEnvironment) -> dict[ProtocolKey, Entry]:
    """Return the kept version that holds of each protocol whose present text is another one."""
    newest = (history.newest for history in known_histories(env))
    held = (one for one in newest if one.standing is TextStanding.HOLDS and not one.present)
    # Where it is still to come the present text was put back, and holds until then.
    day = build_day()
    there = (one for one in held if standing_on(one, day) is not TextStanding.TO_COME)
    return {one.text.place: one for one in there}


def all_histories(env: BuildEnvironment) -> tuple[History, ...]:
    """Return the history of every protocol, also of one of which nothing was kept."""
    known = known_histories(env)
    places = {history.place for history in known}
    alone = (text for text in _present(env) if text.place not in places)
    return (*known, *map(history_of, alone))


def unkept_to_come(env: BuildEnvironment, day: str) -> Iterator[History]:
    """Yield the history of each adopted text that begins after a day and of which nothing is kept.

    It costs nothing where there is no such text.
    """
    known = {history.place for history in known_histories(env)}
    for docname, reading in sorted(protocol_domain(env).readings.items()):
        found = reading.protocol
        is_to_come = found.facts.status in DECIDED and day < first_day(found.facts.valid_from)
        if is_to_come and (found.subject, found.slug) not in known:
            yield history_of(known_text("", docname, found, ""))


def moved_versions(env: BuildEnvironment) -> dict[str, str]:
    """Return where a version stands now that the list has under another name, by its former page.

    A version is known by its bytes, so its address leads on when its protocol got another name.
    """
    kept = protocol_domain(env).versions
    listed = {_page(env, entry): entry.sha256 for entry in _listed(env)} if kept else {}
    unlisted = {_sha256(env, name): name for name in sorted(set(kept) - set(listed))}
    gone = {name: sha for name, sha in listed.items() if name not in env.found_docs}
    return {name: unlisted[sha] for name, sha in sorted(gone.items()) if sha in unlisted}


def _histories(env: BuildEnvironment) -> tuple[History, ...]:
    kept, hidden = _kept(env), tuple(_hidden(env))
    places = {text.place for text in kept}
    present = {
        (r.protocol.subject, r.protocol.slug) for r in protocol_domain(env).readings.values()
    }
    # Only when one of these went may any other protocol be what it is called now.
    wanted = None if places - present - set(hidden) else places
    return histories(_present(env, wanted), kept, hidden, _records(env))


def _records(env: BuildEnvironment) -> dict[ProtocolKey, Protocol]:
    """Return the protocols for which a kept version stands in, as their own files tell of them.

    What stands in has the decisions on its own words alone; other versions have theirs.
    """
    found, root = {}, Path(env.srcdir)
    for docname in sorted(guarded(env).stand_ins):
        path = Path(env.doc2path(docname))
        place = path.parent.name, path.stem
        now = read_now(text_of(path, root), printed_name(path, root), *place, root).protocol
        found[place] = begun_on(now, build_day())
    return found


def _kept(env: BuildEnvironment) -> list[KnownText]:
    listed = {_page(env, entry): entry for entry in _listed(env)}
    versions = sorted(protocol_domain(env).versions.items())
    return [_as_listed(env, text, listed.get(name)) for name, text in versions]


def _as_listed(env: BuildEnvironment, text: KnownText, entry: Frozen | None) -> KnownText:
    """Return a kept version with what the list says of it."""
    if entry is None:
        return text
    touched = touched_of(entry, _content(env, text.docname))
    return replace(text, kept_on=entry.date, touched=touched, listed=entry.fingerprint)


def _sha256(env: BuildEnvironment, docname: str) -> str:
    return hashlib.sha256(_content(env, docname)).hexdigest()


def _content(env: BuildEnvironment, docname: str) -> bytes:
    return bytes_or_nothing(Path(env.doc2path(docname)), versions_folder(Path(env.srcdir)))


def _listed(env: BuildEnvironment) -> tuple[Frozen, ...]:
    """Return the list of versions; who checks the repository says when it cannot be read."""
    try:
        return frozen_versions(Path(env.srcdir))
    except ProtocolkitError:
        return ()


def _page(env: BuildEnvironment, entry: Frozen) -> str:
    return f"{versions_name(Path(env.srcdir))}/{entry.file.removesuffix(DOCUMENT_END)}"


def _present(env: BuildEnvironment, wanted: Set[ProtocolKey] | None = None) -> Iterator[KnownText]:
    """Yield the present texts of these protocols, or of all."""
    root = Path(env.srcdir)
    for docname, reading in sorted(protocol_domain(env).readings.items()):
        protocol = as_it_stands(reading.protocol, build_day())
        if wanted is None or (protocol.subject, protocol.slug) in wanted:
            text = text_of(source_path(env, docname), root)
            yield known_text("", docname, protocol, text)


def _hidden(env: BuildEnvironment) -> Iterator[ProtocolKey]:
    """Yield the protocols that are there and that this build keeps off the site."""
    for docname in left_out(env):
        path = PurePosixPath(docname)
        if "@" not in path.name:
            yield path.parent.name, path.name
