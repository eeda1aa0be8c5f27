"""A was-wordt table as a council reads it: one value in the reader's language, for every output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_list import (
    NO_VERSION_BEFORE,
    WHOLE_GOES,
    place_of,
    remark_on,
    touched_lines,
    unchanged_words,
)
from protocolkit.changes.change_set import Change
from protocolkit.changes.fact_rows import FactRow, fact_rows
from protocolkit.changes.version_names import version_name
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import check_code
from protocolkit.exchange.paper_feet import WAS_WORDT
from protocolkit.paper.redline.change_words import brackets_for
from protocolkit.paper.redline.legend import LegendLine, begins_in, legend_of
from protocolkit.paper.was_wordt.sheet_rows import (
    Address,
    SheetRow,
    no_address,
    sheet_rows,
    whose,
)
from protocolkit.was_wordt.reasons_file import Reasons
from protocolkit.was_wordt.row_reasons import lacks_reason
from protocolkit.was_wordt.row_words import ROW_KIND_WORDS
from protocolkit.was_wordt.rows import RowKind, WasWordt

HEADS = (mark("Clause"), mark("Current text"), mark("Proposed text"), mark("Why"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole table with what stands before and after it.

    ``sentences`` name the versions, ``counts`` say how much changes and lacks a reason.
    """

    title: str
    organisation: str
    standing: str
    sentences: tuple[str, ...]
    counts: tuple[str, ...]
    facts: tuple[tuple[str, tuple[FactRow, ...]], ...]
    facts_heading: str
    facts_head: tuple[str, str, str]
    legend_heading: str
    legend: tuple[LegendLine, ...]
    table_heading: str
    heads: tuple[str, str, str, str]
    rows: tuple[SheetRow, ...]
    after: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether a row has no reason yet."""
        return any(row.is_open for row in self.rows)


def sheet_of(
    table: WasWordt,
    reasons: Reasons,
    translate: Translate,
    language: str,
    address: Address = no_address,
) -> Sheet:
    """Return a table with its reasons as it is printed."""
    cover = make_cover(table.sets[0].face.protocol, translate, language)
    brackets = brackets_for(table.sets, translate, (one.text for one in reasons.entries.values()))
    rows = sheet_rows(table, reasons, translate, address, brackets)
    said = {*begins_in([(row.old, row.new) for row in rows])}
    return Sheet(
        title=translate("Was-wordt table: {title}").format(title=cover.title),
        organisation=", ".join(filter(None, (cover.organisation, cover.status))),
        standing=translate(WAS_WORDT),
        sentences=(cover.standing, *_versions(table, translate)),
        counts=tuple(_counts(table, reasons, translate)),
        facts=tuple(_facts(table, translate)),
        facts_heading=translate("Facts about the protocol that changed"),
        facts_head=(translate("Fact"), translate("Before"), translate("Now")),
        legend_heading=translate("How to read this table"),
        legend=legend_of(translate, said, has_moved=False, brackets=brackets) if rows else (),
        table_heading=translate("Clause by clause"),
        heads=tuple(map(translate, HEADS)),  # type: ignore[arg-type]
        rows=rows,
        after=tuple(_after(table, translate)),
    )


def _versions(table: WasWordt, translate: Translate) -> Iterator[str]:
    for name, found in zip(whose(table, translate), table.sets, strict=True):
        old = translate("Current text: {path}, check code {code}.").format(
            path=version_name(found.old, translate), code=check_code(found.old.fingerprint)
        )
        said = translate(NO_VERSION_BEFORE) if found.old.is_nothing else old
        yield f"{name}: {said}" if name else said
    if table.new.is_nothing:
        yield translate(WHOLE_GOES)
    else:
        yield translate("Proposed text: {path}, check code {code}.").format(
            path=version_name(table.new, translate), code=check_code(table.new.fingerprint)
        )
    yield from touched_lines((*(found.old for found in table.sets), table.new), translate)


def _counts(table: WasWordt, reasons: Reasons, translate: Translate) -> Iterator[str]:
    """Yield how much changes for each old text, and how much lacks a reason."""
    for at, name in enumerate(whose(table, translate)):
        kinds = [p.kind for row in table.rows for p in row.parts if p.since == at]
        counted = (kind for kind in RowKind if kind in kinds and kind is not RowKind.SAME)
        each = [f"{translate(ROW_KIND_WORDS[kind])}: {kinds.count(kind)}" for kind in counted]
        told = f"{'; '.join(each)}." if each else unchanged_words(table.sets[at], translate)
        yield f"{name}: {told}" if name else told
    lacking = sum(1 for row in table.rows if lacks_reason(row, reasons))
    if lacking == 1:
        yield translate("At 1 change it does not say yet why.")
    elif lacking:
        yield translate("At {number} changes it does not say yet why.").format(number=lacking)


def _facts(table: WasWordt, translate: Translate) -> Iterator[tuple[str, tuple[FactRow, ...]]]:
    for name, found in zip(whose(table, translate), table.sets, strict=True):
        if rows := fact_rows(found, translate):
            yield name, rows


def _after(table: WasWordt, translate: Translate) -> Iterator[str]:
    """Yield what only has another number or refers to one, one sentence for each old text."""
    for at, name in enumerate(whose(table, translate)):
        places = [
            _renumbered(change, translate) for since, change in table.renumbered if since == at
        ]
        if places:
            said = translate("Only another number, or another number in a reference: {places}.")
            told = said.format(places="; ".join(places))
            yield f"{name}: {told}" if name else told


def _renumbered(change: Change, translate: Translate) -> str:
    place, remark = place_of(change, translate), remark_on(change, translate)
    return f"{place} ({remark})" if remark else place
