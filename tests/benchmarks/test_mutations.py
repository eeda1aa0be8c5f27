"""The list of mutants is true: each changes one place of a module and names who should notice."""

from __future__ import annotations

import ast
from pathlib import Path
from random import Random

import pytest

from examples import few
from mutants import MUTANTS, Mutant
from mutations import mutated
from random_mutants import draw, room_tests, sites
from seeds import ROOT

_PACKAGE = ROOT / "tools" / "protocolkit"


def _name(mutant: Mutant) -> str:
    return mutant.module


def test_there_are_many_in_as_many_modules() -> None:
    assert len({mutant.module for mutant in MUTANTS}) == len(MUTANTS) >= 30


def test_what_is_drawn_is_one_place_in_each_module_and_python() -> None:
    number = len(few(range(30), 3))
    drawn = draw(7, number)
    assert drawn == draw(7, number) != draw(8, number)
    assert len({mutant.module for mutant in drawn}) == len(drawn) == number
    for mutant in drawn:
        text = (_PACKAGE / mutant.module).read_text("utf-8")
        assert ast.dump(ast.parse(mutant.text)) != ast.dump(ast.parse(text))
        assert mutant.tests
        assert all((ROOT / test).exists() for test in mutant.tests)


def test_a_number_with_a_name_and_every_condition_can_be_drawn() -> None:
    text = "_MOST, LEAST = 2_000, 0.5\nx = 'é' if a else [b for b in a if b]\n"
    found = [text.encode()[site.begin : site.end].decode() for site in sites(text, Random(1))]
    assert found == ["2_000", "0.5", "a", "b"]


def test_the_tests_of_a_module_are_those_of_its_room() -> None:
    beside = room_tests("relations/compare_clauses.py")
    assert beside[0] == "tests/relations/test_compare_clauses.py"
    assert len(set(beside)) == len(beside) > 2
    assert {Path(test).parent for test in beside} == {Path("tests/relations")}
    assert {Path(test).parent for test in room_tests("paper/docx/runs.py")} == {Path("tests/paper")}
    assert room_tests("collection.py")[0] == "tests/test_collection.py"
    by_name, importing, *_ = room_tests("document/at_school.py")
    assert by_name == "tests/document/test_at_school.py"
    assert "at_school" not in importing
    named, *others = room_tests("document/still_awaited.py")
    assert named == "tests/document/test_at_school.py", (
        "none bears its name: who imports it is first"
    )
    assert named not in others


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
