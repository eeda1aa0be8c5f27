"""Which reason belongs to a row of a was-wordt table, and to each school's part of it.

A reason by the anchor of the proposed clause is for all schools; one by the anchor of a text of
before (``de-berg#art-9``) is for that school alone, and stands there behind the one for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protocolkit.was_wordt.reasons_file import Reasons, WrittenReason
from protocolkit.was_wordt.rows import RowPart, WasWordt, WasWordtRow


def reason_of(row: WasWordtRow, part: RowPart, reasons: Reasons) -> WrittenReason:
    """Return what was written at a row and at this part of it; nothing while both are open."""
    keys = dict.fromkeys((row.key, *part.keys))
    found = [reasons.entries[key] for key in keys if key in reasons.entries]
    if len(found) == 1:
        return found[0]
    return WrittenReason(
        text="\n\n".join(one.text for one in found if one.text.strip()),
        is_wording=any(one.is_wording for one in found),
    )


def lacks_reason(row: WasWordtRow, reasons: Reasons) -> bool:
    """Tell whether something that a row changes, at any school, has no reason yet."""
    counted = (part for part in row.parts if part.change in row.changes)
    return any(not reason_of(row, part, reasons).paragraphs for part in counted)


def parts_by_key(table: WasWordt) -> Mapping[str, Sequence[RowPart]]:
    """Return what each name of a reason is about: all parts of a row, or that of one school."""
    found: dict[str, Sequence[RowPart]] = {row.key: row.parts for row in table.rows}
    for row in table.rows:
        for part in row.parts:
            for key in part.keys if part.change in row.changes else ():
                found.setdefault(key, (part,))
    return found
