"""``<slug>.waarom.yml``: why each clause changes, as the officer wrote it. Read strictly.

It stands beside the protocol; that of a kept version has the version in its name::

    since:
      versions/pesten/de-brug@2026-1.md: "2:5d41402abc4b2a76"
    reasons:
      art-3-2:  # 3.2, gewijzigd
        reason: "De wet vraagt dit sinds 1 augustus."
        wording: ja
    seen:
      art-3-2: "2:7d793037a0760186 5f1e2d3c"

``seen`` is written by the program (:mod:`protocolkit.reading.seen_texts`). A clause is named by its
anchor, one that goes by that of the text of before: ``de-brug#art-9``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from protocolkit.base.formats import REASONS, REASONS_END
from protocolkit.base.location import NOWHERE, Location
from protocolkit.reading.format_line import check_format
from protocolkit.reading.found_problems import Report
from protocolkit.reading.seen_texts import SEEN, without_seen
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.repository_layout import document_place, protocols_folder, version_place


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReason:
    """What the officer wrote at a change; ``is_wording``: that it changes words and no rule.

    ``seen`` is the mark of the text that it was written for.
    """

    text: str = ""
    is_wording: bool = False
    seen: str = ""
    location: Location = NOWHERE

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text in paragraphs, of which an empty line makes the next; none while it is open."""
        blocks = "\n".join(line.strip() for line in self.text.strip().split("\n")).split("\n\n")
        return tuple(" ".join(block.split()) for block in blocks if block.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """All reasons by the name of their row, and the codes of the old texts by their names."""

    entries: Mapping[str, WrittenReason] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    since_location: Location = NOWHERE


NO_REASONS = Reasons()


def reasons_path(root: Path, version: Path) -> Path | None:
    """Return where the reasons of a protocol or a kept version stand; None for any other file."""
    if place := document_place(root, version):
        subject, name = place
    elif kept := version_place(root, version):
        subject, name = kept[0], f"{kept[1]}@{kept[2]}"
    else:
        return None
    return protocols_folder(root) / subject / f"{name}{REASONS_END}"


def kept_copies(path: Path) -> Iterator[Path]:
    """Yield the files of reasons that stand beside one and belong to kept versions of the same."""
    name, end = path.name.partition(".")[0], path.name.partition(".")[2]
    yield from sorted(path.parent.glob(f"{name}@*.{end}"))


def has_same_reasons(one: str, other: str) -> bool:
    """Tell whether two files of reasons say the same, whatever text they were seen with."""
    with contextlib.suppress(NotEditableError):
        one, other = without_seen(one)[0], without_seen(other)[0]
    return one.rstrip() == other.rstrip()


def read_reasons_text(text: str, report: Report) -> Reasons:
    """Read the text of a file of reasons; problems go to ``report``.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a newer format.
    """
    top = read_mapping(text, report)
    check_format(top, REASONS, report)
    since, reasons, seen = (top.mapping(name) for name in ("since", "reasons", SEEN))
    found = Reasons(
        entries={
            key: replace(_reason(key, reasons, report), seen=seen.text(key))
            for key in reasons.names()
        },
        since={name: since.text(name) for name in since.names()},
        since_location=report.at(top.line_of("since")),
    )
    seen.names()
    top.close()
    return found


def _reason(key: str, reasons: YamlMapping, report: Report) -> WrittenReason:
    place = report.at(reasons.line_of(key))
    if reasons.is_text(key):
        return WrittenReason(text=reasons.text(key), location=place)
    entry = reasons.mapping(key)
    found = WrittenReason(
        text=entry.text("reason"),
        is_wording=entry.flag("wording", default=False),
        location=place,
    )
    entry.close()
    return found
