"""``protocol init``: a repository for other boards in which ``make`` works, or nothing at all."""

from __future__ import annotations

import json
import os
import re
import runpy
import sys
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from programs import NO_NETWORK, Start
from protocolkit.reading.reader import read_protocol
from protocolkit.repository.new_repository import PYTHON_FILE, NewRepository, make_repository
from protocolkit.repository.own_wheel import own_wheel
from seeds import ROOT
from typed import Typed, typed


def _init(*words: str, cwd: Path) -> Typed:
    return typed("init", *words, cwd=cwd)


_wheel = cache(own_wheel)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new folder, which is only looked at."""
    place = tmp_path_factory.mktemp("init")
    assert _init("x", cwd=place).returncode == 0
    return place / "x"


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_make_works_in_a_new_folder(tmp_path: Path, start: Start) -> None:
    made = _init("onze besturen", "--subject", "Pesten", cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, "")
    assert "Wat u nu doet:" in made.stderr
    assert "cd 'onze besturen'" in made.stderr
    folder = tmp_path / "onze besturen"
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    for words in ([], ["check"]):
        done = start("make", *words, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "_build" / "html"
    assert "Onze besturen" in (site / "index.html").read_text("utf-8")
    for name in ("voorbeeldschool.pdf", "voorbeeldschool.docx", "matrix.json"):
        assert (site / "downloads" / "pesten" / name).stat().st_size > 0
    reading = read_protocol(folder / "protocols" / "pesten" / "voorbeeldschool.md")
    assert reading.problems == ()
    assert reading.protocol.facts.title == "Protocol pesten"


def test_a_wrong_word_after_make_is_answered_with_the_right_ones(
    tmp_path: Path, start: Start
) -> None:
    _init("x", cwd=tmp_path)
    done = start("make", "chekc", cwd=tmp_path / "x")
    assert done.returncode == 2
    assert "'make chekc' bestaat niet" in done.stderr
    assert "make check" in done.stderr


def test_protocolkit_comes_from_the_folder_itself_and_from_no_name(
    tmp_path: Path, start: Start
) -> None:
    _init("x", cwd=tmp_path)
    folder = tmp_path / "x"
    (folder / PYTHON_FILE).unlink()
    planned = start("make", "-n", cwd=folder).stdout
    (install,) = [line for line in planned.splitlines() if "pip install" in line]
    assert install.partition(" >> ")[0].split()[-1] == f"./wheels/{own_wheel().name}"
    for name, content in _files(folder).items():
        if not name.endswith(".whl"):
            text = content.decode()
            assert not re.search(r"pip install[^\n]*\sprotocolkit(?![-\w])", text), name
            assert "protocolkit==" not in text, name
            assert str(ROOT) not in text, name


def test_another_version_of_python_or_protocolkit_is_not_used_unasked(
    tmp_path: Path, start: Start
) -> None:
    """The Python that made the folder is used only while it has the version of the wheel."""
    _init("x", cwd=tmp_path)
    folder = tmp_path / "x"
    (wheel,) = (folder / "wheels").glob("*.whl")
    assert sys.executable in start("make", "-n", cwd=folder).stdout
    wheel.rename(wheel.with_name("protocolkit-9.9.9-py3-none-any.whl"))
    assert sys.executable not in start("make", "-n", cwd=folder).stdout


def test_without_its_wheel_the_folder_says_what_to_do(tmp_path: Path, start: Start) -> None:
    _init("x", cwd=tmp_path)
    folder = tmp_path / "x"
    (folder / PYTHON_FILE).unlink()
    for wheel in (folder / "wheels").glob("*.whl"):
        wheel.unlink()
    done = start("make", cwd=folder)
    assert done.returncode == 2
    assert "staat geen protocolkit" in done.stderr


def test_without_a_network_make_says_so_with_the_cure(
    tmp_path: Path, start: Start, python: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _init("x", cwd=tmp_path)
    folder = tmp_path / "x"
    (folder / PYTHON_FILE).unlink()
    for name, value in NO_NETWORK.items():
        monkeypatch.setenv(name, value)
    done = start("make", f"PYTHON={python}", cwd=folder)
    assert done.returncode == 2
    assert "er is geen internet" in done.stderr
    assert "PIP_NO_INDEX=1 PIP_FIND_LINKS=meenemen make" in done.stderr
    assert f"--dest meenemen ./wheels/{own_wheel().name}" in done.stderr
    assert "WARNING" not in done.stdout + done.stderr, "what pip says is in the log"
    said = [line for line in done.stdout.splitlines() if not line.startswith("make")]
    assert [line[:3] for line in said] == ["1/2", "2/2"]
    assert (folder / "_build" / "installeren.log").is_file()
    assert not (folder / ".venv" / ".ready").exists(), "the next make tries again"


def test_what_is_made_once_is_made_again_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _init(f"{name}/x", "--name", "Samen", cwd=_folder(tmp_path / name).parent)
    assert _files(tmp_path / "a") == _files(tmp_path / "b")


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_a_name_with_punctuation_stands_everywhere(tmp_path: Path, start: Start) -> None:
    name = 'Stichting \'t Gooi & Eemland "Oost" (po/vo): één'
    made = _init("x", "--name", name, "--subject", name, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "x"
    done = start("make", cwd=folder)
    assert done.returncode == 0, done.stderr
    page = BeautifulSoup((folder / "_build" / "html" / "index.html").read_text("utf-8"), "lxml")
    heading = page.select_one("h1")
    assert heading is not None
    assert heading.get_text().startswith(name)
    (topics,) = folder.glob("protocols/*/topics.yml")
    assert YAML(typ="safe").load(topics.read_text("utf-8"))["title"] == name
    assert typed("check", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        "'; raise SystemExit('kwaad') #",
        '"""\nraise SystemExit #',
        "{{ 7 * 7 }} {eval-rst} <b>",
        "@SUBJECT@ @NAME_IN_PYTHON@",
        "\\'; raise SystemExit #",
    ],
)
def test_a_hostile_name_is_refused_and_would_do_nothing(tmp_path: Path, name: str) -> None:
    for option in ("--name", "--subject"):
        done = _init("x", option, name, cwd=tmp_path)
        assert done.returncode == 2
        assert "kan hier geen naam zijn" in done.stderr
    assert list(tmp_path.iterdir()) == []
    asked = NewRepository(name=name, subject=name)
    make_repository(tmp_path / "x", asked, _wheel())
    assert runpy.run_path(str(tmp_path / "x" / "conf.py"))["project"] == name
    (topics,) = (tmp_path / "x").glob("protocols/*/topics.yml")
    assert YAML(typ="safe").load(topics.read_text("utf-8"))["title"] == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["init"], "'MAP' ontbreekt"),
        (["init", "vol"], "hier staat al iets; er is niets veranderd"),
        (["init", "bestand"], "hier staat al iets"),
        (["init", "weg/x"], "bestaat niet; er is niets gemaakt"),
        (["init", "bestand/x"], "bestaat niet"),
        (["init", "x", "--name", "a\u0007b"], "kan hier geen naam zijn"),
        (["init", "x", "--name", "n" * 81], "hooguit 80 op een regel"),
        (["init", "x", "--subject", "!?"], "kan hier geen naam zijn"),
        (["init", "x" * 300], "kan niet worden geschreven"),
        (["init", "x", "--wheel", "weg.whl"], "geen wheel van protocolkit"),
        (["init", "x", "--wheel", "bestand"], "geen wheel van protocolkit"),
        (
            ["init", "x", "--wheel", "protocolkit-1.0-py3-none-any.whl"],
            "geen wheel van protocolkit",
        ),
        (["init", "x", "--weel", "y"], "Bedoelt u: --wheel"),
        (["inti", "x"], "bestaat niet. Er zijn:"),
    ],
)
def test_what_cannot_be_leaves_nothing(tmp_path: Path, words: list[str], said: str) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("laat mij staan", "utf-8")
    (tmp_path / "bestand").write_text("laat mij staan", "utf-8")
    (tmp_path / "protocolkit-1.0-py3-none-any.whl").write_bytes(b"PK\x03\x04 kapot")
    before = sorted(tmp_path.rglob("*"))
    done = typed(*words, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "vol" / "brief.txt").read_text("utf-8") == "laat mij staan"


