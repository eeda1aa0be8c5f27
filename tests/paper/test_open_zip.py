"""A zip that is completed elsewhere is one that any program opens."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from protocolkit.paper.docx.open_zip import open_zip

# Where the check sum and the two sizes come, in the head of a file and in its entry.
_IN_HEAD, _IN_ENTRY, _IN_END = 14, 16, 12
_OFFSET = 42


def _completed(known: Mapping[str, bytes], found: Mapping[str, bytes]) -> bytes:
    """Fill in the files that were open, as a browser does."""
    made = open_zip(known, tuple(found))
    body, entries = bytearray(made.start), bytearray(made.directory)
    for file in made.files:
        content = found[file.name]
        told = struct.pack("<III", zlib.crc32(content), len(content), len(content))
        head, entry = bytearray(file.head), bytearray(file.entry)
        head[_IN_HEAD : _IN_HEAD + len(told)] = told
        entry[_IN_ENTRY : _IN_ENTRY + len(told)] = told
        entry[_OFFSET : _OFFSET + 4] = struct.pack("<I", len(body))
        entries += entry
        body += head + content
    end = bytearray(made.end)
    end[_IN_END : _IN_END + 8] = struct.pack("<II", len(entries), len(body))
    return bytes(body + entries + end)


def test_what_is_filled_in_reads_back_with_what_was_known() -> None:
    known = {"[Content_Types].xml": b"<Types/>", "word/é.xml": b""}
    found = {"word/document.xml": b"<document/>" * 40, "customXml/item1.xml": "één".encode()}
    with zipfile.ZipFile(io.BytesIO(_completed(known, found))) as packed:
        assert packed.testzip() is None
        assert {name: packed.read(name) for name in packed.namelist()} == {**known, **found}
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in packed.infolist()} == {0}


def test_all_may_be_known_or_all_to_come() -> None:
    for known, found in (({"a": b"1"}, {}), ({}, {"a": b"1", "b": b""})):
        with zipfile.ZipFile(io.BytesIO(_completed(known, found))) as packed:
            assert {name: packed.read(name) for name in packed.namelist()} == {**known, **found}
