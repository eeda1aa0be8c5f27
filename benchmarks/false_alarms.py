"""How often the rules of ``protocol check`` go off on texts, by code.

Takes folders or files. A ``.md`` file is read as a protocol; of a ``.txt`` file each line becomes a
paragraph, and a line that begins with ``#`` a heading, which is rough but enough to see a rule
that cries wolf. Prints, per code, the count, the count per 1,000 pieces and a few examples:

    .venv/bin/python benchmarks/false_alarms.py TEXTS protocols/sociale-media
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_protocol
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol, Section
from protocolkit.document.richtext import Text
from protocolkit.reading.body import split_marker
from protocolkit.reading.reader import read_protocol
from protocolkit.text.markers import PARAGRAPH_MARKER, SECTION_MARKER

_EXAMPLES = 5
_CLAUSE_MARKER = re.compile(
    rf"^(?P<marker>\d{{1,3}}[a-z]?[.)](?=\s)|{PARAGRAPH_MARKER.pattern.removeprefix('^(?P<marker>')}"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a text; ``level`` is 0 for what is no heading."""

    level: int
    text: str
    location: Location


def main(arguments: list[str]) -> None:
    """Print the figures for the folders and files that are named."""
    paths = [path for argument in arguments for path in _texts(Path(argument))]
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    pieces, speak, start = 0, translator(), time.perf_counter()
    for path in paths:
        protocol = _protocol(path)
        pieces += sum(1 for line in path.read_text("utf-8").split("\n") if line.strip())
        for found in check_protocol(protocol):
            counts[found.code.name] += 1
            examples[found.code.name].append(f"{found.location}: {found.message(speak)}")
    seconds = time.perf_counter() - start
    print(f"{len(paths)} texts, {pieces} lines, {seconds:.1f} s")
    for name, count in counts.most_common():
        print(f"{name:26}{count:6}{1000 * count / pieces:8.2f} per 1,000 lines")
        step = max(1, len(examples[name]) // _EXAMPLES)
        for example in examples[name][::step][:_EXAMPLES]:
            print(f"    {example}")


def _texts(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = [*path.glob("*.txt"), *path.glob("*.md")]
    return sorted(text for text in found if text.name != "README.md")


def _protocol(path: Path) -> Protocol:
    if path.suffix == ".md":
        return read_protocol(path, path.name).protocol
    lines = list(_lines(path))
    facts = Facts(organisation=Organisation(name=path.stem))
    return Protocol(facts=facts, title=(Text(path.stem),), parts=_parts(lines, 0))


def _lines(path: Path) -> Iterator[_Line]:
    """Yield the lines of a text, a title below the heading ``Artikel 5`` joined to it."""
    held: _Line | None = None
    for number, raw in enumerate(path.read_text("utf-8").split("\n"), start=1):
        text = " ".join(_LINK.sub(r"\1", raw).replace("*", "").split())
        if not text.strip("#") or text.startswith("<"):
            continue
        level = len(text) - len(text.lstrip("#"))
        line = _Line(level=level, text=text.lstrip("# "), location=Location(path.name, number))
        if held is not None and level > held.level:
            held = replace(held, text=f"{held.text} {line.text}")
            continue
        if held is not None:
            yield held
        held = line if level else None
        if not level:
            yield line
    if held is not None:
        yield held


def _parts(lines: list[_Line], level: int) -> tuple[Clause | Section, ...]:
    """Take from the front of the lines what stands under a heading of a level."""
    parts: list[Clause | Section] = []
    while lines and (lines[0].level == 0 or lines[0].level > level):
        line = lines.pop(0)
        marker, content = split_marker(
            (Text(line.text),), SECTION_MARKER if line.level else _CLAUSE_MARKER
        )
        anchor = f"r-{line.location.line}"
        if line.level:
            parts.append(
                Section(
                    anchor=anchor,
                    level=line.level,
                    title=content,
                    marker=marker,
                    parts=_parts(lines, line.level),
                    location=line.location,
                )
            )
        else:
            block = Paragraph(content)
            parts.append(
                Clause(anchor=anchor, blocks=(block,), marker=marker, location=line.location)
            )
    return tuple(parts)


if __name__ == "__main__":
    main(sys.argv[1:])
