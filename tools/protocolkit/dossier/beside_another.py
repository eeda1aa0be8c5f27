"""A first text beside that of another board, or beside the template: where the words differ.

Neither is an earlier text of the other, so nothing here is called old, new or gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.base.messages import DEFAULT_LANGUAGE, Marked, Translate, mark
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.units import ItemKind
from protocolkit.document.fingerprints import check_code
from protocolkit.document.richtext import plain
from protocolkit.exchange.paper_feet import COMPARISON
from protocolkit.paper.redline.passages import State
from protocolkit.paper.was_wordt.sheet import Sheet, sheet_of
from protocolkit.paper.was_wordt.sheet_rows import SheetRow
from protocolkit.was_wordt.reasons_file import Reasons
from protocolkit.was_wordt.rows import RowKind, WasWordt, WasWordtRow, table_of

_CLAUSES = (ItemKind.CLAUSE, ItemKind.NOTE)
_KINDS: dict[RowKind, Marked] = {
    RowKind.CHANGED: mark("Other words"),
    RowKind.NEW: mark("Only here"),
    RowKind.REPEALED: mark("Only there"),
    RowKind.MOVED: mark("The same words"),
    RowKind.SAME: mark("The same words"),
}
_SHOWN = (RowKind.CHANGED, RowKind.NEW, RowKind.REPEALED)
_MEANINGS: dict[str, Marked] = {
    State.ADDED.value: mark("Only in this protocol: underlined."),
    State.REMOVED.value: mark("Only there: struck through."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a first text is set beside: ``name`` is what readers call it, ``changes`` lead to ours.

    ``is_template`` says that it is no text of a board.
    """

    name: str
    changes: ChangeSet
    is_template: bool = False

    @property
    def rows(self) -> tuple[WasWordtRow, ...]:
        """The clauses and notes whose words differ, or that stand on one side alone."""
        return tuple(
            row
            for row in table_of([self.changes]).rows
            if row.changes[0].item in _CLAUSES and row.parts[0].kind in _SHOWN
        )


def sheet_beside(beside: Beside, reasons: Reasons, translate: Translate) -> Sheet:
    """Return the table as it is printed."""
    table = WasWordt(sets=(beside.changes,), rows=beside.rows)
    made = sheet_of(table, reasons, translate, DEFAULT_LANGUAGE)
    title = translate("{title} beside {name}")
    new = plain(beside.changes.new.protocol.title)
    lines = [line for line in made.legend if line.state in _MEANINGS]
    return replace(
        made,
        title=title.format(title=new, name=beside.name),
        standing=translate(COMPARISON),
        sentences=tuple(_sentences(beside, translate)),
        counts=(counts_beside(beside, translate),),
        facts=(),
        legend=tuple(
            replace(line, meaning=translate(_MEANINGS[line.state]))
            for line in {line.state: line for line in reversed(lines)}.values()
        ),
        heads=(
            translate("Clause"),
            f"{beside.name[:1].upper()}{beside.name[1:]}",
            translate("This protocol"),
            translate("Why"),
        ),
        rows=tuple(
            _row(row, shown, translate) for row, shown in zip(table.rows, made.rows, strict=True)
        ),
        after=(),
    )


def counts_beside(beside: Beside, translate: Translate) -> str:
    """Return in one sentence how much differs."""
    found = Counter(row.parts[0].kind for row in beside.rows)
    text = translate("Other words: {other}; only in this protocol: {here}; only there: {there}.")
    return text.format(
        other=found[RowKind.CHANGED], here=found[RowKind.NEW], there=found[RowKind.REPEALED]
    )


def _sentences(beside: Beside, translate: Translate) -> Iterator[str]:
    yield translate(
        "This protocol is new here. It stands beside another text, of which it is no later "
        "version. Clauses that say the same in the same words are left out."
    )
    if beside.is_template:
        yield translate("Nobody adopted the template; it is made of what boards wrote.")
    else:
        code = check_code(beside.changes.old.fingerprint)
        yield translate("{name}: check code {code}.").format(name=beside.name, code=code)
    code = check_code(beside.changes.new.fingerprint)
    yield translate("This protocol: check code {code}.").format(code=code)


def _row(row: WasWordtRow, shown: SheetRow, translate: Translate) -> SheetRow:
    change = row.changes[0]
    there = ""
    if change.old_label and change.new_label and change.old_label != change.new_label:
        there = translate("there {label}").format(label=change.old_label)
    return replace(
        shown,
        was=tuple(replace(one, label=there) for one in shown.was[:1]) if there else (),
        kind=translate(_KINDS[row.parts[0].kind]),
        remarks=(),
        old_said="" if shown.old else translate("Does not stand there."),
        new_said="" if shown.new else translate("Does not stand in this protocol."),
    )
