"""What our own pages and papers are made with, as one digest: a newer version makes all anew."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

_CODE = "protocolkit_code"
_PACKAGE = Path(__file__).parents[1]


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
