"""The archive of a decision: which texts lay there, what was decided, and what proves it.

Every kept version that an entry names is there as its file, as PDF and as Word, with a list of what
was decided. Proofs come from a folder outside the repository, and are known again by their check
code: a file that only has the same name is not taken.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import is_there, read_bytes
from protocolkit.base.formats import ARCHIVE
from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import Approval, Proof
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.dossier.folder import digests
from protocolkit.exchange.record import Record
from protocolkit.paper.house.style import house_style_of
from protocolkit.paper.leaflets.leaflet import Grid, Leaflet, Leaflets, Tone, Words
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.paper.writers import protocol_writer, write_leaflets
from protocolkit.versions.frozen import is_as_kept, version_target
from protocolkit.versions.named import open_version

LIST = "inhoud.json"
"""The list of an archive: what is in it, and which proofs are missing."""

_TITLE = mark("What was decided")
_STANDING = mark("A list of decisions about a protocol; not a text of the protocol itself.")
_HEADS = (
    mark("Body"),
    mark("Right"),
    mark("Decision"),
    mark("Date"),
    mark("Text"),
    mark("Proof"),
)
_MOST_PROOF = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The files of an archive by their names, and what was not found, or is not as it was kept."""

    files: dict[str, bytes]
    missing: tuple[str, ...]


def archive_files(
    root: Path, path: Path, protocol: Protocol, proofs: Path | None, translate: Translate
) -> Archive:
    """Return the archive of a protocol; ``proofs`` is the folder with letters, minutes and scans.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when a version cannot be read.
    """
    files: dict[str, bytes] = {}
    missing: list[str] = []
    for name in dict.fromkeys(one.version for one in protocol.facts.approvals if one.version):
        target = version_target(root, path, name)
        if is_as_kept(root, target):
            files.update(_version(root, target, translate))
        else:
            missing.append(target.name)
    entries = protocol.facts.approvals
    found, style = _leaflets(protocol, translate), house_style_of(root, protocol)
    for one in PAPER_FORMATS:
        made = write_leaflets(one, found, translate, Location(str(path)), style)
        files[f"besluiten.{one.value}"] = made
    for proof in dict.fromkeys(one.proof for one in entries if one.proof != Proof()):
        content = _proof(proof, proofs)
        if content is None:
            missing.append(proof.file)
        else:
            files[f"bewijs/{proof.file}"] = content
    files[LIST] = _list(protocol, files, missing).encode()
    return Archive(files=files, missing=tuple(missing))


def _version(root: Path, target: Path, translate: Translate) -> Iterator[tuple[str, bytes]]:
    version = open_version(str(target), root).protocol
    cover, extras = make_cover(version, translate), Extras(record=Record(protocol=version))
    yield f"teksten/{target.name}", read_bytes(target, root)
    for one in PAPER_FORMATS:
        made = protocol_writer(one)(version, cover, translate, project=root, extras=extras)
        yield f"teksten/{target.stem}.{one.value}", made


def _proof(proof: Proof, folder: Path | None) -> bytes | None:
    """Return the file that a decision points to, None when it is not in the folder."""
    name = Path(proof.file).name
    if folder is None or not name or not is_there(folder / name):
        return None
    content = read_bytes(folder / name, folder, name, limit=_MOST_PROOF)
    return content if hashlib.sha256(content).hexdigest() == proof.sha256 else None


def _leaflets(protocol: Protocol, translate: Translate) -> Leaflets:
    title = f"{translate(_TITLE)}: {plain(protocol.title)}"
    rows = tuple(_row(entry, translate) for entry in protocol.facts.approvals)
    code = check_code(protocol_fingerprint(protocol))
    text = translate("Check code of the text as it stands now: {code}.").format(code=code)
    leaflet = Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(_TITLE),
        standing=translate(_STANDING),
        parts=(
            Words(text=plain(protocol.title), tone=Tone.NOTICE),
            Grid(
                heads=tuple(map(translate, _HEADS)),
                rows=rows,
                shares=(5, 3, 4, 3, 4, 4),
                has_names=True,
            ),
            Words(text=text, tone=Tone.SMALL),
        ),
    )
    return Leaflets(title=title, leaflets=(leaflet,))


def _row(entry: Approval, translate: Translate) -> tuple[str, ...]:
    return (
        body_name(entry),
        entry.right.value,
        decision_words(entry, translate),
        print_date(entry.date, DEFAULT_LANGUAGE) if entry.date else "–",
        check_code(entry.fingerprint) or "–",
        entry.proof.file or "–",
    )


def _list(protocol: Protocol, files: dict[str, bytes], missing: Iterable[str]) -> str:
    content = {
        **ARCHIVE.head(),
        "text": protocol_fingerprint(protocol),
        "files": digests(files),
        "missing": list(missing),
    }
    return json.dumps(content, indent=1) + "\n"
