"""Proofs and papers with names that stand where they may be published, and names of such files.

Letters, minutes and scans are kept outside the folder of the protocols; there they end up in its
history, and may end up on the website.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from protocolkit.base import git
from protocolkit.base.as_made import is_as_made
from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.checking.returned_words import holds_returned_words
from protocolkit.collection import SOURCES, WHEELS, printed_name
from protocolkit.document.model import Protocol
from protocolkit.dossier.manifest import MANIFEST, listed
from protocolkit.repository_layout import folder_name
from protocolkit.text.late_patterns import late
from protocolkit.text.named_bodies import persons_in_file

PROOF_NAMED = warning(
    "proof-named",
    "The name of a file that proves a decision holds the name of a person",
    "'{words}' looks like the name of a person, in the name of the file '{file}'.",
    "Give that file a name without a person, and write that name at the top of this file too.",
)
PAPER_INSIDE = warning(
    "paper-inside",
    "A paper stands in the folder of the protocols",
    "letters, minutes, scans and returned papers may hold names; here they may come into the "
    "history.",
    "Put it in a folder elsewhere; 'protocol archive' finds proofs there with --proofs. A source "
    "belongs in 'bron', a picture of a page in 'docs', a house style in 'templates'.",
)
_PICTURES = (".jpg", ".jpeg", ".png")
_ENDS = (
    *(".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".ods", ".eml"),
    *(".msg", ".tif", ".tiff", ".heic", ".zip", ".7z"),
    *_PICTURES,
)
_NAMES = late(r"(?:notulen|scan|ondertekend|getekend)(?![a-z])", re.IGNORECASE)
_FOLDERS = frozenset({"bewijs", "bewijzen", "notulen", "scans"})
_RETURNED = "retour"
# So files end that hold words alone; only a name tells that they are a paper.
_WORDS_ALONE = (".txt", ".csv", ".htm", ".html")
# Pages and programs of a website; all else in such a folder came from somebody.
_NO_PAPERS = (".md", ".rst", ".py", ".css", ".js")
_PASSED = frozenset({"node_modules", WHEELS})
_HOUSE, _PAGES = "templates", "docs"


def check_proof_names(protocol: Protocol) -> Iterator[Problem]:
    """Yield every name of a person in the name of a file that proves a decision."""
    files = (proof.file for one in protocol.facts.approvals for proof in one.proofs)
    for file in dict.fromkeys(filter(None, files)):
        for words in persons_in_file(Path(file).stem):
            yield problem(PROOF_NAMED, protocol.location, words=words, file=file)


def check_papers_inside(root: Path) -> Iterator[Problem]:
    """Yield each paper in a repository that comes into its history and does not belong there."""
    papers = tuple(_papers(root))
    kept_out = _kept_out(root, papers)
    for name in papers:
        if name not in kept_out:
            yield problem(PAPER_INSIDE, Location(name))


def papers_kept_out(root: Path) -> tuple[str, ...]:
    """Return the papers among the protocols that git leaves out: no fault, but worth knowing."""
    papers = tuple(_papers(root))
    kept_out = _kept_out(root, papers)
    return tuple(name for name in papers if name in kept_out)


def _kept_out(root: Path, papers: tuple[str, ...]) -> frozenset[str]:
    """Return which papers never come into the history; none where git cannot tell."""
    taken = git.taken_in(root) if papers else None
    return frozenset() if taken is None else frozenset(papers) - taken


def _papers(root: Path) -> Iterator[str]:
    """Yield each paper in a repository that stands where none belongs, or is a proof by its name.

    Papers belong nowhere among protocols but in ``bron``. Of the rest of a repository that
    ``protocol init`` did not make nothing is known: there a name must tell.
    """
    is_made, protocols = _is_made_repository(root), folder_name(root)
    for place, folders, files in os.walk(root):
        folders[:] = sorted(one for one in folders if one[0] not in "._" and one not in _PASSED)
        folder = Path(place)
        inside = folder.relative_to(root).parts
        is_for_proofs = any(map(_is_for_papers, inside))
        is_of_dossier = (folder / MANIFEST).is_file()
        is_general = is_made or inside[:1] == (protocols,)
        for name in sorted(files):
            is_paper = name.casefold().endswith(_ENDS)
            is_other = not is_paper and _may_hold_names(name)
            is_named = name.casefold().endswith(_WORDS_ALONE) and bool(_NAMES.match(name))
            is_asked = is_for_proofs or is_of_dossier or is_named
            belongs = _belongs(inside, name, protocols)
            is_held = not belongs and holds_returned_words(folder / name)
            if not is_paper and not (is_other and is_asked) and not is_held:
                continue
            is_loose = is_other or (is_general and not belongs)
            is_told = is_for_proofs or is_held or _NAMES.match(name)
            if is_told or (is_loose and not _is_as_made(folder / name)):
                yield printed_name(folder / name, root)


def _is_for_papers(folder: str) -> bool:
    """Tell whether a folder is called after proofs, minutes, scans or what came back."""
    name = folder.casefold()
    return name in _FOLDERS or name.startswith(_RETURNED)


def _may_hold_names(name: str) -> bool:
    """Tell whether a file that is no paper by its end may be a mail, or what somebody wrote."""
    is_ours = name == MANIFEST or name.startswith(".")
    return not is_ours and not name.casefold().endswith(_NO_PAPERS)


def _is_as_made(path: Path) -> bool:
    """Tell whether a paper is as we made it: nobody wrote a name in it.

    That is a list to fill in, a paper that ``protocol dossier`` made, and the zip beside these.
    """
    if path.suffix == ".xlsx" and is_as_made(bytes_or_nothing(path, path.parent)):
        return True
    if path.suffix == ".zip":
        folder = path.with_suffix("")
        return (folder / MANIFEST).is_file() and not any(
            (folder / one).exists() for one in _FOLDERS
        )
    made = listed(bytes_or_nothing(path.parent / MANIFEST, path.parent)).get(path.name)
    return bool(made) and made == hashlib.sha256(bytes_or_nothing(path, path.parent)).hexdigest()


def _belongs(inside: tuple[str, ...], name: str, protocols: str) -> bool:
    """Tell whether a file in these folders is a source, a house style or a picture of a page."""
    if inside[:1] == (protocols,):
        return inside[2:3] == (SOURCES,)
    is_picture = name.casefold().endswith(_PICTURES)
    return inside[:1] == (_HOUSE,) or (inside[:1] == (_PAGES,) and is_picture)


def _is_made_repository(root: Path) -> bool:
    """Tell whether ``protocol init`` made a repository: it has the toolkit with it."""
    return any((root / WHEELS).glob("protocolkit-*.whl"))
