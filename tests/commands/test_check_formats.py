"""Problems as other programs read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolkit.base.location import Location
from protocolkit.base.problems import error, problem, warning
from protocolkit.commands.check_formats import FORMATS, as_github, as_sarif
from protocolkit.commands.options.check import check

_BAD = error("bad-thing", "A bad thing", "100% {what}.", "Mend it.")
_ODD = warning("odd-thing", "An odd thing", "odd: {what}.", "")
_PROBLEMS = (
    problem(_BAD, Location("protocols/a b,c.md", 3), "art-1", what="wrong\nhere"),
    problem(_ODD, Location("protocols/x.md"), what="x"),
    problem(_BAD, Location("protocols/x.md", 7), what="y"),
)


def test_annotations_are_escaped_as_github_asks() -> None:
    assert as_github(_PROBLEMS).split("\n") == [
        "::error file=protocols/a b%2Cc.md,title=bad-thing,line=3::100%25 wrong%0Ahere. Mend it.",
        "::warning file=protocols/x.md,title=odd-thing::odd: x.",
        "::error file=protocols/x.md,title=bad-thing,line=7::100%25 y. Mend it.",
    ]


def test_sarif_has_what_the_standard_asks() -> None:
    log = json.loads(as_sarif(_PROBLEMS))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["bad-thing", "odd-thing"]
    assert run["tool"]["driver"]["name"] == "protocolkit"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning"}
        assert result["message"]["text"]
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "protocols/a%20b%2Cc.md"},
        "region": {"startLine": 3},
    }
    assert place["logicalLocations"] == [{"name": "art-1"}]
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_wrong_is_a_valid_answer_too(form: str) -> None:
    text = FORMATS[form](())
    assert text == "" or json.loads(text)


@pytest.mark.process
def test_the_command_knows_formats_and_a_date(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    text = (
        "---\nprotocol:\n  organisation: {name: X}\n  review_date: 2023-01-01\n---\n\n"
        "# T\n\n{#a}\n1. Een.\n"
    )
    (folder / "x.md").write_text(text, "utf-8")
    (folder / "topics.yml").write_text("alone: {x: [a]}\n", "utf-8")

    def said(*words: str) -> str:
        done = CliRunner().invoke(check, ["-C", str(tmp_path), "--format", "github", *words])
        return done.stdout

    assert said() == ""
    assert said("--date", "2022-01-01") == ""
    assert said("--date", "2024-01-01").startswith(
        "::warning file=protocols/s/x.md,title=review-passed,line=1::"
    )
    wrong = CliRunner().invoke(check, ["-C", str(tmp_path), "--date", "morgen"])
    assert wrong.exit_code == 2
