"""The texts of its board that a school's protocol is held to: as it stands, and as it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import board_of, read_document
from protocolkit.document.board_text import BoardTexts, follows
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import version_files, version_place


def board_texts(school: Protocol, root: Path) -> BoardTexts | None:
    """Return the texts of the board that a protocol was taken over from, None when it is not there.

    Versions are read only where the school does not follow the text as it stands.
    """
    board = board_of(school, root)
    return None if board is None else texts_for(school, board, root)


def texts_for(school: Protocol, board: Protocol, root: Path) -> BoardTexts:
    """Return the same of a board's protocol that was read already."""
    kept = () if follows(school, board) else tuple(_kept(board, root))
    return BoardTexts(now=board, kept=kept)


def _kept(board: Protocol, root: Path) -> Iterator[Protocol]:
    for path in version_files(root):
        if (version_place(root, path) or ())[:2] == (board.subject, board.slug):
            try:
                yield read_document(path, root).protocol
            except ProtocolkitError:
                continue  # 'protocol check' tells why it cannot be read
