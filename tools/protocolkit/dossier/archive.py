"""The archive of a decision: which texts lay there, what was decided, and what proves it.

Every kept version that an entry names is there as its file, as PDF and as Word, with a list of what
was decided. Proofs come from a folder outside the repository, and are known again by their check
code: a file that only has the same name is not taken.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import is_there, read_bytes
from protocolkit.base.formats import ARCHIVE
from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.collection import basis_name
from protocolkit.document.approval_lines import (
    as_of,
    body_name,
    decision_words,
    earlier_lines,
    print_date,
)
from protocolkit.document.approvals import Approval, Proof
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.dossier.folder import digests
from protocolkit.exchange.paper_feet import DECISIONS
from protocolkit.exchange.record import Record
from protocolkit.paper.house.style import house_style_of
from protocolkit.paper.leaflets.leaflet import Grid, Leaflet, Leaflets, Tone, Words
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.paper.writers import protocol_writer, write_leaflets
from protocolkit.reading.writer import approval_settings
from protocolkit.versions.frozen import is_as_kept, version_target
from protocolkit.versions.named import open_version
from protocolkit.versions.recorded_versions import recorded_in

LIST = "inhoud.json"
"""The list of an archive: what is in it, and which proofs are missing."""

_TITLE = mark("What was decided")
_HEADS = (
    mark("Body"),
    mark("Right"),
    mark("Decision"),
    mark("Date"),
    mark("Text"),
    mark("Proof"),
)
_CORRECTION = mark("small correction told")
_HOLDS = mark("{body}: what was decided holds for the text as it stands: {why}.")
_HOLDS_NOT = mark("{body}: this does not hold for the text as it stands: {why}.")
_TALKED = mark("{body}: the board and the council talked about it on {day}.")
_ANSWERED = mark("{body}: the board answered in writing on {day}.")
_MENDED = mark("{body}: put right on {day}. Before, it said: {was}. Reason: {reason}")
_MOST_PROOF = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The files of an archive by their names, and what was not found, or is not as it was kept."""

    files: dict[str, bytes]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedDecision:
    """A decision, whether it holds for the text as it stands, and ``why``, as a reader reads it."""

    approval: Approval
    holds: bool
    why: str


def archive_files(
    root: Path,
    path: Path,
    protocol: Protocol,
    decisions: Sequence[ArchivedDecision],
    proofs: Path | None,
    translate: Translate,
    day: str,
) -> Archive:
    """Return the archive of a protocol; ``proofs`` is the folder with letters, minutes and scans.

    ``decisions`` are those of the protocol, in its order, with whether they hold on the ``day``
    (ISO 8601) of the archive.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when a version cannot be read.
    """
    files: dict[str, bytes] = {}
    missing: list[str] = []
    for name in dict.fromkeys(_versions(protocol)):
        target = version_target(root, path, name)
        if is_as_kept(root, target):
            files.update(_version(root, target, protocol, translate))
        else:
            missing.append(target.name)
    entries = protocol.facts.approvals
    found, style = _leaflets(protocol, decisions, translate, day), house_style_of(root, protocol)
    for one in PAPER_FORMATS:
        made = write_leaflets(one, found, translate, Location(str(path)), style)
        files[f"besluiten.{one.value}"] = made
    for proof in dict.fromkeys(proof for one in entries for proof in one.proofs):
        content = _proof(proof, proofs)
        if content is None:
            missing.append(proof.file)
        else:
            files[f"bewijs/{proof.file}"] = content
    decided = [_decision(one) for one in decisions]
    files[LIST] = _list(protocol, decided, files, missing).encode()
    return Archive(files=files, missing=tuple(missing))


def _versions(protocol: Protocol) -> Iterator[str]:
    """Yield the kept versions that decisions name, and those with small corrections since."""
    for entry in protocol.facts.approvals:
        names = (entry.version, *(one.version for one in entry.corrections))
        yield from filter(None, names)


def _version(
    root: Path, target: Path, record: Protocol, translate: Translate
) -> Iterator[tuple[str, bytes]]:
    version = recorded_in(open_version(str(target), root).protocol, record)
    cover = make_cover(version, translate, basis=basis_name(version, root))
    extras = Extras(record=Record(protocol=version))
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


def _leaflets(
    protocol: Protocol, decisions: Sequence[ArchivedDecision], translate: Translate, day: str
) -> Leaflets:
    title = f"{translate(_TITLE)}: {plain(protocol.title)}"
    rows = tuple(row for one in decisions for row in _rows(one.approval, translate))
    told = tuple(line for one in decisions for line in _told(one, translate))
    code = check_code(protocol_fingerprint(protocol))
    text = translate("Check code of the text as it stands now: {code}.").format(code=code)
    leaflet = Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(_TITLE),
        standing=translate(DECISIONS),
        parts=(
            Words(text=plain(protocol.title), tone=Tone.NOTICE),
            Grid(
                heads=tuple(map(translate, _HEADS)),
                rows=rows,
                shares=(4, 4, 4, 3, 3, 5),
                has_names=True,
            ),
            Words(text=as_of(day, translate, DEFAULT_LANGUAGE), tone=Tone.SMALL),
            *(Words(text=line) for line in told),
            Words(text=text, tone=Tone.SMALL),
        ),
    )
    return Leaflets(title=title, leaflets=(leaflet,))


def _rows(entry: Approval, translate: Translate) -> Iterator[tuple[str, ...]]:
    """Yield the row of a decision, and one for each small correction that was told since."""
    body, right = body_name(entry), entry.right.value
    said, proof = decision_words(entry, translate), entry.proof.file or "–"
    yield body, right, said, _day(entry.date), check_code(entry.fingerprint) or "–", proof
    for one in entry.corrections:
        code = check_code(one.fingerprint) or "–"
        yield body, right, translate(_CORRECTION), _day(one.told), code, "–"


def _told(one: ArchivedDecision, translate: Translate) -> Iterator[str]:
    """Yield whether a decision holds and why, what the board answered, and what was put right."""
    entry, body = one.approval, f"{body_name(one.approval)} ({one.approval.right.value})"
    said = _HOLDS if one.holds else _HOLDS_NOT
    yield translate(said).format(body=body, why=one.why)
    for day, text in ((entry.talked, _TALKED), (entry.answered, _ANSWERED)):
        if day:
            yield translate(text).format(body=body, day=_day(day))
    yield from (f"{body}: {line}" for line in earlier_lines(entry, translate))
    for mended in entry.mended:
        values = {"day": _day(mended.date), "was": mended.was, "reason": mended.reason}
        yield translate(_MENDED).format(body=body, **values)


def _day(iso: str) -> str:
    return print_date(iso, DEFAULT_LANGUAGE) or "–"


def _decision(one: ArchivedDecision) -> dict[str, object]:
    """Return a decision as the list has it: all that is recorded, and whether it holds."""
    recorded = approval_settings(one.approval)
    return {**recorded, "holds": one.holds, "why": one.why}


def _list(
    protocol: Protocol,
    decisions: Iterable[dict[str, object]],
    files: dict[str, bytes],
    missing: Iterable[str],
) -> str:
    content = {
        **ARCHIVE.head(),
        "text": protocol_fingerprint(protocol),
        "files": digests(files),
        "missing": list(missing),
        "decisions": list(decisions),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
