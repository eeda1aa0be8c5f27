"""Two versions of some lines that git left in a file are called that, in every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT
from protocolkit.reading.front_matter import conflict_line
from protocolkit.reading.reader import read_protocol_text
from typed import typed

_LEFT = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n"
_SETTINGS = TEXT.replace("  status: concept\n", _LEFT.format("  status: concept", "  status: x"))
_BODY = TEXT.replace("3. De", _LEFT.format("3. Een.", "3. Twee.") + "3. De")


@pytest.mark.process
@pytest.mark.parametrize(("text", "line"), [(_SETTINGS, 5), (_BODY, 17)])
def test_it_is_told_first_with_its_line_and_its_cure(text: str, line: int, tmp_path: Path) -> None:
    found = read_protocol_text(text).problems
    assert (found[0].code.name, found[0].location.line) == ("merge-conflict", line)
    assert "yaml-syntax" not in {one.code.name for one in found}
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    name = "protocols/pesten/de-brug.md"
    decide = ("--body", "MR", "--decision", "verleend", "--date", "2026-03-01")
    for words in (
        ("status", name),
        ("approve", name, *decide),
        ("redline", "niets", name, "-o", "x.pdf"),
    ):
        done = typed(*words, cwd=tmp_path)
        assert done.returncode, words
        assert f"{name}:{line}: twee mensen hebben dezelfde regels gewijzigd" in done.stderr, words
    assert "[merge-conflict]" in typed("check", cwd=tmp_path).stdout
    assert path.read_text("utf-8") == text


def test_signs_that_are_no_two_versions_are_none() -> None:
    assert conflict_line("Kop\n=======\n\ntekst") == 0
    assert conflict_line("<<<<<<< HEAD\n>>>>>>> other") == 0
