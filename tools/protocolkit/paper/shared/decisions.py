"""The table of decisions on a cover: what its columns are called, the same in PDF and Word."""

from __future__ import annotations

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.document.model import Table
from protocolkit.document.richtext import Text


def decision_names(translate: Translate) -> tuple[str, ...]:
    """Return what the columns are called."""
    return (
        translate("Body"),
        translate("By which right"),
        translate("Decision"),
        translate("Date"),
    )


def decisions_table(cover: Cover, translate: Translate) -> Table:
    """Return the table: who decided, by which right, what and when."""
    return Table(
        header=tuple((Text(name),) for name in decision_names(translate)),
        rows=tuple(tuple((Text(cell),) for cell in line.cells) for line in cover.approvals),
    )
