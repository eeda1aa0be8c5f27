"""Two libraries read the same in a YAML text, and the quick one reads nearly all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from protocolkit.reading import yaml_events
from protocolkit.reading.yaml_events import quick_nodes
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
def test_any_signs_are_read_as_the_other_library_reads_them(text: str) -> None:
    _same(text)


@given(_written())
def test_what_people_write_is_read_as_the_other_library_reads_it(lines: list[str]) -> None:
    _same("\n".join(lines))


def _same(text: str) -> None:
    found = quick_nodes(text)
    if found is None:
        return
    assert first_alias(text) is None
    try:
        other = composed(text)
    except YAMLError:
        # In an empty block of text it finds the indentation wrong, where the standard does not.
        assert "|" in text or ">" in text
        return
    assert _told(found) == _told(other)


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("protocols/**/*.yml"), *ROOT.glob("tools/protocolkit/**/*.yml")],
    ids=lambda path: path.name,
)
def test_our_own_files_are_read_quickly(path: Path) -> None:
    text = path.read_text("utf-8")
    assert _told(quick_nodes(text)) == _told(composed(text))


@pytest.mark.parametrize("path", sorted(ROOT.glob("protocols/*/*.md")), ids=lambda path: path.name)
def test_front_matter_is_read_quickly(path: Path) -> None:
    text = path.read_text("utf-8").split("---\n")[1]
    assert _told(quick_nodes(text)) == _told(composed(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: &x b",
        "a: *x",
        "--- a",
        "%YAML 1.1\n---\na: b",
        "a: b\n---\nc: d",
        "a: b\u2028c: d",
        "a: b\x85c: d",
        "a: b\x07",
        "a: [b",
        "a: 'b",
        "a: b: c",
        "- " * 60 + "a",
        "[" * 100_000,
        f"{'a' * 1100}: b",
    ],
)
def test_what_is_rare_or_wrong_is_left_to_the_other_library(text: str) -> None:
    assert quick_nodes(text) is None


def test_an_empty_value_begins_at_the_line_of_its_name() -> None:
    node = quick_nodes("a:\n\n\nb: c")
    assert isinstance(node, MappingNode)
    assert [value.start_mark.line for _, value in node.value] == [0, 3]


def test_without_the_parser_in_c_all_is_left_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "_LOADER", None)
    assert quick_nodes("a: b") is None


def _told(node: Node | None) -> object:
    """What is asked of a node: kind, line, what it holds."""
    if isinstance(node, MappingNode):
        pairs = [(_told(key), _told(value)) for key, value in node.value]
        return "mapping", node.start_mark.line, pairs
    if isinstance(node, SequenceNode):
        return "list", node.start_mark.line, [_told(item) for item in node.value]
    if node is None:
        return None
    assert isinstance(node, ScalarNode)
    # the libraries differ in where nothing begins
    line = node.start_mark.line if node.value else None
    return node.value, line, bool(node.style)
