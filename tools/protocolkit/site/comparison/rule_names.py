"""How a visitor reads what was worked out: kinds of rule, what a cell says.

Each has a short code for addresses and data, a sign that differs in form and not in colour alone,
and words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from protocolkit.base.messages import Marked, mark
from protocolkit.comparison.matrix import Presence
from protocolkit.norms.norm import Modality, Norm, Nuance


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One of a closed set as visitors meet it: ``code`` stands in addresses, ``sign`` before it."""

    code: str
    sign: str
    words: Marked


RULES = (
    Name(code="mag-niet", sign="✕", words=mark("must not")),
    Name(code="verschilt", sign="≠", words=mark("differs by group or case")),
    Name(code="moet", sign="!", words=mark("must")),
    Name(code="mag", sign="✓", words=mark("may")),
    Name(code="voorwaarde", sign="◐", words=mark("may on a condition")),
    Name(code="bevoegdheid", sign="§", words=mark("can (power)")),
    Name(code="aangemoedigd", sign="↑", words=mark("is encouraged")),
    Name(code="bewust", sign="○", words=mark("should be aware")),
    Name(code="inspannen", sign="↗", words=mark("should make an effort")),
    Name(code="uitleg", sign="i", words=mark("information")),
    Name(code="onbepaald", sign="?", words=mark("cannot be determined")),
)
"""The kinds of rule, in the order in which they are shown."""

TEMPLATE_PRESENCES = (
    Name(code="keuze-open", sign="?", words=mark("boards differ: the school chooses")),
    Name(code="geen-tekst", sign="–", words=mark("not in the template")),
)
"""What the template's cell says besides: nothing recommended, nothing to take over."""

_OF_MODALITY = {
    Modality.PROHIBITION: "mag-niet",
    Modality.DIVIDED: "verschilt",
    Modality.OBLIGATION: "moet",
    Modality.PERMISSION: "mag",
    Modality.ENCOURAGEMENT: "aangemoedigd",
    Modality.INFORMATION: "uitleg",
    Modality.UNDETERMINED: "onbepaald",
}
_PLACE = {name.code: place for place, name in enumerate(RULES)}


def rule_place(norm: Norm) -> int:
    """Return the place of a norm's kind of rule in :data:`RULES`."""
    return _PLACE[_of_nuance(norm.nuance) if norm.nuance else _OF_MODALITY[norm.modality]]


def presence_name(presence: Presence) -> Name:
    """Return how visitors meet what a cell says."""
    match presence:
        case Presence.PRESENT:
            return Name(code="gevonden", sign="●", words=mark("present"))
        case Presence.ELSEWHERE:
            return Name(code="elders", sign="↪", words=mark("elsewhere in this document"))
        case Presence.NOT_FOUND:
            return Name(code="niet-gevonden", sign="–", words=mark("not found in this document"))
        case Presence.UNKNOWN:
            return Name(code="bron-onvolledig", sign="…", words=mark("source incomplete"))
        case _:
            assert_never(presence)


def _of_nuance(nuance: Nuance) -> str:
    match nuance:
        case Nuance.CONDITIONAL:
            return "voorwaarde"
        case Nuance.POWER:
            return "bevoegdheid"
        case Nuance.AWARENESS:
            return "bewust"
        case Nuance.EFFORT:
            return "inspannen"
        case _:
            assert_never(nuance)


PRESENCES = tuple(map(presence_name, Presence))
"""What a cell says, in the order of :class:`~protocolkit.comparison.matrix.Presence`."""
