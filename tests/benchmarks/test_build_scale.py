"""The scale runs of ``build_time.py`` measure what they say, of a few protocols."""

from __future__ import annotations

from pathlib import Path

from build_scale import Sizes, scale_lines
from measured_run import Run


def test_every_part_is_run_and_told(tmp_path: Path) -> None:
    ran: list[list[str]] = []

    def measure(words: list[str]) -> Run:
        ran.append(words)
        if words[0].endswith(".py"):
            (Path(words[-1]) / "a.pdf").touch()
            (Path(words[-1]) / "a.docx").touch()
        elif words[0] == "sphinx":
            Path(words[-1]).mkdir()
        return Run(seconds=2.0, processor=1.0 + len(ran), megabytes=100.0)

    sizes = Sizes(boards=3, topics=4, protocols=5, clauses=3, papers=1, runs=2)
    lines = scale_lines(sizes, tmp_path, measure, "project = 'p'\n", "paper\n")
    assert [words[0] for words in ran[:-1]] == ["protocolkit"] * 2 + ["sphinx"] * 4
    assert "3 boards × 4 topics" in lines[0]
    assert "5 protocols × 3 clauses" in lines[2]
    # medians of runs by turns: ours took 4 and 6, theirs 5 and 7
    assert "processor: 5.0 s, 6.0 s, ratio 0.83" in lines[4]
    assert "1000 ms, 4000 ms processor for each of 2 files" in lines[-1]
    ours, plain = (sorted((tmp_path / "alone" / one / "protocols").rglob("*")) for one in _TWO)
    assert [path.name for path in ours] == [path.name for path in plain]
    assert not list((tmp_path / "alone").rglob("topics.yml"))
    texts = [p.read_text("utf-8") for p in (tmp_path / "compared").rglob("bestuur-*.md")]
    assert sum("Ook in de pauze." in text for text in texts) == 1


_TWO = ("project", "plain")
