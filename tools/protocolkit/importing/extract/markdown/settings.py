"""The settings at the top of a Markdown file, which no page shows but for a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.reading.found_problems import Report
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.reading.yaml_content import Content, mapping_of
from protocolkit.reading.yaml_text import read_mapping

# What begins settings, and what ends them: YAML, and TOML.
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_TOML_TITLE = re.compile(r"""^title\s{0,20}=\s{0,20}["'](.{0,500})["']\s{0,20}$""", re.MULTILINE)
_YAML_TITLE = re.compile(r"^\s{0,20}[\"']?title[\"']?\s{0,20}:")
# Settings that say nothing when they are not there, and one that an import makes anew.
_EMPTY = frozenset(("", "[]", "{}", "~", "null", "true", "false", "ja", "nee", "yes", "no"))
_MADE_ANEW = frozenset((("source", "file"), ("format",)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a file: their source, and the title that they give."""

    source: str = ""
    is_yaml: bool = True
    title: str = ""

    @property
    def yaml(self) -> str:
        """Their source when that is YAML."""
        return self.source if self.is_yaml else ""

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What they say, none of which is text."""
        return _told(self.source.strip())

    def without_title(self) -> Settings:
        """Return these settings without the line of their title, which is text."""
        lines = self.source.split("\n")
        found = next((n for n, line in enumerate(lines) if self.title in line), None)
        if found is None:
            return self
        kept = (
            [lines[found].replace(self.title, "", 1)] if not _YAML_TITLE.match(lines[found]) else []
        )
        return replace(self, source="\n".join([*lines[:found], *kept, *lines[found + 1 :]]))


def settings_and_body(text: str) -> tuple[Settings, str]:
    """Part a Markdown file in its settings and the text below them."""
    lines = text.split("\n")
    fence = lines[0].rstrip()
    for number, line in enumerate(lines[1:], start=1) if fence in _FENCES else ():
        if line.rstrip() in _FENCES[fence]:
            source = "\n".join(lines[1:number])
            found = _toml(source) if fence == "+++" else _yaml(source)
            return (found, "\n".join(lines[number + 1 :])) if found else (Settings(), text)
    return Settings(), text


def _toml(source: str) -> Settings | None:
    title = _TOML_TITLE.search(source)
    return Settings(source=source, is_yaml=False, title=title[1] if title else "")


def _yaml(source: str) -> Settings | None:
    """Return settings in YAML; None when it is text between two lines."""
    report = Report("")
    top = read_mapping(source, report)
    if not top.names() and any(line.strip() for line in source.split("\n")):
        return None
    title = top.text("title") or top.mapping("protocol").text("title")
    return Settings(source=source, title=" ".join(title.split()))


def unknown_settings(yaml: str, written: str) -> tuple[LeftOut, ...]:
    """Return what settings say in YAML that those which are written of them do not say."""
    known = dict(_leaves(mapping_of(written)))
    lost = [
        f"{'.'.join(path)}: {value}"
        for path, value in _leaves(mapping_of(yaml))
        if value.lower() not in _EMPTY and path[1:] not in _MADE_ANEW and known.get(path) != value
    ]
    remarks = [line.strip() for line in yaml.split("\n") if line.lstrip().startswith("#")]
    return _told("\n".join([*lost, *remarks]))


def _leaves(content: Content, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, dict):
        for name, inner in content.items():
            yield from _leaves(inner, (*path, name))
    else:
        for number, inner in enumerate(content):
            yield from _leaves(inner, (*path, str(number)))


def _told(words: str) -> tuple[LeftOut, ...]:
    return (LeftOut(text=words, reason=LeftOutReason.NOT_ON_PAGE),) if words else ()
