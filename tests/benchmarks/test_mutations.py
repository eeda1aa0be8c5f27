"""The list of mutants is true: each changes one place of a module and names who should notice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from mutants import MUTANTS, Mutant
from mutations import mutated
from seeds import ROOT

_PACKAGE = ROOT / "tools" / "protocolkit"


def _name(mutant: Mutant) -> str:
    return mutant.module


def test_there_are_many_in_as_many_modules() -> None:
    assert len({mutant.module for mutant in MUTANTS}) == len(MUTANTS) >= 30


@pytest.mark.parametrize("mutant", MUTANTS, ids=_name)
def test_a_mutant_changes_one_place_and_is_python(mutant: Mutant) -> None:
    """When this fails, break the same idea in the words that the module has now."""
    text = (_PACKAGE / mutant.module).read_text("utf-8")
    changed = mutated(text, mutant)
    assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(text))
    assert all((ROOT / test).exists() for test in mutant.tests)


def test_every_room_has_one() -> None:
    rooms = {path.parent for path in _PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    top = {path.relative_to(_PACKAGE).parts[0] for path in rooms if path != _PACKAGE}
    assert top <= {Path(mutant.module).parts[0] for mutant in MUTANTS}


def test_a_change_whose_place_is_gone_is_refused() -> None:
    with pytest.raises(SystemExit, match="0 times"):
        mutated("niets", MUTANTS[0])
