"""The systems and functions that a template leaves open, from their data files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping

SYSTEMS_FILE = "systems.yml"
FUNCTIONS_FILE = "functions.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A kind of system: its key, what is printed for it, and what finds its products' names."""

    key: str
    printed: str
    pattern: re.Pattern[str]


@cache
def systems() -> tuple[System, ...]:
    """Return the kinds of system that come with protocolkit, in the order of the file."""
    top = _read(SYSTEMS_FILE)
    found = []
    for key in top.names():
        entry = top.mapping(key)
        pattern = _pattern(entry.texts("names"))
        found.append(System(key=key, printed=entry.text("printed"), pattern=pattern))
    return tuple(found)


@cache
def functions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each group of functions with what finds its forms."""
    top = _read(FUNCTIONS_FILE)
    return tuple((group, _pattern(top.texts(group))) for group in top.names())


def _read(name: str) -> YamlMapping:
    text = package_text("protocolkit.drafting.template", name)
    return read_mapping(text, Report(name))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in ordered)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])", re.IGNORECASE)
