"""Problems for other programs: JSON, annotations of GitHub workflows, SARIF 2.1.0.

Each function returns text for standard output. Messages are in the reader's language; codes,
levels and keys are fixed by the format.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

import protocolkit
from protocolkit.base.formats import PROBLEMS
from protocolkit.base.objects import Object
from protocolkit.base.problems import Code, Problem
from protocolkit.commands.output import speak

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Problems = tuple[Problem, ...]


def as_text(problems: Problems) -> str:
    """Return one line for each problem: place, message, cure, code."""
    return "\n".join(found.line(speak) for found in problems)


def as_json(problems: Problems) -> str:
    """Return the problems as one JSON object."""
    content = [
        {
            "code": found.code.name,
            "severity": found.code.severity.value,
            "path": found.location.path,
            "line": found.location.line,
            "anchor": found.anchor,
            "message": found.message(speak),
            "hint": found.hint(speak),
        }
        for found in problems
    ]
    return json.dumps({**PROBLEMS.head(), "problems": content}, ensure_ascii=False, indent=1)


def as_github(problems: Problems) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a change.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(_annotation(found) for found in problems)


def as_sarif(problems: Problems) -> str:
    """Return a SARIF 2.1.0 log (OASIS, 2020) with one run."""
    codes = {found.code.name: found.code for found in problems}
    names = sorted(codes)
    driver = {
        "name": "protocolkit",
        "version": protocolkit.__version__,
        "rules": [_rule(codes[name]) for name in names],
    }
    results = [_result(found, names.index(found.code.name)) for found in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Problems], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def _annotation(found: Problem) -> str:
    properties = {"file": found.location.path, "title": found.code.name}
    if found.location.line:
        properties["line"] = str(found.location.line)
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{found.code.severity.value} {named}::{_escaped(_words(found))}"


def _words(found: Problem) -> str:
    return f"{found.message(speak)} {found.hint(speak)}".strip()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: Code) -> Object:
    return {
        "id": code.name,
        "shortDescription": {"text": speak(code.title)},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(found: Problem, index: int) -> Object:
    physical: Object = {"artifactLocation": {"uri": quote(found.location.path)}}
    if found.location.line:
        physical["region"] = {"startLine": found.location.line}
    place: Object = {"physicalLocation": physical}
    if found.anchor:
        place["logicalLocations"] = [{"name": found.anchor}]
    return {
        "ruleId": found.code.name,
        "ruleIndex": index,
        "level": found.code.severity.value,
        "message": {"text": _words(found)},
        "locations": [place],
    }
