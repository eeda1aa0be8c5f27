"""Files of tests that take long go first, so that all processes end together.

With ``--dist loadfile`` a process takes the next file when it has none left; a long one at the end
leaves the others idle. How long each took stands in ``seconds.json``; ``pytest --weigh`` writes it
anew at the end of a run of all tests.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from examples import is_quick

_KEPT = Path(__file__).with_name("seconds.json")
_took: dict[str, float] = defaultdict(float)


def longest_first(
    seconds: Mapping[str, float], waiting: frozenset[str], names: Sequence[str]
) -> list[str]:
    """Order names of files by how long they take; what is not known goes last.

    Of the files that are ``waiting`` for the site, the longest begins, which makes it; the second
    is one that need not wait.
    """
    ordered = sorted(names, key=lambda name: -seconds.get(name, 0))
    builds = [name for name in ordered if name in waiting][:1]
    others = [name for name in ordered if name not in waiting][:1]
    return list(dict.fromkeys([*builds, *others, *ordered]))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that weighs."""
    parser.addoption("--weigh", action="store_true", help="write anew how long each file takes")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the files that take long first, where several processes take them in turn."""
    if not hasattr(config, "workerinput"):
        return
    files: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        files[_file(item.nodeid)].append(item)
    waiting = frozenset(
        name
        for name, own in files.items()
        if any("built_site" in getattr(item, "fixturenames", ()) for item in own)
    )
    seconds = json.loads(_KEPT.read_text("utf-8"))
    items[:] = [
        item for name in longest_first(seconds, waiting, list(files)) for item in files[name]
    ]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up how long the tests of a file take."""
    _took[_file(report.nodeid)] += report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep which files take a second or more, when that was asked after a run of all tests."""
    is_asked = session.config.getoption("--weigh") and not is_quick()
    if is_asked and not hasattr(session.config, "workerinput"):
        found = {name: round(took) for name, took in _took.items() if took >= 1}
        _KEPT.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", "utf-8")


def _file(nodeid: str) -> str:
    return nodeid.partition("::")[0]
