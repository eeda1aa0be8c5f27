"""Opening a zipped file of XML safely: how large it may become, and what its XML may say."""

from __future__ import annotations

import io
import zipfile
import zlib

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import Code, ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.safe_xml import read_xml
from protocolkit.importing.source import codes

LARGEST_UNPACKED = 200_000_000
LARGEST_PART = 60_000_000
_HIGHEST_RATIO = 250
_RATIO_FROM = 5_000_000
_MOST_PARTS = 5_000


class ZipParts:
    """The parts of one zipped file, none larger than it may be."""

    _other_names: tuple[tuple[str, str], ...] = ()

    def __init__(self, content: bytes, location: Location = NOWHERE) -> None:
        self._location = location
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            listed = self._zip.namelist()
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise self.refusal(codes.DAMAGED) from None
        self._names = set(listed)
        if len(self._names) < len(listed):
            # Two parts of one name: each program would read another one.
            raise self.refusal(codes.DAMAGED)
        self._check_size()

    def refusal(self, code: Code, **values: str) -> ProtocolkitError:
        """Return the error that stops this import."""
        return ProtocolkitError(problem(code, self._location, **values))

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None when there is no such part."""
        return self._read(name) if name in self._names else None

    def part(self, name: str) -> Element | None:
        """Return the root of an XML part, or None when there is no such part."""
        if name not in self._names:
            return None
        data = self._read(name)
        for other, usual in self._other_names:
            data = data.replace(other.encode(), usual.encode())
        return read_xml(data, self._location)

    def _check_size(self) -> None:
        limit = str(LARGEST_UNPACKED // 1_000_000)
        infos = self._zip.infolist()
        total = sum(info.file_size for info in infos)
        squeezed = max(sum(info.compress_size for info in infos), 1)
        is_bomb = total > _RATIO_FROM and total / squeezed > _HIGHEST_RATIO
        if total > LARGEST_UNPACKED or is_bomb or len(infos) > _MOST_PARTS:
            raise self.refusal(codes.UNPACKS_TOO_LARGE, limit=limit)
        if any(info.flag_bits & 1 for info in infos):
            raise self.refusal(codes.PASSWORD)

    def _read(self, name: str, length: int = LARGEST_PART + 1) -> bytes:
        """Read a part, or how it begins, never trusting what the file says of its size."""
        try:
            with self._zip.open(name) as file:
                data = file.read(length)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ):
            raise self.refusal(codes.DAMAGED) from None
        if len(data) > LARGEST_PART:
            limit = str(LARGEST_PART // 1_000_000)
            raise self.refusal(codes.UNPACKS_TOO_LARGE, limit=limit)
        return data
