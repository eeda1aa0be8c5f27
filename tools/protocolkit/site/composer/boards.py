"""What the composer knows of each board, for a draft in which two of them become one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate
from protocolkit.comparison.judgements import RowJudgement, Variant
from protocolkit.comparison.matrix import Cell, Row
from protocolkit.document.model import Clause
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from protocolkit.drafting.new.anchors import sound_anchor
from protocolkit.drafting.new.merging import RECORD, REST, REST_ANCHOR
from protocolkit.drafting.new.same_rule import Said, SameRule, words_of_weight
from protocolkit.drafting.template.offering import offer
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Choice
from protocolkit.site.composer.clashes import board_contests
from protocolkit.site.composer.clauses import Noted, Pool
from protocolkit.site.composer.option import ShowOption, board_option
from protocolkit.site.composer.values import (
    Board,
    BoardOption,
    ClauseFragments,
    Group,
    LooseItem,
)
from protocolkit.site.engine.addresses import composer_docname
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.engine.protocol_keys import protocol_key
from protocolkit.text.words import fingerprint

_WEIGHT_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """A topic as boards answer it: what each says that has it, and the ids of its words."""

    row: Row
    judged: RowJudgement
    same: SameRule
    said: Mapping[str, Said]
    ids: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What a board says on a topic: its clauses, and as the page has them."""

    places: tuple[Place, ...]
    html: str
    weights: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBoard:
    """What a board's document says by itself, whatever other boards answer.

    ``rest`` are the clauses that answer no topic; ``noted`` is what the pool remembers of all.
    """

    answers: Mapping[str, _Answer]
    rest: tuple[Place, ...]
    clauses: Mapping[Place, ClauseFragments]
    noted: Noted


RememberBoard = Callable[[object, Callable[[], MadeBoard]], MadeBoard]
"""Returns what was made of the same parts in an earlier build, or has it made."""


class Boards:
    """Makes everything that a board's document says, for becoming one with another."""

    def __init__(
        self,
        judged: ComparedSubject,
        sources: Sources,
        pool: Pool,
        show: ShowOption,
        translate: Translate,
        remember: RememberBoard,
    ) -> None:
        self._sources, self._pool = sources, pool
        self._show, self._translate = show, translate
        self._remember = remember
        self._page = composer_docname(judged.matrix.subject)
        rows = zip(judged.matrix.rows, judged.judgements.rows, strict=True)
        self._topics = [_topic(row, found, sources) for row, found in rows]
        # others' names are left open too
        self._named = [
            (one.protocol.facts.organisation, one.protocol.facts.applies_to)
            for one in sources.by_slug.values()
        ]

    def make(self, slug: str) -> Board:
        """Return what a board's document says."""
        made = self._remember(self._parts(slug), lambda: self._made(slug))
        self._pool.take(made.noted)
        clauses, name = made.clauses, self._name(slug)
        return Board(
            slug=slug,
            name=name,
            topics={
                topic.row.topic.id: self._option(slug, topic, made.answers, clauses)
                for topic in self._topics
                if slug in topic.said
            },
            rest=_rest(slug, tuple(clauses[place] for place in made.rest), self._translate),
            behind=tuple(self._behind(slug)),
        )

    def _behind(self, slug: str) -> Iterator[str]:
        """Yield which clauses speak of the board's own document only, and so stay behind."""
        source, text = self._sources.by_slug[slug], self._translate(RECORD)
        for place, _ in placed_items([source.protocol]):
            if _is_record(place, self._sources):
                yield text.format(label=source.labels[place.anchor], name=self._name(slug))

    def _option(
        self,
        slug: str,
        topic: _Topic,
        answers: Mapping[str, _Answer],
        clauses: Mapping[Place, ClauseFragments],
    ) -> BoardOption:
        answer = answers[topic.row.topic.id]
        own, sources = topic.said[slug].places, self._sources
        return BoardOption(
            clauses=tuple(clauses[place] for place in answer.places),
            same=tuple(_agreeing(slug, topic)),
            weights=answer.weights,
            html=answer.html,
            contests=board_contests(own, topic.judged, sources, self._translate),
        )

    def _name(self, slug: str) -> str:
        return self._sources.by_slug[slug].protocol.facts.organisation.name or slug

    def _parts(self, slug: str) -> object:
        """Return all that a board's clauses depend on, besides what all boards share."""
        sources = self._sources
        own = sources.by_slug[slug]
        said = [
            (topic.row.topic.id, topic.row.topic.kind, *_answers_by(topic, slug, sources))
            for topic in self._topics
            if slug in topic.said
        ]
        places = [Place(slug, anchor) for anchor in own.items]
        stands = [(self._pool.order_of(p), sorted(sources.left_open.get(p, ()))) for p in places]
        pages = [column.url for column in sources.matrix.columns if column.slug == slug]
        before = self._pool.before
        return protocol_key(own.protocol), self._named, said, stands, pages, self._page, before

    def _made(self, slug: str) -> MadeBoard:
        sources, pool = self._sources, self._pool.apart()
        made: dict[Place, Choice] = {}
        answers = dict(self._answers(slug, self._name(slug), made))
        rest = tuple(p for p in _places(slug, sources) if p not in made)
        made |= {place: _alone(place, sources, None) for place in rest}
        clauses = dict(zip(made, _clauses(made.values(), pool), strict=True))
        return MadeBoard(answers=answers, rest=rest, clauses=clauses, noted=pool.noted())

    def _answers(
        self, slug: str, title: str, made: dict[Place, Choice]
    ) -> Iterator[tuple[str, _Answer]]:
        """Yield what a board says on each topic, by its name; ``made`` gets each clause once."""
        sources, translate = self._sources, self._translate
        for topic in self._topics:
            if slug not in topic.said:
                continue
            own = topic.said[slug].places
            shown = {choice.origin.place for choice in made.values()}
            for place in own:
                made.setdefault(place, _alone(place, sources, topic.row))
            choices = [made[place] for place in own]
            option = board_option(slug, title, choices, shown, self._page, translate)
            name = topic.row.topic.id
            weights = tuple(_weight(choice.text) for choice in choices)
            yield name, _Answer(places=own, html=self._show(name, option), weights=weights)


