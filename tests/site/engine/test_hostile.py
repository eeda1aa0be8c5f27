"""Nothing in the folder of protocols is read by anybody but us, wherever and whatever it is."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from small_site import make_project
from warm import SPHINX, Command

Sphinx = Callable[..., subprocess.CompletedProcess[str]]

CASES = Path(__file__).parents[2] / "cases" / "hostile"
# What a page shows when one of these was read by somebody else.
# Two cases end the same: the second gets a name of its own.
_NUMBERS = {"bestand.md": "", "sjabloon.md": "'", "richting.rst": ""}
SIGNS = ("RAN-49", "OUT-OF-REACH", "EXECBRON", "PWNBRON")
PLACES = (
    "regels/bron/x",
    "regels/bron/dieper/y",
    "x",
    "regels/[x]",
    "regels/X",
    "regels/con",
    "regels/a b",
    "regels/matrix",
    "bron/nog/z",
    "De Regels/aa",
    "regels/.verborgen",
)


def _project(folder: Path, places: tuple[str, ...] = PLACES) -> Path:
    """Make a project with every hostile text at every place, next to a secret outside it."""
    project = make_project(folder / "p")
    return _with_hostile(project, folder, places)


def _with_hostile(project: Path, folder: Path, places: tuple[str, ...]) -> Path:
    (folder / "geheim.txt").write_text("OUT-OF-REACH", "utf-8")
    for place in places:
        for case in sorted(CASES.iterdir()):
            path = _at(project, place, case)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_aimed(case, path, folder), "utf-8")
    return project


def _at(project: Path, place: str, case: Path) -> Path:
    """Return where a case stands: the Markdown ones one after the other, side by side."""
    folder, _, name = place.rpartition("/")
    base = project if place.startswith("versions/") else project / "protocols"
    return base / folder / f"{name}{_NUMBERS[case.name]}{case.suffix}"


def _aimed(case: Path, path: Path, folder: Path) -> str:
    up = os.path.relpath(folder / "geheim.txt", path.parent)
    return (
        case.read_text("utf-8").replace("@SECRET@", str(folder / "geheim.txt")).replace("@UP@", up)
    )


@pytest.fixture(scope="module")
def sphinx(command: Command) -> Sphinx:
    """Return what builds a project with Sphinx alone, into a folder."""

    def run(project: Path, out: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return command("-q", *words, project, out, code=SPHINX)

    return run


def _told(output: str, code: str = "document-") -> set[str]:
    plain = re.sub(r"\x1b\[[\d;]*m", "", output)  # Sphinx uses colours where CI is set
    return {line.split(":")[0] for line in plain.splitlines() if f"[protocol.{code}" in line}


def _assert_clean(out: Path) -> None:
    found = [p for p in sorted(out.rglob("*")) if p.is_file() and ".doctrees" not in p.parts]
    assert found
    for path in found:
        content = path.read_bytes()
        assert not [sign for sign in SIGNS if sign.encode() in content], path
    assert not [path for path in found if path.name == "geheim.txt"]


@pytest.mark.parametrize("words", [("-b", "html"), ("-b", "html", "-j", "2"), ("-b", "dirhtml")])
def test_nothing_hostile_is_read(tmp_path: Path, words: tuple[str, ...], sphinx: Sphinx) -> None:
    project, out = _project(tmp_path), tmp_path / "out"
    done = sphinx(project, out, *words)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    _assert_clean(out)
    pages = {path.relative_to(out).parts[:3] for path in (out / "protocols").rglob("*.html")}
    assert {Path(*parts).with_suffix("").as_posix() for parts in pages} == {
        "protocols/regels/aa",
        "protocols/regels/bb",
    }
    told = _told(done.stderr)
    for place in PLACES:
        for case in CASES.iterdir():
            assert _at(project, place, case).relative_to(project).as_posix() in told


def test_no_pattern_suffix_or_parser_opens_the_folder(tmp_path: Path, sphinx: Sphinx) -> None:
    """Not even where Markdown and plain text are somebody else's, and every text a template."""
    project, out = _project(tmp_path), tmp_path / "out"
    (project / "protocols" / "regels" / "bron" / "los.txt").write_text(
        "PWNBRON\n=======\n", "utf-8"
    )
    (project / "protocols" / "regels" / "aa.rst").write_text("PWNBRON\n=======\n", "utf-8")
    aa = project / "protocols" / "regels" / "aa.md"
    aa.write_text(aa.read_text("utf-8").replace("Eerste regel", "Eerste RAN-{{ 7 * 7 }}"), "utf-8")
    (project / "conf.py").write_text(_OPEN_CONF, "utf-8")
    (project / "index.md").unlink()
    (project / "index.rst").write_text(_INDEX, "utf-8")
    (project / "docs" / "uitleg.md").unlink()
    done = sphinx(project, out, "-b", "html")
    assert done.returncode == 0, done.stderr
    _assert_clean(out)
    page = (out / "protocols" / "regels" / "aa.html").read_text("utf-8")
    assert "Eerste RAN-{{ 7 * 7 }}" in page
    assert not (out / "protocols" / "regels" / "bron").exists()


