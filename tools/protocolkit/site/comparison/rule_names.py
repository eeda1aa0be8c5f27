"""How a visitor reads what was worked out: kinds of rule, relations, what a cell says.

Each has a short code for addresses and data, a sign that differs in form and not in colour alone,
and words.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.messages import Marked, mark
from protocolkit.comparison.matrix import Presence
from protocolkit.norms.norm import Modality, Norm, Nuance
from protocolkit.relations.relation import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One of a closed set as visitors meet it: ``code`` stands in addresses, ``sign`` before it."""

    code: str
    sign: str
    words: Marked


RULES = (
    Name(code="mag-niet", sign="✕", words=mark("must not")),
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

RELATIONS = (
    Name(code="gelijk", sign="=", words=mark("equal")),
    Name(code="andere-woorden", sign="≈", words=mark("other words, same rule")),
    Name(code="andere-regel", sign="≠", words=mark("another rule")),
    Name(code="tegengesteld", sign="⇄", words=mark("opposite rule")),
    Name(code="deels-gelijk", sign="∩", words=mark("partly equal")),
)
"""The relations, in the order of :class:`~protocolkit.relations.relation.Relation`."""

PRESENCES = (
    Name(code="gevonden", sign="●", words=mark("present")),
    Name(code="elders", sign="↪", words=mark("elsewhere in this document")),
    Name(code="niet-gevonden", sign="–", words=mark("not found in this document")),
    Name(code="bron-onvolledig", sign="…", words=mark("source incomplete")),
)
"""What a cell says, in the order of :class:`~protocolkit.comparison.matrix.Presence`."""

TEMPLATE_PRESENCES = (
    Name(code="keuze-open", sign="?", words=mark("boards differ: the school chooses")),
    Name(code="geen-tekst", sign="–", words=mark("not in the template")),
)
"""What the template's cell says besides: nothing recommended, nothing to take over."""

_OF_MODALITY = {
    Modality.PROHIBITION: "mag-niet",
    Modality.OBLIGATION: "moet",
    Modality.PERMISSION: "mag",
    Modality.ENCOURAGEMENT: "aangemoedigd",
    Modality.INFORMATION: "uitleg",
    Modality.UNDETERMINED: "onbepaald",
}
_OF_NUANCE = {
    Nuance.CONDITIONAL: "voorwaarde",
    Nuance.POWER: "bevoegdheid",
    Nuance.AWARENESS: "bewust",
    Nuance.EFFORT: "inspannen",
}
_PLACE = {name.code: place for place, name in enumerate(RULES)}


def rule_place(norm: Norm) -> int:
    """Return the place of a norm's kind of rule in :data:`RULES`."""
    return _PLACE[_OF_NUANCE[norm.nuance] if norm.nuance else _OF_MODALITY[norm.modality]]


def relation_name(relation: Relation) -> Name:
    """Return how visitors meet a relation."""
    return RELATIONS[relation_place(relation)]


def relation_place(relation: Relation) -> int:
    """Return the place of a relation in :data:`RELATIONS`."""
    return tuple(Relation).index(relation)


def presence_place(presence: Presence) -> int:
    """Return the place of a presence in :data:`PRESENCES`."""
    return tuple(Presence).index(presence)
