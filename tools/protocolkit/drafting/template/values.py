"""The values of a template: topics, the choices on each, and why one of them comes first.

Made by :func:`protocolkit.drafting.template.make_template.make_template`. The words of a choice
are a board's own, but for placeholders; put the ``words`` of its placeholders back and it is the
source again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.base.messages import Message, Translate, mark
from protocolkit.comparison.concordance import Audience
from protocolkit.document.model import Block, Footnote, Kind
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.norms.norm import Norm
from protocolkit.relations.compare_clauses import mirrored
from protocolkit.relations.explain import explain
from protocolkit.relations.relation import Judgement, Reason, Relation


class PlaceholderKind(Enum):
    """What a placeholder stands for."""

    BOARD = "bestuur"
    SCHOOL = "school"
    SYSTEM = "systeem"
    FUNCTION = "functie"
    ADDRESS = "adres"
    EDUCATION = "onderwijs"
    REFERENCE = "verwijzing"


VERSION_LENGTH = 16
"""How many digits of a template's version are kept beside what was made of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """One place that a school fills in.

    ``key`` is under which it is answered (``bestuur``, ``school``, ``ouderportaal``,
    ``functie-directeur``): equal keys have one answer. ``printed`` is what stands in the text,
    with its brackets; ``words`` are those of the source that it replaced. ``target`` is the clause
    that a reference means.
    """

    key: str
    kind: PlaceholderKind
    printed: str
    words: str
    target: Place = NO_PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A clause that says this: whose it is, where, and whether it says so to the letter.

    ``name`` and ``label`` are for people, ``fingerprint`` is that of
    the whole clause as its board wrote it. A document that is not complete counts in no figure.
    """

    place: Place
    name: str
    label: str
    url: str
    fingerprint: str
    is_verbatim: bool
    is_complete: bool = True
    year: str = ""
    sector: str = ""

    @property
    def organisation(self) -> str:
        """The slug of the organisation whose clause it is."""
        return self.place.organisation

    @property
    def whose(self) -> str:
        """Whose clause it is, of which year and where, in words for people."""
        return ", ".join(filter(None, (self.name, self.year, self.label)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One formulation that a school can take over.

    ``id`` comes from its words, names left out: it stays while the words stay. ``text`` are the
    words with placeholders, blocks apart by a newline; ``blocks`` the same as a clause's blocks,
    ``notes`` the footnotes that they call, ``placeholders`` every one in reading order, those
    of the notes last. ``lead_in`` is the sentence that a bullet continues. ``origin`` is the
    clause whose words these are (``norm`` counts characters there), ``holders`` are all that
    say the same, ``families`` counts the complete documents among them that are of independent
    descent. ``beside`` are the ids of what the board of origin says on this topic besides this.
    ``main_topic`` is where it is printed in full: elsewhere it is referred to.
    """

    id: str
    main_topic: str
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Footnote, ...]
    placeholders: tuple[Placeholder, ...]
    kind: Kind
    origin: Holder
    holders: tuple[Holder, ...]
    families: int
    reason: Message
    norm: Norm | None = None
    lead_in: str = ""
    beside: tuple[str, ...] = ()
    is_proposed: bool = False

    @property
    def organisations(self) -> tuple[str, ...]:
        """The slugs of the organisations that have it."""
        return tuple(dict.fromkeys(holder.organisation for holder in self.holders))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the organisations that have it."""
        return tuple(dict.fromkeys(holder.name for holder in self.holders))

    @property
    def counted(self) -> int:
        """How many organisations have it in a complete document."""
        return len({holder.organisation for holder in self.holders if holder.is_complete})

    @property
    def verbatim(self) -> int:
        """How many of those have it to the letter, names aside."""
        counted = (held for held in self.holders if held.is_complete and held.is_verbatim)
        return len({holder.organisation for holder in counted})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """In what two choices of different boards disagree; ``texts`` are their sources' words."""

    left: str
    right: str
    relation: Relation
    reason: Reason
    texts: tuple[str, str]

    def in_order(self, ids: Sequence[str]) -> Contest:
        """Return the same with the choice that stands first among some ids as the left one.

        What it says of 'the first' and 'the second' is then true for whoever reads these.
        """
        places = [ids.index(side) if side in ids else len(ids) for side in (self.left, self.right)]
        if places[0] <= places[1]:
            return self
        turned = mirrored(Judgement(relation=self.relation, reasons=(self.reason,)))
        return replace(
            self,
            left=self.right,
            right=self.left,
            reason=turned.reasons[0],
            texts=(self.texts[1], self.texts[0]),
        )

    def in_words(self, translate: Translate) -> str:
        """Return what differs, with the words that show it."""
        return explain(self.reason, translate, self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorAdvice:
    """What comes first for one sector, where that is something else than for all together.

    ``recommended`` is the id of a choice; ``found`` and ``complete`` count documents of that
    sector. Nothing is recommended where boards disagree.
    """

    sector: str
    recommended: str
    found: int
    complete: int
    why: Message


FaultsOf = Callable[[Choice], int]
"""Counts what is odd in the words of a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTopic:
    """One question with everything that boards answered.

    ``found`` of ``complete`` documents have it, in ``families`` independent lines; ``sectors``
    are those of the boards that have it. A topic is optional when fewer than half have it.
    ``choices`` stand in the order of the rule in :mod:`protocolkit.drafting.template.ranking`, the
    recommended one first; ``why`` says why that one, or why none. Nothing is recommended when
    boards disagree, unless a person chose: ``is_chosen``. ``guidance`` are clauses that explain
    and bind nobody.
    """

    id: str
    question: str
    theme: str
    audience: Audience
    kind: Kind
    found: int
    complete: int
    families: int
    sectors: tuple[str, ...]
    is_optional: bool
    choices: tuple[Choice, ...]
    recommended: Choice | None
    why: Message
    contests: tuple[Contest, ...] = ()
    guidance: tuple[Choice, ...] = ()
    per_sector: tuple[SectorAdvice, ...] = ()
    is_chosen: bool = False

    @property
    def is_contested(self) -> bool:
        """Whether boards disagree, so that a school has to choose."""
        return bool(self.contests)

    def choice(self, choice_id: str) -> Choice | None:
        """Return a choice or a piece of guidance by its id."""
        offered = (*self.choices, *self.guidance)
        return next((found for found in offered if found.id == choice_id), None)

    def recommended_in(self, sector: str) -> Choice | None:
        """Return what comes first for a sector; ``""`` and a sector without advice: for all."""
        for advice in self.per_sector:
            if advice.sector == sector and not self.is_chosen:
                return self.choice(advice.recommended)
        return self.recommended


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnClause:
    """A clause that a person added; ``after`` is the topic that it follows, ``""``: the last."""

    anchor: str
    theme: str
    after: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTheme:
    """A group of topics, in the order of the document, and what a person added to it."""

    id: str
    title: str
    topics: tuple[TemplateTopic, ...]
    extra: tuple[OwnClause, ...] = ()


class AppendixKind(Enum):
    """What an appendix holds."""

    GUIDANCE = "handreiking"
    LINKS = "verwijzing"


APPENDIX_TITLES = {
    AppendixKind.GUIDANCE: mark("Appendix: guidance"),
    AppendixKind.LINKS: mark("Appendix: more information"),
}
"""What each is called in a document that has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """What no school needs, but may like: guidance, or where more is to be found.

    Guidance that belongs to a topic stands here too; its ``main_topic`` says to which.
    """

    kind: AppendixKind
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The template of one subject.

    ``version`` is its fingerprint: over its themes, topics and choices in order, what is
    recommended and every word that can be taken over. How many boards have something is no part
    of it. ``sectors`` are those that any complete document is of; ``left_out`` are the topics
    that a person left out.
    """

    subject: str
    title: str
    version: str
    themes: tuple[TemplateTheme, ...]
    appendices: tuple[Appendix, ...]
    sectors: tuple[str, ...]
    left_out: tuple[TemplateTopic, ...] = ()

    @property
    def topics(self) -> tuple[TemplateTopic, ...]:
        """Every topic in the order of the document; not those left out."""
        return tuple(topic for theme in self.themes for topic in theme.topics)

    def topic(self, topic_id: str) -> TemplateTopic | None:
        """Return a topic by its id, also one that was left out."""
        offered = (*self.topics, *self.left_out)
        return next((found for found in offered if found.id == topic_id), None)
