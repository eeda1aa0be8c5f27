"""The clauses that an earlier text had and the submitted one lacks, such as '4.2 (vervalt)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolkit.base.messages import languages, translator
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, labels
from protocolkit.exchange.reaction_columns import goes_label, row_text

GOES_BEHIND = re.compile(
    "|".join(
        rf"\s*{re.escape(goes_label('', translator(language)).strip())}" for language in languages()
    ),
    re.IGNORECASE,
)
"""What stands behind the label of a clause that goes, as we print it."""


@dataclass(frozen=True, slots=True)
class LapsedClause:
    """How a clause that went was called, and what it said."""

    label: str
    text: str

    @property
    def goes_labels(self) -> frozenset[str]:
        """What our papers call it, in each language of ours."""
        return frozenset(goes_label(self.label, translator(one)) for one in languages())


def lapsed_clauses(submitted: Protocol, earlier: Iterable[Protocol]) -> Mapping[str, LapsedClause]:
    """Return by their anchors the clauses that went; ``earlier`` are texts, the newest first."""
    now = {clause.anchor for clause in clauses(submitted)}
    found: dict[str, LapsedClause] = {}
    for protocol in earlier:
        cited = labels(protocol)
        for clause in clauses(protocol):
            if clause.anchor not in now:
                found.setdefault(
                    clause.anchor, LapsedClause(cited[clause.anchor], row_text(clause))
                )
    return found


def folded_label(label: str) -> str:
    """Return a label as it is held beside others."""
    return " ".join(label.casefold().split()).rstrip(".:")
