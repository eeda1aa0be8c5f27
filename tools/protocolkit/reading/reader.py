"""The one reader: a protocol file, or its text, to a :class:`~protocolkit.document.model.Protocol`.

Reading never fails on odd text: whatever stands in the file comes out as words, and what is odd
comes out as problems with their lines. Only a file that cannot be read as text raises.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.formats import FORMAT_NEWER, FORMAT_WRONG
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, problem
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, rich_texts, sections
from protocolkit.document.richtext import Text, note_labels, plain
from protocolkit.reading import codes
from protocolkit.reading.blocks import BlockReader
from protocolkit.reading.body import BodyReader
from protocolkit.reading.found_problems import Report
from protocolkit.reading.front_matter import conflict_line, read_facts, split_front_matter
from protocolkit.reading.markdown import DEEPEST, parse_markdown
from protocolkit.text.words import tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """A protocol as read, with everything odd about its file."""

    protocol: Protocol
    problems: tuple[Problem, ...]


def read_protocol(path: Path, name: str = "") -> Reading:
    """Read a protocol file; its folder is the subject, its name the organisation's slug.

    ``name`` is how messages call the file. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when the file is missing, unreadable, not
    text, or in a newer format.
    """
    text, subject = read_text(path, None, name), path.resolve().parent.name
    return in_known_format(
        read_protocol_text(text, name or str(path), subject=subject, slug=path.stem)
    )


def in_known_format(reading: Reading) -> Reading:
    """Return a reading; raise :class:`ProtocolkitError` for a file in a newer format."""
    for found in reading.problems:
        if found.code in (FORMAT_NEWER, FORMAT_WRONG):
            raise ProtocolkitError(found)
    return reading


def read_protocol_text(text: str, name: str = "", *, subject: str = "", slug: str = "") -> Reading:
    """Read the text of a protocol file. Never raises, whatever the text is."""
    return _read(text, name, subject, slug)


# What was just written is read back, in the proof of it and by whoever goes on with it.
@lru_cache(maxsize=8)
def _read(text: str, name: str, subject: str, slug: str) -> Reading:
    report = Report(name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    yaml, body_text, offset = split_front_matter(text)
    facts = read_facts(yaml, report)
    blocks = BlockReader(tuple(body_text.split("\n")), offset, report)
    reader = BodyReader(blocks, facts.retired)
    tree, cut = parse_markdown(body_text)
    body = reader.read(tree)
    if cut:
        report.add(codes.TOO_DEEP, offset + cut, limit=str(DEEPEST))
    if not reader.found_title:
        report.add(codes.TITLE_MISSING, offset + 1)
    protocol = Protocol(
        facts=facts,
        title=body.title or ((Text(facts.title),) if facts.title else ()),
        parts=body.parts,
        notes=body.notes,
        subject=subject,
        slug=slug,
        location=Location(name, 1),
    )
    _report_whole(protocol, report)
    problems = sorted(report.problems, key=lambda found: found.location.line)
    if conflict := conflict_line(text):
        # Whatever else is odd in the settings may be of these lines.
        others = (one for one in problems if one.code is not codes.YAML_SYNTAX)
        problems = [problem(codes.MERGE_CONFLICT, Location(name, conflict)), *others]
    return Reading(protocol, tuple(_with_anchors(protocol, problems)))


def _report_whole(protocol: Protocol, report: Report) -> None:
    """Report what can be seen only when the whole file has been read."""
    settings, title = protocol.facts.title, plain(protocol.title)
    if settings and tokens(settings) != tokens(title):
        report.add(codes.TITLE_DIFFERS, 1, settings=settings, text=title)
    called = {label for rich in rich_texts(protocol) for label in note_labels(rich)}
    for note in protocol.notes:
        if note.label not in called:
            report.add(codes.NOTE_UNUSED, note.location.line, note.anchor, label=note.label)


def _with_anchors(protocol: Protocol, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give each problem inside a clause, section or note the anchor of that part."""
    places = [(item.location.line, item.anchor) for item in addressable(protocol)]
    places += [(section.location.line, section.anchor) for section in sections(protocol)]
    places.sort()
    lines = [line for line, _ in places]
    for found in problems:
        position = bisect_right(lines, found.location.line)
        if found.anchor or position == 0:
            yield found
        else:
            yield replace(found, anchor=places[position - 1][1])
