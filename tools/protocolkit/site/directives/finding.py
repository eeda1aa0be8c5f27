"""What a directive names: a subject, a protocol, a clause; and which topics its options leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolkit.collection import Subject
from protocolkit.comparison.concordance import Audience
from protocolkit.comparison.matrix import Cell, CellClause, Row
from protocolkit.document.model import Protocol
from protocolkit.site.comparison.data import Comparison, comparisons, rule_code
from protocolkit.site.comparison.likeness import RELATIONS, Likeness, likeness_name, likeness_of
from protocolkit.site.comparison.rule_names import RULES
from protocolkit.site.directives.declared import Asked, NotThereError, Option, name, names, one_of
from protocolkit.site.engine.domain import protocol_domain

if TYPE_CHECKING:
    from protocolkit.comparison.judgements import RowJudgement

TOPIC_OPTIONS: dict[str, Option] = {
    "topic": names("Only these topics, by their ids in `topics.yml`."),
    "theme": name("Only topics of this theme, by its id in `topics.yml`."),
    "audience": one_of("Only topics for these readers.", [one.value for one in Audience]),
    "rule": one_of("Only rules of this kind.", [one.code for one in RULES]),
    "relation": one_of(
        "Only topics in which two organisations differ so.", [one.code for one in RELATIONS]
    ),
}
ORGANISATION = names("Only these organisations, by the names of their files.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTopic:
    """A topic that the options leave, with the cells that they leave of it."""

    comparison: Comparison
    row: Row
    cells: tuple[Cell, ...]


def subject_named(asked: Asked) -> Subject:
    """Return the subject that the argument names; raise :class:`NotThereError` without one."""
    subjects = protocol_domain(asked.app.env).collection().subjects
    found = next((one for one in subjects if one.slug == asked.argument), None)
    if found is None:
        raise NotThereError(asked.argument, (one.slug for one in subjects))
    return found


def protocol_named(asked: Asked, place: str) -> Protocol:
    """Return the protocol at ``subject/organisation``; raise :class:`NotThereError` without one."""
    protocols = protocol_domain(asked.app.env).collection().protocols
    by_name = {f"{one.subject}/{one.slug}": one for one in protocols}
    if place not in by_name:
        raise NotThereError(place, by_name)
    return by_name[place]


def check_organisations(asked: Asked, subject: Subject) -> None:
    """Raise :class:`NotThereError` for an organisation without a protocol of this kind."""
    _check(asked.names("organisation"), (one.slug for one in subject.protocols))


def comparison_named(asked: Asked) -> Comparison:
    """Return the comparison of the subject that the argument names."""
    made = {one.subject.slug: one for one in comparisons(asked.app.env)}
    if asked.argument not in made:
        raise NotThereError(asked.argument, made)
    return made[asked.argument]


def topics_asked(asked: Asked) -> Iterator[FoundTopic]:
    """Yield the topics that the options leave, in the order of the comparison.

    Raises :class:`NotThereError` for a topic, theme or organisation that there is not.
    """
    comparison = comparison_named(asked)
    rows = comparison.matrix.rows
    _check(asked.names("topic"), (row.topic.id for row in rows))
    _check(asked.names("theme"), (theme.id for theme in comparison.matrix.themes))
    check_organisations(asked, comparison.subject)
    for row, judged in zip(rows, comparison.judgements.rows, strict=True):
        is_wanted = (
            asked.wants("topic", (row.topic.id,))
            and asked.wants("theme", (row.topic.theme,))
            and asked.wants("audience", (row.topic.audience.value,))
            and asked.wants("relation", _relations(asked, comparison, judged))
        )
        if is_wanted:
            cells = tuple(
                one for one in row.cells if asked.wants("organisation", (one.organisation,))
            )
            yield FoundTopic(comparison=comparison, row=row, cells=cells)


def clauses_of(asked: Asked, found: FoundTopic, cell: Cell) -> tuple[CellClause, ...]:
    """Return the clauses of a cell with the kind of rule that is asked for, if one is."""
    topic = found.row.topic.id
    return tuple(
        one
        for one in cell.clauses
        if asked.wants("rule", (rule_code(found.comparison, topic, one.place),))
    )


def has_clauses(asked: Asked, found: FoundTopic) -> bool:
    """Tell whether anything of a topic is left: with organisations or a rule, a clause."""
    is_narrowed = asked.names("rule") or asked.names("organisation")
    return not is_narrowed or any(clauses_of(asked, found, cell) for cell in found.cells)


def _relations(asked: Asked, comparison: Comparison, judged: RowJudgement) -> Iterator[str]:
    """Yield how the clauses of a topic differ, of the organisations that are asked for.

    What is equal but for names and spelling is found by who asks for what is equal too.
    """
    wanted = asked.names("organisation")
    for pair in judged.pairs:
        if not wanted or {pair.left.organisation, pair.right.organisation} <= set(wanted):
            equal = comparison.traits.are_equal(pair.left, pair.right)
            likeness = likeness_of(pair.judgement.relation, has_equal_words=equal)
            yield likeness_name(likeness).code
            if likeness is Likeness.BUT_NAMES:
                yield likeness_name(Likeness.LITERAL).code


def _check(wanted: Iterable[str], known: Iterable[str]) -> None:
    there = tuple(known)
    for one in wanted:
        if one not in there:
            raise NotThereError(one, there)