_OPEN_CONF = """\
from jinja2 import Template

extensions = ["protocolkit"]
language = "nl"
include_patterns = ["**", "protocols/**"]
exclude_patterns = []
source_suffix = {".md": "restructuredtext", ".txt": "restructuredtext", ".rst": "restructuredtext"}


def setup(app):
    def fill_in(app, docname, source):
        source[0] = Template(source[0]).render()
    app.connect("source-read", fill_in, priority=0)
"""
_INDEX = """\
Begin
=====

.. toctree::
   :glob:

   protocols/**
"""


def test_patterns_of_ones_own_leave_protocols_out_as_ever(tmp_path: Path, sphinx: Sphinx) -> None:
    project, out = (
        make_project(tmp_path / "p", ("aa", "bb", "cc"), has_paper=False),
        tmp_path / "out",
    )
    patterns = ["**", "!"], [".*", "_build", "protocols/*/bb*", "tools"]
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"include_patterns = {patterns[0]}\nexclude_patterns = {patterns[1]}\n")
    sphinx(project, out, "-b", "html")
    pages = sorted(path.name for path in (out / "protocols" / "regels").glob("*.html"))
    assert pages == ["aa.html", "cc.html"]


def test_what_somebody_adds_to_the_list_is_refused(tmp_path: Path, command: Command) -> None:
    project, out = _project(tmp_path), tmp_path / "out"
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(
            "def setup(app):\n"
            "    add = lambda app, env, names: names.append('protocols/regels/bron/x')\n"
            "    app.connect('env-before-read-docs', add)\n"
        )
    done = command("build", "-C", project, "-o", out)
    assert done.returncode == 2
    assert "bron/x.rst: dit staat in de map met protocollen" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(out.rglob("x.html"))


def test_no_link_and_no_page_leads_in(tmp_path: Path, sphinx: Sphinx) -> None:
    """A page of one's own that is a link, a folder that is one, a page that takes a file in."""
    project, out = _project(tmp_path, ("regels/bron/x",)), tmp_path / "out"
    source = project / "protocols" / "regels" / "bron"
    (project / "docs" / "gelinkt.md").symlink_to(source / "x.md")
    (project / "docs" / "map").symlink_to(source, target_is_directory=True)
    (project / "docs" / "ronde").symlink_to(project / "protocols", target_is_directory=True)
    (project / "Protocollen").symlink_to(project / "protocols", target_is_directory=True)
    (project / "docs" / "neemt.md").write_text(
        "# Neemt\n\n```{include} ../protocols/regels/bron/x.md\n```\n\n"
        "```{eval-rst}\n.. include:: ../protocols/regels/bron/x.rst\n```\n",
        "utf-8",
    )
    for loop in ("een", "twee"):
        (source / loop).symlink_to(project / "protocols", target_is_directory=True)
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('include_patterns = ["**"]\n')
    done = sphinx(project, out, "-b", "html")
    assert done.returncode == 0, done.stderr
    _assert_clean(out)
    assert "docs/gelinkt.md: WARNING" in done.stderr
    assert "docs/map: WARNING" in done.stderr
    assert "docs/ronde: WARNING" in done.stderr
    assert "protocols/regels/bron/x.md: WARNING" in done.stderr
    assert "protocols/regels/bron/x.rst: WARNING" in done.stderr
    assert not [path for path in out.rglob("*.html") if "Protocollen" in path.parts]


def test_a_protocol_that_leads_out_of_the_folder_is_not_read(
    tmp_path: Path, sphinx: Sphinx
) -> None:
    """Neither out of the repository nor to another file in it."""
    project, out = make_project(tmp_path / "p"), tmp_path / "out"
    (tmp_path / "geheim.md").write_text("# OUT-OF-REACH\n", "utf-8")
    (project / "sleutel").write_text("# OUT-OF-REACH\n", "utf-8")
    subject = project / "protocols" / "regels"
    (subject / "uit.md").symlink_to(tmp_path / "geheim.md")
    (subject / "sleutel.md").symlink_to(project / "sleutel")
    done = sphinx(project, out, "-b", "html")
    _assert_clean(out)
    assert "protocols/regels/uit.md: WARNING" in done.stderr
    assert "protocols/regels/sleutel.md: WARNING" in done.stderr


