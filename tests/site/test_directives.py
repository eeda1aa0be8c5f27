"""The directives, roles, settings and events that others build on, and the page that tells them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sphinx
from bs4 import BeautifulSoup

import reference_page
from protocolkit.site.directives.connect import DIRECTIVES
from protocolkit.site.engine.settings import SETTINGS
from seeds import ROOT
from site_crawler import crawl
from typed import typed
from warm import SPHINX, Command

_DEVELOP = ROOT / "docs" / "develop"
_BUILD = ["-q", "--no-color", "-W", "--keep-going", "-n", "-b"]
_QUICK = "protocolkit_paper = False\n"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a copy of the example project, without paper."""
    folder = tmp_path / "p"
    shutil.copytree(_DEVELOP / "example", folder)
    conf = folder / "conf.py"
    conf.write_text(conf.read_text("utf-8") + _QUICK, "utf-8")
    return folder


def _text(folder: Path, command: Command, page: str) -> str:
    """Build a project as text; return what a page of it says, in one line."""
    done = command(*_BUILD, "text", folder, folder.parent / "text", code=SPHINX)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return " ".join((folder.parent / "text" / f"{page}.txt").read_text("utf-8").split())


def _says(folder: Path, command: Command, asked: str) -> str:
    (folder / "vraag.md").write_text(f"---\norphan: true\n---\n# Vraag\n\n{asked}\n", "utf-8")
    return _text(folder, command, "vraag").partition("***** ")[2]


def test_the_reference_page_is_what_the_code_declares() -> None:
    written = (_DEVELOP / "sphinx.md").read_text("utf-8")
    assert written == reference_page.page() + "\n"
    for name in (*(one.name for one in DIRECTIVES), *(one.name for one in SETTINGS)):
        assert f"`{name}`" in written or f"`{{{name}}}`" in written


def test_the_example_builds_as_it_is_with_every_warning_an_error(
    tmp_path: Path, command: Command
) -> None:
    folder = tmp_path / "p"
    shutil.copytree(_DEVELOP / "example", folder)
    done = command(*_BUILD, "html", folder, tmp_path / "html", code=SPHINX)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert crawl(tmp_path / "html").dead == []
    page = BeautifulSoup((tmp_path / "html" / "index.html").read_text("utf-8"), "lxml")
    quote = page.select_one("blockquote.protocol-quote")
    assert quote is not None
    assert "1. Leerlingen mogen elkaar niet pesten." in quote.get_text()
    assert quote.select_one('a[href="protocols/pesten/de-brug.html#art-1"]') is not None
    assert len(page.select("table.protocolkit-table tbody tr")) == 1
    assert page.select_one('a[href="vergelijken/pesten/verbod/index.html"]') is not None


def test_filters_leave_what_they_say(example: Path, command: Command) -> None:
    asked = (
        "```{protocol-clauses} pesten\n:rule: moet\n```",
        "```{protocol-topics} pesten\n:audience: medewerkers\n```",
        "```{protocol-clauses} pesten\n:organisation: de-linde\n:kind: toelichting\n```",
        "{protocol:topic}`pesten#verbod`",
        "```{protocol-topics} pesten\n:rule: mag\n```",
        "```{protocol-table} pesten\n:organisation: de-linde\n:topic: gesprek\n```",
    )
    found = _says(example, command, "\n\nVOLGENDE\n\n".join(asked)).split(" VOLGENDE ")
    assert found[:5] == [
        "* Basisschool De Brug, 1.2: De leerkracht moet binnen een week met de ouders praten.",
        "* Praat de leerkracht met de ouders? (2/2)",
        "–",
        "Mag een leerling pesten?",
        "* Praat de leerkracht met de ouders? (1/2)",
    ]
    assert "1.2: De leerkracht mag met de" in found[5]
    assert "De Brug" not in found[5]


