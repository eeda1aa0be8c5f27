"""``protocol export``: JSON for other programs, and a protocol file out of JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from akn_schema import schema_errors
from programs import Git
from protocolkit.exchange.all_schemas import schema_text
from protocolkit.exchange.protocol_json import json_to_protocol
from protocolkit.reading.reader import read_protocol
from seeds import ROOT, SLUGS, protocol
from typed import Typed, typed

_SUBJECT = ROOT / "protocols" / "sociale-media"


def _run(*words: str, cwd: Path = ROOT) -> Typed:
    return typed("export", *words, cwd=cwd)


def test_one_file_is_printed_as_json_that_fits_its_schema() -> None:
    done = _run("protocols/sociale-media/oponoa.md")
    assert (done.returncode, done.stderr) == (0, "")
    content = json.loads(done.stdout)
    schema = json.loads(_run("--schema", "protocol").stdout)
    assert list(Draft202012Validator(schema).iter_errors(content)) == []
    assert (content["subject"], content["slug"]) == ("sociale-media", "oponoa")
    assert json_to_protocol(done.stdout).protocol == protocol("oponoa")


@pytest.mark.parametrize("words", [[], ["sociale-media"]])
def test_several_are_a_line_each(words: list[str]) -> None:
    done = _run(*words)
    assert done.returncode == 0
    assert [json.loads(line)["slug"] for line in done.stdout.splitlines()] == list(SLUGS)


def test_several_go_into_a_folder(tmp_path: Path) -> None:
    target = tmp_path / "uit"
    done = _run("sociale-media", "-o", str(target))
    assert done.returncode == 0, done.stderr
    assert "5 protocollen" in done.stderr
    names = sorted(path.relative_to(target).as_posix() for path in target.rglob("*.json"))
    assert names == [f"sociale-media/{slug}.json" for slug in SLUGS]


@pytest.mark.parametrize("slug", ["oponoa", "cvo-baarn-soest"])
def test_there_and_back_is_the_same_file(tmp_path: Path, slug: str) -> None:
    there, back = tmp_path / "x.json", tmp_path / f"{slug}.md"
    assert _run(str(_SUBJECT / f"{slug}.md"), "-o", str(there)).returncode == 0
    done = _run("--from-json", str(there), "-o", str(back))
    assert done.returncode == 0, done.stderr
    assert read_protocol(back).protocol == protocol(slug)
    written = _run(str(_SUBJECT / f"{slug}.md"), "--format", "markdown").stdout
    assert back.read_text("utf-8") == written


def test_an_earlier_version_is_read_from_git(tmp_path: Path, git: Git) -> None:
    text = (_SUBJECT / "verkruisen.md").read_text("utf-8")
    subject = tmp_path / "protocols" / "s"
    subject.mkdir(parents=True)
    path = subject / "x.md"
    git(tmp_path, "init", "-q")
    path.write_text(text, "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "eerste")
    path.write_text(text.replace("version:", "version: 9 #"), "utf-8")
    before = _run("protocols/s/x.md@HEAD", "--format", "markdown", cwd=tmp_path)
    assert before.returncode == 0, before.stderr
    path.write_text(text, "utf-8")
    assert before.stdout == _run("protocols/s/x.md", "--format", "markdown", cwd=tmp_path).stdout


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    shutil.copy(_SUBJECT / "oponoa.md", tmp_path)
    path = tmp_path / "oponoa.md"
    before = path.read_bytes()
    done = _run(str(path), "-o", str(path))
    assert done.returncode == 2
    assert "bestaat al; er is niets veranderd" in done.stderr
    assert path.read_bytes() == before
    other = tmp_path / "x.json"
    other.write_text("oud", "utf-8")
    assert _run(str(path), "-o", str(other), "--force").returncode == 0
    assert other.read_text("utf-8").startswith("{")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json-syntax"),
        ("[" * 100_000, "json-too-deep"),
        ("{}", "json-version"),
        ('{"format": "protocolkit-protocol", "version": 1}', "json-missing"),
    ],
)
def test_wrong_json_writes_nothing(tmp_path: Path, text: str, code: str) -> None:
    source, target = tmp_path / "x.json", tmp_path / "x.md"
    source.write_text(text, "utf-8")
    done = _run("--from-json", str(source), "-o", str(target))
    assert done.returncode == 1
    assert f"[{code}]" in done.stderr
    assert str(source) in done.stderr
    assert "Traceback" not in done.stderr
    assert (done.stdout, target.exists()) == ("", False)


def test_a_name_in_json_chooses_no_place_outside_the_folder(tmp_path: Path) -> None:
    content = json.loads(_run("protocols/sociale-media/verkruisen.md").stdout)
    for slug in ("../buiten", "/tmp/buiten", "..", "a/b"):
        source = tmp_path / "x.json"
        source.write_text(json.dumps({**content, "slug": slug}), "utf-8")
        done = _run("--from-json", str(source), "-o", str(tmp_path))
        assert done.returncode == 1
        assert "bij 'slug' hoort" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pesten"], "Noem een bestand, of een van: sociale-media"),
        (["weg.md"], "bestaat niet"),
        (["protocols/sociale-media/oponoa.md@--output=x"], "bestaat niet"),
        (["sociale-media", "-o", "x.json"], "dit moet een map zijn"),
        (["sociale-media", "--from-json", "x.json"], "Vraag een ding tegelijk"),
        (["--from-json", "weg.json"], "bestaat niet"),
        (
            ["--schema", "x"],
            "Kies uit: protocol, front-matter, topics, answers, choices, reasons, matrix, changes",
        ),
        (["--fromat", "json"], "Bedoelt u: --format"),
        (["-C", "/nergens"], "geen map 'protocols'"),
    ],
)
def test_wrong_usage_says_what_and_how(words: list[str], said: str) -> None:
    done = _run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_file_with_errors_is_exported_and_they_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("# Titel\n\nTekst zonder anker.\n", "utf-8")
    done = _run(str(path))
    assert done.returncode == 1
    assert "[anchor-missing]" in done.stderr
    assert json_to_protocol(done.stdout).problems == ()


def test_two_protocols_never_become_one_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "s").mkdir(parents=True)
        shutil.copy(_SUBJECT / "oponoa.md", tmp_path / name / "s" / "x.md")
    done = _run("a/s/x.md", "b/s/x.md", "-o", "uit", cwd=tmp_path)
    assert done.returncode == 2
    assert "naar dit bestand gaan" in done.stderr
    assert not (tmp_path / "uit").exists()


def test_many_problems_are_cut_short(tmp_path: Path) -> None:
    content = _run("protocols/sociale-media/oponoa.md").stdout.replace('"regel"', '"wet"')
    (tmp_path / "x.json").write_text(content, "utf-8")
    done = _run("--from-json", str(tmp_path / "x.json"))
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert (len(lines), lines[-1]) == (21, "Er is meer. Los eerst dit op.")


def test_a_schema_is_printed_or_written(tmp_path: Path) -> None:
    assert _run("--schema", "topics").stdout == schema_text("topics")
    target = tmp_path / "s.json"
    assert _run("--schema", "matrix", "-o", str(target)).returncode == 0
    assert target.read_text("utf-8") == schema_text("matrix")


def test_akoma_ntoso_lists_the_kept_versions_and_is_imported_again(tmp_path: Path) -> None:
    subject = tmp_path / "protocols" / "sociale-media"
    subject.mkdir(parents=True)
    shutil.copy(_SUBJECT / "cvo-baarn-soest.md", subject)
    name = "protocols/sociale-media/cvo-baarn-soest.md"
    assert typed("freeze", name, "2026-1", cwd=tmp_path).returncode == 0
    done = _run(name, "--format", "akn", "-o", "uit.xml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    content = (tmp_path / "uit.xml").read_bytes()
    assert schema_errors(content) == []
    assert b'showAs="2026-1"' in content
    done = typed("import", "uit.xml", "--yes", "-o", "terug", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    again = read_protocol(next((tmp_path / "terug").glob("*.md"))).protocol
    assert again.parts == protocol("cvo-baarn-soest").parts
    elsewhere = _run(str(_SUBJECT / "cvo-baarn-soest.md"), "--format", "akn", cwd=tmp_path)
    assert 'showAs="2026-1"' not in elsewhere.stdout, "another repository's file"
    (tmp_path / "alle").mkdir()
    printed = _run("--format", "akn", "sociale-media", "-o", "alle", cwd=tmp_path)
    assert printed.returncode == 0, printed.stderr
    assert (tmp_path / "alle" / "sociale-media" / "cvo-baarn-soest.xml").is_file()


@pytest.mark.parametrize(
    ("name", "begins"), [("uit.json", "{"), ("uit.md", "---"), ("UIT.XML", "<?xml")]
)
def test_the_name_of_a_file_says_its_form(tmp_path: Path, name: str, begins: str) -> None:
    assert _run(str(_SUBJECT / "oponoa.md"), "-o", name, cwd=tmp_path).returncode == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["uit.pdf", "uit.docx", "uit.txt"])
def test_a_file_is_not_called_as_another_kind(tmp_path: Path, name: str) -> None:
    done = _run(str(_SUBJECT / "oponoa.md"), "-o", name, cwd=tmp_path)
    assert (done.returncode, "[export-name]" in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / name).exists()
