"""What was typed wrong is said with its cure, and help is in the reader's language."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from protocolkit.commands import usage
from protocolkit.commands.usage import explain, help_on
from typed import typed


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage, "speak", lambda text: text)


@click.command()
@click.argument("file")
@click.option("--form", type=click.Choice(["tekst", "json"]))
@click.option("--two", nargs=2)
@click.option("--flag", is_flag=True)
@click.option("--number", type=int)
@click.option("--needed", required=True)
def _command(**_: object) -> None: ...


def _wrong(*words: str) -> str:
    with pytest.raises(click.ClickException) as caught:
        _command.main(list(words), prog_name="protocol check", standalone_mode=False)
    return explain(caught.value)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--needed", "x"], "'FILE' is missing."),
        (["f"], "'--needed' is missing."),
        (
            ["f", "--needed", "x", "--form", "pdf"],
            "the value of '--form' is not possible. Choose one of: tekst, json.",
        ),
        (["f", "--needed", "x", "--number", "a"], "the value of '--number' is not possible."),
        (["f", "--forn", "x"], "there is no option '--forn'. Did you mean: --form?"),
        (["f", "--qqq"], "there is no option '--qqq'."),
        (["f", "--flag=x"], "nothing can stand behind '--flag'."),
        (["f", "--form"], "behind '--form' a word is missing."),
        (["f", "--two", "a"], "behind '--two' 2 words are needed."),
        (["f", "g", "--needed", "x"], "there is a word too many after 'protocol check'."),
    ],
)
def test_what_was_typed_wrong_is_said(words: list[str], said: str) -> None:
    assert _wrong(*words) == said


def test_what_click_cannot_explain_is_said_in_its_own_words() -> None:
    assert explain(click.ClickException("Zomaar.")) == "Zomaar."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--x"], "See 'protocol check --help'."),
        (["chek"], "See 'protocol --help'."),
        ([], "See 'protocol --help'."),
    ],
)
def test_where_the_help_is(words: list[str], said: str) -> None:
    assert help_on(words, ["check", "build"]) == said


def test_help_names_arguments_in_its_first_line_and_options_below(tmp_path: Path) -> None:
    told = typed("check", "--help", cwd=tmp_path).stdout
    assert told.splitlines()[0].startswith("Usage: ")
    assert "--help" in told.partition("Options")[2]
    assert "COMMAND" not in told
    top = typed("--help", cwd=tmp_path).stdout
    assert "COMMAND" in top.splitlines()[0]
    assert "check" in top.partition("Commands")[2]
    new = typed("compare", "--help", cwd=tmp_path).stdout
    first, _, rest = new.partition("Options")
    assert "--format" in rest or "--help" in rest
    assert "[OPTIONS]" in first.splitlines()[0]
