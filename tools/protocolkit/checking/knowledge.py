"""The data files beside this package: terms that mean the same, and what has aged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """Words for one thing; ``inflected`` are all their forms, the words themselves if empty.

    ``has_case``: whether capitals make another word (``Social Media`` beside ``social media``).
    ``is_apart``: whether a sentence that names two of them tells them apart.
    """

    forms: tuple[str, ...]
    inflected: tuple[str, ...]
    has_case: bool
    is_apart: bool


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
def term_groups() -> tuple[TermGroup, ...]:
    """Return the groups of ``terms.yml``."""
    groups = []
    for entry in _read("terms.yml").mappings("terms"):
        forms = entry.texts("forms")
        groups.append(
            TermGroup(
                forms=forms,
                inflected=entry.texts("inflected") or forms,
                has_case=entry.flag("case", default=False),
                is_apart=entry.flag("apart", default=False),
            )
        )
    return tuple(groups)


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
