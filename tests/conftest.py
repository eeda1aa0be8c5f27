"""The site of this repository, made once for all tests that look at outputs."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from seeds import ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole repository as a user does; return the folder of the site."""
    output = tmp_path_factory.mktemp("site") / "html"
    command = [sys.executable, "-m", "protocolkit", "build", "-C", str(ROOT), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Take what a finished module leaves out of the collector's sight.

    Pages, fonts and templates stay cached for the whole run; walking them again and again made
    the property tests after them twenty times slower.
    """
    if nextitem is not None and item.path != nextitem.path:
        gc.collect()
        gc.freeze()
