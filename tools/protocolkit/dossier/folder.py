"""The folder of a dossier: its papers, a page that leads to each, and which text it is about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from protocolkit.base.formats import DOSSIER
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.base.zips import READABLE, zipped
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.richtext import plain
from protocolkit.dossier.manifest import MANIFEST
from protocolkit.dossier.papers import Contents, Paper, papers
from protocolkit.dossier.sender import is_to_board, sender_of
from protocolkit.dossier.submitted import code_line
from protocolkit.paper.shared.lone_page import lone_page

INDEX = "index.html"

_TITLE = mark("Papers for the council: {title}")
_TO_BOARD = mark("Papers for the board, with a proposal of the council: {title}")
_INTRO = mark(
    "Everything that belongs to this proposal. The PDF is for reading and printing. Write your "
    "remarks in the Word file of the text, or in the form for your remarks."
)

Told = Callable[[str], None]


def dossier_files(contents: Contents, translate: Translate, tell: Told) -> dict[str, bytes]:
    """Return the files of a dossier by their names; ``tell`` hears each paper before it is made.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when one cannot be made.
    """
    found: dict[str, bytes] = {}
    made: list[Paper] = []
    for paper in papers(contents, translate):
        tell(translate(paper.title))
        made.append(paper)
        for one, make in paper.files.items():
            found[f"{paper.name}.{one.value}"] = make()
    found[INDEX] = _index(contents, made, translate).encode()
    found[MANIFEST] = _manifest(contents, found).encode()
    return found


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file, as a list of papers has it."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def zipped_folder(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return files as a zip in which they stand in one folder; the same files, the same bytes."""
    placed = {(PurePosixPath(folder) / name).as_posix(): data for name, data in files.items()}
    return zipped(placed, READABLE)


def _index(contents: Contents, made: Iterable[Paper], translate: Translate) -> str:
    protocol = contents.protocol
    shown = [
        {
            "title": translate(paper.title),
            "purpose": translate(paper.purpose),
            "files": [
                {
                    "name": f"{paper.name}.{one.value}",
                    "words": f"{translate(paper.title)} ({one.shown})",
                }
                for one in paper.files
            ],
        }
        for paper in made
    ]
    return lone_page(
        "dossier.html",
        contents.root,
        language=DEFAULT_LANGUAGE,
        organisation=sender_of(protocol),
        title=translate(_TO_BOARD if is_to_board(protocol) else _TITLE).format(
            title=plain(protocol.title)
        ),
        intro=translate(_INTRO),
        papers=shown,
        code=code_line(protocol, translate),
    )


def _manifest(contents: Contents, files: Mapping[str, bytes]) -> str:
    changes = contents.changes
    content = {
        **DOSSIER.head(),
        "text": protocol_fingerprint(contents.protocol),
        "before": changes.old.fingerprint if changes else "",
        "files": digests(files),
    }
    return json.dumps(content, indent=1) + "\n"
