"""The values: what one sentence asks, by which words, and how plainly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from protocolkit.norms.norm import Modality, Nuance
from protocolkit.text.sentences import Span


class Strength(IntEnum):
    """How plainly a sentence speaks: by its own word, by the plain present, or not at all."""

    NONE = 0
    STATED = 1
    PASSIVE = 2
    INDICATIVE = 3
    EXPLICIT = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence asks, by which words (in characters of the sentence), and how plainly."""

    modality: Modality
    strength: Strength
    words: tuple[Span, ...] = ()
    nuance: Nuance | None = None
    carries: bool = False  # asks what the clause after 'dat' says, with its 'niet'


STATED = Verdict(Modality.INFORMATION, Strength.STATED)
QUESTION = Verdict(Modality.INFORMATION, Strength.NONE)
OBLIGES = Verdict(Modality.OBLIGATION, Strength.INDICATIVE)
NOTHING = Verdict(Modality.UNDETERMINED, Strength.NONE)


def joined_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join spans that touch or have one space between them, in order."""
    found: list[Span] = []
    for begin, end in sorted(set(spans)):
        if found and begin <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(found)
