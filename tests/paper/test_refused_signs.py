"""A sign that cannot be printed is named in its place, and no letter with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.signs import name_of
from protocolkit.paper.house.fonts import refused_signs
from protocolkit.paper.pdf.compiling import (
    _finding,
    _with_names,
    compile_pdf,
    typst_template,
)

_PLACE = Location("hek.md")


def test_every_sign_that_was_refused_is_read_from_what_was_said() -> None:
    said = 'error: the text `"a\\u{301}"` could not be displayed\nthe codepoint `"\\u{e000}"` is'
    assert refused_signs(said) == "a\u0301\ue000"
    assert refused_signs("error: unknown variable") == ""


def test_a_mark_is_named_with_the_letter_under_it_and_the_letter_alone_is_not() -> None:
    found = _finding("a\u0338")
    assert found.findall("a ba\u0338 a") == ["a\u0338"]
    # Where nothing was refused, nothing is found.
    assert _finding("").findall("a\u0338b") == []
    assert _finding("\u0338").findall("a\u0338") == ["\u0338"]


def test_names_come_where_words_are_printed_and_nowhere_else() -> None:
    data = {"text": ["x\ue000"], "record": "\ue000", "address": "\ue000", "level": 2}
    made = _with_names(data, _finding("\ue000"))
    assert made == {
        "text": [f"x{name_of(chr(0xE000))}"],
        "record": "\ue000",
        "address": "\ue000",
        "level": 2,
    }


def _project(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "templates" / "typst"
    folder.mkdir(parents=True)
    (folder / "protocol.typ").write_text(text, "utf-8")
    return tmp_path


def test_a_template_of_the_project_comes_first_and_its_fault_is_told(tmp_path: Path) -> None:
    project = _project(tmp_path, "#fout(")
    assert typst_template("protocol.typ", project).is_relative_to(tmp_path)
    assert not typst_template("protocol.typ", None).is_relative_to(tmp_path)
    with pytest.raises(ProtocolkitError) as refused:
        compile_pdf("protocol.typ", {}, _PLACE, project=project)
    assert refused.value.problem.code.name == "pdf-template"
    assert refused.value.problem.location == _PLACE


def test_what_a_template_takes_in_must_be_of_the_project(tmp_path: Path) -> None:
    project = _project(tmp_path / "p", "x")
    elsewhere = tmp_path / "geheim.typ"
    elsewhere.write_text("x", "utf-8")
    (project / "templates" / "typst" / "ander.typ").symlink_to(elsewhere)
    with pytest.raises(ProtocolkitError):
        typst_template("protocol.typ", project)
