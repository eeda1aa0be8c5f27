"""Other programs that tests start, each by a fixture, so that it is known which tests do.

See needs.py. ``warm.py`` is for our own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from seeds import ROOT

VALIDATOR = ROOT / "node_modules" / ".bin" / "ooxml-validator"
# A program that hangs is a failure, whatever else a machine does.
_SECONDS = 600

Start = Callable[..., subprocess.CompletedProcess[str]]
Begin = Callable[..., "subprocess.Popen[str]"]
NO_NETWORK = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "PIP_NO_INDEX": "0",
}
"""The environment of a pip that reaches nothing."""

# The same Chromium, the first without the windows of a browser, which take a third of its work.
_CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser")

Git = Callable[..., None]
IsValidWord = Callable[[Path], None]


def start_program(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program; return what it printed and its exit code."""
    return subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=cwd, timeout=_SECONDS
    )


def begin_program(*words: str | Path, cwd: Path | None = None) -> subprocess.Popen[str]:
    """Begin a program that goes on beside the test; it ends with the block that it is used in."""
    pipe = subprocess.PIPE
    return subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=cwd)


def find_chromium() -> str | None:
    """Return the path of the Chromium of this machine."""
    return next((path for name in _CHROMIUM if (path := shutil.which(name))), None)


def run_git(folder: Path, *words: str) -> None:
    """Run git in a folder, as somebody with a name."""
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = start_program("git", *name, *words, cwd=folder)
    assert done.returncode == 0, done.stderr


def assert_valid_word(path: Path) -> None:
    """Hold a Word file to the schema of Office documents."""
    found = json.loads(start_program(VALIDATOR, path).stdout)
    assert (found["ok"], found["errors"]) == (True, [])
