"""Files as one zip: the same files give the same bytes, on every machine and at any moment.

:mod:`zipfile` packs each file; what it made is put in a row here. So a file that comes back in zip
after zip, such as a font in every Word file, is packed once.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection, Mapping
from functools import cache

ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell; every entry of ours has it, so equal files are equal bytes.
"""

READABLE = 0o644 << 16
"""The rights of a file that its owner may change and all may read, as an entry has them."""

# What ends a zip, by 4.3.16 of the format, and where an entry tells the place of its file (4.3.12).
_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_PLACE = slice(42, 46)


def zipped(
    files: Mapping[str, bytes], rights: int, *, system: int = 3, repeated: Collection[str] = ()
) -> bytes:
    """Return files as a zip, in their order.

    ``rights`` are the attributes of each as an entry has them, ``system`` is the one that they
    come from (0 has no rights, 3 is Unix); ``repeated`` names files that other zips hold too.
    """
    heads, entries, place = [], [], 0
    for name, content in files.items():
        pack = _packed_once if name in repeated else _packed
        head, entry = pack(name, content, rights, system)
        entries.append(entry[: _PLACE.start] + place.to_bytes(4, "little") + entry[_PLACE.stop :])
        heads.append(head)
        place += len(head)
    directory = b"".join(entries)
    number = len(entries)
    end = _END.pack(_END_SIGN, 0, 0, number, number, len(directory), place, 0)
    return b"".join([*heads, directory, end])


def _packed(name: str, content: bytes, rights: int, system: int) -> tuple[bytes, bytes]:
    """Return a packed file with its header, and its entry in the directory of a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        entry = zipfile.ZipInfo(name, ZIP_MOMENT)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = rights
        entry.create_system = system
        target.writestr(entry, content)
        directory = target.start_dir
    raw = made.getvalue()
    return raw[:directory], raw[directory : -_END.size]


_packed_once = cache(_packed)