def test_an_empty_folder_is_filled_where_it_stands(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "leeg")
    node = folder.stat().st_ino
    done = _init(".", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Ga erheen" not in done.stderr
    assert folder.stat().st_ino == node
    assert (folder / "Makefile").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["leeg"]


@pytest.mark.skipif(os.name == "nt", reason="rights are other ones there")
def test_others_may_read_a_new_folder(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o755


def test_an_editor_finds_the_schema_and_the_files_fit_it(folder: Path) -> None:
    topics = folder / "protocols" / "sociale-media" / "topics.yml"
    first = topics.read_text("utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert found is not None
    schema = json.loads((topics.parent / found[1]).read_text("utf-8"))
    content = YAML(typ="safe").load(topics.read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(content)) == []
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
    for name in settings["yaml.schemas"]:
        assert (folder / name).is_file()


def test_the_workflows_and_hooks_are_sound(folder: Path) -> None:
    yaml = YAML(typ="safe")
    workflow = yaml.load((folder / ".github" / "workflows" / "website.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    runs = [step.get("run") for step in workflow["jobs"]["maken"]["steps"]]
    assert [text for text in runs if text] == ["make check", "make"]
    pages = yaml.load((folder / ".gitlab-ci.yml").read_text("utf-8"))["pages"]
    assert "make" in pages["script"]
    hooks = yaml.load((folder / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in hooks["repos"]] == ["local"]
    assert f"/{PYTHON_FILE}" in (folder / ".gitignore").read_text("utf-8")


def test_a_workflow_asks_no_more_rights_than_it_needs(folder: Path) -> None:
    (path,) = (folder / ".github" / "workflows").iterdir()
    text = path.read_text("utf-8")
    workflow = YAML(typ="safe").load(text)
    jobs = workflow["jobs"]
    rights = {name: job.get("permissions", workflow["permissions"]) for name, job in jobs.items()}
    # What runs the files of whoever asks for a change may read, and nothing else.
    assert rights == {
        "maken": {"contents": "read"},
        "plaatsen": {"pages": "write", "id-token": "write"},
    }
    assert "pull_request_target" not in text
    assert "secrets" not in text
    assert jobs["plaatsen"]["if"] == "github.event_name != 'pull_request'"
    assert not [
        step for step in jobs["plaatsen"]["steps"] if "run" in step or "checkout" in str(step)
    ]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert len(used) == 4
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one)] == []
    (fetched,) = (step for step in jobs["maken"]["steps"] if "checkout" in step.get("uses", ""))
    assert fetched["with"] == {"persist-credentials": False}
    # Nothing that somebody types becomes part of a command.
    assert not [step for job in jobs.values() for step in job["steps"] if "${{" in str(step)]


def test_a_given_wheel_is_copied_as_it_is(tmp_path: Path) -> None:
    wheel = _wheel()
    path = tmp_path / "protocolkit-0.0.9-py3-none-any.whl"
    path.write_bytes(wheel.content)
    done = _init("x", "--wheel", path.name, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x" / "wheels" / path.name).read_bytes() == wheel.content
    # What another version needs is not known here.
    (versions,) = (tmp_path / "x" / "wheels").glob("versions-*.txt")
    assert versions.read_text("utf-8") == ""
