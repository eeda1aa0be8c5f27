"""Keep a repository as ``protocol init`` makes it now, for the tests of upgrading it later.

Once for every release, and before that when what it makes has changed:

    .venv/bin/python tests/keep_repository.py tests/data/repository-0.2.0.zip

Of the wheel it keeps no more than the templates, so that it stays small.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from pathlib import Path

from protocolkit.repository.new_repository import NewRepository, make_repository
from protocolkit.repository.own_wheel import Wheel, own_wheel

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_KEPT = (
    "protocolkit/__init__.py",
    "protocolkit/templates/repository/",
    "protocolkit/templates/schemas/",
)


def kept_wheel() -> Wheel:
    """Return our wheel with nothing in it but what an upgrade looks at."""
    whole = own_wheel()
    with zipfile.ZipFile(io.BytesIO(whole.content)) as archive:
        files = {n: archive.read(n) for n in archive.namelist() if n.startswith(_KEPT)}
    return Wheel(name=whole.name, version=whole.version, content=_zip(files))


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(
                zipfile.ZipInfo(name, _FIRST_MOMENT), files[name], zipfile.ZIP_DEFLATED
            )
    return stream.getvalue()


def main(target: Path) -> None:
    """Write the zip."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "onze-besturen"
        asked = NewRepository(name="Besturen in 't Gooi & Eemland", subject="Pesten op school")
        make_repository(folder, asked, kept_wheel())
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.name != ".protocolkit-python"
        }
    target.write_bytes(_zip(files))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
