"""A ledger reads back as the value that was written, and what is odd in it is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import Destination, Ledger, SourceChange, SourceChangeKind
from protocolkit.reading.ledger_file import read_ledger, write_ledger
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_Kind = SourceChangeKind
_CHANGES = (
    SourceChange(kind=_Kind.REMOVED, begin=3, end=9, text='een "regel"', reason="dubbel"),
    SourceChange(kind=_Kind.MOVED, begin=12, end=20, text="Noot", to=Destination.NOTES),
    SourceChange(kind=_Kind.UNGLUED, begin=21, end=30, text="desch ool", word=""),
    SourceChange(kind=_Kind.REMOVED, begin=31, end=32, text="1", mark="1"),
)
_LEFT_OUT = (
    LeftOut(text="verborgen", reason=LeftOutReason.HIDDEN, at=0, page=2, is_in_sentence=True),
    LeftOut(text="elders", reason=LeftOutReason.HIDDEN, at=-1),
)


def _kept(tmp_path: Path, text: str) -> tuple[Ledger, list[tuple[str, int]]]:
    path = tmp_path / "ledger.yml"
    path.write_text(text, "utf-8")
    report = Report("ledger.yml")
    found = read_ledger(path, report)
    return found, [(problem.code.name, problem.location.line) for problem in report.problems]


@pytest.mark.parametrize(
    "ledger",
    [
        Ledger(source="bron.txt", sha256="ab", changes=()),
        Ledger(source="bron.txt", sha256="ab", changes=_CHANGES),
        Ledger(source="bron.txt", sha256="ab", changes=_CHANGES[:1], left_out=_LEFT_OUT),
        Ledger(source="b.txt", sha256="ab", changes=(), choices=("kop: 1", 'een "b"')),
    ],
)
def test_what_is_written_reads_back(tmp_path: Path, ledger: Ledger) -> None:
    found, problems = _kept(tmp_path, write_ledger(ledger, "school.md"))
    assert problems == []
    assert replace(found, changes=tuple(replace(c, line=0) for c in found.changes)) == ledger


def test_only_what_says_something_is_written() -> None:
    """A person reads this file: keys that are empty would only make it longer."""
    text = write_ledger(Ledger(source="b.txt", sha256="ab", changes=_CHANGES[:1]), "school.md")
    assert "changes: []" not in text
    assert not any(
        f" {key}:" in f" {text}" for key in ("choices", "left_out", "word", "mark", "to")
    )
    unglued = write_ledger(Ledger(source="b.txt", sha256="ab", changes=_CHANGES[2:3]), "school.md")
    assert 'word: ""' in unglued
    assert "reason:" not in unglued
    told = write_ledger(
        Ledger(source="b.txt", sha256="ab", changes=(), left_out=_LEFT_OUT[1:]), "school.md"
    )
    assert not any(f" {key}:" in told for key in ("at", "page", "in_sentence"))


def test_white_space_of_the_source_does_not_break_the_lines_of_the_file(tmp_path: Path) -> None:
    change = SourceChange(kind=_Kind.REMOVED, begin=0, end=9, text="een\n  regel\tverder")
    found, _ = _kept(tmp_path, write_ledger(Ledger(source="b", sha256="", changes=(change,)), "x"))
    assert found.changes[0].text == "een regel verder"


def test_a_span_is_read_whatever_its_order_and_a_wrong_one_is_nothing(tmp_path: Path) -> None:
    head = "source: b\nsha256: c\nchanges:\n"
    found, _ = _kept(tmp_path, head + "  - {kind: removed, span: [9, 3], text: x}\n")
    assert (found.changes[0].begin, found.changes[0].end) == (3, 9)
    found, _ = _kept(tmp_path, head + "  - {kind: removed, text: x}\n")
    assert (found.changes[0].begin, found.changes[0].end) == (0, 0)
