"""Work on all cores gives what it gives here, in order, and a failure is never silent."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from protocolkit.alignment.processes import ProcessStoppedError, on_all_cores

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(
        "fork" not in multiprocessing.get_all_start_methods(),
        reason="this system copies no process",
    ),
]


@pytest.mark.parametrize("cores", [2, 3, 7])
@pytest.mark.parametrize("count", [0, 1, 8, 40])
def test_outcomes_come_in_order_whatever_the_number_of_processes(count: int, cores: int) -> None:
    found = list(on_all_cores(lambda number: (number, number**2), count, cores))
    assert found == [(number, number**2) for number in range(count)]


def test_the_work_is_done_in_other_processes_that_know_what_is_here() -> None:
    known = object()
    found = list(on_all_cores(lambda _: (os.getpid(), id(known)), 8, 2))
    assert len({process for process, _ in found}) == 2
    assert {where for _, where in found} == {id(known)}
    assert os.getpid() not in {process for process, _ in found}


def test_few_items_are_done_here() -> None:
    assert set(on_all_cores(lambda _: os.getpid(), 2, 2)) == {os.getpid()}


def test_outcomes_may_be_larger_than_what_waits_between_processes() -> None:
    found = on_all_cores(lambda number: bytes([number]) * 500_000, 9, 2)
    assert [len(made) for made in found] == [500_000] * 9


def test_a_failure_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def job(number: int) -> int:
        if number == 5:
            raise ValueError("dit gaat mis")
        return number

    made: list[int] = []
    with pytest.raises(ProcessStoppedError):
        made.extend(on_all_cores(job, 12, 3))
    assert "dit gaat mis" in capfd.readouterr().err
    assert not multiprocessing.active_children()


def test_who_stops_halfway_leaves_no_process_behind() -> None:
    found = on_all_cores(lambda number: bytes([number]) * 500_000, 30, 3)
    assert next(found)[:1] == bytes([0])
    assert multiprocessing.active_children()
    found.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()
