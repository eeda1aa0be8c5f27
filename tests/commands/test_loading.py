"""What a command loads: help, version and completion need nothing of what does the work."""

from __future__ import annotations

import inspect
import json
import sys
from importlib import import_module

import pytest

from programs import Start
from protocolkit.commands import main
from protocolkit.exchange.all_schemas import SCHEMAS
from protocolkit.exchange.schema_files import SCHEMA_NAMES

# What stands beside click and the catalogue's reader would cost every command its time.
_LIGHT = {"click", "babel", "protocolkit"}
_OWN_LIGHT = {"base", "commands", "exchange", "repository_layout", "__init__"}
_TYPED = """
import contextlib, json, sys
before = set(sys.modules)
from protocolkit.commands import run
for words in json.loads(sys.argv[1]):
    sys.argv = ["protocol", *words]
    with contextlib.suppress(SystemExit):
        run()
print("LOADED", json.dumps(sorted(set(sys.modules) - before)))
"""
_COMPLETED = """
import json, sys
before = set(sys.modules)
from click.shell_completion import BashComplete
from protocolkit.commands import main
shell = BashComplete(main, {}, "protocol", "_PROTOCOL_COMPLETE")
for words in json.loads(sys.argv[1]):
    print(*(found.value for found in shell.get_completions(words[:-1], words[-1])))
print("LOADED", json.dumps(sorted(set(sys.modules) - before)))
"""


def _loaded(start: Start, script: str, typed: list[list[str]]) -> tuple[str, set[str]]:
    """Run a script on what is typed; return what it prints and the modules that it loaded."""
    done = start(sys.executable, "-c", script, json.dumps(typed))
    assert done.returncode == 0, done.stderr
    printed, _, listed = done.stdout.rpartition("LOADED ")
    return printed, set(json.loads(listed))


def _assert_light(loaded: set[str]) -> None:
    outside = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names)
    assert {name for name in outside if not name.startswith("_")} <= _LIGHT
    own = {name.split(".")[1] for name in loaded if name.startswith("protocolkit.")}
    assert own <= _OWN_LIGHT
    work = {f"protocolkit.commands.{found.callback.__name__}" for found in main.commands.values()}  # type: ignore[union-attr]
    assert not work & loaded


def test_help_and_version_load_nothing_of_the_work(start: Start) -> None:
    helps = [[name, "--help"] for name in main.commands]
    printed, loaded = _loaded(start, _TYPED, [["--version"], ["--help"], [], *helps])
    assert printed.count("Gebruik: protocol") == 2 + len(main.commands)
    _assert_light(loaded)


def test_completion_loads_nothing_of_the_work(start: Start) -> None:
    options = [[name, "--he"] for name in main.commands]
    typed = [["im"], *options, ["export", "--schema", "front"], ["check", "--format", "sa"]]
    printed, loaded = _loaded(start, _COMPLETED, typed)
    helps = ["--help"] * len(options)
    assert printed.split() == ["import", *helps, "front-matter", "sarif"]
    _assert_light(loaded)


def test_only_the_command_that_is_called_is_loaded(start: Start) -> None:
    _, loaded = _loaded(start, _TYPED, [["export", "--schema", "topics"]])
    assert "protocolkit.commands.export" in loaded
    assert not {"protocolkit.commands.align", "numpy", "pdfplumber", "sphinx"} & loaded


@pytest.mark.parametrize("name", main.commands)
def test_a_command_hands_over_what_was_typed(name: str) -> None:
    """The work takes what is typed under the same names, in the same order."""
    command = main.commands[name]
    assert command.callback is not None
    typed = inspect.signature(command.callback).parameters
    work = getattr(
        import_module(f"protocolkit.commands.{command.callback.__name__}"),
        command.callback.__name__,
    )
    assert list(typed) == list(inspect.signature(work).parameters)
    asked = {p.name for p in command.params if p.expose_value}
    assert asked - {"dry_run"} == set(typed) - {"dry_run"}


def test_every_schema_can_be_asked_for() -> None:
    assert tuple(SCHEMAS) == SCHEMA_NAMES


def test_a_dossier_waits_for_no_importer_and_no_template(start: Start) -> None:
    done = start(
        sys.executable,
        "-c",
        "import json, sys; import protocolkit.commands.dossier; print(json.dumps([*sys.modules]))",
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    slow = ("importing.importer", "drafting.template.make_template", "commands.beside_text")
    assert "protocolkit.commands.dossier" in loaded
    unwanted = {"numpy", "pdfplumber", *(f"protocolkit.{name}" for name in slow)}
    assert sorted(loaded & unwanted) == []
