"""What is odd about the reasons of a table: what they name, and what they say of a change."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from protocolkit.base.messages import Translate
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem, warning
from protocolkit.changes.change_set import Version
from protocolkit.document.fingerprints import codes_of_before
from protocolkit.document.outline import addressable, sections
from protocolkit.was_wordt.reasons_file import Reasons
from protocolkit.was_wordt.rows import TITLE_KEY, WasWordt, WasWordtRow, before_names
from protocolkit.was_wordt.wording import wording_doubt

REASON_UNKNOWN = warning(
    "reason-unknown",
    "A reason is given for a clause that is in neither text",
    "'{key}' is no anchor of this text; the reason is not shown.",
    "Write the anchor of the clause instead.{near}",
)
REASON_UNUSED = warning(
    "reason-unused",
    "A reason is given for a clause that does not change",
    "nothing changes at '{key}'; the reason is not shown.",
    "Leave it, or put it at the clause that it is about.",
)
REASON_WORDING = warning(
    "reason-wording",
    "A change is called one of wording only, and may be more",
    "you write: other words, same rule. But {what}.{shown}",
    "Look at both texts. If the rule changes, take out 'wording' and write why.",
)
REASONS_OF_OTHERS = error(
    "reasons-of-others",
    "The reasons belong to another comparison",
    "these reasons are about what changed since {since}; nothing was written.",
    "When 'protocol freeze' kept them, 'protocol reasons' begins a new file. Else give this file "
    "another name, or name another: --reasons FILE",
)
_MARK = 18


def check_belongs(reasons: Reasons, table: WasWordt) -> None:
    """Raise :class:`ProtocolkitError` when reasons were written for changes since another text."""
    olds = [found.old for found in table.sets]
    codes = {old.fingerprint[:_MARK] for old in olds}
    codes |= {code[:_MARK] for old in olds for code in codes_of_before(old.protocol)}
    known = {code[:_MARK] for code in reasons.since.values() if code}
    if known and not known & codes:
        since = ", ".join(reasons.since)
        raise ProtocolkitError(problem(REASONS_OF_OTHERS, reasons.since_location, since=since))


def short_code(version: Version) -> str:
    """Return enough of a fingerprint to know a text again."""
    return version.fingerprint[:_MARK]


def check_reasons(reasons: Reasons, table: WasWordt, translate: Translate) -> Iterator[Problem]:
    """Yield every reason that is shown nowhere, and every claim that the relations doubt."""
    rows = {row.key: row for row in table.rows}
    known = _known_keys(table)
    for key, reason in reasons.entries.items():
        if key in rows:
            if reason.is_wording:
                yield from _doubts(rows[key], reasons, table, translate)
        elif key in known:
            yield problem(REASON_UNUSED, reason.location, key=key)
        else:
            near = difflib.get_close_matches(key, [*rows, *known], 1, 0.7)
            asked = f" {translate('Did you mean: {near}?').format(near=near[0])}" if near else ""
            yield problem(REASON_UNKNOWN, reason.location, key=key, near=asked)


def _doubts(
    row: WasWordtRow, reasons: Reasons, table: WasWordt, translate: Translate
) -> Iterator[Problem]:
    place = reasons.entries[row.key].location
    for part in row.parts:
        is_counted = part.change in row.changes
        found = (
            is_counted
            and part.change
            and wording_doubt(part.change, table.sets[part.since], translate)
        )
        if found:
            values = {"what": found.what, "shown": f" {found.shown}" if found.shown else ""}
            yield problem(REASON_WORDING, place, row.key, **values)
            return


def _known_keys(table: WasWordt) -> set[str]:
    """Return every key that a clause, heading or note of any of the texts could have."""
    known = {TITLE_KEY, *_anchors(table.new)}
    olds = [found.old for found in table.sets]
    for name, old in zip(before_names(olds), olds, strict=True):
        known |= {f"{name}#{anchor}" for anchor in (TITLE_KEY, *_anchors(old))}
    return known


def _anchors(version: Version) -> Iterator[str]:
    protocol = version.protocol
    yield from (section.anchor for section in sections(protocol))
    yield from (item.anchor for item in addressable(protocol))
