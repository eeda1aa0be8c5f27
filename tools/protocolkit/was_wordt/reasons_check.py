"""What is odd about the reasons of a table: what they name, and what they say of a change."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate
from protocolkit.base.problems import Problem, ProtocolkitError, problem
from protocolkit.changes.change_set import Version
from protocolkit.document.fingerprints import codes_of_before
from protocolkit.document.outline import addressable, sections
from protocolkit.was_wordt.reason_codes import (
    REASON_EARLIER,
    REASON_UNKNOWN,
    REASON_UNUSED,
    REASON_WORDING,
    REASONS_OF_OTHERS,
)
from protocolkit.was_wordt.reasons_file import Reasons
from protocolkit.was_wordt.reasons_seen import written_earlier
from protocolkit.was_wordt.row_reasons import parts_by_key
from protocolkit.was_wordt.rows import TITLE_KEY, RowPart, WasWordt, before_names
from protocolkit.was_wordt.wording import wording_doubt

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
    rows = parts_by_key(table)
    known = _known_keys(table)
    for key, reason in reasons.entries.items():
        if key in rows:
            if reason.is_wording:
                yield from _doubts(key, reason.location, rows[key], table, translate)
        elif key in known:
            yield problem(REASON_UNUSED, reason.location, key=key)
        else:
            near = difflib.get_close_matches(key, [*rows, *known], 1, 0.7)
            asked = f" {translate('Did you mean: {near}?').format(near=near[0])}" if near else ""
            yield problem(REASON_UNKNOWN, reason.location, key=key, near=asked)
    for key, place, reason in written_earlier(table.new.protocol, reasons):
        if key in rows:
            yield problem(REASON_EARLIER, reason.location, key, place=place, key=key)


def _doubts(
    key: str, location: Location, parts: Sequence[RowPart], table: WasWordt, translate: Translate
) -> Iterator[Problem]:
    for part in parts:
        is_counted = part.change and part.change.kind.is_counted
        found = (
            is_counted
            and part.change
            and wording_doubt(part.change, table.sets[part.since], translate)
        )
        if found:
            values = {"what": found.what, "shown": f" {found.shown}" if found.shown else ""}
            yield problem(REASON_WORDING, location, key, **values)
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