@pytest.mark.parametrize("keeps_state", [True, False])
def test_what_an_earlier_version_published_is_withdrawn(
    tmp_path: Path, sphinx: Sphinx, command: Command, *, keeps_state: bool
) -> None:
    """Page, copies of files, words in the search: also when its state can still be read."""
    project, out = _project(tmp_path, ("regels/bron/x",)), tmp_path / "out"
    made = command("-q", "-b", "html", project, out, code=_EARLIER)
    assert made.returncode == 0, made.stderr
    if not keeps_state:
        (out / ".doctrees" / "environment.pickle").unlink()
    assert "PWNBRON" in (out / "protocols" / "regels" / "bron" / "x.html").read_text("utf-8")
    assert list((out / "_downloads").rglob("geheim.txt"))
    done = sphinx(project, out, "-b", "html")
    assert done.returncode == 0, done.stderr
    _assert_clean(out)
    assert not (out / "protocols" / "regels" / "bron").exists()
    assert (out / "protocols" / "regels" / "aa.html").is_file()


# Our own code as it was before either door was there.
_EARLIER = """\
import sys
from types import SimpleNamespace
from sphinx.cmd.build import main
from protocolkit.repository_layout import document_place
from protocolkit.site.engine import documents, domain, parser, readable_protocols, stand_ins
def place(env):
    found = document_place(env.srcdir, env.doc2path(env.docname))
    return (*found, "") if found else None
open_list = SimpleNamespace(left_out=frozenset(), linked=(), stand_ins={})
domain.guard_documents = lambda env: None
for module in (documents, domain, readable_protocols, stand_ins):
    module.guarded = lambda env: open_list
parser._place = place
sys.exit(main(sys.argv[1:]))
"""


def test_a_project_keeps_protocols_of_its_own_in_another_folder(
    tmp_path: Path, sphinx: Sphinx
) -> None:
    """Its ``protocols/`` is a folder of pages like any other; ours is named in the settings."""
    project, out = _project(tmp_path, ("regels/bron/x",)), tmp_path / "out"
    (project / "protocols").rename(project / "afspraken")
    (project / "protocols" / "net").mkdir(parents=True)
    (project / "protocols" / "net" / "http.md").write_text("# HTTP\n\n{{ 7 }}\n", "utf-8")
    index = project / "index.md"
    index.write_text(index.read_text("utf-8").replace("protocols/*/*", "*/*/*"), "utf-8")
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('include_patterns = ["**"]\nprotocolkit_folder = "afspraken"\n')
    done = sphinx(project, out, "-b", "html")
    assert done.returncode == 0, done.stderr
    _assert_clean(out)
    assert "afspraken/regels/bron/x.md: WARNING" in done.stderr
    assert (out / "protocols" / "net" / "http.html").is_file()
    page = BeautifulSoup((out / "afspraken" / "regels" / "aa.html").read_text("utf-8"), "lxml")
    assert page.select_one("section.protocol #art-4") is not None
    targets = [
        (out / "afspraken" / "regels" / str(link["href"]).partition("#")[0]).resolve()
        for link in page.select("a[href]")
        if ":" not in str(link["href"]) and not str(link["href"]).startswith("#")
    ]
    assert targets
    assert not [target for target in targets if not target.is_file()]
    docs = BeautifulSoup((out / "docs" / "uitleg.html").read_text("utf-8"), "lxml")
    assert len(docs.select('article a[href^="../afspraken/regels/"]')) == 2


def test_a_folder_that_only_sphinx_was_told_of_is_refused(tmp_path: Path, sphinx: Sphinx) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    done = sphinx(project, tmp_path / "out", "-D", "protocolkit_folder=docs")
    assert done.returncode != 0
    assert "protocolkit_folder" in done.stderr


