"""The values: the relation between two clauses, and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from protocolkit.norms.norm import ClauseNorms
from protocolkit.text.sentences import Span


class Relation(Enum):
    """How two clauses that answer one question differ."""

    IDENTICAL = "identical"
    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"
    CONTRARY = "contrary"
    PARTIAL = "partial"


class ReasonKind(Enum):
    """What differs."""

    MODALITY = "modality"
    ACTOR = "actor"
    AUDIENCE = "audience"
    AGE = "age"
    NUMBER = "number"
    TERM = "term"
    AMOUNT = "amount"
    FREQUENCY = "frequency"
    CONDITION_ADDED = "condition added"
    CONDITION_DROPPED = "condition dropped"
    DUTY_ADDED = "duty added"
    DUTY_DROPPED = "duty dropped"
    SANCTION_ADDED = "sanction added"
    SANCTION_DROPPED = "sanction dropped"
    SCOPE = "scope"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two clauses: its text, its norms, and every name its organisation goes by."""

    text: str
    norms: ClauseNorms
    names: tuple[str, ...] = ()
    is_complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One difference with the words that show it, as spans of either side's text.

    ``detail`` is what a reader should know besides the words, as values by name: the gap
    between two ranges (``{"gap": "16"}``), the modalities on either side.
    """

    kind: ReasonKind
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    detail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The relation of two clauses, seen from the left one; reasons in a fixed order."""

    relation: Relation
    reasons: tuple[Reason, ...] = ()