def test_versions_are_compared(example: Path, command: Command) -> None:
    file = example / "protocols" / "pesten" / "de-brug.md"
    done = typed("freeze", "protocols/pesten/de-brug.md", "2025-1", cwd=example)
    assert done.returncode == 0, done.stderr
    file.write_text(file.read_text("utf-8").replace("een week", "twee weken"), "utf-8")
    said = _says(example, command, "```{protocol-changes} pesten/de-brug\n:from: 2025-1\n```")
    assert "**twee weken**" in said
    assert "**een week**" in said
    assert "1.2" in said


_NOT_THERE = (
    ("```{protocol-clause} pesten/de-brug#weg\n```", "'pesten/de-brug#weg'"),
    ("```{protocol-clause} pesten/weg#art-1\n```", "pesten/de-linde"),
    ("```{protocol-table} weg\n```", "There are: pesten"),
    ("```{protocol-topics} pesten\n:topic: weg\n```", "verbod, gesprek"),
    ("```{protocol-clauses} pesten\n:organisation: weg\n```", "de-brug, de-linde"),
    ("```{protocol-clauses} pesten\n:rule: weg\n```", "mag-niet"),
    ("```{protocol-changes} pesten/de-brug\n:from: weg\n```", "'weg'"),
    ("```{protocol-changes} pesten/de-brug\n```", "compares a text with itself"),
    ("{protocol:topic}`pesten#weg`", "pesten#weg"),
)


def test_what_is_not_there_is_said_with_what_there_is(example: Path, command: Command) -> None:
    for number, (asked, _) in enumerate(_NOT_THERE):
        page = example / f"vraag-{number}.md"
        page.write_text(f"---\norphan: true\n---\n# Vraag\n\n{asked}\n", "utf-8")
    done = command(*_BUILD, "text", example, example.parent / "text", code=SPHINX)
    assert done.returncode == 1
    for number, (_, said) in enumerate(_NOT_THERE):
        # where MyST tells of an option, Sphinx 8.1 puts an end of its own behind the name
        names = [f"vraag-{number}.md:"]
        names += [f"vraag-{number}.md.rst:"] if sphinx.version_info < (8, 2) else []
        told = [line for line in done.stderr.splitlines() if any(name in line for name in names)]
        assert said in "".join(told), (number, done.stderr)


def test_a_kind_of_finding_can_be_left_out(example: Path, command: Command) -> None:
    (example / "protocols" / "pesten" / "topics.yml").unlink()
    (example / "index.md").write_text("# Begin\n", "utf-8")
    words = [*_BUILD, "text", str(example), str(example.parent / "text")]
    done = command(*words, code=SPHINX)
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("[protocol.topics-missing]"), done.stderr
    with (example / "conf.py").open("a", encoding="utf-8") as file:
        file.write('suppress_warnings = ["protocol.topics-missing"]\n')
    done = command(*words, "-E", code=SPHINX)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr


def test_others_hear_of_protocols_and_comparisons(example: Path, command: Command) -> None:
    conf = example / "conf.py"
    heard = (
        "def setup(app):\n"
        "    app.connect('protocolkit-protocol-read', lambda app, name, one: "
        "print('READ', name, one.facts.organisation.name))\n"
        "    app.connect('protocolkit-comparison-made', lambda app, matrix: "
        "print('MADE', matrix.subject, len(matrix.rows)))\n"
    )
    conf.write_text(conf.read_text("utf-8") + heard, "utf-8")
    done = command(*_BUILD, "text", example, example.parent / "text", code=SPHINX)
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert "READ protocols/pesten/de-brug Basisschool De Brug" in said
    assert said.count("MADE pesten 2") == 1


def test_a_page_that_asks_is_written_again_when_a_protocol_changed(
    example: Path, command: Command
) -> None:
    before = _text(example, command, "index")
    file = example / "protocols" / "pesten" / "de-brug.md"
    file.write_text(file.read_text("utf-8").replace("elkaar niet", "niemand"), "utf-8")
    after = _text(example, command, "index")
    assert "1. Leerlingen mogen elkaar niet pesten." in before
    assert "1. Leerlingen mogen niemand pesten." in after
