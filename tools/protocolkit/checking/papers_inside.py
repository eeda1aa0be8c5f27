"""Proofs and papers with names that stand where they may be published, and names of such files.

Letters, minutes and scans are kept outside the folder of the protocols; there they end up in its
history, and may end up on the website.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.collection import printed_name
from protocolkit.document.model import Protocol
from protocolkit.text.named_bodies import persons_in_file

PROOF_NAMED = warning(
    "proof-named",
    "The name of a file that proves a decision holds the name of a person",
    "'{words}' looks like the name of a person, in the name of the file '{file}'.",
    "Give that file a name without a person, and write that name at the top of this file too.",
)
PAPER_INSIDE = warning(
    "paper-inside",
    "A proof or a returned paper stands in the folder of the protocols",
    "minutes, scans and returned papers hold names; here they come into the history.",
    "Put it in a folder elsewhere. 'protocol archive' finds it there with --proofs.",
)
_ENDS = (".pdf", ".docx", ".doc", ".odt", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".eml", ".msg")
_NAMES = re.compile(r"(?:notulen|scan|ondertekend|getekend)(?![a-z])", re.IGNORECASE)
_FOLDERS = frozenset({"bewijs", "bewijzen", "notulen", "scans"})
_PASSED = frozenset({"node_modules", "wheels"})


def check_proof_names(protocol: Protocol) -> Iterator[Problem]:
    """Yield every name of a person in the name of a file that proves a decision."""
    files = (one.proof.file for one in protocol.facts.approvals)
    for file in dict.fromkeys(filter(None, files)):
        for words in persons_in_file(Path(file).stem):
            yield problem(PROOF_NAMED, protocol.location, words=words, file=file)


def check_papers_inside(root: Path) -> Iterator[Problem]:
    """Yield each file in a repository that by its name is a proof, minutes or a scan."""
    for place, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if one[0] not in "._" and one not in _PASSED)
        folder = Path(place)
        inside = folder.relative_to(root).parts
        is_for_proofs = any(part.casefold() in _FOLDERS for part in inside)
        for name in sorted(files):
            is_paper = name.casefold().endswith(_ENDS)
            if is_paper and (is_for_proofs or _NAMES.match(name)):
                yield problem(PAPER_INSIDE, Location(printed_name(folder / name, root)))
