"""The protocolkit that runs, as a wheel: what a new repository installs instead of a name.

A name in a registry can be registered by a stranger; a file in the repository cannot. The wheel
is put together from the installed files themselves, so that it needs no build tool and no network.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import protocolkit
from protocolkit.base.files import read_bytes, read_text
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.resources import templates_folder
from protocolkit.base.zips import zipped

NAME = "protocolkit"

WHEEL_MISSING = error(
    "wheel-missing",
    "This protocolkit cannot be packed",
    "it is not known how this protocolkit was installed.",
    "Name a wheel: protocol init FOLDER --wheel FILE.",
)
WHEEL_WRONG = error(
    "wheel-wrong",
    "A file is not a wheel of protocolkit",
    "this is not a wheel of protocolkit.",
    "Its name is protocolkit-VERSION-py3-none-any.whl, as 'python -m build' makes it.",
)

WHEEL_NAME = re.compile(r"^protocolkit-(?P<version>[0-9][0-9A-Za-z.]*)-py3-none-any\.whl$")
_REQUIRED = re.compile(r"^\s*(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)")
_PLAIN_VERSION = re.compile(r"^[0-9][0-9A-Za-z.]*$")
_ORDINARY_FILE = 0o100644 << 16
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A wheel of protocolkit: the name of its file, its version and its bytes."""

    name: str
    version: str
    content: bytes


def own_wheel() -> Wheel:
    """Return the running protocolkit as a wheel; the same files give the same bytes.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when nothing says what it needs.
    """
    version = protocolkit.__version__
    files = dict(_package_files())
    info = f"{NAME}-{version}.dist-info"
    files |= {f"{info}/{name}": content for name, content in _description(version).items()}
    tags = f"Wheel-Version: 1.0\nGenerator: {NAME} {version}\nRoot-Is-Purelib: true\n"
    files[f"{info}/WHEEL"] = f"{tags}Tag: py3-none-any\n".encode()
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    return Wheel(name=f"{NAME}-{version}-py3-none-any.whl", version=version, content=_zip(files))


def given_wheel(path: Path) -> Wheel:
    """Return a wheel that someone names.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it is no wheel of protocolkit.
    """
    found = WHEEL_NAME.match(path.name)
    try:
        content = read_bytes(path, None, limit=_MOST_BYTES) if found else b""
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (ProtocolkitError, zipfile.BadZipFile):
        names = []
    if found is None or f"{NAME}/__init__.py" not in names:
        raise ProtocolkitError(problem(WHEEL_WRONG, Location(str(path))))
    return Wheel(name=path.name, version=found["version"], content=content)


def pins() -> tuple[str, ...]:
    """Return the exact version of everything that protocolkit needs here, as pip reads it."""
    pending, found = list(_requirements()), {}
    while pending:
        named = _REQUIRED.match(pending.pop())
        name = _canonical(named["name"]) if named else ""
        item = None if name in found else _installed(name)
        if item is None:
            continue
        found[name], needs = item
        pending += [need for need in needs if "extra ==" not in need]
    return tuple(
        f"{name}=={version}"
        for name, version in sorted(found.items())
        if _PLAIN_VERSION.match(version)
    )


@cache
def _installed(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the version of an installed package and what it needs, None when it is not here."""
    try:
        found = metadata.distribution(name)
    except (metadata.PackageNotFoundError, ValueError):
        return None
    return found.version, tuple(found.requires or ())


def _package_files() -> Iterator[tuple[str, bytes]]:
    package = Path(protocolkit.__file__).parent
    yield from _files_under(package, NAME)
    if not (package / "templates").is_dir():
        yield from _files_under(templates_folder(), f"{NAME}/templates")


def _files_under(folder: Path, inside: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        is_made = path.suffix in (".pyc", ".mo") or "__pycache__" in name.parts
        if path.is_file() and not is_made and not any(p.startswith(".") for p in name.parts):
            yield f"{inside}/{name.as_posix()}", read_bytes(path, None)


def _description(version: str) -> dict[str, bytes]:
    """Return what stands in the wheel about itself: needs, commands, licence."""
    project = _project()
    if project is not None:
        return _from_project(project, version)
    try:
        own = metadata.distribution(NAME)
    except metadata.PackageNotFoundError:
        raise ProtocolkitError(problem(WHEEL_MISSING)) from None
    names = ("METADATA", "entry_points.txt", "licenses/LICENSE")
    found = {name: own.read_text(name) for name in names}
    return {name: text.encode() for name, text in found.items() if text}


def _from_project(project: Mapping[str, object], version: str) -> dict[str, bytes]:
    """Describe a working copy by its own project file, since an installation may lag behind."""
    lines = ["Metadata-Version: 2.1", f"Name: {NAME}", f"Version: {version}"]
    lines += [
        f"Summary: {project['description']}",
        f"Requires-Python: {project['requires-python']}",
    ]
    lines += [f"Requires-Dist: {need}" for need in _texts(project["dependencies"])]
    scripts = project["scripts"]
    assert isinstance(scripts, dict)
    commands = [f"{name} = {target}" for name, target in sorted(scripts.items())]
    licence = _working_copy() / "LICENSE"
    return {
        "METADATA": ("\n".join(lines) + "\n").encode(),
        "entry_points.txt": "\n".join(["[console_scripts]", *commands, ""]).encode(),
        "licenses/LICENSE": read_bytes(licence, None),
    }


def _requirements() -> Iterable[str]:
    project = _project()
    if project is not None:
        return _texts(project["dependencies"])
    try:
        own = metadata.distribution(NAME)
    except metadata.PackageNotFoundError:
        return ()
    return [need for need in own.requires or () if "extra ==" not in need]


def _working_copy() -> Path:
    return Path(protocolkit.__file__).parents[2]


def _project() -> Mapping[str, object] | None:
    """Return what the project file of a working copy says, or None for an installed package."""
    path = _working_copy() / "pyproject.toml"
    if not path.is_file():
        return None
    found = tomllib.loads(read_text(path, None)).get("project", {})
    return found if isinstance(found, dict) and found.get("name") == NAME else None


def _texts(found: object) -> list[str]:
    assert isinstance(found, list)
    return [str(item) for item in found]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _record(files: Mapping[str, bytes], own: str) -> bytes:
    """List every file with its digest, as PyPA's specification of wheels asks."""
    lines = []
    for name, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}")
    return "\n".join([*lines, f"{own},,", ""]).encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    ordered = sorted(files.items(), key=lambda item: (".dist-info/" in item[0], item))
    return zipped(dict(ordered), _ORDINARY_FILE)
