"""A protocol to its Markdown: what the reader reads back as an equal value.

Every block stands on one line, so that a change of one clause is a change of one line.
``read(write(p)) == p`` for every protocol in the reader's own form (see ``tests/strategies.py``);
of others no word is lost.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from protocolkit.base.formats import FRONT_MATTER, KEY
from protocolkit.base.objects import Object
from protocolkit.document.approvals import (
    Approval,
    EarlierDecision,
    Ended,
    Mended,
    Proof,
    SmallCorrection,
)
from protocolkit.document.facts import EndedSchool, Facts, RemovedName, RenamedSchool
from protocolkit.document.model import (
    Block,
    Clause,
    Flush,
    Footnote,
    Kind,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.place import Place
from protocolkit.document.richtext import RichText
from protocolkit.document.tree import begins_with_words, by_block, by_part, points_of
from protocolkit.reading.attributes import write_attribute
from protocolkit.reading.body import split_marker
from protocolkit.reading.inline_writer import BREAK, write_rich
from protocolkit.text.lists import IN_FIGURES, CountedMarker, read_markers
from protocolkit.text.markers import PARAGRAPH_MARKER
from protocolkit.text.numerals import Numerals
from protocolkit.text.words import BULLET

_LISTED = re.compile(rf"^{IN_FIGURES}$")
# What means something only where a line begins.
_DASHES = re.compile(r"-(?: -){2,}")
# The bullets of two lists right after each other.
_OTHER_SIGN = {"-": "+", "+": "*"}
_RULES = {Flush.LEFT: "---", Flush.CENTRE: ":---:", Flush.RIGHT: "---:"}
_AT_START = re.compile(r"^(?P<digits>\d{1,9})(?=[.)](?:\s|$))|^(?=[#+=\-%:|](?!\w)|[#+=\-%:|]{2})")


def write_protocol(protocol: Protocol) -> str:
    """Return the text of a protocol file."""
    title = [f"# {_line(protocol.title)}", ""] if protocol.title else []
    head = "\n".join(["---", _front_matter(protocol.facts), "---", "", *title])
    return f"{head}\n{write_parts(protocol.parts, protocol.notes)}".rstrip("\n") + "\n"


def approval_settings(approval: Approval) -> Object:
    """Return what a protocol file says of one decision, as YAML has it."""
    return _filled(approval)


def correction_settings(correction: SmallCorrection | Mended) -> Object:
    """Return what a protocol file says of a small correction or a record put right, as in YAML."""
    return _filled(correction)


def write_parts(parts: Iterable[Clause | Section], notes: Iterable[Footnote] = ()) -> str:
    """Return the Markdown of parts and notes, as it stands below a protocol's title."""
    chunks = list(_parts(parts, Kind.RULE))
    for note in notes:
        chunks += [*_note(note), ""]
    return "\n".join(chunks).rstrip("\n") + "\n"


@lru_cache(maxsize=16)
def _front_matter(facts: Facts) -> str:
    yaml = YAML()
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump({"protocol": _settings(facts)}, stream)
    return stream.getvalue().rstrip("\n")


def _settings(facts: Facts) -> Object:
    organisation, source = facts.organisation, facts.source
    lists = ("approvals", "accepted", "provenance")
    settings = _filled(facts, skip=("organisation", "source", "evidence", *lists))
    settings["organisation"] = _filled(organisation)
    settings["status"] = facts.status.value
    settings["source"] = {**_filled(source), "complete": source.complete}
    settings["approvals"] = [approval_settings(one) for one in facts.approvals]
    settings["evidence"] = {item.fact: item.words for item in facts.evidence}
    settings["accepted"] = [_filled(item) for item in facts.accepted]
    settings["provenance"] = [_on_one_line(_filled(item)) for item in facts.provenance]
    order = ["title", "title_supplied", "organisation", "status"]
    names = [*order, *(name for name in settings if name not in order)]
    told = {name: settings[name] for name in names if settings.get(name)}
    return {KEY: FRONT_MATTER.version, **told}


def _filled(value: object, skip: tuple[str, ...] = ()) -> Object:
    """Return the fields of a value that are set, as YAML writes them, but what was worked out."""
    found: Object = {}
    for name, own in value.__dataclass_fields__.items():  # type: ignore[attr-defined]
        item = _plain(getattr(value, name))
        if own.compare and name not in skip and item:
            found[name] = item
    return found


_RECORDS = (
    Proof,
    SmallCorrection,
    Mended,
    EarlierDecision,
    Ended,
    EndedSchool,
    RenamedSchool,
    RemovedName,
)


def _plain(value: object) -> object:
    """Return a value as YAML writes it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Place):
        return str(value)
    if isinstance(value, _RECORDS):
        return _filled(value)
    return list(map(_plain, value)) if isinstance(value, tuple) else value


def _on_one_line(found: Object) -> CommentedMap:
    made = CommentedMap(found)
    made.fa.set_flow_style()
    return made


def _parts(parts: Iterable[Clause | Section], kind: Kind) -> Iterator[str]:
    for part in parts:
        yield from by_part(
            part,
            clause=lambda clause: _clause(clause, kind),
            section=lambda section: _section(section, kind),
        )


def _section(section: Section, inherited: Kind) -> Iterator[str]:
    short = f' short="{write_attribute(section.short)}"' if section.short else ""
    yield _anchor_line(section.anchor, section.kind, inherited, short)
    yield f"{'#' * section.level} {_heading(section)}"
    yield ""
    yield from _parts(section.parts, section.kind)


def _heading(section: Section) -> str:
    title = _line(section.title)
    return f"{section.marker} {title}".strip() if section.marker else title


def _line(rich: RichText) -> str:
    """Return a heading's text; it may not end in a run of '#', which Markdown drops."""
    text = write_rich(rich).replace(BREAK, " ").lstrip(" \t")
    return re.sub(r"(?<=[ \t])(#+)$", r"\\\1", at_line_start(text))


