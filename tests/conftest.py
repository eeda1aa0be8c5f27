"""What many tests use: the site of this repository, made once, and other programs."""

from __future__ import annotations

import os

# Two processes that each calculate with two threads wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# What commands say is as wide as the terminal; here it is the same for everybody.
os.environ["COLUMNS"] = "96"

import contextlib
import fcntl
import gc
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import warm
from examples import declare_profiles
from programs import Begin, Git, Start, begin_program, run_git, start_program
from protocolkit.base import machine_fonts
from seeds import ROOT
from small_site import BuildSite, make_project
from warm import Command

pytest_plugins = ("needs", "ordering", "rows", "weighing")
declare_profiles()
warm.leave_out_models()
# Papers are the same on every machine, whatever fonts it has.
machine_fonts.PLACES = ()
# Reading all tests and what they import leaves nothing to collect.
gc.disable()
# What a test makes is gone when it ends, nearly all of it without the collector.
gc.set_threshold(50_000, 20, 100)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker of what seeds draw; what is drawn by hypothesis has its own."""
    config.addinivalue_line("markers", "drawn: goes over what seeds draw (tests/examples.py)")


@pytest.fixture(scope="session")
def start() -> Start:
    """Return what runs a program; a test that asks for it may start any."""
    return start_program


@pytest.fixture(scope="session")
def begin() -> Begin:
    """Return what begins a program that goes on beside the test."""
    return begin_program


@pytest.fixture(scope="session")
def git() -> Git:
    """Return what runs git in a folder, as somebody with a name."""
    return run_git


@pytest.fixture(scope="session")
def command() -> Iterator[Command]:
    """Return what runs ``protocol`` in a process of its own."""
    with warm.ready() as run:
        yield run


@pytest.fixture(scope="session")
def build_site(command: Command) -> BuildSite:
    """Return what builds the site of a project, as a user does, into a folder beside it."""

    def build(folder: Path, *options: str, out: str = "out") -> Path:
        target = folder.parent / f"{folder.name}-{out}" / "html"
        done = command("build", "-C", folder, "-o", target, *options)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stderr, done.stderr
        return target

    return build


@pytest.fixture(scope="session")
def plain_site(build_site: BuildSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of a project as it was made; return its folder, which is only looked at."""
    return build_site(make_project(tmp_path_factory.mktemp("plain") / "project"))


@pytest.fixture(scope="session")
def built_site(command: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole repository as a user does; return the folder of the site.

    It is made once for all processes that run tests: the first makes it, the others wait.
    """
    with _shared(tmp_path_factory, "site") as folder:
        output, made = folder / "html", folder / "made"
        if not made.exists():
            done = command("build", "-C", ROOT, "-o", output)
            assert done.returncode == 0, done.stdout + done.stderr
            made.touch()
    return output


@pytest.fixture(scope="session")
def python(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python that copies an environment where it should make one: that takes seconds."""
    with _shared(tmp_path_factory, "python") as folder:
        path, kept = folder / "python", folder / "kept"
        if not path.exists():
            assert start(sys.executable, "-m", "venv", "--clear", kept).returncode == 0
            path.write_text(
                "#!/bin/sh\n"
                f'[ "$2" = venv ] || exec {shlex.quote(sys.executable)} "$@"\n'
                f'cp -R {shlex.quote(str(kept))} "$4"\n',
                "utf-8",
            )
            path.chmod(0o755)
    return path


@contextlib.contextmanager
def _shared(temporary: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """Give a folder of all processes that run tests; one at a time works in it."""
    folder = temporary.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    (folder / name).mkdir(exist_ok=True)
    with (folder / name / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / name


def pytest_collection_finish() -> None:
    """Let the collector work again, on what the tests themselves leave."""
    gc.freeze()
    gc.enable()


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Take what a finished module leaves out of the collector's sight.

    Pages, fonts and templates stay cached for the whole run; walking them again and again made
    the property tests after them twenty times slower.
    """
    if nextitem is not None and item.path != nextitem.path:
        gc.collect()
        gc.freeze()
