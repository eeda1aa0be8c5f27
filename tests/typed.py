"""Commands as typed, without the half second that a new Python takes."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from protocolkit.commands import run


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


def typed(*words: str, cwd: Path) -> Typed:
    """Run ``protocol`` with these words in a folder, as its console script does."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(cwd),
        patch.object(sys, "argv", ["protocol", *words]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as leaving,
    ):
        run()
    code = leaving.value.code
    assert isinstance(code, int)
    return Typed(returncode=code, stdout=out.getvalue(), stderr=err.getvalue())
