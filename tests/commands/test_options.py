"""Options that several commands have: one way to type each."""

from __future__ import annotations

import shlex
from collections import defaultdict
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from decided import Desk
from protocolkit.commands import main
from protocolkit.commands.examples import EXAMPLES
from typed import typed


def _forms() -> dict[str, set[tuple[str, ...]]]:
    """Return, of each option, the names under which commands have it."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for command in main.commands.values():
        for option in (p for p in command.params if isinstance(p, click.Option)):
            found[option.opts[-1]].add((*option.opts, *option.secondary_opts))
    return found


def test_a_short_name_means_one_option() -> None:
    shorts = [form[0] for forms in _forms().values() for form in forms if len(form) > 1]
    assert len(shorts) == len(set(shorts))


def test_help_of_a_shared_option_says_one_thing() -> None:
    helps = defaultdict(set)
    for command in main.commands.values():
        for option in (p for p in command.params if isinstance(p, click.Option)):
            if option.opts[0] in {"--folder", "--force"}:
                helps[option.opts[0]].add(option.help)
    assert {name: len(texts) for name, texts in helps.items()} == {"--folder": 1, "--force": 1}


def test_every_command_has_examples_and_shows_them() -> None:
    assert set(EXAMPLES) == set(main.commands)
    for name, examples in EXAMPLES.items():
        shown = CliRunner().invoke(main, [name, "--help"]).stdout
        assert [f"  protocol {example}" for example in examples] == shown.splitlines()[
            -len(examples) :
        ]


@pytest.mark.parametrize("example", [one for examples in EXAMPLES.values() for one in examples])
def test_an_example_is_understood(example: str) -> None:
    name, *words = shlex.split(example)
    context = main.commands[name].make_context(name, words)
    assert context.params


def test_whatever_works_in_a_repository_can_be_told_where_that_is() -> None:
    without = {
        name
        for name, command in main.commands.items()
        if not any("-C" in param.opts for param in command.params)
    }
    assert without == {"init"}


def test_a_file_is_looked_for_in_the_folder_that_is_named(tmp_path: Path) -> None:
    desk, elsewhere = Desk(tmp_path / "map"), tmp_path / "elders"
    elsewhere.mkdir()
    name = desk.path.relative_to(desk.root).as_posix()
    assert typed("freeze", name, "2026", "-C", "../map", cwd=elsewhere).returncode == 0
    shown = typed("export", name, "-C", "../map", cwd=elsewhere)
    assert (shown.returncode, '"slug": "de-brug"' in shown.stdout) == (0, True), shown.stderr
    words = ("--name", "Jansen", "--yes", "-C", "../map")
    removed = typed("remove-name", name, *words, cwd=elsewhere)
    assert removed.returncode == 0, removed.stderr
    assert "Jansen" not in (desk.root / "versions" / "pesten" / "de-brug@2026.md").read_text()
