"""A zip that somebody else completes: some of its files are not known yet.

Knows the format, nothing of what the files say. What is known stands in it already, without
compression; of each open file only the headers are made, with nothing where its check sum (CRC-32)
and sizes come. The offsets of those places are in :mod:`zipfile`'s order of ISO/IEC 21320-1.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from protocolkit.base.zips import ZIP_MOMENT

_HEAD = 30
_ENTRY = 46
_END = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A file to come: its ``head`` stands before its content, its ``entry`` in the directory."""

    name: str
    head: bytes
    entry: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenZip:
    """The pieces of a zip in their order: ``start``, files, ``directory``, entries, ``end``."""

    start: bytes
    files: tuple[OpenFile, ...]
    directory: bytes
    end: bytes


def open_zip(known: Mapping[str, bytes], to_come: Sequence[str]) -> OpenZip:
    """Return a zip with files that are ``known`` and the names of those ``to_come``."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in (*known.items(), *((name, b"") for name in to_come)):
            entry = zipfile.ZipInfo(name, ZIP_MOMENT)
            entry.create_system = 0
            target.writestr(entry, content)
        directory = target.start_dir
        places = [entry.header_offset for entry in target.infolist()]
    raw = packed.getvalue()
    sizes = [_ENTRY + len(name.encode()) for name in (*known, *to_come)]
    entries = [directory + sum(sizes[:number]) for number in range(len(sizes) + 1)]
    return OpenZip(
        start=raw[: [*places, directory][len(known)]],
        files=tuple(
            OpenFile(
                name=name,
                head=raw[places[number] : places[number] + _HEAD + len(name.encode())],
                entry=raw[entries[number] : entries[number + 1]],
            )
            for number, name in enumerate(to_come, start=len(known))
        ),
        directory=raw[directory : entries[len(known)]],
        end=raw[-_END:],
    )
