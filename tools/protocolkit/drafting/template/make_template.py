"""From a judged matrix to a template: pure, the same for the same input."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.base.messages import Message, message
from protocolkit.comparison.concordance import Theme
from protocolkit.comparison.judgements import Judgements, RowJudgement, Variant
from protocolkit.comparison.kinship import Kinship
from protocolkit.comparison.matrix import Matrix, Row
from protocolkit.document.model import Clause, Footnote, Kind, Protocol
from protocolkit.document.place import Place
from protocolkit.drafting.template.choices import NO_CHOICES, PersonChoices
from protocolkit.drafting.template.contests import contests
from protocolkit.drafting.template.document_order import in_document_order
from protocolkit.drafting.template.offering import UNBINDING, offer
from protocolkit.drafting.template.ranking import (
    CHOSEN,
    CONTESTED,
    CONTESTED_ELSEWHERE,
    NOTHING,
    families_of,
    ranked,
    why_first,
)
from protocolkit.drafting.template.sectors import sector_advice, sectors_of
from protocolkit.drafting.template.soundest import soundest
from protocolkit.drafting.template.sources import Sources, make_sources
from protocolkit.drafting.template.values import (
    Appendix,
    AppendixKind,
    Choice,
    Contest,
    FaultsOf,
    OwnClause,
    Template,
    TemplateTheme,
    TemplateTopic,
)

OPTIONAL_BELOW = 0.5
"""A topic that a smaller share of the complete documents has is optional."""


def make_template(
    matrix: Matrix,
    judgements: Judgements,
    protocols: Iterable[Protocol],
    choices: PersonChoices = NO_CHOICES,
    sources: Sources | None = None,
    faults_of: FaultsOf = lambda _: 0,
) -> Template:
    """Make the template of a subject from its matrix and what a person chose.

    ``matrix``, ``judgements`` and ``sources`` are made from these protocols. Sentences that record
    who decided what, and when, are no formulation. What a person chose and is not known here
    changes nothing;
    :func:`protocolkit.checking.choices.check_choices` reports it. ``faults_of`` tells which of the
    wordings of one rule has nothing odd in it.
    """
    sources = sources or make_sources(matrix, judgements, protocols)
    made = [
        _topic(row, judged, sources, choices, faults_of)
        for row, judged in zip(matrix.rows, judgements.rows, strict=True)
    ]
    topics = [topic for topic in made if topic is not None]
    out = {topic.id for topic in topics if choices.of_topic(topic.id).leave_out}
    offered = _with_main_topics(_undisputed([t for t in topics if t.id not in out]))
    template = Template(
        subject=matrix.subject,
        title=matrix.title,
        version="",
        themes=tuple(_themes(in_document_order(matrix.themes, sources), offered, choices)),
        appendices=tuple(_appendices(offered, sources)),
        sectors=sectors_of(sources),
        left_out=tuple(topic for topic in topics if topic.id in out),
    )
    return replace(template, version=_version(template))


def _wanted(preferred: str, variants: Iterable[Variant], sources: Sources) -> Place | None:
    """Return the clause that a person prefers, named by its place or by the id of its words."""
    if not preferred:
        return None
    for place in (place for variant in variants for place in variant.members):
        if preferred in (str(place), sources.id_of(place)):
            return place
    return None


def _topic(
    row: Row, judged: RowJudgement, sources: Sources, choices: PersonChoices, faults: FaultsOf
) -> TemplateTopic | None:
    """Return a topic; None when boards said nothing there that a school can take over."""
    fit = (_binding(variant, row, sources, faults) for variant in judged.variants)
    binding = list(filter(None, fit))
    guidance = list(filter(None, (_guidance(variant, sources) for variant in judged.variants)))
    if not binding:
        return None
    place = _wanted(choices.of_topic(row.topic.id).preferred, binding, sources)
    complete, kind, kinship = judged.complete, row.topic.kind, sources.judgements.kinship
    offered = [offer(v, sources, row=row, complete=complete, preferred=place) for v in binding]
    ids = _ids(binding, offered)
    ordered = ranked(_beside(offered), kind, kinship)
    is_tied = _is_tied(ordered, kinship)
    is_asked = kind.is_compared
    found = contests(judged.pairs, ids, sources, is_tied=is_tied) if is_asked else ()
    chosen = next((c for c in ordered if place and c.id == ids[place]), None)
    first, why = _recommended(ordered, chosen, found, why_first(ordered, kind, kinship))
    holders = [holder for choice in ordered for holder in choice.holders]
    topic = TemplateTopic(
        id=row.topic.id,
        question=row.topic.title,
        theme=row.topic.theme,
        audience=row.topic.audience,
        kind=kind,
        found=judged.found,
        complete=complete,
        families=families_of(holders, kinship),
        sectors=tuple(sorted({holder.sector for holder in holders if holder.sector})),
        is_optional=judged.found < OPTIONAL_BELOW * complete,
        choices=_with_first(ordered, first),
        recommended=first,
        why=why,
        contests=found,
        guidance=tuple(offer(v, sources, row=row, complete=complete) for v in guidance),
        is_chosen=chosen is not None,
    )
    return replace(topic, per_sector=sector_advice(topic, sources))


def _is_tied(ordered: Sequence[Choice], kinship: Kinship) -> bool:
    """Tell whether the first of several choices is that of no more boards than the second."""
    counts = [families_of(choice.holders, kinship) for choice in ordered[:2]]
    return len(counts) > 1 and counts[0] <= counts[1]


def _ids(variants: Sequence[Variant], offered: Sequence[Choice]) -> Mapping[Place, str]:
    """Return by clause the id of the choice that has its rule."""
    pairs = zip(variants, offered, strict=True)
    return {held: choice.id for variant, choice in pairs for held in variant.members}


def _recommended(
    ordered: Sequence[Choice],
    chosen: Choice | None,
    found: Sequence[Contest],
    why: Message,
) -> tuple[Choice | None, Message]:
    if chosen is not None:
        return chosen, message(CHOSEN)
    if found:
        return None, message(CONTESTED)
    return (ordered[0], why) if ordered else (None, message(NOTHING))


def _with_first(ordered: Sequence[Choice], first: Choice | None) -> tuple[Choice, ...]:
    if first is None:
        return tuple(ordered)
    return (first, *(choice for choice in ordered if choice is not first))


def _binding(variant: Variant, row: Row, sources: Sources, faults_of: FaultsOf) -> Variant | None:
    """Return a variant without its members that are no formulation of their own."""
    answers = frozenset(row.places)

    def binds(place: Place) -> bool:
        item = sources.item(place)
        if isinstance(item, Clause):
            is_fit = sources.is_fit(place) and not sources.is_record(place)
            return item.kind not in UNBINDING and is_fit
        own = (other for other in answers - {place} if other.organisation == place.organisation)
        is_called = any(item in sources.called_notes(other) for other in own)
        return not is_called and row.topic.kind not in UNBINDING

    own = _only(variant, [place for place in variant.members if binds(place)], sources)
    return soundest(own, row, sources, faults_of) if own else None


def _guidance(variant: Variant, sources: Sources) -> Variant | None:
    members = [place for place in variant.members if sources.kind(place) in UNBINDING]
    return _only(variant, members, sources)


def _only(variant: Variant, members: Sequence[Place], sources: Sources) -> Variant | None:
    """Return a variant with some of its members; another one speaks for it when need be."""
    if not members:
        return None
    verbatim = [place for place in variant.verbatim if place in members]
    first = variant.representative if variant.representative in members else None
    first = first or (verbatim or list(members))[0]
    families = {sources.judgements.kinship.family_of(place.organisation) for place in members}
    return replace(variant, representative=first, members=tuple(members), families=len(families))


def _beside(offered: Sequence[Choice]) -> Iterator[Choice]:
    """Yield choices with what the board of origin says on the topic besides."""
    for choice in offered:
        others = [other for other in offered if other.id != choice.id]
        own = choice.origin.organisation
        ids = tuple(other.id for other in others if own in other.organisations)
        yield replace(choice, beside=ids)


def _undisputed(topics: Sequence[TemplateTopic]) -> Iterator[TemplateTopic]:
    """Yield topics; none recommends a clause about which boards disagree on another topic."""
    disputed: dict[str, list[Contest]] = {}
    for topic in topics:
        for contest in topic.contests:
            disputed.setdefault(contest.left, []).append(contest)
            disputed.setdefault(contest.right, []).append(contest)
    for topic in topics:
        first = topic.recommended
        if first is None or topic.is_chosen or first.id not in disputed:
            yield topic
        else:
            why = message(CONTESTED_ELSEWHERE)
            found = tuple(disputed[first.id])
            yield replace(topic, recommended=None, why=why, contests=found, per_sector=())


def _with_main_topics(given: Iterable[TemplateTopic]) -> list[TemplateTopic]:
    """Give each choice its main topic: the first that recommends it, else the first with it."""
    topics = list(given)
    main: dict[str, str] = {}
    for topic in topics:
        if topic.recommended is not None:
            main.setdefault(topic.recommended.id, topic.id)
    for topic in topics:
        for choice in (*topic.choices, *topic.guidance):
            main.setdefault(choice.id, topic.id)

    def placed(choice: Choice) -> Choice:
        return replace(choice, main_topic=main[choice.id])

    return [
        replace(
            topic,
            choices=tuple(map(placed, topic.choices)),
            guidance=tuple(map(placed, topic.guidance)),
            recommended=placed(topic.recommended) if topic.recommended else None,
        )
        for topic in topics
    ]


def _themes(
    themes: Iterable[Theme], topics: Sequence[TemplateTopic], choices: PersonChoices
) -> Iterator[TemplateTheme]:
    """Yield the themes that have something; what a person put in order comes first."""
    for theme in choices.arranged(themes, lambda found: found.id):
        own = [topic for topic in topics if topic.theme == theme.id]
        extra = tuple(_own_clauses(theme.id, choices))
        if own or extra:
            yield TemplateTheme(
                id=theme.id,
                title=choices.title_of(theme.id, theme.title),
                topics=tuple(choices.arranged(own, lambda found: found.id)),
                extra=extra,
            )


def _own_clauses(theme: str, choices: PersonChoices) -> Iterator[OwnClause]:
    for number, found in enumerate(choices.extra, start=1):
        if found.theme == theme:
            yield OwnClause(
                anchor=f"eigen-{number}", theme=theme, after=found.after, blocks=found.blocks
            )


def _appendices(topics: Sequence[TemplateTopic], sources: Sources) -> Iterator[Appendix]:
    """Yield guidance and links: those of the topics, then those that stand in no topic."""
    kinds = ((AppendixKind.GUIDANCE, Kind.GUIDANCE), (AppendixKind.LINKS, Kind.REFERENCE))
    for appendix, kind in kinds:
        found = {c.id: c for topic in topics for c in topic.guidance if c.kind is kind}
        for choice in _loose(kind, sources):
            found.setdefault(choice.id, choice)
        if found:
            yield Appendix(kind=appendix, choices=tuple(found.values()))


def _loose(kind: Kind, sources: Sources) -> Iterator[Choice]:
    complete = sum(column.is_complete for column in sources.matrix.columns)
    by_id: dict[str, list[Place]] = {}
    for slug, source in sources.by_slug.items():
        for anchor, item in source.items.items():
            if not isinstance(item, Footnote) and item.kind is kind:
                place = Place(slug, anchor)
                by_id.setdefault(sources.id_of(place), []).append(place)
    for places in by_id.values():
        variant = Variant(
            representative=places[0],
            text=sources.neutral(places[0]),
            members=tuple(places),
            verbatim=tuple(places),
            families=0,
        )
        yield offer(variant, sources, complete=complete)


def _version(template: Template) -> str:
    """Return the fingerprint of what can be taken over and what is recommended, in order."""
    lines = [template.subject, template.title]
    for theme in template.themes:
        lines += [theme.id, theme.title, *(repr(own.blocks) for own in theme.extra)]
        for topic in theme.topics:
            first = topic.recommended.id if topic.recommended else ""
            advice = [f"{found.sector}={found.recommended}" for found in topic.per_sector]
            lines += [topic.id, topic.question, first, *advice]
            lines += [f"{choice.id} {choice.text}" for choice in topic.choices]
    for appendix in template.appendices:
        lines += [appendix.kind.value, *(f"{c.id} {c.text}" for c in appendix.choices)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
