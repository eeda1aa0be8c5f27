"""The values: a word that decides what a sentence asks, and which ``niet`` turns it round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from protocolkit.norms.norm import Modality, Nuance
from protocolkit.text.late_patterns import late


class Scope(Enum):
    """Which ``niet`` or ``geen`` turns a word round."""

    CLAUSE = auto()  # any of the main clause: mag … geen
    BEFORE = auto()  # only one straight before it: niet verboden
    CONTENT = auto()  # of the main clause or of the clause that hangs on it: verwachten dat … niet
    NONE = auto()  # none: draagt zorg dat … niet


@dataclass(frozen=True, slots=True)
class Head:
    """A deciding word: what it asks, what it asks when negated, and why."""

    reason: str
    pattern: re.Pattern[str]
    modality: Modality
    negated: Modality
    scope: Scope
    nuance: Nuance | None


FORBID, DUTY, LEAVE, URGE, FACT = (
    Modality.PROHIBITION,
    Modality.OBLIGATION,
    Modality.PERMISSION,
    Modality.ENCOURAGEMENT,
    Modality.INFORMATION,
)


def make_head(
    reason: str,
    asks: tuple[Modality, Modality],
    scope: Scope,
    *patterns: str,
    nuance: Nuance | None = None,
) -> Head:
    """Return a deciding word of any of some patterns; ``asks`` is plain, then negated."""
    return Head(reason, late("|".join(patterns)), *asks, scope, nuance)


# Within one part of a sentence; a blank of two or more is where a subordinate clause stood.
WITHIN = r"\b[^;:]*\b"
