"""The data file beside this package: what has aged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class AgedEntry:
    """Something that changed; ``since`` is ``""`` for what changes all the time."""

    name: str
    words: re.Pattern[str]
    near: re.Pattern[str] | None
    changed: str
    since: str
    source: str
    advice: str


@cache
def aged_entries() -> tuple[AgedEntry, ...]:
    """Return the entries of ``aged.yml``."""
    entries = []
    for entry in _read("aged.yml").mappings("entries"):
        near = entry.text("near")
        entries.append(
            AgedEntry(
                name=entry.text("id"),
                words=re.compile("|".join(entry.texts("words"))),
                near=re.compile(near) if near else None,
                changed=entry.text("changed"),
                since=entry.date("since"),
                source=entry.text("source"),
                advice=entry.text("advice"),
            )
        )
    return tuple(entries)


def _read(name: str) -> YamlMapping:
    """Read one of our own files; a mistake in it is a bug of ours."""
    report = Report(name)
    text = package_text("protocolkit.checking", name)
    top = read_mapping(text, report)
    if report.problems:
        raise ValueError(f"{name}: {report.problems[0].code.name}")
    return top
