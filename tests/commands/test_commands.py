"""Commands as a user types them, rightly and wrongly."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from programs import Start
from protocolkit.commands import main
from protocolkit.commands.output import to_type
from seeds import ROOT
from typed import Typed, typed
from warm import Command


def _run(*words: str, cwd: Path = ROOT) -> Typed:
    return typed(*words, cwd=cwd)


def _repository(folder: Path, text: str | bytes) -> Path:
    subject = folder / "protocols" / "s"
    subject.mkdir(parents=True)
    (subject / "x.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    (subject / "topics.yml").write_text("alone: {x: [a]}\n", "utf-8")
    (folder / "conf.py").write_text('extensions = ["protocolkit"]\nlanguage = "nl"\n', "utf-8")
    (folder / "index.md").write_text("# Begin\n\n```{toctree}\nprotocols/s/x\n```\n", "utf-8")
    return folder


_GOOD = "---\nprotocol:\n  organisation: {name: X}\n---\n\n# T\n\n{#a}\n1. Een.\n"


def test_without_words_the_help_is_shown_in_dutch(start: Start) -> None:
    done = start(sys.executable, "-m", "protocolkit")
    assert done.returncode == 0
    assert done.stdout.startswith("Gebruik: ")
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in done.stdout


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_each_command_explains_itself_in_dutch(command: str) -> None:
    done = _run(command, "--help")
    assert done.returncode == 0
    assert "Opties:" in done.stdout
    assert "Show" not in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "bestaat niet. Er zijn: align, approve, archive, build, check"),
        (["dosier"], "Bedoelt u: dossier?"),
        (["check", "--fromat", "x"], "Bedoelt u: --format"),
        (["check", "--format", "x"], "Kies uit: text, json"),
        (["serve", "iets"], "een woord te veel"),
        (["check", "iets"], "geen bestand of map met deze naam"),
        (["build", "-j", "0"], "deze waarde kan niet bij '--jobs'"),
        (["-C", ".", "check"], "zet '-C' achter de opdracht, zoals in 'protocol check -C'"),
        (["check", "-C", "/nergens"], "geen map 'protocols'"),
        (["build", "-C", "/nergens"], "geen map 'protocols'"),
    ],
)
def test_wrong_usage_says_what_and_how(words: list[str], said: str) -> None:
    done = _run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_check_is_clean_here(command: Command) -> None:
    done = command("check", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "")
    assert "geen problemen" in done.stderr


def test_check_prints_place_message_cure_and_code(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path, _GOOD.replace("{#a}\n", "", 1))
    done = command("check", "-C", str(folder))
    assert done.returncode == 1
    assert "protocols/s/x.md:8: deze tekst heeft geen anker" in done.stdout
    assert "[anchor-missing]" in done.stdout


def test_check_prints_json(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path, _GOOD.replace("1. Een", "3. Een"))
    done = command("check", "-C", str(folder), "--format", "json")
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)["problems"]
    assert (found["code"], found["severity"], found["line"], found["anchor"]) == (
        "number-jump", "warning", 9, "a",
    )  # fmt: skip
    assert found["message"]
    assert found["hint"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04\xff\xfe\x00", "file-not-text"),
        (b"\x00\x01\x02", "file-not-text"),
        (b"", "front-matter-missing"),
        (b"---\nprotocol: [\n---\n# T\n", "yaml-syntax"),
    ],
)
def test_a_bad_file_is_named_with_its_cure(
    tmp_path: Path, command: Command, content: bytes, code: str
) -> None:
    folder = _repository(tmp_path, content)
    for words in (("check",), ("build", "-o", str(tmp_path / "uit"))):
        done = command(*words, "-C", str(folder))
        assert done.returncode in (1, 2), done.stderr
        assert "x.md" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert f"[{code}]" in command("check", "-C", str(folder)).stdout


def test_a_topics_file_that_cannot_be_read_is_named(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path, _GOOD)
    (folder / "protocols" / "s" / "topics.yml").write_bytes(b"\xff\xfe\x00")
    done = command("check", "-C", str(folder))
    assert done.returncode == 1
    assert "protocols/s/topics.yml" in done.stdout


def test_a_missing_configuration_is_named(tmp_path: Path) -> None:
    folder = _repository(tmp_path, _GOOD)
    (folder / "conf.py").unlink()
    done = _run("build", "-C", str(folder))
    assert done.returncode == 2
    assert "conf.py" in done.stderr
    assert not (folder / "_build").exists()


def test_an_unwritable_output_is_named_and_left_alone(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path, _GOOD)
    blocked = tmp_path / "bestand"
    blocked.write_text("laat mij staan", "utf-8")
    done = command("build", "-C", str(folder), "-o", str(blocked / "html"))
    assert done.returncode == 2
    assert "bestand" in done.stderr
    assert "Traceback" not in done.stderr
    assert blocked.read_text("utf-8") == "laat mij staan"


@pytest.mark.skipif(os.name == "nt", reason="no symbolic links without rights")
def test_a_protocol_that_is_a_link_out_of_the_folder_is_not_read(
    tmp_path: Path, command: Command
) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("wachtwoord", "utf-8")
    folder = _repository(tmp_path / "r", _GOOD)
    (folder / "protocols" / "s" / "y.md").symlink_to(secret)
    done = command("build", "-C", str(folder))
    assert done.returncode in (1, 2)
    pages = (folder / "_build" / "html").rglob("*.html")
    assert not [page for page in pages if "wachtwoord" in page.read_text("utf-8")]


def test_build_tells_what_is_where(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path, _GOOD)
    done = command("build", "-C", str(folder), "-q")
    assert done.returncode == 0, done.stderr
    for part in ("Website", "Vergelijking", "Downloads", " .pdf", " .docx"):
        assert part in done.stderr
    assert (folder / "_build" / "html" / "downloads" / "s" / "x.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_next_step_is_printed_as_it_can_be_typed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / ".venv" / "bin" / "protocol"
    own.parent.mkdir(parents=True)
    own.write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    monkeypatch.setattr(sys, "argv", [str(own), "new"])
    assert to_type("check") == ".venv/bin/protocol check"
    monkeypatch.setattr(sys, "argv", ["/x/protocolkit/__main__.py", "new"])
    assert to_type("check") == f"{shlex.quote(sys.executable)} -m protocolkit check"
    own.chmod(0o755)
    monkeypatch.setenv("PATH", str(own.parent))
    assert to_type("check") == "protocol check"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "--merge=a"], "achter '--merge' horen 2 woorden."),
        (["new", "--subject"], "achter '--subject' ontbreekt een woord."),
        (["new", "--yes=x"], "achter '--yes' kan niets staan."),
        (["build", "--jobs", "x"], "deze waarde kan niet bij '--jobs'."),
        (["status", "--date", "12-03-2026"], "Schrijf jaar, maand en dag, zoals 2026-02-03."),
    ],
)
def test_what_click_says_is_said_in_dutch(words: list[str], said: str) -> None:
    done = _run(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert f"{words[0]} --help'" in done.stderr


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_is_in_dutch(command: str) -> None:
    done = _run(*([command] if command else []), "--help")
    assert not re.search(r"\b(the|and|INTEGER|RANGE|TEXT|PATH|FILE|default|show)\b", done.stdout)


@pytest.mark.parametrize(
    ("status", "code"), [("concept", 0), ("vastgesteld", 1), ("voorgelegd", 1)]
)
def test_what_a_concept_leaves_open_is_no_fault(
    tmp_path: Path, command: Command, status: str, code: int
) -> None:
    text = _GOOD.replace("{name: X}", f"{{name: X}}\n  status: {status}")
    _repository(tmp_path, text.replace("Een.", "De [naam van de school] doet mee."))
    done = command("check", "-C", str(tmp_path))
    assert "[naam van de school]" in done.stdout
    assert done.returncode == code, done.stderr
    assert ("Nog in te vullen in concepten: 1 plaats." in done.stderr) == (code == 0)
