"""What comes first for one sector, where its boards chose something else than all together."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.comparison.kinship import Kinship
from protocolkit.drafting.template.ranking import ranked, why_first
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Choice, SectorAdvice, TemplateTopic


def sectors_of(sources: Sources) -> tuple[str, ...]:
    """Return the sectors of which there is a complete document, by name."""
    return tuple(sorted({sector for sector, _ in _complete(sources) if sector}))


def sector_advice(topic: TemplateTopic, sources: Sources) -> tuple[SectorAdvice, ...]:
    """Return advice for each sector of which the boards chose something else than all together."""
    if topic.is_contested or topic.recommended is None:
        return ()
    found = (_advice(topic, topic.recommended, sector, sources) for sector in sectors_of(sources))
    return tuple(advice for advice in found if advice is not None)


def _advice(
    topic: TemplateTopic, first: Choice, sector: str, sources: Sources
) -> SectorAdvice | None:
    """Return advice where another choice is more common in the sector than the first of all."""
    slugs = {slug for name, slug in _complete(sources) if name == sector}
    own = [choice for choice in topic.choices if slugs & set(choice.organisations)]
    if not own:
        return None
    kinship = sources.judgements.kinship
    ordered = ranked(own, topic.kind, kinship, sector)
    common, usual = (_common(choice, slugs, kinship) for choice in (ordered[0], first))
    if common <= usual:
        return None
    return SectorAdvice(
        sector=sector,
        recommended=ordered[0].id,
        found=len({slug for choice in own for slug in choice.organisations} & slugs),
        complete=len(slugs),
        why=why_first(ordered, topic.kind, kinship, sector),
    )


def _common(choice: Choice, slugs: set[str], kinship: Kinship) -> tuple[int, int]:
    own = slugs & set(choice.organisations)
    return len({kinship.family_of(slug) for slug in own}), len(own)


def _complete(sources: Sources) -> Iterator[tuple[str, str]]:
    for column in sources.matrix.columns:
        if column.is_complete:
            facts = sources.by_slug[column.slug].protocol.facts
            yield facts.organisation.sector, column.slug