def _anchor_line(anchor: str, kind: Kind, inherited: Kind, more: str = "") -> str:
    kind_class = f" .{kind.value}" if kind is not inherited else ""
    return f"{{#{anchor}{kind_class}{more}}}"


def _clause(clause: Clause, inherited: Kind) -> Iterator[str]:
    marker, more, begins = clause.marker, "", ""
    if _is_plain(clause):
        begins = f"{marker} " if marker else ""
        more = ' marker=""' if not marker and _seems_marked(clause) else ""
        yield _anchor_line(clause.anchor, clause.kind, inherited, more)
        yield from _hanging(begins, "", clause.blocks, mark_start=not marker)
    else:
        if marker == BULLET:
            begins = "- "
        elif _LISTED.match(marker):
            begins = f"{marker} "
        else:
            more, begins = f' marker="{write_attribute(marker)}"', "1. "
        yield _anchor_line(clause.anchor, clause.kind, inherited, more)
        yield from _no_rule(list(_hanging(begins, " " * len(begins), clause.blocks)))
    yield ""


def _is_plain(clause: Clause) -> bool:
    """Tell whether a clause is written as a paragraph or a table rather than as a list item."""
    if len(clause.blocks) != 1 or points_of(clause.blocks):
        return False
    if not clause.marker:
        return True
    is_marker = PARAGRAPH_MARKER.match(f"{clause.marker} x") is not None
    return is_marker and begins_with_words(clause.blocks)


def _seems_marked(clause: Clause) -> bool:
    """Tell whether a reader would take the first word of a paragraph for its marker."""
    first = clause.blocks[0]
    return isinstance(first, Paragraph) and bool(split_marker(first.content, PARAGRAPH_MARKER)[0])


def _hanging(
    first: str, indent: str, blocks: tuple[Block, ...], *, mark_start: bool = True
) -> Iterator[str]:
    """Yield blocks, the first after its marker, all further lines indented."""
    begins, above = first, ""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        lines = _apart(list(_block(block, mark_start=mark_start or number > 0)), above)
        above = _sign(lines) if isinstance(block, PointList) else ""
        for line in lines:
            yield f"{begins}{line}" if line or begins.strip() else ""
            begins = indent
    if not blocks:
        yield first.rstrip()


def _block(block: Block, *, mark_start: bool = True) -> Iterator[str]:
    return by_block(
        block,
        paragraph=lambda paragraph: _paragraph(paragraph.content, mark_start=mark_start),
        points=_points,
        table=_table,
    )


def _paragraph(content: RichText, *, mark_start: bool) -> Iterator[str]:
    first, *rest = (line.lstrip(" \t") for line in write_rich(content).split("\n"))
    yield at_line_start(first) if mark_start else first
    yield from (at_line_start(line) for line in rest)


def _no_rule(lines: list[str]) -> list[str]:
    """Return the lines of bullets with another sign where a row of empty ones would be a rule."""
    if not any(map(_DASHES.fullmatch, lines)):
        return lines
    return [f"+{line[1:]}" if line.startswith("-") else line for line in lines]


def _apart(lines: list[str], above: str) -> list[str]:
    """Return the lines of a list with another sign where they would be one list with that above.

    ``above`` is the sign of that; "" where no list stands right above.
    """
    sign = _sign(lines)
    if sign != above or sign not in _OTHER_SIGN:
        return lines
    return [_OTHER_SIGN[sign] + line[1:] if line.startswith(sign) else line for line in lines]


def _sign(lines: list[str]) -> str:
    """Return what the first item of a written list begins with, below its settings if any."""
    return next((line[0] for line in lines if line and not line.startswith("{")), "")


def _points(block: PointList) -> Iterator[str]:
    counted = read_markers(tuple(point.marker for point in block.points))
    anchor = block.points[0].anchor
    settings = [f"#{anchor}"] if anchor else []
    numerals = counted[0].numerals if counted else None
    if numerals not in (None, Numerals.DECIMAL):
        settings.append(f"style={numerals.value}")
    if settings:
        yield f"{{{' '.join(settings)}}}"
    lines: list[str] = []
    for number, point in enumerate(block.points):
        begins = _point_begins(point.marker, counted[number] if counted else None)
        lines += _hanging(begins, " " * len(begins), point.blocks)
    yield from _no_rule(lines)


def _point_begins(marker: str, counted: CountedMarker | None) -> str:
    if counted is None:
        return f"- {marker} "
    if counted.numerals is None:
        return "- "
    return f"{counted.count}{counted.end} "


def _table(table: Table) -> Iterator[str]:
    yield _row(table.header)
    yield _bars(_RULES[table.flush_of(column)] for column in range(len(table.header)))
    for row in table.rows:
        yield _row(row)


def _row(cells: tuple[RichText, ...]) -> str:
    return _bars(write_rich(cell, in_table=True) for cell in cells)


def _bars(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _note(note: Footnote) -> Iterator[str]:
    begins = f"[^{note.label}]: "
    lines = list(_hanging(begins, "    ", note.blocks))
    yield from lines or [begins]


def at_line_start(line: str) -> str:
    """Escape what would make a line a heading, an item, a table or a rule."""

    def escaped(found: re.Match[str]) -> str:
        return f"{found['digits']}\\" if found["digits"] else "\\"

    return _AT_START.sub(escaped, line, count=1)
