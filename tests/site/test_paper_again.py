"""A file that failed beside others is made again when nothing else is at work."""

from __future__ import annotations

from pathlib import Path

from small_site import make_project, site_files
from warm import Command

# What writes Word files fails so many times, and then works.
_FAILING = """
import sys
from protocolkit.commands import run
from protocolkit.paper import writers
left, write = [int(sys.argv.pop())], writers.write_docx
def failing(*given, **named):
    if left[0]:
        left[0] -= 1
        raise AttributeError("nothing where something stood")
    return write(*given, **named)
writers.write_docx = failing
run()
"""


def test_made_again(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "project")

    def build(name: str, times: int) -> tuple[int, dict[str, bytes]]:
        target = tmp_path / name / "html"
        words = ("build", "-q", "-C", project, "-o", target, str(times))
        done = command(*words, code=_FAILING)
        return done.returncode, site_files(target)

    assert build("once", 1) == build("never", 0)
    status, left = build("always", 100)
    assert status == 2
    assert "downloads/regels/aa.docx" not in left
