"""``protocol align`` as a user types it."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from protocolkit.alignment.propose import LEAST_SCORE
from protocolkit.commands import run
from protocolkit.document.outline import addressable
from protocolkit.repository_layout import EXAMPLE_NAME, EXAMPLE_SLUG
from seeds import ROOT, SLUGS, protocol

_FOLDER = ROOT / "protocols" / "sociale-media"


@dataclass(frozen=True)
class _Done:
    returncode: int
    stdout: str
    stderr: str


def _run(*words: str, answers: str = "") -> _Done:
    """Run the command in this process, as from a shell: starting one takes seconds."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["protocol", *words])
        patch.setattr(sys, "stdin", io.StringIO(answers))
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            run()
    code = left.value.code
    assert isinstance(code, int)
    return _Done(code, out.getvalue(), err.getvalue())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a copy of the protocols on social media, with its topics."""
    shutil.copytree(_FOLDER, tmp_path / "protocols" / "sociale-media")
    return tmp_path


def _topics(repository: Path) -> Path:
    return repository / "protocols" / "sociale-media" / "topics.yml"


def _check(repository: Path) -> list[str]:
    return _run("check", "-C", str(repository)).stdout.splitlines()


def _align(repository: Path, *words: str, answers: str = "") -> _Done:
    return _run("align", "sociale-media", "-C", str(repository), *words, answers=answers)


def test_write_adds_lines_only_and_a_second_time_nothing(repository: Path) -> None:
    before = _topics(repository).read_bytes()
    looked = _align(repository)
    assert looked.returncode == 1
    assert "past misschien ook" in looked.stdout
    assert _topics(repository).read_bytes() == before
    written = _align(repository, "--write")
    assert written.returncode == 0, written.stderr
    after = _topics(repository).read_bytes()
    lines = iter(after.splitlines(keepends=True))
    assert all(line in lines for line in before.splitlines(keepends=True))
    again = _align(repository, "--write")
    assert (again.returncode, again.stdout) == (0, "")
    assert "Niets nieuws" in again.stderr
    assert _topics(repository).read_bytes() == after


def test_review_confirms_rejects_and_goes_back(repository: Path) -> None:
    before = _topics(repository).read_text("utf-8")
    done = _align(repository, "--review", answers="goed\nterug\nfout\nwat\nlater\nstoppen\n")
    assert "Kies uit: goed, fout, later, stoppen, terug, andere." in done.stderr
    assert "2 van" in done.stderr
    after = _topics(repository).read_text("utf-8")
    assert "confirmed:" not in after
    assert after.count("rejected:") == after.count("rejected_pairs:") == 1
    lines = iter(after.splitlines())
    assert all(line in lines for line in before.splitlines())
    # What was rejected is not asked again.
    first = done.stderr.split("Voorstel 1 van")[1].split("Voorstel 2 van")[0]
    assert first not in _align(repository, "--review", answers="stoppen\n").stderr


@pytest.mark.process
def test_a_changed_text_is_told_until_somebody_looked(repository: Path) -> None:
    _align(repository, "--write")
    file = repository / "protocols" / "sociale-media" / "verkruisen.md"
    text = file.read_text("utf-8")
    assert text.count("delen kennis en andere waardevolle informatie") == 1
    file.write_text(text.replace("waardevolle informatie", "nuttige informatie"), "utf-8")
    told = _align(repository)
    assert told.returncode == 1
    assert "Kijk hier opnieuw naar:" in told.stdout
    assert "Richtlijnen 1" in told.stdout
    assert "informatie-over-school-delen" not in told.stdout.split("Kijk hier")[0]
    assert "[topic-text-changed]" in _run("check", "-C", str(repository)).stdout
    _align(repository, "--seen")
    assert "Kijk hier" not in _align(repository).stdout


def test_a_list_with_errors_is_left_alone(repository: Path) -> None:
    _topics(repository).write_text("topics: [\n", "utf-8")
    done = _align(repository, "--write")
    assert done.returncode == 1
    assert "[yaml-syntax]" in done.stderr
    assert _topics(repository).read_text("utf-8") == "topics: [\n"


@pytest.mark.process
def test_a_subject_without_topics_gets_a_list_of_proposals(repository: Path) -> None:
    _topics(repository).unlink()
    (_topics(repository).parent / "topics.seen.yml").unlink()
    assert _align(repository, "--write").returncode == 0
    text = _topics(repository).read_text("utf-8")
    assert text.startswith("# Onderwerpenlijst")
    titles = [line for line in text.splitlines() if line.startswith("    title: ")]
    assert len(titles) > 20
    assert all(line.rstrip('"').endswith("?") and "…" not in line for line in titles[1:])
    assert "\nalone:\n" in text
    assert not [line for line in _check(repository) if "[topic-" in line]
    assert _align(repository).returncode == 0


def test_uncurated_json_has_every_clause_whatever_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(_FOLDER / f"{slug}.md") for slug in SLUGS]
    monkeypatch.chdir(tmp_path)
    done = _run("align", *files, "--uncurated", "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    held = {
        (slug, clause["anchor"])
        for topic in found["topics"]
        for slug, cell in topic["cells"].items()
        for clause in cell["clauses"]
    }
    assert held == {(s, item.anchor) for s in SLUGS for item in addressable(protocol(s))}
    turned = _run("align", *files[::-1], files[0], "--uncurated", "--format", "json")
    folder = _run("align", str(_FOLDER), "--uncurated", "--format", "json", "-C", "/nergens")
    assert done.stdout == turned.stdout == folder.stdout
    for topic in found["topics"]:
        assert topic["alone"] == (not topic["relations"])
        assert {"id", "title", "theme", "audience", "kind", "score", "central"} <= set(topic)
        _check_clauses(topic)
        for relation in topic["relations"]:
            assert set(relation) == {"left", "right", "relation", "reasons", "score"}
            assert relation["left"]["organisation"] < relation["right"]["organisation"]
            assert relation["score"] == 0 or relation["score"] >= LEAST_SCORE


def _check_clauses(topic: dict[str, dict[str, dict[str, list[dict[str, object]]]]]) -> None:
    for cell in topic["cells"].values():
        for clause in cell["clauses"]:
            assert clause["standing"] == "proposed"
            assert clause["norm"]
            assert clause["kind"]
            text, norms = clause["text"], clause["norms"]
            assert isinstance(text, str)
            assert isinstance(norms, list)
            for norm in norms:
                begin, end = norm["sentence"]
                sentence = text[begin:end]
                assert sentence == sentence.strip() != ""
                assert all(begin <= s <= e <= end for s, e in norm["words"])


def test_files_of_one_name_get_the_folder_around_them(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        shutil.copy(_FOLDER / "verkruisen.md", tmp_path / name / "protocol.md")
    (tmp_path / "README.md").write_text("# Lees mij\n", "utf-8")
    (tmp_path / "stuk.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "los.docx").write_bytes(b"PK")
    one = _run(
        "align", str(tmp_path), str(tmp_path / "los.docx"), "--uncurated", "--format", "json"
    )
    assert one.returncode == 1
    assert "stuk.md" in one.stderr
    assert "[align-not-markdown]" in one.stderr
    organisations = json.loads(one.stdout)["organisations"]
    assert sorted(item["slug"] for item in organisations) == ["een-protocol", "twee-protocol"]
    text = _run("align", str(tmp_path / "twee"), str(tmp_path / "een"), "--uncurated")
    assert text.returncode == 0
    assert "een-protocol Richtlijnen 1" in text.stdout


def _two_boards(folder: Path) -> tuple[str, str]:
    """Write two short protocols on sheds, in other words; return their files."""
    own = ("Bezoekers melden zich bij de balie.", "In de schuur wordt niet gerookt.")
    other = ("Wie op bezoek komt, gaat eerst naar de balie.", "Roken is in de schuur verboden.")
    for name, texts in (("een", own), ("twee", other)):
        lines = (f"{{#r-{n}}}\n{n}. {text}\n" for n, text in enumerate(texts, start=1))
        head = f"---\nprotocol:\n  organisation: {{name: Bestuur {name}, kind: bestuur}}\n---\n"
        (folder / f"{name}.md").write_text(f"{head}\n# Gebouwen\n\n" + "\n".join(lines), "utf-8")
    return str(folder / "een.md"), str(folder / "twee.md")


def test_counterparts_are_given_whether_proposed_or_not(tmp_path: Path) -> None:
    files = _two_boards(tmp_path)
    done = _run("align", *files, "--uncurated", "--format", "json", "--counterparts")
    clauses = {(c["organisation"], c["anchor"]): c for c in json.loads(done.stdout)["counterparts"]}
    assert set(clauses) == {(o, a) for o in ("een", "twee") for a in ("r-1", "r-2")}
    (board,) = clauses["een", "r-2"]["boards"]
    assert board["organisation"] == "twee"
    assert [near["anchor"] for near in board["nearest"]] == ["r-2", "r-1"]
    best, last = board["nearest"]
    assert (best["proposed"], last["proposed"]) == (True, False)
    assert best["score"] > last["score"]
    assert "schuur" in best["reasons"]
    assert last["reasons"]
    assert "counterparts" not in _run("align", *files, "--uncurated", "--format", "json").stdout
    assert _run("align", *files, "--uncurated", "--counterparts").returncode == 2


def test_nothing_is_replaced_by_what_is_kept_but_what_was_kept_before(tmp_path: Path) -> None:
    files = _two_boards(tmp_path)
    kept = tmp_path / "brief.docx"
    kept.write_text("Geachte ouders\n", "utf-8")
    done = _run("align", *files, "--uncurated", "--keep", str(kept))
    assert done.returncode == 2
    assert "er staat geen bewaarde vergelijking in; er is niets veranderd" in done.stderr
    assert kept.read_text("utf-8") == "Geachte ouders\n"
    kept.unlink()
    assert _run("align", *files, "--uncurated", "--keep", str(kept)).returncode == 0
    assert _run("align", *files, "--uncurated", "--keep", str(kept)).returncode == 0


def test_the_invented_example_is_no_board(tmp_path: Path) -> None:
    example = ROOT / "templates" / "repository" / "protocols" / "SUBJECT"
    text = re.sub("@[A-Z_]+@", "Schuren", (example / f"{EXAMPLE_SLUG}.md").read_text("utf-8"))
    assert f"name: {EXAMPLE_NAME}\n" in text
    folder = tmp_path / "protocols" / "schuren"
    folder.mkdir(parents=True)
    (folder / f"{EXAMPLE_SLUG}.md").write_text(text, "utf-8")
    own, _ = _two_boards(tmp_path)
    shutil.move(own, folder)
    alone = _run("align", "schuren", "-C", str(tmp_path))
    assert alone.returncode == 2
    assert "minstens twee protocollen" in alone.stderr
    _two_boards(folder)
    done = _run("align", "schuren", "-C", str(tmp_path), "--write")
    assert done.returncode == 0, done.stderr
    topics, left = (folder / "topics.yml").read_text("utf-8").split("\nalone:\n")
    assert "een: [" in topics
    assert EXAMPLE_SLUG not in topics
    assert EXAMPLE_SLUG in left


def test_review_shows_what_else_is_near(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "schuren"
    folder.mkdir(parents=True)
    _two_boards(folder)
    asked = _run("align", "schuren", "-C", str(tmp_path), "--review", answers="andere\nstoppen\n")
    shown = asked.stderr.split("Het meest lijkt op")[1]
    assert shown.count("  - ") == 2
    assert "0 van" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "noem een soort protocol, of bestanden met --uncurated. Er zijn: sociale-media"),
        (["nix"], "Er zijn: sociale-media"),
        (["a", "b"], "één soort protocol tegelijk"),
        (["sociale-media", "--uncurated"], "niet een soort protocol"),
        (["sociale-media", "--format", "json"], "gaan niet samen"),
        (["sociale-media", "--write", "--uncurated"], "gaan niet samen"),
        (["nix.md", "--uncurated"], "minstens twee protocollen"),
        ([str(_FOLDER / "oponoa.md"), "--uncurated"], "minstens twee protocollen"),
    ],
)
def test_wrong_usage_says_what_and_how(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = _run("align", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
