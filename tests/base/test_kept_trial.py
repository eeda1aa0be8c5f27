"""In a trial nothing is written, and what would be is known."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.trial import Tried, running, trial, tried


def test_what_would_be_written_is_kept_by_its_place() -> None:
    path, same = Path("a.md"), Path("b.md")
    assert running() is None
    assert tried(path) is None
    with trial() as now:
        assert running() is now
        now.keep(path, b"1", b"2")
        now.keep(same, b"1", b"1")
        now.keep(path, b"2", b"3")
        # what stood there is what stood before the first time
        assert tried(path) == Tried(before=b"1", after=b"3")
        assert list(now.files) == [path.absolute()]
        now.keep(path, b"3", b"1")
        assert not now.files
    assert running() is None


def test_a_trial_inside_a_trial_is_one_of_its_own() -> None:
    with trial() as outer:
        with trial() as inner:
            inner.keep(Path("a.md"), None, b"1")
        assert running() is outer
        assert tried(Path("a.md")) is None
