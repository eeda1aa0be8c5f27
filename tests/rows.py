"""In ``make quick`` and ``make test`` the rows of a table are one test, which names each wrong row.

To begin and end a test takes longer than most rows do, above all where a process reports it to
another one. Where one process runs all, as while one works on a file, each row is a test of its
own, and so is one that is asked for by name, or that needs a thing of its own (a folder, a patch).
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import is_hypothesis_test

from examples import is_quick

# These say something of one row alone.
_OF_ONE_ROW = frozenset({"xfail", "skip", "skipif"})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put one test in the place of the rows of each table."""
    is_joined = is_quick() or hasattr(config, "workerinput")
    if not is_joined or config.getoption("--weigh", default=False):
        return
    tables: dict[object, list[pytest.Function]] = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and _is_row(item):
            kind = repr([mark for mark in item.own_markers if mark.name != "parametrize"])
            tables[item.parent, item.originalname, kind].append(item)
    joined: dict[pytest.Item, list[pytest.Item]] = {}
    for rows in tables.values():
        if len(rows) > 1:
            joined |= {row: [] for row in rows}
            joined[rows[0]] = [_one_of(rows)]
    items[:] = [each for item in items for each in joined.get(item, [item])]


def _is_row(item: pytest.Function) -> bool:
    """Tell whether a test has values of its own, and shares all else that it asks for."""
    marks = list(item.iter_markers("parametrize"))
    if not marks or item.cls or is_hypothesis_test(item.obj):
        return False
    if any(mark.kwargs.get("indirect") for mark in marks):
        return False
    if any(mark.name in _OF_ONE_ROW for mark in item.iter_markers()):
        return False
    known: Mapping[str, Sequence[pytest.FixtureDef[object]]]
    known = vars(item)["_fixtureinfo"].name2fixturedefs
    others = [name for name in item.fixturenames if name not in _names(marks)]
    return all(name in known and known[name][-1].scope != "function" for name in others)


def _names(marks: Sequence[pytest.Mark]) -> set[str]:
    """Return the names of the values that tables give."""
    found: set[str] = set()
    for mark in marks:
        given = mark.args[0] if mark.args else mark.kwargs["argnames"]
        found.update(given.replace(",", " ").split() if isinstance(given, str) else given)
    return found


def _one_of(rows: Sequence[pytest.Function]) -> pytest.Function:
    """Return a test that goes over all these rows and asks for what they share."""
    first = rows[0]
    asked = inspect.signature(first.obj).parameters.values()
    own = _names(list(first.iter_markers("parametrize")))
    every: Callable[..., None] = _going_over(rows)
    shared = [each for each in asked if each.name not in own and each.default is each.empty]
    vars(every)["__signature__"] = inspect.Signature(shared)
    vars(every)["pytestmark"] = [m for m in first.own_markers if m.name != "parametrize"]
    made: pytest.Function = pytest.Function.from_parent(
        first.parent, name=first.originalname, callobj=every
    )
    made.user_properties.extend(first.user_properties)
    return made


def _going_over(rows: Sequence[pytest.Function]) -> Callable[..., None]:
    def every(**shared: object) -> None:
        wrong: list[BaseException] = []
        for row in rows:
            row.funcargs.update(shared | row.callspec.params)
            try:
                row.runtest()
            except (Exception, SystemExit, pytest.fail.Exception) as error:
                error.add_note(f"in {row.name}")
                wrong.append(error)
        if len(wrong) == 1:
            raise wrong[0]
        if wrong:
            raise BaseExceptionGroup(f"{len(wrong)} of {len(rows)} rows are wrong", wrong)

    return every