def _weight(text: str) -> str:
    """Return what texts with the same words of weight have in common."""
    return fingerprint(words_of_weight(text))[:_WEIGHT_LENGTH]


def _answers_by(topic: _Topic, slug: str, sources: Sources) -> tuple[object, ...]:
    """Return the clauses with which a board answers a topic, and what is said of each."""
    name = topic.row.topic.id
    cell = next(cell for cell in topic.row.cells if cell.organisation == slug)
    standings = [(clause.place, clause.standing) for clause in cell.clauses]
    norms = [sources.judgements.norm(name, place) for place in topic.said[slug].places]
    return topic.said[slug].places, standings, norms


def _agreeing(slug: str, topic: _Topic) -> Iterator[str]:
    """Yield the boards that say what one says on a topic, that board itself among them."""
    ids, own = topic.ids[slug], topic.said[slug]
    variants, says_same = own.variants, topic.same.says_same
    for board, theirs in topic.said.items():
        # the quickest first: it is asked of each two boards on each topic
        if theirs.variants == variants or topic.ids[board] == ids or says_same(own, theirs):
            yield board


def _topic(row: Row, judged: RowJudgement, sources: Sources) -> _Topic:
    same = SameRule(judged)
    places = {cell.organisation: _said(cell, sources) for cell in row.cells}
    said = {board: same.said(found) for board, found in places.items() if found}
    ids = {board: frozenset(map(sources.id_of, found.places)) for board, found in said.items()}
    return _Topic(row=row, judged=judged, same=same, said=said, ids=ids)


def _rest(slug: str, clauses: tuple[ClauseFragments, ...], translate: Translate) -> Group:
    """Return the clauses of a board that are in no topic, as the last group of its document."""
    stem = sound_anchor(f"{REST_ANCHOR}-{slug}", set())
    return Group(
        anchor=REST_ANCHOR,
        title=translate(REST),
        items=(LooseItem(stem=stem, clauses=clauses),),
    )


def _clauses(choices: Iterable[Choice], pool: Pool) -> Iterator[ClauseFragments]:
    ordered = tuple(choices)
    for clause in pool.clauses(ordered, [str(choice.origin.place) for choice in ordered]):
        # of two boards a clause stands at the first of its questions
        yield replace(clause, main="")


def _places(board: str, sources: Sources) -> list[Place]:
    """Return the clauses of a board, but for records of decisions."""
    found = [place for place, _ in placed_items([sources.by_slug[board].protocol])]
    return [p for p in found if _is_clause(p, sources) and not _is_record(p, sources)]


def _said(cell: Cell, sources: Sources) -> tuple[Place, ...]:
    """Return what a board says on a topic, but for records of decisions."""
    found = dict.fromkeys(cell.places)
    return tuple(place for place in found if not _is_record(place, sources))


def _alone(place: Place, sources: Sources, row: Row | None) -> Choice:
    variant = Variant(
        representative=place,
        text=sources.neutral(place),
        members=(place,),
        verbatim=(place,),
        families=1,
    )
    return offer(variant, sources, row=row)


def _is_clause(place: Place, sources: Sources) -> bool:
    return isinstance(sources.item(place), Clause)


def _is_record(place: Place, sources: Sources) -> bool:
    return _is_clause(place, sources) and sources.is_record(place)
