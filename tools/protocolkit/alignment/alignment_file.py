"""An alignment of many protocols kept in a file, so that one more can join it in a moment.

The file holds numbers and words, no code: it is read without unpickling. It has the pilots (what a
new protocol is compared with) and the topics' ids, not the texts of all boards.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.clause_vectors import Profile, Spaces
from protocolkit.alignment.compared_clauses import SetWords, Unit
from protocolkit.alignment.many import Pilot
from protocolkit.alignment.vectors import Space
from protocolkit.base.cache_origin import origin
from protocolkit.base.files import bytes_or_nothing, is_there, read_bytes, write_bytes
from protocolkit.base.formats import KEPT
from protocolkit.base.location import Location
from protocolkit.base.objects import Object
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.trial import running
from protocolkit.document.model import Kind
from protocolkit.document.place import Place

NOT_AN_ALIGNMENT = error(
    "align-not-kept",
    "A file holds no kept alignment",
    "this file holds no kept alignment, or is damaged.",
    "Make it again: protocol align FOLDER --uncurated --format json --keep FILE.",
)
ALIGNMENT_OLDER = error(
    "align-kept-older",
    "An alignment was kept by another version",
    "this alignment was kept by another version of protocolkit or of what it uses.",
    "Make it again: protocol align FOLDER --uncurated --format json --keep FILE.",
)
ALIGNMENT_OTHER = error(
    "align-kept-other",
    "A kept alignment would overwrite another file",
    "this file exists already and holds no kept alignment; nothing was changed.",
    "Choose another name, such as: --keep bewaard.npz",
)
# The alignment of 3,000 protocols takes 40 MB.
_MOST_BYTES = 500_000_000
_MATRICES = (
    "terms", "pieces", "concepts", "headings", "sentences",
    "sentence_matters", "sentence_concepts",
)  # fmt: skip
_ARRAYS = ("owners", "named", "meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedTopic:
    """A topic as a new protocol meets it: its id, its provisional title, how many boards."""

    id: str
    title: str
    boards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Pilots, and their topics numbered through all pilots."""

    pilots: tuple[Pilot, ...]
    topics: tuple[AlignedTopic, ...]


def write_alignment(path: Path, kept: Alignment) -> None:
    """Write a kept alignment: the same bytes for the same alignment. A trial keeps them."""
    arrays: dict[str, np.ndarray] = {}
    described = [_described(number, pilot, arrays) for number, pilot in enumerate(kept.pilots)]
    topics = [[topic.id, topic.title, topic.boards] for topic in kept.topics]
    content = {
        **KEPT.head(),
        "origin": origin(),
        "topics": topics,
        "pilots": described,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    arrays["content"] = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    stream = io.BytesIO()
    np.savez(stream, allow_pickle=False, **arrays)
    if now := running():
        now.keep(path, bytes_or_nothing(path, None) or None, stream.getvalue())
        return
    write_bytes(path, stream.getvalue())


def check_keepable(path: Path) -> None:
    """Raise ProtocolkitError where a file stands that is no kept alignment, of any version."""
    if not is_there(path):
        return
    stream = io.BytesIO(read_bytes(path, None, limit=_MOST_BYTES))
    try:
        with zipfile.ZipFile(stream) as package:
            is_kept = "content.npy" in package.namelist()
    except (ValueError, OSError, zipfile.BadZipFile):
        is_kept = False
    if not is_kept:
        raise ProtocolkitError(problem(ALIGNMENT_OTHER, Location(str(path))))


def read_alignment(path: Path) -> Alignment:
    """Read a kept alignment; raise ProtocolkitError when it is none.

    One of another version is refused: its terms may be others than those of a new protocol.
    """
    name = str(path)
    stream = io.BytesIO(read_bytes(path, None, limit=_MOST_BYTES))
    try:
        with np.load(stream, allow_pickle=False) as arrays:
            content = json.loads(arrays["content"].tobytes())
            if (content["version"], content.get("origin")) != (KEPT.version, origin()):
                raise ProtocolkitError(problem(ALIGNMENT_OLDER, Location(name)))
            pilots = tuple(
                _pilot(number, found, arrays) for number, found in enumerate(content["pilots"])
            )
            topics = tuple(
                AlignedTopic(id=str(one), title=str(title), boards=int(boards))
                for one, title, boards in content["topics"]
            )
            if not pilots or len(topics) != sum(len(pilot.topics) for pilot in pilots):
                raise ValueError
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as reason:
        raise ProtocolkitError(problem(NOT_AN_ALIGNMENT, Location(name))) from reason
    return Alignment(pilots=pilots, topics=topics)


def _described(number: int, pilot: Pilot, arrays: dict[str, np.ndarray]) -> Object:
    for name in _MATRICES:
        matrix: csr_matrix = getattr(pilot.profile, name)
        arrays[f"{number}-{name}-data"] = matrix.data
        arrays[f"{number}-{name}-indices"] = matrix.indices
        arrays[f"{number}-{name}-indptr"] = matrix.indptr
    for name in _ARRAYS:
        arrays[f"{number}-{name}"] = getattr(pilot.profile, name)
    arrays[f"{number}-first"] = pilot.first
    arrays[f"{number}-topics"] = pilot.topics
    spaces = {}
    for field in fields(Spaces):
        space: Space = getattr(pilot.spaces, field.name)
        arrays[f"{number}-{field.name}-weights"] = space.weights
        spaces[field.name] = [list(space.columns), space.unknown]
    units = [
        [u.place.organisation, u.place.anchor, u.kind.value, u.before, u.after]
        for u in pilot.profile.units
    ]
    words = {field.name: sorted(getattr(pilot.words, field.name)) for field in fields(SetWords)}
    return {"spaces": spaces, "units": units, "words": words, "models": pilot.profile.models}


def _pilot(number: int, found: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> Pilot:
    units = tuple(_unit(*values) for values in found["units"])
    spaces = {
        name: _space(columns, arrays[f"{number}-{name}-weights"], unknown)
        for name, (columns, unknown) in found["spaces"].items()
    }
    owners = arrays[f"{number}-owners"]
    widths = {
        "sentences": "terms",
        "sentence_matters": "matters",
        "sentence_concepts": "concepts",
    }
    matrices = {}
    for name in _MATRICES:
        parts = tuple(arrays[f"{number}-{name}-{part}"] for part in ("data", "indices", "indptr"))
        rows = len(owners) if name in widths else len(units)
        shape = (rows, len(spaces[widths.get(name, name)].columns))
        matrices[name] = csr_matrix(parts, shape=shape)
        matrices[name].check_format()
    return Pilot(
        spaces=Spaces(**spaces),
        profile=Profile(
            units=units,
            owners=owners,
            named=arrays[f"{number}-named"],
            meaning=arrays[f"{number}-meaning"],
            models=int(found["models"]),
            **matrices,
        ),
        first=arrays[f"{number}-first"],
        topics=arrays[f"{number}-topics"],
        words=SetWords(**{name: frozenset(some) for name, some in found["words"].items()}),
    )


def _space(columns: Sequence[Any], weights: np.ndarray, unknown: float) -> Space:
    named = [tuple(name) if isinstance(name, list) else name for name in columns]
    return Space({name: column for column, name in enumerate(named)}, weights, float(unknown))


def _unit(organisation: str, anchor: str, kind: str, before: int, after: int) -> Unit:
    return Unit(
        place=Place(organisation, anchor),
        kind=Kind(kind),
        text="",
        neutral="",
        sentences=(),
        context=(),
        before=before,
        after=after,
    )
