"""What one build made and the next may take over: values kept beside Sphinx's own state.

A value is kept under all that it was made from; when any of that differs it is made anew.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from sphinx.application import Sphinx
from sphinx.config import Config

from protocolkit.base.files import write_bytes
from protocolkit.base.resources import templates_folder

_Value = TypeVar("_Value")
_WRITERS = ("typst", "python-docx", "lxml")


def kept_value(folder: Path, name: str, content: str, make: Callable[[], _Value]) -> _Value:
    """Return what was kept under a name, or make and keep it.

    ``content`` is all that the value is made from besides our own code.
    """
    path = folder / f"protocolkit-{name}.pickle"
    key = digest(f"{own_code()}{content}".encode("utf-8", "surrogatepass"))
    found = _read(path)
    if isinstance(found, tuple) and len(found) == 2 and found[0] == key:
        value: _Value = found[1]
        return value
    value = make()
    write_bytes(path, pickle.dumps((key, value)))
    return value


def surroundings(app: Sphinx) -> str:
    """Return what files depend on besides their protocols: templates, code, writers."""
    folders = [templates_folder(), Path(app.srcdir) / "templates"]
    files = sorted({path for folder in folders if folder.is_dir() for path in folder.rglob("*.*")})
    digests = [digest(path.read_bytes()) for path in files if path.is_file()]
    return " ".join([own_code(), *(version(name) for name in _WRITERS), *digests])


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes, as hex digits."""
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> Any:
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301 - our own file, beside Sphinx's own
    except Exception:
        return None


_CODE = "protocolkit_code"
_PACKAGE = Path(__file__).parents[2]


def connect(app: Sphinx) -> None:
    """Have every page read again by another version of ours than the one that read it before."""
    app.add_config_value(_CODE, default="", rebuild="env", types=[str])
    app.connect("config-inited", _note)


@lru_cache(maxsize=1)
def own_code() -> str:
    """Return the digest of all our code and catalogues."""
    digest = hashlib.sha256()
    for path in sorted({*_PACKAGE.rglob("*.py"), *(_PACKAGE / "locales").rglob("*.po")}):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def key_of(content: bytes) -> str:
    """Return the key under which what was read from a file is kept: its bytes and our code.

    What another version of ours has kept may lack what this one asks of it.
    """
    return hashlib.sha256(own_code().encode() + content).hexdigest()


def _note(_app: Sphinx, config: Config) -> None:
    config[_CODE] = own_code()
