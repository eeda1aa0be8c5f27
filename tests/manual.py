"""The manual page of all checks, made from the codes themselves and from the case files.

Print it, to look at it or to renew it:

    .venv/bin/python tests/manual.py > docs/gebruik/controles.md
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import protocolkit.checking
import protocolkit.reading
from protocolkit.base.messages import translator
from protocolkit.base.problems import Code, Problem, Severity
from protocolkit.checking.acceptance import without_accepted
from protocolkit.checking.anchors import check_anchors
from protocolkit.checking.check import check_protocol
from protocolkit.checking.evidence import check_evidence
from protocolkit.checking.references import check_links
from protocolkit.checking.topics import check_topics
from protocolkit.collection import SEEN_FILE, TOPICS_FILE, Subject, gather
from protocolkit.comparison.topics_file import read_seen_text, read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text

CASES = Path(__file__).parent / "cases" / "checking"
PAGE = Path(__file__).parents[1] / "docs" / "gebruik" / "controles.md"
TODAY = "2026-01-01"
SOURCE_FILE, EARLIER_FILE = "bron/de-brug.txt", "de-brug.md, eerder"
_PARTS = re.compile(
    r"^(.*?)\n## Fout\n\n```text\n(.*?)\n```\n\n## Goed\n\n```text\n(.*?)\n```\n$", re.DOTALL
)
_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# Protocol\n\n"
_FILE = re.compile(r"^== (.*)\n", re.MULTILINE)
_SINGLE_MODULES = (
    "protocolkit.base.files",
    "protocolkit.base.formats",
    "protocolkit.repository_layout",
    "protocolkit.paper.house.style",
    "protocolkit.paper.house.logo",
    "protocolkit.paper.house.fonts",
    "protocolkit.comparison.topics_file",
    "protocolkit.checking.choices",
    "protocolkit.drafting.template.choices_file",
    "protocolkit.versions.index",
)
_INTRODUCTION = """\
# Wat er wordt gecontroleerd

<!-- Gemaakt door tests/manual.py uit de controles zelf; verander deze pagina niet met de hand. -->

`protocol check` leest elk protocol en meldt wat vreemd is: de plaats, wat er is, wat u kunt doen,
en tussen haken de naam van de controle. De tekst zelf wordt nooit veranderd. Staat iets echt zo in
het document? Zet het dan bovenaan het bestand bij `accepted`, met de naam, het anker en de reden.

Een **fout** moet u eerst oplossen. Bij een **waarschuwing** kijkt u zelf of er iets mis is.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a check is for, a text in which it goes off and one in which it does not."""

    code: str
    meaning: str
    bad: str
    good: str


def cases() -> tuple[Case, ...]:
    """Read every case file."""
    found = []
    for path in sorted(CASES.glob("*.md")):
        parts = _PARTS.match(path.read_text("utf-8"))
        assert parts, f"{path.name} has no parts 'Fout' and 'Goed'"
        found.append(Case(code=path.stem, meaning=parts[1].strip(), bad=parts[2], good=parts[3]))
    return tuple(found)


def codes(*packages: ModuleType) -> tuple[Code, ...]:
    """Return every code that ``protocol check`` can report, by name; or those of some packages."""
    names = list(() if packages else _SINGLE_MODULES)
    for package in packages or (protocolkit.checking, protocolkit.reading):
        modules = pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        names += [module.name for module in modules]
    found = {
        value.name: value
        for name in names
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, Code)
    }
    return tuple(found[name] for name in sorted(found))


def problems(text: str) -> list[Problem]:
    """Return what the rules say about the text of a case; settings are added if it has none."""
    body, *others = _FILE.split(text)
    whole = body if body.startswith("---") else f"{_HEAD}{body}\n"
    reading = read_protocol_text(whole, "de-brug.md", subject="s", slug="de-brug")
    files = dict(zip(others[::2], others[1::2], strict=True))
    protocol, subject = reading.protocol, _subject(reading.protocol, files)
    found = [
        *reading.problems,
        *check_protocol(protocol, TODAY),
        *check_links(protocol, subject),
        *(check_topics(subject) if subject.concordance else ()),
        *_beside_other_files(protocol, files),
    ]
    return list(without_accepted(protocol, found))


def _beside_other_files(protocol: Protocol, files: dict[str, str]) -> Iterator[Problem]:
    """Yield what a source that a case shows, or an earlier version, says of the protocol."""
    if source := files.get(SOURCE_FILE):
        yield from check_evidence(protocol.facts, source, protocol.location)
    if earlier := files.get(EARLIER_FILE):
        yield from check_anchors(read_protocol_text(f"{_HEAD}{earlier}\n").protocol, protocol)


def _subject(protocol: Protocol, files: dict[str, str]) -> Subject:
    """Return the subject of a case, with the other files that it shows."""
    report = Report(TOPICS_FILE)
    topics, seen = files.get(TOPICS_FILE), files.get(SEEN_FILE, "")
    found = gather([protocol], "s", read_topics_text(topics, "s", report) if topics else None)
    return replace(found, seen=read_seen_text(seen, report))


def page() -> str:
    """Return the whole page."""
    known = {case.code: case for case in cases()}
    every = codes()
    texts = [_with_case(code, known[code.name]) for code in every if code.name in known]
    others = [_without_case(code) for code in every if code.name not in known]
    return "\n".join([_INTRODUCTION, "## De tekst\n", *texts, "## Het bestand eromheen\n", *others])


def _with_case(code: Code, case: Case) -> str:
    said = [found for found in problems(case.bad) if found.code.name == code.name]
    lines = "\n".join(dict.fromkeys(_said(found) for found in said))
    return (
        f"{_heading(code)}\n{case.meaning}\n\nFout:\n\n```text\n{case.bad}\n```\n\n"
        f"`check` zegt dan:\n\n{lines}\n\nGoed:\n\n```text\n{case.good}\n```\n"
    )


def _said(found: Problem) -> str:
    speak = translator()
    return _typed_as_code(f"- {found.message(speak)} {found.hint(speak)}".replace("[", "\\["))


def _without_case(code: Code) -> str:
    return f"{_heading(code)}\n{_readable(translator()(code.hint))}\n"


def _heading(code: Code) -> str:
    kind = "fout" if code.severity is Severity.ERROR else "waarschuwing"
    return f"### {translator()(code.title)}\n\n`{code.name}` ({kind})\n"


def _readable(template: str) -> str:
    """Return a template with an ellipsis for each value, and what is typed as code."""
    marked = re.sub(r"(?<!\{)\{\w+\}(?!\})", "…", template)
    return _typed_as_code(marked.replace("{{", "{").replace("}}", "}").replace("[", "\\["))


def _typed_as_code(text: str) -> str:
    """Put settings (``'source: file'``) and anchor lines (``{#art-1}``) as code, in no language."""
    return re.sub(r"'([^'\n]*[:{#][^'\n]*)'|(\{[^{}]*\})", lambda m: f"`{m[1] or m[2]}`", text)


if __name__ == "__main__":
    sys.stdout.write(page())
