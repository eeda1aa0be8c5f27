"""The guide on house styles: its commands do what it says, on a repository as it describes."""

from __future__ import annotations

import re
import shlex
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from house_files import LETTER_WORDS, changed, reference
from seeds import ROOT
from small_site import BuildSite
from typed import typed

_GUIDE = (ROOT / "docs" / "gebruik" / "huisstijl.md").read_text("utf-8")
_TEXT = """---
protocol:
  {organisation}
---

# Protocol telefoons

{{#a}}
1. Telefoons blijven in de kluis.
"""


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", _GUIDE, re.DOTALL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository as the guide has it, of a board whose letters are in Verdana."""
    root = tmp_path / "repo"
    text, own = root / "protocols" / "telefoons", root / "templates" / "de-linde"
    text.mkdir(parents=True)
    own.mkdir(parents=True)
    (root / "conf.py").write_text('extensions = ["protocolkit"]\nlanguage = "nl"\n')
    (root / "index.md").write_text("# Begin\n")
    (text / "de-mus.md").write_text(_TEXT.format(organisation=_blocks("yaml")[0].strip()))
    (text / "topics.yml").write_text("title: Telefoons\nalone: {de-mus: [a]}\n")
    with zipfile.ZipFile(_as_file(tmp_path, reference())) as package:
        styles = package.read("word/styles.xml").replace(b"Libertinus Serif", b"Verdana")
    (own / "reference.docx").write_bytes(changed(reference(), {"word/styles.xml": styles}))
    return root


def _as_file(folder: Path, content: bytes) -> Path:
    path = folder / "huisstijl.docx"
    path.write_bytes(content)
    return path


@pytest.mark.process
def test_check_tells_what_the_guide_says(root: Path) -> None:
    (told,) = _blocks("text")
    command = shlex.split(_blocks("sh")[0])
    done = typed(*command[1:], cwd=root)
    assert "[house" not in done.stdout
    assert [line for line in told.splitlines() if line not in done.stderr] == []


@pytest.mark.process
def test_a_file_that_is_none_is_a_problem(root: Path) -> None:
    (root / "templates" / "de-linde" / "reference.docx").write_bytes(b"geen zip")
    done = typed("check", cwd=root)
    assert done.returncode == 1
    assert "templates/de-linde/reference.docx: dit is geen goed Word-bestand" in done.stdout
    assert "[house-file]" in done.stdout
    assert "Gebruikt" not in done.stderr


def test_a_build_gives_the_paper_of_a_school_the_look_of_its_board(
    root: Path, build_site: BuildSite
) -> None:
    assert [shlex.split(block)[1] for block in _blocks("sh")] == ["check", "build"]
    site = build_site(root)
    document = pypdfium2.PdfDocument(site / "downloads" / "telefoons" / "de-mus.pdf")
    first = document[0].get_textpage().get_text_bounded()
    assert all(words in first for words in LETTER_WORDS)
    with zipfile.ZipFile(site / "downloads" / "telefoons" / "de-mus.docx") as package:
        heads = b"".join(package.read(name) for name in package.namelist() if "header" in name)
    assert LETTER_WORDS[0].encode() in heads