# Settings as 'protocol init' wrote them in its first release, opened as far as they go.
_FIRST_CONF = """\
project = "School"
language = "nl"
extensions = ["protocolkit"]
include_patterns = ["index.md", "docs/**", "protocols/**"]
exclude_patterns = [".*", "_build", "schemas", "templates", "wheels"]
html_theme = "furo"
smartquotes = False
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
include_patterns += ["versions/**", "**"]
"""
_IN_VERSIONS = (
    "versions/regels/aa",
    "versions/regels/aa@",
    "versions/regels/aa@V1",
    "versions/regels/bron/x@1",
    "versions/x@1",
    "versions/De Regels/aa@1",
)
_BUILDERS = ("html", "text", "latex", "singlehtml", "gettext", "xml")
_EACH = """\
import sys
from sphinx.cmd.build import main
project, out, *builders = sys.argv[1:]
sys.exit(max(main(["-q", "-b", name, project, f"{out}/{name}"]) for name in builders))
"""


def test_every_builder_reads_protocols_and_versions_and_nothing_else(
    tmp_path: Path, command: Command
) -> None:
    project, out = _project(tmp_path, (*PLACES, *_IN_VERSIONS)), tmp_path / "out"
    (project / "conf.py").write_text(_FIRST_CONF, "utf-8")
    with (project / "protocols" / "regels" / "topics.yml").open("a", encoding="utf-8") as topics:
        topics.write("vreemd: 1\n")
    kept = project / "versions" / "regels" / "aa@1.0.md"
    text = (project / "protocols" / "regels" / "aa.md").read_text("utf-8")
    moved = "\n{#bewaard}\nZie [daar](../../protocols/regels/aa.md#art-1).\n"
    kept.write_text(text.replace("Eerste regel", "Eerdere RAN-{{ 7 * 7 }}") + moved, "utf-8")
    done = command(project, out, *_BUILDERS, code=_EACH)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    for builder in _BUILDERS:
        _assert_clean(out / builder)
    made = {p.relative_to(out / "html").as_posix() for p in (out / "html").rglob("versions/**/*.*")}
    assert {name for name in made if name.endswith(".html")} == {"versions/regels/aa@1.0.html"}
    for name in ("text/versions/regels/aa@1.0.txt", "html/versions/regels/aa@1.0.html"):
        assert "Eerdere RAN-{{ 7 * 7 }}" in (out / name).read_text("utf-8")
    places = _told(done.stderr, "")
    assert "protocols/regels/topics.yml" in places
    assert [place for place in places if not (project / place).is_file()] == []
    told = _told(done.stderr, "version-stray")
    for place in _IN_VERSIONS:
        for case in CASES.iterdir():
            assert _at(project, place, case).relative_to(project).as_posix() in told
    page = BeautifulSoup((out / "html" / "versions" / "regels" / "aa@1.0.html").read_text(), "lxml")
    assert "Dit is versie '1.0'" in page.get_text()
    assert page.select_one('.protocol a[href="#art-4"]')
    # As a protocol writes it, and as a kept version does.
    assert len(page.select('.protocol a[href="../../protocols/regels/aa.html#art-1"]')) == 2
    assert not page.select("a.download")
    assert page.select("meta[name=robots][content=noindex]")
    # Nobody's present text: in no comparison, no overview.
    front = (out / "html" / "index.html").read_text("utf-8")
    assert "aa@1.0" not in front
    assert "Eerdere" not in (out / "html" / "vergelijken" / "regels" / "gegevens.js").read_text()


def test_a_version_of_a_draft_stays_off_the_site(tmp_path: Path, sphinx: Sphinx) -> None:
    project, out = make_project(tmp_path / "p", has_paper=False), tmp_path / "out"
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('include_patterns = ["**"]\n')
    text = (project / "protocols" / "regels" / "aa.md").read_text("utf-8")
    (project / "versions" / "regels").mkdir(parents=True)
    for name, status in (("1", "voorgelegd"), ("2", "vervangen")):
        path = project / "versions" / "regels" / f"aa@{name}.md"
        path.write_text(text.replace("  dated:", f"  status: {status}\n  dated:", 1), "utf-8")
    done = sphinx(project, out, "-b", "html")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in sorted(out.rglob("aa@*.html"))] == ["aa@2.html"]


def test_a_project_keeps_versions_of_its_own(tmp_path: Path, sphinx: Sphinx) -> None:
    project, out = make_project(tmp_path / "p", has_paper=False), tmp_path / "out"
    (project / "versions").mkdir()
    (project / "versions" / "1.md").write_text("# Uitgave 1\n\nWat er nieuw is.\n", "utf-8")
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('include_patterns = ["**"]\nprotocolkit_versions = "oud"\n')
    done = sphinx(project, out, "-b", "html")
    assert "version-stray" not in done.stderr
    assert "Wat er nieuw is." in (out / "versions" / "1.html").read_text("utf-8")
