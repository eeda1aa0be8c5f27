"""Which tests take more than a moment is weighed, not guessed: ``make quick`` leaves those out.

``long.json`` names them by file. A test weighs the time that the processor gave to it and to what
it alone asked for, and its share of what a fixture made for all of its file; a test with many
parameters weighs what they do on average. ``pytest --weigh`` in the profile of ``make quick``
writes the file anew.
"""

from __future__ import annotations

import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

import pytest

from examples import is_quick

LONG = Path(__file__).with_name("long.json")
MARKER = "long"
# Seconds of the processor. Docs/develop/tests.md says how long what is lighter takes together.
LEAST = 0.02
# A test that is not in the file and takes so many seconds is told at the end of ``make quick``.
_TOLD_FROM = 2.0
# What a report carries from one process to another.
_Carried: TypeAlias = tuple[float, dict[str, float], list[str]]


@dataclass(frozen=True, slots=True)
class Weight:
    """What one test took itself, what it made for all of its file, and whose makings it used."""

    seconds: float
    made: Mapping[str, float]
    shared: Sequence[str]


def long_tests(weights: Mapping[str, Weight]) -> dict[str, list[str]]:
    """Return the names of the tests that weigh too much, by file.

    ``weights`` has a place (``tests/test_x.py::test_y[z]``) per test, as pytest names it.
    """
    made: dict[tuple[str, str], float] = defaultdict(float)
    users: Counter[tuple[str, str]] = Counter()
    for place, weight in weights.items():
        file = _parts(place)[0]
        users.update((file, fixture) for fixture in weight.shared)
        for fixture, cost in weight.made.items():
            made[file, fixture] += cost
    took: dict[tuple[str, str], list[float]] = defaultdict(list)
    for place, weight in weights.items():
        file, name = _parts(place)
        shares = [made[file, each] / users[file, each] for each in weight.shared]
        took[file, name].append(weight.seconds + sum(shares))
    found: dict[str, list[str]] = defaultdict(list)
    for (file, name), seconds in sorted(took.items()):
        if sum(seconds) / len(seconds) >= LEAST:
            found[file].append(name)
    return dict(found)


def _parts(place: str) -> tuple[str, str]:
    file, _, name = place.partition("::")
    return file, name.partition("[")[0]


class _Scale:
    """Weighs the tests of this process, one after the other."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.made: dict[str, float] = {}
        self.shared: list[str] = []

    def begin(self) -> None:
        self.seconds, self.made, self.shared = 0.0, {}, []


_SCALE = _Scale()
_weights: dict[str, Weight] = {}
_untold: dict[str, float] = defaultdict(float)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    config.addinivalue_line("markers", f"{MARKER}: takes more than a moment (tests/long.json)")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that take long."""
    names = {(file, name) for file, own in read_long().items() for name in own}
    for item in items:
        if _parts(item.nodeid) in names:
            item.add_marker(MARKER)


def read_long() -> dict[str, list[str]]:
    """Return the names of the tests that take long, by file."""
    kept: dict[str, list[str]] = json.loads(LONG.read_text("utf-8"))
    return kept


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest
) -> Iterator[None]:
    """Weigh what is made for a test, or for all of its file."""
    began = time.process_time()
    try:
        return (yield)
    finally:
        took = time.process_time() - began
        if fixturedef.scope == "function":
            _SCALE.seconds += took
        else:
            _SCALE.made[fixturedef.argname] = took


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Weigh a test, and let its report carry what it weighs to the process that writes."""
    began = time.process_time()
    try:
        return (yield)
    finally:
        seconds = _SCALE.seconds + time.process_time() - began
        weight = (seconds, dict(_SCALE.made), _shared(item))
        item.user_properties.append(("weight", weight))
        _SCALE.begin()


def _shared(item: pytest.Item) -> list[str]:
    known: Mapping[str, Sequence[pytest.FixtureDef[object]]]
    known = vars(item)["_fixtureinfo"].name2fixturedefs
    return [name for name, found in known.items() if found[-1].scope != "function"]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep what a test weighs."""
    if report.when != "call":
        return
    for name, value in report.user_properties:
        if name == "weight":
            weight = Weight(*cast("_Carried", value))
            _weights[report.nodeid] = weight
            if MARKER not in report.keywords:
                _untold["::".join(_parts(report.nodeid))] += weight.seconds


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was weighed when that was asked; else name what is too long."""
    if hasattr(session.config, "workerinput") or not is_quick():
        return
    if session.config.getoption("--weigh"):
        text = json.dumps(long_tests(_weights), indent=1, sort_keys=True)
        LONG.write_text(f"{text}\n", "utf-8")
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    slow = [f"{place} ({took:.0f} s)" for place, took in _untold.items() if took >= _TOLD_FROM]
    if reporter is not None and slow:
        reporter.write_line(f"Too long for make quick (docs/develop/tests.md): {', '.join(slow)}.")
