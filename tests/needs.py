"""What tests need beside Python, told by the fixtures that they ask for.

A test that asks for none of these runs in ``make quick``, and may start no other program: the
guard below makes it fail. What a machine lacks is said in the last line of a run, with the cure.
Where ``CI`` is set, nothing may be skipped.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pytest

from programs import VALIDATOR, IsValidWord, assert_valid_word, find_chromium


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that not every run has time for, or not every machine has.

    ``fixtures`` give it to a test; ``cure`` is how a machine gets it, ``""`` when every machine
    has it.
    """

    marker: str
    what: str
    fixtures: frozenset[str]
    cure: str = ""

    @property
    def lacking(self) -> str:
        """What is said where a machine does not have it."""
        return f"{self.what} is not installed ({self.cure})"


NEEDS = (
    Need(
        marker="browser",
        what="Chromium",
        fixtures=frozenset({"browser", "chromium"}),
        cure="apt install chromium-headless-shell",
    ),
    Need(
        marker="npm",
        what="npm",
        fixtures=frozenset({"axe", "valid_word"}),
        cure="npm install --no-save --ignore-scripts",
    ),
    Need(
        marker="office",
        what="LibreOffice",
        fixtures=frozenset({"soffice"}),
        cure="apt install libreoffice-writer",
    ),
    Need(
        marker="build",
        what="a website",
        fixtures=frozenset({"built_site", "build_site", "plain_site"}),
    ),
    Need(
        marker="process",
        what="another program",
        fixtures=frozenset({"start", "begin", "git", "command"}),
    ),
)
_INSTALLED = tuple(need for need in NEEDS if need.cure)
# What a test needs, where its report carries it from one process to another.
_PROPERTY = "needs"
_STARTING = frozenset({"subprocess.Popen", "os.fork", "os.posix_spawn", "os.exec", "os.system"})


def must_have(marker: str, is_there: bool) -> None:
    """Skip the test that asks, or fail it where ``CI`` is set, when a machine lacks a need."""
    if is_there:
        return
    need = next(need for need in NEEDS if need.marker == marker)
    if os.environ.get("CI"):
        pytest.fail(need.lacking)
    pytest.skip(need.lacking)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the Chromium of this machine."""
    path = find_chromium()
    must_have("browser", path is not None)
    return str(path)


@pytest.fixture(scope="session")
def valid_word() -> IsValidWord:
    """Return what asserts that a Word file follows the schema of its format."""
    must_have("npm", VALIDATOR.exists())
    return assert_valid_word


@pytest.fixture(scope="session")
def soffice() -> str:
    """Return the path of LibreOffice."""
    path = shutil.which("soffice")
    must_have("office", path is not None)
    return str(path)


def pytest_configure(config: pytest.Config) -> None:
    """Declare a marker for each need, and watch what tests start."""
    for need in NEEDS:
        config.addinivalue_line("markers", f"{need.marker}: needs {need.what}")
    sys.addaudithook(_GUARD.watch)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with what its fixtures need."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        for need in NEEDS:
            if asked & need.fixtures:
                item.add_marker(need.marker)
        # A report's keywords hold the names of folders too.
        own = [need.marker for need in NEEDS if item.get_closest_marker(need.marker)]
        item.user_properties.append((_PROPERTY, own))


class _Guard:
    """Stops a test that starts a program without a word about it."""

    def __init__(self) -> None:
        self.test = ""

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.test and event in _STARTING:
            test, self.test = self.test, ""
            pytest.fail(
                f"{test} starts a program ({event} {arguments[:1]}); ask for the fixture that"
                " does so, or mark it 'process'"
            )


_GUARD = _Guard()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let only a test that is marked start a program."""
    is_marked = any(item.get_closest_marker(need.marker) for need in NEEDS)
    _GUARD.test = "" if is_marked else item.nodeid
    try:
        return (yield)
    finally:
        _GUARD.test = ""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Let the last line say which tests this machine could not run, and what would mend that.

    Where ``CI`` is set, a test that was skipped for whatever reason fails the run.
    """
    yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    if os.environ.get("CI") and (skipped := reporter.stats.get("skipped", ())):
        # What is skipped there runs nowhere.
        reporter.write_line(f"Tests skipped where none may be: {len(skipped)}.", red=True)
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED
    ran: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for outcome in ("passed", "failed", "skipped"):
        for report in reporter.stats.get(outcome, ()):
            # A module that is skipped as a whole has no markers.
            if isinstance(report, pytest.TestReport) and report.when != "teardown":
                left.update(need.marker for need in _INSTALLED if _is_lacking(report, need))
                if report.when == "call" and not report.skipped:
                    ran.update(_needed(report))
    told = [
        f"{need.what}: {left[need.marker]} NOT RUN ({need.cure})"
        if left[need.marker]
        else f"{need.what}: {ran[need.marker]} run"
        for need in _INSTALLED
        if left[need.marker] or ran[need.marker]
    ]
    if told:
        reporter.write_line(f"Tests that need {', '.join(told)}.")


def _needed(report: pytest.TestReport) -> list[str]:
    """Return the markers of what a test that has run needed."""
    return [
        marker
        for name, own in report.user_properties
        if name == _PROPERTY
        for marker in cast("list[str]", own)
    ]


def _is_lacking(report: pytest.TestReport, need: Need) -> bool:
    """Tell whether a test was skipped for want of this, and not of another that it asks for."""
    return report.skipped and need.lacking in str(report.longrepr)
