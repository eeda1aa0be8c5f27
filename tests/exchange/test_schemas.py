"""The published schemas are fresh, and agree with our own readers about what is right."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from examples import examples
from protocolkit.base.messages import translator
from protocolkit.comparison.judged_json import judged_json
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import read_answers_text, write_answers
from protocolkit.drafting.template.choices_file import read_choices_text
from protocolkit.exchange.all_schemas import SCHEMAS, schema_text
from protocolkit.exchange.protocol_json import json_to_protocol, protocol_content
from protocolkit.exchange.schema_files import schema_path
from protocolkit.reading.found_problems import Report
from protocolkit.reading.front_matter import read_facts, split_front_matter
from protocolkit.reading.writer import write_protocol
from protocolkit.was_wordt.reasons_file import read_reasons_text
from protocolkit.was_wordt.reasons_writer import with_open
from seeds import ROOT, SLUGS, collection, matrix, protocol
from small_boards import seed_judgements
from strategies import protocols


def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_path(name).read_text("utf-8")))


def _wrong(name: str, content: object) -> list[str]:
    return [error.message for error in _validator(name).iter_errors(content)]


def _yaml(text: str) -> Any:
    """Return YAML as an editor sees it: JSON has no dates, so that these are texts."""
    loaded = YAML(typ="safe", pure=True).load(text)
    return json.loads(json.dumps(loaded, default=str))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_what_the_code_says(name: str) -> None:
    published = schema_path(name).read_text("utf-8")
    assert published == schema_text(name), "run: python tests/exchange/renew_schemas.py"
    Draft202012Validator.check_schema(json.loads(published))


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in schema_path("x").parent.iterdir()} == {
        schema_path(name).name for name in SCHEMAS
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_needs_nothing_from_elsewhere(name: str) -> None:
    schema = json.loads(schema_text(name))
    assert str(schema["$id"]).startswith("urn:protocolkit:schema:")
    links = [text for text in schema_text(name).split('"') if text.startswith("http")]
    assert links == ["https://json-schema.org/draft/2020-12/schema"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described_in_dutch(name: str) -> None:
    def visit(node: Any) -> None:
        if isinstance(node, dict):
            for key, found in (node.get("properties") or {}).items():
                if "const" not in found and key != "$schema":
                    assert found["description"], key
                    assert not str(found["description"]).startswith(("The ", "Who ", "What ")), key
            for value in node.values():
                visit(value)

    visit(json.loads(schema_text(name)))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_seed_is_valid(slug: str) -> None:
    assert _wrong("protocol", protocol_content(protocol(slug))) == []
    text = (ROOT / "protocols" / "sociale-media" / f"{slug}.md").read_text("utf-8")
    assert _wrong("front-matter", _yaml(split_front_matter(text)[0])) == []


@examples(50)
@given(protocols())
def test_whatever_is_written_is_valid(drawn: Protocol) -> None:
    assert _wrong("protocol", protocol_content(drawn)) == []
    assert _wrong("front-matter", _yaml(split_front_matter(write_protocol(drawn))[0])) == []


_CHANGES: tuple[Any, ...] = (None, [], 7, "§")


def _broken(content: Any) -> list[Any]:
    """Return the content with one key lost, one made up or one value of another kind, each once."""
    found = []

    def visit(node: Any, path: tuple[Any, ...]) -> None:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        for key in keys:
            for change in _CHANGES:
                changed = copy.deepcopy(content)
                holder = changed
                for step in path:
                    holder = holder[step]
                holder[key] = change
                found.append(changed)
            if isinstance(node[key], dict | list):
                visit(node[key], (*path, key))

    visit(content, ())
    return found


def test_the_reader_and_the_schema_refuse_the_same() -> None:
    """What only the reader sees (an anchor used twice) is named json-… and is no shape."""
    small = {
        "format": "protocolkit-protocol",
        "version": 1,
        "facts": {"organisation": {"name": "X", "kind": "school"}, "dated": "2020-01"},
        "title": [{"type": "text", "text": "T"}],
        "parts": [
            {
                "type": "section",
                "anchor": "h",
                "level": 2,
                "title": [],
                "parts": [
                    {
                        "type": "clause",
                        "anchor": "a",
                        "kind": "regel",
                        "blocks": [
                            {"type": "paragraph", "content": [{"type": "note-mark", "label": "1"}]}
                        ],
                    }
                ],
            }
        ],
        "notes": [{"label": "1", "blocks": []}],
    }
    validator = _validator("protocol")
    beyond = {"json-note-missing", "json-anchor-twice"}
    assert json_to_protocol(json.dumps(small)).problems == ()
    for content in _broken(small):
        problems = {found.code.name for found in json_to_protocol(json.dumps(content)).problems}
        assert validator.is_valid(content) == (problems <= beyond), (content, problems)


def _known(problems: list[Any]) -> set[str]:
    """Return the keys that a reader says it knows, from its complaint about another."""
    (found,) = [found for found in problems if found.code.name == "yaml-unknown-key"]
    return set(dict(found.values)["known"].split(", "))


def _properties(name: str, *path: str) -> set[str]:
    node = json.loads(schema_text(name))
    for step in path:
        node = node[step]
    return set(node["properties"])


_FACTS = ("properties", "protocol")


@pytest.mark.parametrize(
    ("yaml", "path"),
    [
        ("zomaar: 1", ()),
        ("organisation: {name: x, zomaar: 1}", ("properties", "organisation")),
        ("source: {zomaar: 1}", ("properties", "source")),
        ("approvals: [{zomaar: 1}]", ("properties", "approvals", "anyOf", 0, "items")),
        ("accepted: [{zomaar: 1}]", ("properties", "accepted", "anyOf", 0, "items")),
    ],
)
def test_the_settings_have_the_keys_that_the_reader_knows(yaml: str, path: tuple[Any, ...]) -> None:
    report = Report("x")
    read_facts(f"protocol:\n  {yaml}\n", report)
    assert _known(report.problems) == _properties("front-matter", *_FACTS, *path)


@pytest.mark.parametrize(
    ("yaml", "path"),
    [
        ("zomaar: 1", ()),
        ("themes: [{id: t, title: T, zomaar: 1}]", ("properties", "themes", "anyOf", 0, "items")),
        (
            "topics: [{id: a, title: A, zomaar: 1}]",
            ("properties", "topics", "anyOf", 0, "items"),
        ),
    ],
)
def test_the_topics_have_the_keys_that_the_reader_knows(yaml: str, path: tuple[Any, ...]) -> None:
    report = Report("x")
    read_topics_text(yaml, "s", report)
    assert _known(report.problems) == _properties("topics", *path)


@pytest.mark.parametrize(
    "yaml",
    [
        "{organisation: {name: x, kind: gemeente}}",
        "{organisation: {name: x}, status: geldig}",
        "{organisation: {name: x}, dated: mei 2019}",
        "{organisation: {name: x}, dated: 2019-13}",
        "{organisation: {name: x}, applies_to: {a: b}}",
        "{organisation: {name: x}, source: {complete: misschien}}",
        "{organisation: {name: x}, approvals: [{right: veto}]}",
        "{organisation: {name: x}, retired: [[a]]}",
        "{status: concept}",
    ],
)
def test_wrong_settings_are_seen_while_typing_too(yaml: str) -> None:
    report = Report("x")
    read_facts(f"protocol: {yaml}\n", report)
    assert report.problems
    assert _wrong("front-matter", _yaml(f"protocol: {yaml}\n"))


@pytest.mark.parametrize(
    "yaml",
    [
        "{organisation: {name: 12}, version: 1.10, dated: 2019}",
        "\n  organisation: {name: x}\n  dated:\n  owner: ~\n  applies_to: De Brug\n",
        "\n  organisation: {name: x}\n  title_supplied: ja\n  dated: 2019-05-01\n  approvals:\n",
        "\n  organisation:\n    name: x\n  source:\n  status:\n  evidence:\n  accepted:\n",
    ],
)
def test_what_the_reader_allows_is_not_marked_while_typing(yaml: str) -> None:
    report = Report("x")
    read_facts(f"protocol: {yaml}\n", report)
    assert report.problems == []
    assert _wrong("front-matter", _yaml(f"protocol: {yaml}\n")) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("protocols/*/topics.yml")), ids=str)
def test_the_topics_here_are_valid(path: Path) -> None:
    assert _wrong("topics", _yaml(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "yaml",
    [
        "topics: [{id: a, title: A}]",
        "topics: [{id: a, title: A, theme: t, kind: wet}]",
        "topics: [{id: a, title: A, theme: t, clauses: {x: [{y: z}]}}]",
        "rejected_pairs: [[a, b]]",
        "themas: []",
    ],
)
def test_wrong_topics_are_seen_while_typing(yaml: str) -> None:
    report = Report("x")
    read_topics_text(f"{yaml}\n", "s", report)
    assert report.problems
    assert _wrong("topics", _yaml(yaml))


def test_the_comparison_is_valid() -> None:
    content = json.loads(judged_json(matrix(), seed_judgements(), collection().protocols, {}))
    assert _wrong("matrix", content) == []
    content["topics"][0]["cells"]["oponoa"]["presence"] = "misschien"
    assert _wrong("matrix", content)


@pytest.mark.parametrize(
    ("yaml", "path"),
    [("zomaar: 1", ()), ("organisation: {zomaar: 1}", ("properties", "organisation"))],
)
def test_the_answers_have_the_keys_that_the_reader_knows(yaml: str, path: tuple[Any, ...]) -> None:
    report = Report("x")
    read_answers_text(yaml, report)
    assert _known(report.problems) == _properties("answers", *path)


@pytest.mark.parametrize(
    ("yaml", "path"),
    [
        ("zomaar: 1", ()),
        ("topics: {a: {zomaar: 1}}", ("properties", "topics", "additionalProperties")),
        ("extra: [{text: x, zomaar: 1}]", ("properties", "extra", "anyOf", 0, "items")),
    ],
)
def test_the_choices_have_the_keys_that_the_reader_knows(yaml: str, path: tuple[Any, ...]) -> None:
    report = Report("x")
    read_choices_text(yaml, report)
    assert _known(report.problems) == _properties("choices", *path)


@pytest.mark.parametrize(
    ("yaml", "path"),
    [
        ("zomaar: 1", ()),
        (
            "reasons: {a: {zomaar: 1}}",
            ("properties", "reasons", "additionalProperties", "anyOf", 1),
        ),
    ],
)
def test_the_reasons_have_the_keys_that_the_reader_knows(yaml: str, path: tuple[Any, ...]) -> None:
    report = Report("x")
    read_reasons_text(yaml, report)
    assert _known(report.problems) == _properties("reasons", *path)


def test_a_file_of_reasons_is_valid_and_mistakes_are_seen() -> None:
    since = {"versions/hek/de-mus@1.md": "2:0123456789abcdef"}
    made = with_open("", {"a": "1, nieuw", "de-mus#b": "x"}, since, "hek.md", translator("nl"))
    good = _yaml(made)
    assert _wrong("reasons", good) == []
    assert _wrong("reasons", {"reasons": {"a": "Omdat.", "b": {"wording": "ja"}, "c": None}}) == []
    assert _wrong("reasons", {**good, "redenen": {}})
    assert _wrong("reasons", {"reasons": {"a": {"reden": "x"}}})
    assert _wrong("reasons", {"reasons": {"a": ["x"]}})


def test_answers_are_valid_and_mistakes_are_seen() -> None:
    text = (
        "subject: sociale-media\norganisation: {name: De Brug, kind: school, sector: po}\n"
        "schools: [De Wal]\nfunctions: {leidinggevende: directeur}\nsystems:\n"
        "choices: {opnames-maken: geen, foto: v-1}\nplaceholders: {meldpunt: de balie}\n"
    )
    report = Report("x")
    answers = read_answers_text(text, report)
    assert report.problems == []
    good = _yaml(text)
    assert _wrong("answers", good) == []
    assert _wrong("answers", _yaml(write_answers(answers, ("merges", "adopts"), {}))) == []
    assert _wrong("answers", {**good, "subjects": "x"})
    assert _wrong("answers", {**good, "organisation": {"kind": "gemeente"}})
