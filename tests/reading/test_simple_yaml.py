"""What is read line by line is what the library reads, and nearly all texts are read so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from protocolkit.reading.simple_yaml import simple_nodes
from protocolkit.reading.yaml_nodes import composed, first_alias

ROOT = Path(__file__).parents[2]
_PIECES = (
    *(
        "a",
        "a:\nb: c",
        "b",
        "a: ",
        "b:",
        "- ",
        "-",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "  ",
        "[",
        "]",
        "{",
        "}",
    ),
    *(", ", ",", ": ", ":", "#", " # c", '"', "'", '"x y"', "'it''s'", "foto's", "?", "*a", "&a "),
    *("!t ", "|", ">", "%", "@", "\\", "---", "...", "<<", "=", "~", "é", "\xa0", "\t", "x-y", "."),
)
_TEXT = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
_WORD = st.sampled_from(["a", "b c", '"d: e"', "'f''g'", "h's", "2018-04", "x # note", "", "i:j"])
_END = st.sampled_from(["", " ", '"', "'", " # note", ": x"])
_FURTHER = st.one_of(_WORD, st.sampled_from(["- a", "? a", "[b", "]", "{c}", "* d", "%", "&e f"]))


@st.composite
def _written(draw: st.DrawFn, depth: int = 2) -> list[str]:
    """Lines of YAML that are nearly always right, as people write it."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.sampled_from(["k: ", "name: ", "- ", "'q': ", "k:", "- k: "]))
        inner = draw(_written(depth - 1)) if depth else []
        kind = draw(st.integers(0, 5))
        if kind == 0 or not inner:
            lines.append(start + draw(_WORD))
        elif kind == 1:
            lines.append(f"{start}[{', '.join(draw(st.lists(_WORD, max_size=3)))}]")
        elif kind == 2:
            lines.append(f"{start}{{k: {draw(_WORD)}, m: [{draw(_WORD)},")
            lines.append(f"{' ' * draw(st.integers(0, 4))}{draw(_WORD)}]}}")
        elif kind == 3:
            first = draw(st.sampled_from([">-", "text", '"text', "'text", "text # note"]))
            indent = " " * draw(st.integers(0, 5))
            lines += [start + first, indent + draw(_FURTHER), f"{indent}end{draw(_END)}"]
        else:
            lines.append(start)
            indent = " " * draw(st.integers(0, 3))
            lines += [indent + line for line in inner]
    return lines


@given(_TEXT)
@example("a: b\n c")
@example("a:\n- b\n  c")
@example("a: [b\n  c]")
@example("a: {b\n : c}")
@example("a: 'b'#c")
@example("- a: b\n c: d")
@example("a: [b]: c")
@example('"a" : b')
@example('{"a": [\n"b", {"c": d}\n]\n}')
@example("a:\n  [b]")
@example("a:\n[b]")
@example("{a: b}: c")
@example("a: b\n  # c\n  d")
def test_any_signs_are_read_as_the_library_reads_them(text: str) -> None:
    _same(text)


@given(_written())
def test_what_people_write_is_read_as_the_library_reads_it(lines: list[str]) -> None:
    _same("\n".join(lines))


def _same(text: str) -> None:
    found = simple_nodes(text)
    if found is not None:
        assert first_alias(text) is None
        assert _told(found) == _told(composed(text))


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("protocols/**/*.yml"), *ROOT.glob("tools/protocolkit/**/*.yml")],
    ids=lambda path: path.name,
)
def test_our_own_files_are_read_without_the_library(path: Path) -> None:
    text = path.read_text("utf-8")
    assert _told(simple_nodes(text)) == _told(composed(text))


@pytest.mark.parametrize("path", sorted(ROOT.glob("protocols/*/*.md")), ids=lambda path: path.name)
def test_front_matter_is_read_without_the_library(path: Path) -> None:
    text = path.read_text("utf-8").split("---\n")[1]
    assert _told(simple_nodes(text)) == _told(composed(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a:\nb: c",
        "a: >-\n  b\n\n  c",
        "a: b #c\n  d",
        "- a",
        "a: |\n  b",
        "a: &x b",
        'a: "b\\n"',
        "a:\tb",
        "a: b: c",
        "a: [b",
        "a: 'b",
    ],
)
def test_the_rest_is_left_to_the_library(text: str) -> None:
    assert simple_nodes(text) is None


def test_a_name_longer_than_the_library_takes_is_left_to_it() -> None:
    assert simple_nodes(f"{'a' * 400}: b") is not None
    assert simple_nodes(f"{'a' * 1100}: b") is None
    assert simple_nodes(f"a: {{{'a' * 1100}: b}}") is None


def _told(node: Node | None) -> object:
    """What is asked of a node: kind, line, what it holds."""
    if isinstance(node, MappingNode):
        pairs = [(_told(key), _told(value)) for key, value in node.value]
        return "mapping", node.start_mark.line, pairs
    if isinstance(node, SequenceNode):
        return "list", node.start_mark.line, [_told(item) for item in node.value]
    assert isinstance(node, ScalarNode)
    return node.value, node.start_mark.line, bool(node.style)


def test_json_is_read_without_the_library() -> None:
    text = '{\n "a": [\n  "b",\n  {"c": "d"}\n ],\n "e": {}\n}'
    assert _told(simple_nodes(text)) == _told(composed(text))
