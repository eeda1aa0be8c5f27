"""Formats say their version; a newer one is refused with its place, an older one is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from protocolkit.base import formats
from protocolkit.base.formats import FORMATS, Format, format_problem
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import read_collection
from protocolkit.comparison.topics_file import read_seen_text, read_topics_text
from protocolkit.drafting.new.answers import Answers, read_answers, write_answers
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.paper.house.style import read_house_style
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import Ledger
from protocolkit.reading.ledger_file import read_ledger, write_ledger
from protocolkit.reading.reader import read_protocol, read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.wording.thesaurus_file import subject_thesaurus
from seeds import ROOT

_HEAD = "---\nprotocol:\n{line}  organisation: {{name: A}}\n---\n\n# A\n"
_LINE = "format: {version}\n"


def test_the_page_for_developers_lists_every_format() -> None:
    page = (ROOT / "docs" / "develop" / "formats.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "`" in line]
    assert rows == [f"| {f.name} | {f.version} | {f.where} | `{f.key}` |" for f in FORMATS]


def test_every_format_that_is_declared_is_in_the_table() -> None:
    declared = [found for found in vars(formats).values() if isinstance(found, Format)]
    assert list(FORMATS) == declared
    assert len({found.name for found in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ("", ""),
        ("1", ""),
        ("2", ""),
        ("3", "format-newer"),
        ("999999999", "format-newer"),
        ("0", "format-wrong"),
        ("1.0", "format-wrong"),
        ("-1", "format-wrong"),
        ("²", "format-wrong"),
        ("9" * 5000, "format-wrong"),
        ("nieuw", "format-wrong"),
    ],
)
def test_a_version_is_known_or_told(found: str, code: str) -> None:
    form = Format(name="x", version=2, where="")
    odd = format_problem(form, found, Location("a.yml", 3))
    assert (odd.code.name if odd else "") == code
    assert odd is None or str(odd.location) == "a.yml:3"


def _topics(folder: Path, line: str) -> object:
    return read_topics_text(f"title: A\n{line}", "s", Report("a"))


def _seen(folder: Path, line: str) -> object:
    return read_seen_text(f"b: {{art-1: x}}\n{line}", Report("a"))


def _choices(folder: Path, line: str) -> object:
    path = folder / "protocols" / "s" / "voorbeeldprotocol.yml"
    path.parent.mkdir(parents=True)
    path.write_text(f"order: [a]\n{line}", "utf-8")
    return _told(choices_of(folder, "s"))


def _style(folder: Path, line: str) -> object:
    path = folder / "templates" / "b" / "style.yml"
    path.parent.mkdir(parents=True)
    path.write_text(f"colour: '#000000'\n{line}", "utf-8")
    return _told(read_house_style(folder, "b"))


def _thesaurus(folder: Path, line: str) -> object:
    return _told(subject_thesaurus(_file(folder, f"same: {{}}\n{line}")))


def _ledger(folder: Path, line: str) -> object:
    return read_ledger(_file(folder, f"source: b\n{line}"), Report("a"))


def _answers(folder: Path, line: str) -> object:
    return _told(read_answers(_file(folder, f"subject: s\n{line}"), "a"))


def _protocol(folder: Path, line: str) -> object:
    path = folder / "a.md"
    path.write_text(_HEAD.format(line=f"\n  {line}" if line else ""), "utf-8")
    return read_protocol(path)


def _file(folder: Path, text: str) -> Path:
    path = folder / "a.yml"
    path.write_text(text, "utf-8")
    return path


def _told(found: tuple[object, tuple[object, ...]]) -> object:
    """Return a value; raise the problem that came with it."""
    value, problems = found
    for odd in problems:
        raise ProtocolkitError(odd)  # type: ignore[arg-type]
    return value


_READERS = (_topics, _seen, _choices, _style, _thesaurus, _ledger, _answers, _protocol)


@pytest.mark.parametrize("read", _READERS)
def test_a_newer_file_is_refused_and_one_without_a_version_is_read(
    tmp_path: Path, read: Callable[[Path, str], object]
) -> None:
    for number, line in enumerate(("", _LINE.format(version=1), "format:\n")):
        folder = tmp_path / f"read-{number}"
        folder.mkdir()
        read(folder, line)
    for version, code in (("2", "newer"), ("nieuw", "wrong")):
        folder = tmp_path / code
        folder.mkdir()
        with pytest.raises(ProtocolkitError) as refused:
            read(folder, _LINE.format(version=version))
        found = refused.value.problem
        assert found.code.name == f"format-{code}"
        assert found.location.line >= 2


def test_what_we_write_says_its_version(tmp_path: Path) -> None:
    ledger = write_ledger(Ledger(source="a", sha256="", changes=()), "a.md")
    assert "\nformat: 1\n" in ledger
    assert '"format": 1' in write_answers(Answers(subject="s"), (), {})
    protocol = read_protocol_text(_HEAD.format(line="")).protocol
    assert "protocol:\n  format: 1\n" in write_protocol(protocol)
    path = _file(tmp_path, ledger)
    assert read_ledger(path, Report("")).source == "a"


def test_a_newer_protocol_or_list_stays_out_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    for slug, line in (("a", ""), ("b", "  format: 7\n")):
        (folder / f"{slug}.md").write_text(_HEAD.format(line=line), "utf-8")
    (folder / "topics.yml").write_text("format: 9\nonderwerpen: {}\n", "utf-8")
    found = read_collection(tmp_path)
    assert [protocol.slug for protocol in found.protocols] == ["a"]
    assert found.subjects[0].concordance is None
    told = [(odd.code.name, str(odd.location)) for odd in found.problems]
    assert told == [
        ("format-newer", "protocols/s/b.md:3"),
        ("format-newer", "protocols/s/topics.yml:1"),
    ]


def test_an_organisation_may_be_called_format(tmp_path: Path) -> None:
    found = read_seen_text("format: {art-1: '2:x'}\n", Report(""))
    assert [(seen.place.organisation, seen.fingerprint) for seen in found] == [("format", "2:x")]


def test_every_version_stands_in_one_module() -> None:
    """Nobody else writes ``format: <number>`` or ``"version": <number>``."""
    package = Path(formats.__file__).parents[1]
    written = re.compile(r"""format: \d|"(?:version|format)": \d|^_?VERSION = \d""", re.MULTILINE)
    found = [p.name for p in package.rglob("*.py") if written.search(p.read_text("utf-8"))]
    assert found == ["formats.py"]


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ("", ""),
        ("1", ""),
        ("2", "format-newer"),
        ("9" * 9, "format-newer"),
        ("1" * 10, "format-wrong"),
        ("0", "format-wrong"),
        ("-1", "format-wrong"),
        ("٣", "format-wrong"),
        ("een", "format-wrong"),
    ],
)
def test_a_version_is_a_number_of_nine_figures_at_most(found: str, code: str) -> None:
    told = format_problem(formats.TOPICS, found, Location("topics.yml"))
    assert (told.code.name if told else "") == code


@pytest.mark.parametrize("length", [39, 40, 41, 400])
def test_of_what_is_no_number_the_begin_is_shown(length: int) -> None:
    told = format_problem(formats.TOPICS, "x" * length, Location("topics.yml"))
    assert told is not None
    assert told.message(str).count("x") == min(length, 40)
