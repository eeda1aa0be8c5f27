"""Two protocols that become one: what is equal once, what differs as a question.

Every clause of either comes into the new one unless somebody chose otherwise; only a sentence
that records a decision stays behind, since nobody decided on the new text yet. Where both have one
rule in other words, those with fewest faults come along; the others are set aside, and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import Problem, problem
from protocolkit.comparison.concordance import Concordance, Theme
from protocolkit.comparison.judgements import Variant
from protocolkit.comparison.matrix import Row
from protocolkit.document.model import Clause, Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.draft import Draft, Part, PartGroup, own_part
from protocolkit.drafting.new.new_protocol import (
    ANSWER_CHOICE,
    ANSWER_TOPIC,
    nearest,
    open_blocks,
    protocol_title,
)
from protocolkit.drafting.new.numbering import edited_blocks, own_kind
from protocolkit.drafting.new.theme_headings import headed_themes
from protocolkit.drafting.new.two_sides import (
    Agreement,
    MergeTopic,
    merge_topic,
    set_aside,
)
from protocolkit.drafting.template.choices import NO_CHOICES, PersonChoices
from protocolkit.drafting.template.document_order import in_document_order
from protocolkit.drafting.template.offering import offer
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.subject_template import sources_of
from protocolkit.drafting.template.values import Choice, FaultsOf

_AND = " en "
BOTH = "beide"
"""The answer that takes what either document says."""

REST = mark("Other provisions")
"""The heading above all that answers no question; a name of a board is for the provenance."""

RECORD = mark(
    "Not taken along, because it only says what that document is called or who decided on it: "
    "{label} of {name}."
)
"""Why a clause of one board stays behind where two become one."""

REST_ANCHOR = "verder"
"""How that heading is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two documents lined up; ``rest`` are each one's clauses that answer no question.

    ``records`` are the clauses that stay behind because they say who decided what and when.
    """

    title: str
    left: Protocol
    right: Protocol
    themes: tuple[Theme, ...]
    topics: tuple[MergeTopic, ...]
    rest: tuple[tuple[Choice, ...], tuple[Choice, ...]]
    records: tuple[Choice, ...]

    @property
    def slugs(self) -> tuple[str, str]:
        """The names of the two files."""
        return self.left.slug, self.right.slug

    @property
    def names(self) -> str:
        """Whose protocols become one, as a cover says it."""
        return _AND.join(map(organisation_name, (self.left, self.right)))

    def protocol(self, slug: str) -> Protocol:
        """Return one of the two by its name."""
        return self.left if slug == self.left.slug else self.right


def make_merge(
    left: Protocol,
    right: Protocol,
    concordance: Concordance,
    others: Iterable[Protocol] = (),
    choices: PersonChoices = NO_CHOICES,
    faults_of: FaultsOf = lambda _: 0,
) -> Merge:
    """Line up two protocols of one subject by its concordance.

    ``others`` are the subject's other protocols: what two boards call differently, and which of
    their functions nobody else has, shows among all of them only.
    Of what a person chose the titles and the order hold here too. ``faults_of`` tells which of two
    wordings of one rule is the better one.
    """
    known = {protocol.slug: protocol for protocol in (*others, left, right)}
    offers = _Offers(sources_of(tuple(known.values()), concordance))
    sources = offers.sources
    rows = zip(sources.matrix.rows, sources.judgements.rows, strict=True)
    slugs = left.slug, right.slug
    topics = [
        merge_topic(row.topic, *_sides(row, offers, slugs), judged, faults_of)
        for row, judged in rows
    ]
    return Merge(
        title=concordance.title,
        left=left,
        right=right,
        themes=arranged_themes(in_document_order(concordance.themes, sources), choices),
        topics=tuple(
            topic
            for topic in choices.arranged(topics, lambda found: found.topic.id)
            if topic.left or topic.right
        ),
        rest=_rest(offers, left, right),
        records=tuple(offers.records()),
    )


def merged_sides(based_on: str, protocols: Iterable[Protocol]) -> tuple[Protocol, ...]:
    """Return the two protocols that became one, by what its cover says of them; none if not two."""
    named = {organisation_name(protocol): protocol for protocol in protocols}
    for name, left in named.items():
        right = named.get(based_on.removeprefix(f"{name}{_AND}"))
        if based_on.startswith(f"{name}{_AND}") and right is not None:
            return left, right
    return ()


def arranged_themes(themes: Iterable[Theme], choices: PersonChoices) -> tuple[Theme, ...]:
    """Return themes with the titles and in the order that a person chose."""
    return tuple(
        replace(theme, title=choices.title_of(theme.id, theme.title))
        for theme in choices.arranged(themes, lambda found: found.id)
    )


def answer_of(found: MergeTopic, answers: Answers, slugs: tuple[str, str]) -> str:
    """Return what was answered on a topic, or what goes without saying; ``""``: open."""
    if found.topic.id in answers.choices:
        answer = answers.choices[found.topic.id]
        return answer if answer != OWN or answers.own_words(found.topic.id) else ""
    if found.agreement is Agreement.DIFFERENT:
        return ""
    return slugs[found.first is not found.left]


def check_merge_answers(answers: Answers, merge: Merge) -> Iterator[Problem]:
    """Yield every answer about what neither document has, with its place and the cure."""
    topics = {found.topic.id for found in merge.topics}
    known = (*merge.slugs, BOTH)
    for name, answer in answers.choices.items():
        location = answers.location(f"choices.{name}")
        if name not in topics:
            near = nearest(name, topics)
            yield problem(ANSWER_TOPIC, location, name=name, near=near)
        elif answer not in ("", NONE, OWN, *known):
            yield problem(ANSWER_CHOICE, location, topic=name, name=answer, known=", ".join(known))


def draft_from_merge(merge: Merge, answers: Answers, translate: Translate) -> Draft:
    """Return the draft that the answers make of two documents."""
    order = {theme.id: number for number, theme in enumerate(merge.themes)}
    topics = sorted(merge.topics, key=lambda found: order[found.topic.theme])
    taken = {found.topic.id: _taken(found, answers, merge.slugs) for found in topics}
    written: set[Place] = set()
    groups = [
        PartGroup(
            anchor=f"deel-{theme.id}",
            title=theme.title,
            parts=tuple(
                part
                for found in merge.topics
                if found.topic.theme == theme.id
                for part in _parts(found, merge, answers, taken, written, translate)
            ),
        )
        for theme in headed_themes(merge.themes, translate)
    ]
    groups.append(_rest_group(merge, translate))
    return Draft(
        title=protocol_title(merge.title, translate),
        groups=tuple(group for group in groups if group.parts),
        declined=tuple(t.topic.id for t in topics if answers.choices.get(t.topic.id) == NONE),
        aside=tuple(set_aside(topics, answers.choices, written)),
    )


def _parts(
    found: MergeTopic,
    merge: Merge,
    answers: Answers,
    taken: Mapping[str, Sequence[Choice]],
    written: set[Place],
    translate: Translate,
) -> Iterator[Part]:
    """Yield what comes under a topic; one ``written`` at another topic is not repeated."""
    topic = found.topic
    if not answer_of(found, answers, merge.slugs):
        blocks = open_blocks(topic.title, translate)
        yield Part(stem=topic.id, topics=(topic.id,), blocks=blocks, kind=topic.kind)
    if words := answers.own_words(topic.id):
        yield own_part(topic.id, words, own_kind(topic.kind, (*found.left, *found.right)))
    for choice in taken[topic.id]:
        place = choice.origin.place
        if place not in written:
            written.add(place)
            edit = edited_blocks(choice, answers.edits.get(str(place), ""))
            # the topic of the heading under which it stands comes first
            others = (other for other in _topics(choice, taken) if other != topic.id)
            yield Part(stem=topic.id, topics=(topic.id, *others), choice=choice, blocks=edit)


class _Offers:
    """Makes the words of a place a choice, once, and knows which places were asked for."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._made: dict[Place, Choice] = {}

    def of(self, places: Iterable[Place], row: Row | None) -> tuple[Choice, ...]:
        """Return what stands at some places; what records a decision is left out."""
        made = [self._choice(place, row) for place in dict.fromkeys(places)]
        return tuple(c for c in made if not self._is_record(c.origin.place))

    def rest(self, protocol: Protocol) -> tuple[Choice, ...]:
        """Return the clauses that nobody asked for; notes come with the clause that calls them."""
        places = [place for place, _ in placed_items([protocol])]
        loose = [p for p in places if p not in self._made and self._is_clause(p)]
        return self.of(loose, None)

    def records(self) -> Iterator[Choice]:
        """Yield what was left out."""
        return (choice for place, choice in self._made.items() if self._is_record(place))

    def _choice(self, place: Place, row: Row | None) -> Choice:
        if place not in self._made:
            alone = Variant(
                representative=place,
                text=self.sources.neutral(place),
                members=(place,),
                verbatim=(place,),
                families=1,
            )
            self._made[place] = offer(alone, self.sources, row=row)
        return self._made[place]

    def _is_clause(self, place: Place) -> bool:
        return isinstance(self.sources.item(place), Clause)

    def _is_record(self, place: Place) -> bool:
        return self._is_clause(place) and self.sources.is_record(place)


