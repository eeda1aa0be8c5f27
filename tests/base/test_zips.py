"""Files as one zip: as the standard library packs them, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile

import pytest

from protocolkit.base.zips import READABLE, ZIP_MOMENT, zipped

_FILES = {
    "b/één.txt": b"Wie het hek opent, sluit het ook. " * 50,
    "a.bin": bytes(range(256)) * 40,
    "leeg": b"",
}


def _by_the_library(files: dict[str, bytes], rights: int, system: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = rights
            entry.create_system = system
            target.writestr(entry, content)
    return packed.getvalue()


@pytest.mark.parametrize("files", [{}, {"a.bin": b"x" * 70_000}, _FILES])
@pytest.mark.parametrize(("rights", "system"), [(READABLE, 3), (0o600 << 16, 0)])
@pytest.mark.parametrize("repeated", [(), ("a.bin", "leeg")])
def test_a_zip_is_that_of_the_standard_library(
    files: dict[str, bytes], rights: int, system: int, repeated: tuple[str, ...]
) -> None:
    for _ in range(2):
        made = zipped(files, rights, system=system, repeated=repeated)
        assert made == _by_the_library(files, rights, system)


def test_a_file_that_comes_back_with_other_content_is_packed_anew() -> None:
    for content in (b"een", b"twee", b"een"):
        made = zipped({"font": content}, READABLE, repeated=["font"])
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            assert package.read("font") == content
            assert package.testzip() is None
