"""The sections of a council (geledingen), and which of them a round passed over."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

STAFF, PARENTS, PUPILS, BOTH = "personeel", "ouders", "leerlingen", "ouders en leerlingen"
"""The sections of a council, as they are typed."""

SECTIONS = frozenset({STAFF, PARENTS, PUPILS, BOTH})
"""All of them."""


def missing_sections(sections: AbstractSet[str], sector: str) -> tuple[str, ...]:
    """Return the sections that a council of a sector has besides these.

    >>> missing_sections({"ouders"}, "po"), missing_sections({"personeel"}, "vo")
    (('personeel',), ('ouders', 'leerlingen'))
    """
    missing = [] if STAFF in sections else [STAFF]
    if BOTH not in sections:
        if sector == "vo":
            missing += [one for one in (PARENTS, PUPILS) if one not in sections]
        elif not sections & {PARENTS, PUPILS}:
            missing.append(PARENTS)
    return tuple(missing)
