"""A protocol as JSON and back; wrong and hostile JSON comes out as problems with their paths."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.base.messages import translator
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.exchange.protocol_json import (
    json_to_protocol,
    protocol_content,
    protocol_to_json,
    protocol_to_markdown,
)
from protocolkit.reading.reader import read_protocol_text
from seeds import SLUGS, protocol
from strategies import markdown_noise, protocols

_TEXT = """\
---
protocol:
  organisation: {name: De school, kind: school}
  retired: [weg]
---

# Regels

{#h-1}
## 1 Begin

{#art-1}
1. Een regel[^1] met [link](https://x.nl) en punten:

   {style=lower-alpha}
   1. de eerste
   2. de tweede

{#tabel}
| a | b |
| --- | --- |
| c | d |

[^1]: Een noot.
"""


@examples(60)
@given(protocols())
def test_json_reads_back(drawn: Protocol) -> None:
    reading = json_to_protocol(protocol_to_json(drawn))
    assert reading.problems == ()
    assert reading.protocol == drawn


@examples(40)
@given(markdown_noise())
def test_whatever_was_read_from_markdown_can_travel(text: str) -> None:
    read = read_protocol_text(text).protocol
    problems = json_to_protocol(protocol_to_json(read)).problems
    # A mark without its note is text already, and anchors are unique: nothing is left to report.
    assert [found.code.name for found in problems] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_seed_comes_back_the_same_and_to_the_same_file(slug: str) -> None:
    seed = protocol(slug)
    for indent in (1, None):
        text = protocol_to_json(seed, indent=indent)
        reading = json_to_protocol(text)
        assert reading.protocol == seed
        assert (reading.protocol.subject, reading.protocol.slug) == (seed.subject, slug)
        assert protocol_to_json(reading.protocol, indent=indent) == text
        markdown, problems = protocol_to_markdown(reading.protocol)
        assert problems == ()
        assert read_protocol_text(markdown).protocol == seed


def test_the_whole_check_code_stands_in_it_and_is_worked_out_anew_when_read() -> None:
    read = read_protocol_text(_TEXT).protocol
    text = protocol_to_json(read)
    code = json.loads(text)["fingerprint"]
    assert code == protocol_fingerprint(read) != ""
    changed = json_to_protocol(text.replace("Een regel", "Een wens")).protocol
    assert changed is not None
    assert json.loads(protocol_to_json(changed))["fingerprint"] not in ("", code)
    assert "fingerprint" not in json.loads(protocol_to_json(read, with_code=False))


def _content() -> dict[str, Any]:
    return protocol_content(read_protocol_text(_TEXT).protocol)


def _changed(change: Callable[[Any], object]) -> str:
    content = copy.deepcopy(_content())
    change(content)
    return json.dumps(content)


def _clause(content: Any) -> Any:
    return content["parts"][0]["parts"][0]


def _set(place: Callable[[Any], Any], key: Any, value: object) -> Callable[[Any], object]:
    return lambda content: place(content).__setitem__(key, value)


def _top(content: Any) -> Any:
    return content


def _points(content: Any) -> Any:
    return _clause(content)["blocks"][1]["points"]


def _table(content: Any) -> Any:
    return content["parts"][0]["parts"][1]["blocks"][0]


_FIRST = "parts[0].parts[0]"


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (_set(_top, "version", 2), "format-newer", "format 2"),
        (_set(_top, "version", True), "json-version", "version 1"),
        (_set(_top, "format", "x"), "json-version", "found: 'x 1'"),
        (_set(_top, "title", "Regels"), "json-shape", "at 'title' there must be a list"),
        (_set(_top, "facts", []), "json-shape", "at 'facts' there must be an object"),
        (lambda c: c.pop("parts"), "json-missing", "'parts'"),
        (lambda c: c["facts"].pop("organisation"), "json-missing", "at 'facts'"),
        (_set(_clause, "colour", "red"), "json-unknown-key", f"at '{_FIRST}' the key 'colour'"),
        (_set(_clause, "kind", "wet"), "json-choice", f"'wet' at '{_FIRST}.kind'"),
        (_set(_clause, "type", "chapter"), "json-choice", f"{_FIRST}.type"),
        (_set(_clause, "type", ["clause"]), "json-choice", f"{_FIRST}.type"),
        (lambda c: _clause(c).pop("type"), "json-missing", f"at '{_FIRST}' the key 'type'"),
        (_set(_clause, "anchor", "Art 1"), "json-shape", f"{_FIRST}.anchor"),
        (_set(_clause, "anchor", "art-1\n"), "json-shape", f"{_FIRST}.anchor"),
        (_set(_clause, "anchor", "a" * 37), "json-shape", f"{_FIRST}.anchor"),
        (_set(_clause, "anchor", "h-1"), "json-anchor-twice", "before, at 'parts[0].anchor'"),
        (_set(_clause, "anchor", "weg"), "json-anchor-retired", f"{_FIRST}.anchor"),
        (_set(lambda c: c["parts"][0], "level", 1), "json-shape", "parts[0].level"),
        (_set(lambda c: c["parts"][0], "level", True), "json-shape", "parts[0].level"),
        (_set(lambda c: c["facts"], "dated", "mei"), "json-shape", "facts.dated"),
        (_set(lambda c: c["facts"], "title_supplied", "ja"), "json-shape", "true or false"),
        (_set(lambda c: c["facts"], "version", 2), "json-shape", "facts.version"),
        (_set(_top, "notes", []), "json-note-missing", f"{_FIRST}.blocks[0].content"),
        (lambda c: c["notes"].append(c["notes"][0]), "json-anchor-twice", "notes[1].label"),
        (lambda c: _points(c).clear(), "json-shape", f"{_FIRST}.blocks[1].points"),
        (lambda c: _table(c)["rows"][0].pop(), "json-row-length", "blocks[0].rows[0]"),
        (_set(_top, "slug", "../../x"), "json-shape", "at 'slug'"),
        (_set(_top, "subject", "/etc"), "json-shape", "at 'subject'"),
        (_set(_clause, "marker", "\ud800"), "json-character", f"{_FIRST}.marker"),
    ],
)
def test_wrong_json_is_named_with_its_path(
    change: Callable[[Any], object], code: str, place: str
) -> None:
    reading = json_to_protocol(_changed(change), "x.json")
    assert reading.protocol is None
    assert [found.code.name for found in reading.problems] == [code]
    (found,) = reading.problems
    assert place in found.message(lambda text: text)
    dutch = found.line(translator("nl"))
    assert dutch.startswith("x.json: ")
    assert "{" not in dutch


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_set(_clause, "marker", '1."}\n# Kop'), _FIRST),
        (_set(lambda c: _clause(c)["blocks"][0]["content"][0], "text", " spatie"), _FIRST),
        (_set(lambda c: _clause(c)["blocks"][0]["content"][0], "text", "a\tb\u0007"), _FIRST),
        (_set(lambda c: _clause(c)["blocks"][0]["content"][3], "target", "javascript:x"), _FIRST),
        (_set(lambda c: _clause(c)["blocks"][0]["content"][3], "target", "x)\n\n# Kop"), _FIRST),
        (_set(lambda c: c["parts"][0], "short", '"}\n# Kop'), "parts"),
        (_set(lambda c: c["parts"][0], "marker", "zomaar"), "parts[0]"),
    ],
)
def test_what_no_protocol_file_can_hold_is_refused(
    change: Callable[[Any], object], place: str
) -> None:
    reading = json_to_protocol(_changed(change), "x.json")
    assert reading.protocol is not None
    _, problems = protocol_to_markdown(reading.protocol)
    assert [found.code.name for found in problems] == ["json-not-markdown"]
    assert f"'{place}" in problems[0].message(lambda text: text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "json-syntax"),
        ("{", "json-syntax"),
        ('{"a": NaN}', "json-syntax"),
        ('{"a": 1' + "0" * 5000 + "}", "json-syntax"),
        ("[" * 100_000, "json-too-deep"),
        ('{"a":' * 100_000, "json-too-deep"),
        ('{"a": 1, "a": 2}', "json-duplicate-key"),
        ("[]", "json-shape"),
        ("null", "json-shape"),
        ("{}", "json-version"),
    ],
)
def test_what_is_no_protocol_at_all(text: str, code: str) -> None:
    assert [found.code.name for found in json_to_protocol(text).problems] == [code]


def test_json_that_says_no_version_is_of_the_first() -> None:
    content = json.loads(protocol_to_json(protocol("oponoa")))
    del content["version"]
    assert json_to_protocol(json.dumps(content)).protocol == protocol("oponoa")


def test_a_bracket_in_a_text_is_not_depth() -> None:
    text = _changed(_set(lambda c: c["title"][0], "text", "[" * 500))
    assert json_to_protocol(text).problems == ()


_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.floats()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["type", "text", "anchor", "blocks", "x"]), inner),
    ),
    max_leaves=6,
)


def _places(content: Any) -> list[tuple[Any, Any]]:
    items = content.items() if isinstance(content, dict) else enumerate(content)
    found = []
    for key, value in list(items):
        found.append((content, key))
        if isinstance(value, dict | list):
            found += _places(value)
    return found


@examples(100)
@given(st.data(), _VALUES)
def test_reading_never_raises_and_what_it_accepts_is_written_whole(
    data: st.DataObject, value: object
) -> None:
    content = copy.deepcopy(_content())
    holder, key = data.draw(st.sampled_from(_places(content)))
    holder[key] = value
    reading = json_to_protocol(json.dumps(content))
    assert (reading.protocol is None) == bool(reading.problems)
    if reading.protocol is not None:
        markdown, problems = protocol_to_markdown(reading.protocol)
        if not problems:
            assert read_protocol_text(markdown).protocol == reading.protocol
