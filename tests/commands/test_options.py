"""Options that several commands have: one way to type each."""

from __future__ import annotations

from collections import defaultdict

import click

from protocolkit.commands import main


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
