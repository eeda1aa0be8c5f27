"""The names of the schemas that we publish, and where their files stand."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.resources import templates_folder

SCHEMA_NAMES = (
    "protocol",
    "front-matter",
    "topics",
    "answers",
    "choices",
    "reasons",
    "matrix",
    "changes",
)


def schema_file_name(name: str) -> str:
    """Return the name of a schema's file."""
    return f"{name}.schema.json"


def schema_path(name: str) -> Path:
    """Return where a schema stands, in a working copy or in a wheel."""
    return templates_folder() / "schemas" / schema_file_name(name)
