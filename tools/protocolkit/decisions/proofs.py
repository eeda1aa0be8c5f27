"""What is kept of the letter, minutes or scan that proves a decision: its name, day and code."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.decisions.codes import PROOF_INSIDE
from protocolkit.document.approvals import Proof


def proof_of(typed: Path | None, root: Path) -> Proof:
    """Return what is kept of the file that proves a decision; nothing of None.

    Raises :class:`ProtocolkitError` for one inside the repository, and one that cannot be read.
    """
    if typed is None:
        return Proof()
    path = Path(os.path.abspath(typed))  # noqa: PTH100 - a link keeps its own name
    if any(Path(one).is_relative_to(root) for one in (path, os.path.realpath(path))):
        raise ProtocolkitError(problem(PROOF_INSIDE, Location(typed.name)))
    content = read_bytes(path, None, typed.name)
    day = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    return Proof(file=path.name, date=day, sha256=hashlib.sha256(content).hexdigest())
