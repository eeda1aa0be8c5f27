"""A table that says something of each value of an enumeration has every value of it.

So whoever adds a status, a reason or a kind of party is told of each table that lacks it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module

import protocolkit

# These say by what they leave out that nothing holds there.
_PARTIAL = {
    "alignment.questions._MODAL_OF",
    "changes.plain_text._STARTS",
    "commands.import_progress._EVERY",
    "decisions.decision_standing._OPEN",
    "decisions.kept_standing._WHY",
    "dossier.cover_note._ASKS",
    "document.status_words._DATED_STANDING",
    "document.status_words.MARKS",
    "document.approval_lines._OUTCOME",
    "document.cover_words.MARKS",
    "importing.structure.stated_approvals._ADVICE",
    "paper.docx.changes._MARKS",
    "paper.was_wordt.sheet_rows._MORE",
    "paper.redline.legend.BEGIN_END",
    "review.redline_signs.BEGIN_END",
    "paper.redline.change_words.BEGIN_END",
    "paper.redline.change_words.FOLLOWS",
    "paper.redline.marked_runs.BEGIN_END",
    "paper.redline.marked_runs.FOLLOWS",
    "changes.change_list._TOUCHED",
    "paper.redline.tracked._CELL_NAMES",
    "paper.redline.tracked._NAMES",
    "relations.compare_clauses._MIRRORED",
}


def _tables() -> Iterator[tuple[str, Mapping[Enum, object]]]:
    """Yield every table of a module of ours that is keyed by an enumeration, with its name."""
    for module in pkgutil.walk_packages(protocolkit.__path__, "protocolkit."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, dict) and value and isinstance(next(iter(value)), Enum):
                yield f"{module.name.removeprefix('protocolkit.')}.{name}", value


def test_every_table_is_complete() -> None:
    lacking = {
        name: sorted(member.name for member in type(next(iter(table))) if member not in table)
        for name, table in _tables()
    }
    assert len(lacking) > len(_PARTIAL)
    assert {name for name, found in lacking.items() if found} == _PARTIAL, lacking
