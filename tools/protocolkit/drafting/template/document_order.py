"""The order of themes in a document: where boards themselves have them, the introduction first.

A list of topics begins with what people ask first; a protocol begins with why and for whom it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import mean, median

from protocolkit.comparison.concordance import Theme
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.outline import clauses
from protocolkit.drafting.template.sources import Sources


def in_document_order(themes: Sequence[Theme], sources: Sources) -> list[Theme]:
    """Return themes in the order in which the documents have their clauses.

    A theme stands where half of its topics come before it and half after; documents that come from
    one example count once, those of which the source breaks off only when there are no others.
    A theme without clauses keeps its place after the theme before it.
    """
    slugs = [column.slug for column in sources.matrix.columns if column.is_complete]
    places = _places(slugs or list(sources.by_slug), sources)
    ordered: list[tuple[float, int]] = []
    last = 0.0
    for number, theme in enumerate(themes):
        last = median(places[theme.id]) if theme.id in places else last
        ordered.append((last, number))
    return [themes[number] for _, number in sorted(ordered)]


def _places(slugs: Iterable[str], sources: Sources) -> Mapping[str, list[float]]:
    """Return where each topic of a theme stands, from 0 to 1, in each family of documents."""
    shares = {slug: _shares(sources.by_slug[slug].protocol) for slug in slugs}
    family_of = sources.judgements.kinship.family_of
    found: dict[str, list[float]] = {}
    for row in sources.matrix.rows:
        by_family: dict[tuple[str, ...], list[float]] = {}
        for cell in row.cells:
            own = shares.get(cell.organisation, {})
            places = [own[place.anchor] for place in cell.places if place.anchor in own]
            by_family.setdefault(family_of(cell.organisation), []).extend(places)
        # a closing sentence says nothing of the place of its theme
        if row.topic.kind is not Kind.CLOSING:
            means = [mean(places) for places in by_family.values() if places]
            found.setdefault(row.topic.theme, []).extend(means)
    return {theme: places for theme, places in found.items() if places}


def _shares(protocol: Protocol) -> dict[str, float]:
    order = [clause.anchor for clause in clauses(protocol)]
    return {anchor: at / len(order) for at, anchor in enumerate(order)}
