"""What is wrong in a file of reasons is told by ``check``, with its line; no file, no problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.checking.written_reasons import check_written_reasons


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("reasons:\n  a1: Omdat\n", []),
        ("reasons:\n  a1: {reden: Omdat}\n", [("yaml-unknown-key", 2)]),
        ("reasons:\n  a1: 'x\n", [("yaml-syntax", 3)]),
        ("reasons:\n  a1: om\u202edat\n", [("sign-turns", 2)]),
        ("reasons:\n  a1: {reason: fiets \U0001f6b2}\n", [("sign-unknown", 2)]),
        ("format: 99\n", [("format-newer", 1)]),
    ],
)
def test_each_file_of_reasons_is_read(
    tmp_path: Path, text: str, told: list[tuple[str, int]]
) -> None:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    assert list(check_written_reasons(tmp_path)) == []
    for name in ("de-brug.waarom.yml", "de-brug@2.waarom.yml"):
        (folder / name).write_text(text, "utf-8")
    found = list(check_written_reasons(tmp_path))
    assert [(odd.code.name, odd.location.line) for odd in found] == told * 2
    assert {odd.location.path for odd in found} <= {
        "protocols/pesten/de-brug.waarom.yml",
        "protocols/pesten/de-brug@2.waarom.yml",
    }


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (tmp_path / "elders.yml").write_text("reasons: [", "utf-8")
    (folder / "de-brug.waarom.yml").symlink_to(tmp_path / "elders.yml")
    assert [odd.code.name for odd in check_written_reasons(tmp_path)] == ["file-outside"]