def _sides(
    row: Row, offers: _Offers, slugs: tuple[str, str]
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Return what either document says on a topic."""
    left, right = (
        offers.of(cell.places, row)
        for slug in slugs
        for cell in row.cells
        if cell.organisation == slug
    )
    return left, right


def _rest(
    offers: _Offers, left: Protocol, right: Protocol
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Return what answers no question in either; what both have to the letter comes once."""
    own = offers.rest(left)
    known = {choice.id for choice in own}
    return own, tuple(choice for choice in offers.rest(right) if choice.id not in known)


def _taken(found: MergeTopic, answers: Answers, slugs: tuple[str, str]) -> tuple[Choice, ...]:
    answer = answer_of(found, answers, slugs)
    if answer == BOTH:
        return (*found.left, *found.right)
    return {slugs[0]: found.left, slugs[1]: found.right}.get(answer, ())


def _topics(choice: Choice, taken: Mapping[str, Sequence[Choice]]) -> tuple[str, ...]:
    return tuple(topic for topic, choices in taken.items() if choice in choices)


def _rest_group(merge: Merge, translate: Translate) -> PartGroup:
    """Return what answers no question, of the one and then of the other, under one heading."""
    parts = (
        Part(stem=f"{REST_ANCHOR}-{protocol.slug}", topics=(), choice=choice)
        for protocol, choices in zip((merge.left, merge.right), merge.rest, strict=True)
        for choice in choices
    )
    return PartGroup(anchor=REST_ANCHOR, title=translate(REST), parts=tuple(parts))
