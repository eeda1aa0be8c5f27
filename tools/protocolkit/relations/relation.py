"""The values: the relation between two clauses, and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import assert_never

from protocolkit.norms.norm import ClauseNorms, Modality
from protocolkit.text.sentences import Span


class Relation(Enum):
    """How two clauses that answer one question differ."""

    IDENTICAL = "identical"
    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"
    CONTRARY = "contrary"
    PARTIAL = "partial"

    @property
    def is_same_rule(self) -> bool:
        """Whether both clauses ask the same: to the letter, or in other words."""
        match self:
            case Relation.IDENTICAL | Relation.EDITORIAL:
                return True
            case Relation.SUBSTANTIVE | Relation.CONTRARY | Relation.PARTIAL:
                return False
        assert_never(self)

    @property
    def is_contrary(self) -> bool:
        """Whether the clauses cannot both hold: one forbids what the other asks or allows."""
        match self:
            case Relation.CONTRARY:
                return True
            case Relation.IDENTICAL | Relation.EDITORIAL:
                return False
            case Relation.SUBSTANTIVE | Relation.PARTIAL:
                return False
        assert_never(self)

    @property
    def is_nearly_same(self) -> bool:
        """Whether the clauses differ, and neither holds another rule than the other."""
        match self:
            case Relation.EDITORIAL | Relation.PARTIAL:
                return True
            case Relation.IDENTICAL | Relation.SUBSTANTIVE | Relation.CONTRARY:
                return False
        assert_never(self)


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


class Trait(Flag):
    """What else is true of a difference.

    ``OPPOSITE``: one side forbids what the other allows or asks. ``DISJOINT``: nobody falls in
    both ranges. ``SUBSET``: one side names all people that the other names, and more.
    ``COORDINATE``: a phrase stands beside another one, so that the other side covers only a part.
    ``ORDER``: what the one does first, the other does last. ``MANNER``: each does it in a way that
    leaves out the other's. ``FILLING``: both begin alike and go on with something else.
    """

    OPPOSITE = auto()
    DISJOINT = auto()
    SUBSET = auto()
    COORDINATE = auto()
    ORDER = auto()
    MANNER = auto()
    FILLING = auto()


NO_TRAIT = Trait(0)
PERHAPS = Trait.ORDER | Trait.MANNER | Trait.FILLING
"""What only perhaps cannot both hold."""


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

    What a reader should know besides the words: the ``modalities`` on either side, the number that
    two ranges leave out between them (``gap``), the words of the ``note`` that it stands in.
    """

    kind: ReasonKind
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    traits: Trait = NO_TRAIT
    modalities: tuple[Modality | None, Modality | None] = (None, None)
    gap: str = ""
    note: str = ""

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What is known besides the words, by name in alphabetical order, as files have it."""
        sides = zip(("left", "right"), self.modalities, strict=True)
        found = {side: modality.value for side, modality in sides if modality is not None}
        found |= {str(trait.name).lower(): "1" for trait in self.traits}
        found |= {"gap": self.gap} if self.gap else {}
        found |= {"note": self.note} if self.note else {}
        return tuple(sorted(found.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The relation of two clauses, seen from the left one; reasons in a fixed order."""

    relation: Relation
    reasons: tuple[Reason, ...] = ()

    @property
    def has_two_consequences(self) -> bool:
        """Whether each side has a sanction that the other has not."""
        kinds = {reason.kind for reason in self.reasons}
        return {ReasonKind.SANCTION_ADDED, ReasonKind.SANCTION_DROPPED} <= kinds
