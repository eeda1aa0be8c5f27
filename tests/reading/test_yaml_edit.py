"""What is added is there, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.reading.report import Report
from protocolkit.reading.yaml_edit import Inside, Noted, NotEditableError, Value, added, removed
from protocolkit.reading.yaml_text import read_mapping
from seeds import ROOT

_TEXT = """\
# Van een mens.
title:   Sociale   media   # zo

topics:
  # thema
  - id: een
    clauses:
      a: [x, y]   # twee
      b:
        - z
  - {id: twee, clauses: {a: x}}

# slot
alone: {a: [q]}
"""


@pytest.mark.parametrize(
    ("additions", "before", "after"),
    [
        (
            {"topics": Inside({0: {"proposed": {"c": Noted(["k"], "waarom\nniet")}}})},
            "        - z\n",
            "        - z\n    proposed:\n      c: [k]  # waarom niet\n",
        ),
        ({"topics": Inside({0: {"clauses": {"a": ["k"]}}})}, "[x, y]", "[x, y, k]"),
        ({"topics": Inside({0: {"clauses": {"b": ["k"]}}})}, "- z\n", "- z\n        - k\n"),
        ({"topics": Inside({1: {"clauses": {"a": ["k"]}}})}, "{a: x}", "{a: [x, k]}"),
        ({"topics": Inside({1: {"no": ["#a"]}})}, "{a: x}}", '{a: x}, "no": ["#a"]}'),
        (
            {"topics": [{"id": "drie", "title": "Mag: dit?"}]},
            "{a: x}}\n",
            '{a: x}}\n  - id: drie\n    title: "Mag: dit?"\n',
        ),
        ({"pairs": [["a#x", "b#y"]]}, "{a: [q]}\n", "{a: [q]}\npairs:\n  - [a#x, b#y]\n"),
        ({"alone": {"b": ["r"]}}, "{a: [q]}", "{a: [q], b: [r]}"),
    ],
)
def test_an_addition_changes_its_own_place_only(
    additions: dict[str, Value], before: str, after: str
) -> None:
    assert _TEXT.count(before) == 1
    assert added(_TEXT, additions) == _TEXT.replace(before, after)
    windows = _TEXT.replace("\n", "\r\n")
    assert added(windows, additions) == _TEXT.replace(before, after).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (("topics", 0, "clauses", "a", "x"), "[x, y]", "[y]"),
        (("topics", 0, "clauses", "a", "y"), "[x, y]", "[x]"),
        (("topics", 0, "clauses", "b", "z"), "      b:\n        - z\n", ""),
        (("topics", 1, "clauses", "a", "x"), ", clauses: {a: x}", ""),
        (("topics", 1), "  - {id: twee, clauses: {a: x}}\n", ""),
        (("alone", "a", "q"), "alone: {a: [q]}\n", ""),
    ],
)
def test_taking_out_leaves_the_rest(path: tuple[str | int, ...], before: str, after: str) -> None:
    assert _TEXT.count(before) == 1
    assert removed(_TEXT, path) == _TEXT.replace(before, after)


@pytest.mark.parametrize(
    ("text", "additions"),
    [
        ("a: x\n", {"a": {"b": "c"}}),
        ("a: [\n", {"b": "c"}),
        ("- a\n", {"b": "c"}),
        ("a: |\n  tekst\n", {"b": "c"}),
        ("a: &x [b]\nc: *x\n", {"c": ["d"]}),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, additions: dict[str, Value]) -> None:
    with pytest.raises(NotEditableError):
        added(text, additions)


@pytest.mark.parametrize("path", [("nee",), ("topics", 5), ("topics", 0, "clauses", "a", "nee")])
def test_what_is_not_there_cannot_be_taken_out(path: tuple[str | int, ...]) -> None:
    with pytest.raises(NotEditableError):
        removed(_TEXT, path)


def test_the_list_of_this_repository_stays_but_for_what_is_added() -> None:
    text = (ROOT / "protocols" / "sociale-media" / "topics.yml").read_text("utf-8")
    made = added(text, {"topics": Inside({3: {"proposed": {"x": ["z"]}}}), "nieuw": {"a": ["b"]}})
    lines = [line for line in made.splitlines() if line not in text.splitlines()]
    assert lines == ["    proposed:", "      x: [z]", "nieuw:", "  a: [b]"]
    kept = made.replace("    proposed:\n      x: [z]\n", "").replace("nieuw:\n  a: [b]\n", "")
    assert kept == text


@given(st.text(max_size=30), st.text(max_size=30))
@examples(80)
def test_any_text_comes_back_as_it_was(name: str, value: str) -> None:
    name = "".join(c for c in name if not "\ud800" <= c <= "\udfff")
    value = "".join(c for c in value if not "\ud800" <= c <= "\udfff")
    made = added("begin: x\n", {"nieuw": {name: [value]}})
    found = read_mapping(made, Report("t")).mapping("nieuw")
    assert found.names() == (name,)
    assert found.texts(name) == (value,)
