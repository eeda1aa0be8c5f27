"""The parsers: whatever stands in the folder of protocols goes to our own reader, or nowhere.

Every parser that Sphinx knows is guarded, of whichever suffix and extension: a protocol is read
here and by nothing else, and what is no protocol is refused. Neither has anybody else's code a look
at their text before.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from docutils.parsers import Parser as DocutilsParser
from docutils.transforms import Transform
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError

from protocolkit.base.files import is_inside
from protocolkit.base.location import Location
from protocolkit.base.problems import error, problem, warning
from protocolkit.collection import basis_of, printed_name
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.model import Protocol
from protocolkit.references import with_reference_links
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_place,
    guarded_folders,
    version_place,
    versions_folder,
)
from protocolkit.site.engine.doctree import build_doctree
from protocolkit.site.engine.documents import guarded, source_path
from protocolkit.site.engine.domain import names_of, protocol_domain
from protocolkit.site.engine.events import PROTOCOL_READ
from protocolkit.site.engine.known_histories import known_text
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.readable_protocols import read_now, report, text_of
from protocolkit.site.engine.stand_ins import read_stand_in
from protocolkit.versions.board_texts import board_texts
from protocolkit.versions.decided_versions import unproven_bodies
from protocolkit.versions.index import INDEX

DOCUMENT_REFUSED = error(
    "document-refused",
    "Something else than a protocol would be read as a page",
    "this stands in the folder of protocols and is no protocol; it is not read.",
    "Look in 'conf.py' for what makes a page of it, and remove that.",
)
DOCUMENT_INCLUDED = warning(
    "document-included",
    "A page takes in a file from the folder of protocols",
    "the page '{page}' takes this file in; its text is left out.",
    "Link to a protocol instead of taking its text in.",
)
_BEFORE_ALL_OTHERS, _AFTER_ALL_OTHERS = -1_000, 1_000


class RefusedDocumentError(SphinxError):
    """A document that nothing may read."""

    category = "Protocolkit"


def connect(app: Sphinx) -> None:
    """Guard every parser that there is when all extensions have had their say."""
    app.connect("builder-inited", _guard_parsers, priority=_AFTER_ALL_OTHERS)
    app.connect("source-read", _take_away, priority=_BEFORE_ALL_OTHERS)
    app.connect("include-read", _leave_out, priority=_BEFORE_ALL_OTHERS)


class _ProtocolsFirst(DocutilsParser):
    """Put before another parser: reads protocols, and leaves to it what stands elsewhere."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill ``document`` from the text of one source file."""
        env = document.settings.env
        place = _place(env)
        # Sphinx would make '...' an ellipsis. Settings are shared by documents: set each time.
        document.settings.smart_quotes = place is None
        if place is None:
            super().parse(inputstring, document)
            return
        # The menu lists protocols by itself: no front page needs to name them.
        env.metadata[env.docname]["orphan"] = True
        path = Path(env.doc2path(env.docname))
        name = printed_name(path, Path(env.srcdir))
        subject, slug, version = place
        text = text_of(path, Path(env.srcdir))
        if source_path(env, env.docname) == path:
            reading = read_now(text, name, subject, slug, Path(env.srcdir))
        else:
            reading = read_stand_in(env, path, subject, slug)
        if version:
            # Whoever searches looks for what holds; a version is found by its history.
            env.metadata[env.docname]["no-search"] = True
            found = known_text(version, env.docname, reading.protocol, text)
            protocol_domain(env).note_version(env.docname, found)
        else:
            protocol_domain(env).note_reading(env.docname, reading)
            env.events.emit(PROTOCOL_READ.name, env.docname, reading.protocol)
        # By these a page of Markdown links here: [](../protocols/pesten/de-brug.md#art-1).
        env.metadata[env.docname]["myst_slugs"] = {
            anchor: (0, anchor, name) for anchor, name in names_of(reading.protocol).items()
        }
        self._build(env, document, reading.protocol, version)

    def _build(
        self, env: BuildEnvironment, document: nodes.document, protocol: Protocol, version: str
    ) -> None:
        """Fill a document with a protocol and what is known around it."""
        build_doctree(
            with_reference_links(protocol),
            document,
            language_of(env.config),
            version,
            None if version else self._board(env, protocol),
            basis=self._basis(env, protocol),
            unproven=() if version else self._unproven(env, protocol),
        )

    def _basis(self, env: BuildEnvironment, protocol: Protocol) -> str:
        """Return whose protocol a text is based on; the page follows that one."""
        root = Path(env.srcdir)
        if found := basis_of(protocol, root):
            env.note_dependency(root / found.location.path)
        return found.facts.organisation.name if found else ""

    def _board(self, env: BuildEnvironment, protocol: Protocol) -> BoardTexts | None:
        """Return the board's texts that a protocol is held to; the page follows them."""
        root = Path(env.srcdir)
        board = board_texts(protocol, root)
        if board is not None:
            for one in (board.now, *board.kept):
                env.note_dependency(root / one.location.path)
            if (index := versions_folder(root) / INDEX).is_file():
                env.note_dependency(index)
        return board

    def _unproven(self, env: BuildEnvironment, protocol: Protocol) -> tuple[str, ...]:
        """Return who decided on a version that is not as it was kept; the page follows these."""
        root = Path(env.srcdir)
        names = {one.version for one in protocol.facts.approvals if one.version}
        folder = versions_folder(root)
        for name in sorted(names):
            kept = folder / protocol.subject / f"{protocol.slug}@{name}{DOCUMENT_END}"
            env.note_dependency(kept)
        if names:
            env.note_dependency(folder / INDEX)
        return unproven_bodies(protocol, root)

    def get_transforms(self) -> list[type[Transform]]:
        """Return what the other parser wants done with a document, with a protocol nothing."""
        # Sphinx 9 calls it so, since it gave 'env' up; before that it had only the latter.
        env = vars(self).get("_env") or vars(self)["env"]
        is_protocol = _place(env) is not None
        return DocutilsParser.get_transforms(self) if is_protocol else super().get_transforms()


