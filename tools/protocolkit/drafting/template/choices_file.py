"""``voorbeeldprotocol.yml`` to what a person chose. Read strictly, never written by a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.base.formats import CHOICES
from protocolkit.base.problems import Problem, ProtocolkitError, error
from protocolkit.collection import printed_name, text_in
from protocolkit.document.model import Block, Clause, Point, PointList
from protocolkit.document.outline import clauses
from protocolkit.drafting.template.choices import (
    NO_CHOICES,
    ExtraClause,
    PersonChoices,
    ThemeTitle,
    TopicChoice,
)
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.repository_layout import CHOICES_FILE, protocols_folder

EXTRA_EMPTY = error(
    "template-extra-empty",
    "A clause of one's own for the template has no text",
    "this clause of your own has no text.",
    "Write the words after 'text:', or remove these lines.",
)
EXTRA_SHAPE = error(
    "template-extra-shape",
    "A clause of one's own for the template is more than a clause",
    "a heading or a footnote stands in this clause of your own.",
    "Write one clause here: paragraphs, points or a table.",
)


def choices_of(root: Path, subject: str) -> tuple[PersonChoices, tuple[Problem, ...]]:
    """Return what a person chose for a subject of a repository; nothing without such a file."""
    path = protocols_folder(root) / subject / CHOICES_FILE
    if not is_there(path):
        return NO_CHOICES, ()
    report = Report(printed_name(path, root))
    try:
        choices = read_choices_text(text_in(path, root), report)
    except ProtocolkitError as reason:
        return NO_CHOICES, (reason.problem,)
    return choices, tuple(report.problems)


def read_choices_text(text: str, report: Report) -> PersonChoices:
    """Read the text of a choices file; problems go to ``report``.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a newer format.
    """
    top = read_mapping(text, report)
    check_format(top, CHOICES, report)
    choices = PersonChoices(
        topics=tuple(_topics(top.mapping("topics"), report)),
        titles=tuple(_titles(top.mapping("themes"), report)),
        extra=tuple(_extra(top, report)),
        order=top.texts("order"),
        order_locations=tuple(report.at(line) for _, line in top.located_texts("order")),
    )
    top.close()
    return choices


def _topics(found: YamlMapping, report: Report) -> Iterator[TopicChoice]:
    for topic in found.names():
        entry = found.mapping(topic)
        yield TopicChoice(
            topic=topic,
            preferred=entry.text("choice"),
            leave_out=entry.flag("leave_out", default=False),
            location=report.at(found.line_of(topic)),
            preferred_location=report.at(entry.line_of("choice")),
        )
        entry.close()


def _titles(found: YamlMapping, report: Report) -> Iterator[ThemeTitle]:
    for theme in found.names():
        title = found.text(theme)
        if title:
            yield ThemeTitle(theme=theme, title=title, location=report.at(found.line_of(theme)))


def _extra(top: YamlMapping, report: Report) -> Iterator[ExtraClause]:
    for entry in top.mappings("extra"):
        line = entry.line
        clause = ExtraClause(
            theme=entry.text("theme"),
            after=entry.text("after"),
            blocks=_blocks(entry.text("text"), line, report),
            location=report.at(line),
        )
        entry.close()
        if clause.blocks:
            yield clause


def _blocks(text: str, line: int, report: Report) -> tuple[Block, ...]:
    """Read a clause of one's own as Markdown; several paragraphs are one clause."""
    # front matter and a title keep a text that begins with '---' or '#' from being these
    protocol = read_protocol_text(f"---\nprotocol: {{}}\n---\n# x\n\n{text}").protocol
    if any(not hasattr(part, "blocks") for part in protocol.parts) or protocol.notes:
        report.add(EXTRA_SHAPE, line)
    blocks = tuple(_as_blocks(clauses(protocol)))
    if not blocks:
        report.add(EXTRA_EMPTY, line)
    return blocks


def _as_blocks(found: Iterable[Clause]) -> Iterator[Block]:
    """Yield the blocks of clauses as those of one: a run of items becomes its points."""
    for is_item, run in groupby(found, key=lambda clause: bool(clause.marker)):
        if is_item:
            yield PointList(tuple(Point(marker=c.marker, blocks=c.blocks) for c in run))
        else:
            yield from (block for clause in run for block in clause.blocks)
