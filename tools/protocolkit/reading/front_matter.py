"""The settings at the top of a protocol file, to :class:`~protocolkit.document.facts.Facts`."""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.base.formats import FRONT_MATTER
from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.reading import codes
from protocolkit.reading.fact_fields import read_record
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping

NO_SOUND_SETTINGS = frozenset(
    (
        codes.FRONT_MATTER_MISSING,
        codes.STATUS_OUTSIDE,
        codes.YAML_ALIAS,
        codes.YAML_CHOICE,
        codes.YAML_DUPLICATE_KEY,
        codes.YAML_SHAPE,
        codes.YAML_SYNTAX,
        codes.YAML_UNKNOWN_KEY,
    )
)
"""With one of these, settings without a status may have meant to give one."""

_FENCE, _STATUS = "---", "status"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Split a file's text into front matter, body and the number of lines before the body.

    Without front matter the first is empty and the last 0.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return "", text, 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    return "", text, 0


def conflict_line(text: str) -> int:
    r"""Return the first line (from 1) of two versions that git left in a text; 0 where it did not.

    >>> conflict_line("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x")
    2
    >>> conflict_line("a\n=======")
    0
    """
    first, wanted = 0, 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.partition(" ")[0] != _CONFLICT[wanted]:
            continue
        first = first or number
        wanted += 1
        if wanted == len(_CONFLICT):
            return first
    return 0


def is_source(text: str) -> bool:
    """Tell whether settings of ours begin a text: it is a source, and no text that was copied."""
    front, _, _ = split_front_matter(text.removeprefix("\ufeff"))
    return any(line.startswith("protocol:") for line in front.split("\n"))


def is_left_open(text: str) -> bool:
    """Tell whether settings of ours begin a file and have no end, so that they read as its text."""
    lines = text.split("\n")
    is_ours = any(line.startswith("protocol:") for line in lines[1:])
    return lines[0].rstrip() == _FENCE and is_ours and not split_front_matter(text)[0]


def is_own_format(text: str) -> bool:
    """Tell whether a Markdown file says that it is a protocol of ours."""
    yaml, _, _ = split_front_matter(text)
    return any(line.startswith("protocol:") for line in yaml.split("\n"))


def read_facts(yaml: str, report: Report) -> Facts:
    """Read the facts under ``protocol:``; keys of other tools beside it are left alone.

    In a newer format they may mean anything: that is a problem, and nothing is taken over.
    """
    top = read_mapping(yaml, report, offset=1)
    known = top.mapping("protocol")
    try:
        check_format(known, FRONT_MATTER, report)
    except ProtocolkitError as reason:
        report.problems.append(reason.problem)
        return Facts(organisation=Organisation(name=""))
    organisation = read_record(Organisation, known.mapping("organisation"))
    if not report.problems and "protocol" not in top:
        report.add(codes.FRONT_MATTER_MISSING, 1)
    elif not report.problems and not organisation.name:
        report.add(codes.ORGANISATION_MISSING, known.line_of("organisation"))
    facts = read_record(Facts, known, organisation=organisation)
    for key in top.unread():
        if "".join(filter(str.isalpha, key)).casefold() == _STATUS:
            report.add(codes.STATUS_OUTSIDE, top.line_of(key), key=key)
    if not _is_status_sure(facts, report.problems):
        report.add(codes.STATUS_UNREADABLE, known.line)
    return facts


def _is_status_sure(facts: Facts, problems: Iterable[Problem]) -> bool:
    """Tell whether settings say which status a text has, or are sound and say none."""
    if any(found.code == codes.YAML_DUPLICATE_KEY and _is_of_status(found) for found in problems):
        return False
    return facts.status is not Status.UNKNOWN or not any(
        found.code in NO_SOUND_SETTINGS for found in problems
    )


def _is_of_status(found: Problem) -> bool:
    return dict(found.values).get("key") in (_STATUS, "protocol")
