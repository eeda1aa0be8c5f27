"""The people that rules of schools are about, as terms: these say nothing of what is to be done."""

from __future__ import annotations

from functools import cache

from protocolkit.relations.sentence_parts import terms_of

_PEOPLE = (
    "medewerker leraar leidinggevende leerling ouder betrokkene conciërge mentor bezoeker iedereen"
)
VISITING = "lid leden gast bezoekers bestuur team"
"""Who else is named in rules of a house or a garden: they say nothing of the thing itself."""


@cache
def people_terms() -> frozenset[str]:
    """Return people as terms; not at import, since reading the thesaurus takes half a second."""
    return terms_of(_PEOPLE)
