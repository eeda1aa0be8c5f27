"""What is added is there, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_edit import added, assigned, exchanged, removed
from protocolkit.reading.yaml_text import read_mapping
from protocolkit.reading.yaml_values import Inside, Noted, NotEditableError, Value
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
    ("text", "additions", "made"),
    [
        ("a:\nb: 1\n", {"a": {"x": "z"}}, "a:\n  x: z\nb: 1\n"),
        ("a:\r\nb: 1\r\n", {"a": {"x": "z"}}, "a:\r\n  x: z\r\nb: 1\r\n"),
        ("a: # later\nb: 1\n", {"a": ["x"]}, "a: # later\n  - x\nb: 1\n"),
        ("a:\nb: 1", {"c": "z"}, "a:\nb: 1\nc: z"),
        ("a:\n", {"a": Noted(["x"], "waarom")}, "a:\n  - x\n"),
        ("", {"a": "z"}, "a: z\n"),
        ("# niets", {"a": "z"}, "# niets\na: z\n"),
        ("a: x\n", {"a": ["z"]}, "a: [x, z]\n"),
        ("l: []\n", {"l": ["x", "z"]}, "l: [x, z]\n"),
        ("m: {}\n", {"m": {"x": "z"}}, "m: {x: z}\n"),
    ],
)
def test_what_is_empty_is_filled_where_it_stands(
    text: str, additions: dict[str, Value], made: str
) -> None:
    assert added(text, additions) == made


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
        ("{a: , b: 1}\n", {"a": "x"}),
        ("a: ~\n", {"a": {"x": "y"}}),
        ("? a\n: \nb: 1\n", {"a": {"x": "y"}}),
        ("a: 'x'\n", {"a": ["y"]}),
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


_SETTINGS = """\
# Van een mens.
protocol:
    # de titel
    title:  Mobiel   # zo
    retired: [a-1]   # weg
    provenance:
      - {anchor: a-2, topic: een}
      # van ons
      - {anchor: a-3, topic: twee}   # twee

    # de bron
    source: {file: x}
other: 1
"""
_WRITTEN = """\
protocol:
  title: Iets anders
  provenance:
    - {anchor: a-2, topic: een}
    - {anchor: a-4, topic: "drie # vier"}
"""


def test_a_key_is_exchanged_and_the_rest_stays() -> None:
    made = exchanged(_SETTINGS, _WRITTEN, ("protocol", "provenance"))
    old = _SETTINGS[_SETTINGS.index("    provenance") : _SETTINGS.index("\n    # de bron")]
    new = """\
    provenance:
      - {anchor: a-2, topic: een}
      - {anchor: a-4, topic: "drie # vier"}
"""
    assert made == _SETTINGS.replace(old, new)
    windows = _SETTINGS.replace("\n", "\r\n")
    assert exchanged(windows, _WRITTEN, ("protocol", "provenance")) == made.replace("\n", "\r\n")


def test_a_key_that_the_other_lacks_goes_and_one_that_is_new_comes_last() -> None:
    made = exchanged(_SETTINGS, _WRITTEN, ("protocol", "retired"))
    assert made == _SETTINGS.replace("    retired: [a-1]   # weg\n", "")
    given = "protocol:\n  status: concept\n"
    made = exchanged(_SETTINGS, given, ("protocol", "status"))
    assert made == _SETTINGS.replace("{file: x}\n", "{file: x}\n    status: concept\n")
    assert exchanged(_SETTINGS, given, ("protocol", "owner")) == _SETTINGS


def test_what_holds_the_same_is_left_as_it_was_written() -> None:
    same = "protocol:\n  retired:\n    - a-1\n"
    assert exchanged(_SETTINGS, same, ("protocol", "retired")) == _SETTINGS


def test_the_last_line_of_a_text_may_lack_its_end() -> None:
    text = "protocol:\n  title: x\n  retired: [a]"
    given = "protocol:\n  retired: [a, b]\n"
    assert exchanged(text, given, ("protocol", "retired")) == text.replace("[a]", "[a, b]")
    assert exchanged(text, "protocol:\n  x: y\n", ("protocol", "retired")) == (
        "protocol:\n  title: x"
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("protocol: {title: x, retired: [a]}\n", "protocol:\n  retired: [b]\n"),
        ("protocol:\n  retired: [a]\n", "protocol: {retired: [b]}\n"),
        ("protocol: x\n", "protocol:\n  retired: [b]\n"),
        ("other: x\n", "protocol:\n  retired: [b]\n"),
        ("", "protocol:\n  retired: [b]\n"),
        ("protocol:\n  title: |\n    x\n", "protocol:\n  retired: [b]\n"),
    ],
)
def test_what_cannot_be_exchanged_surely_is_refused(text: str, source: str) -> None:
    with pytest.raises(NotEditableError):
        exchanged(text, source, ("protocol", "retired"))


_DECIDED = """\
protocol:
  status: voorgelegd   # sinds mei
  approvals:
    - body: MR
      sent: 2026-02-03
      # van de secretaris
      right: "instemming"
    - {body: GMR, right: advies}
"""


def test_a_text_is_exchanged_where_it_stands() -> None:
    assert assigned(_DECIDED, ("protocol",), {"status": "in werking"}) == _DECIDED.replace(
        "voorgelegd   #", '"in werking"   #'
    )
    said = {"right": "advies", "decision": "positief"}
    made = assigned(_DECIDED, ("protocol", "approvals", 0), said)
    assert made == _DECIDED.replace('"instemming"', "advies\n      decision: positief")
    made = assigned(_DECIDED, ("protocol", "approvals", 1), {"decision": "negatief"})
    assert made == _DECIDED.replace("right: advies}", "right: advies, decision: negatief}")


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("protocol",), {"approvals": "geen"}),
        (("protocol", "status"), {"x": "y"}),
        (("protocol", "approvals", 2), {"decision": "positief"}),
        (("niets",), {"decision": "positief"}),
    ],
)
def test_what_is_no_text_is_not_exchanged(
    path: tuple[str | int, ...], values: dict[str, str]
) -> None:
    with pytest.raises(NotEditableError):
        assigned(_DECIDED, path, values)