def _guard_parsers(app: Sphinx) -> None:
    for filetype, parser in list(app.registry.source_parsers.items()):
        own = {"supported": (filetype,)}
        app.add_source_parser(type(parser.__name__, (_ProtocolsFirst, parser), own), override=True)


def _place(env: BuildEnvironment) -> tuple[str, str, str] | None:
    """Return subject, name and version (``""`` for none) of a protocol, None for a page elsewhere.

    Raises :class:`RefusedDocumentError` for anything else that stands in the folder of protocols
    or of versions.
    """
    root, path = Path(env.srcdir), Path(env.doc2path(env.docname))
    present = document_place(root, path)
    place = (*present, "") if present else version_place(root, path)
    is_out = env.docname in guarded(env).left_out
    if is_out or (place is None and _is_guarded(path, root)):
        found = problem(DOCUMENT_REFUSED, Location(printed_name(path, root)))
        raise RefusedDocumentError(found.line(translate_for(env.config)))
    return place


def _is_guarded(path: Path, root: Path) -> bool:
    return any(is_inside(path, folder) for folder in guarded_folders(root))


def _take_away(app: Sphinx, _docname: str, content: list[str]) -> None:
    """Show nobody the text of a protocol, such as who fills in templates in every text."""
    if _place(app.env) is not None:
        content[0] = ""


def _leave_out(app: Sphinx, path: Path, page: str, content: list[str]) -> None:
    """Take nothing into a page that stands in the folder of protocols."""
    root = Path(app.srcdir)
    if _is_guarded(root / path, root):
        content[0] = ""
        found = problem(DOCUMENT_INCLUDED, Location(Path(path).as_posix()), page=page)
        report(found, app.config)
