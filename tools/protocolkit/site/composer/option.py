"""A wording as the composer shows it: words, whose they are, what can be changed in them.

On the page itself for the template, in the data of a board for two that become one; the same
markup, of which every text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.base.messages import Translate
from protocolkit.checking.wording_faults import told_of, wording_faults
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.drafting.new.formulations import offered_text
from protocolkit.drafting.template.phrases import MOST_NAMES, choice_remarks, choice_title
from protocolkit.drafting.template.values import Choice, TemplateTopic
from protocolkit.site.comparison.rule_names import RULES, Name, rule_place
from protocolkit.site.engine.addresses import relative
from protocolkit.site.template.text import blocks_html


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """One clause of an option; ``is_first`` says that its words are changed here.

    ``key`` is how the form calls it, ``words`` and the notes are HTML, ``text`` what is changed.
    """

    key: str
    words: str
    lead_in: str
    notes: tuple[tuple[str, str], ...]
    text: str
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOption:
    """An option as the page has it: ``who`` has each clause with its address.

    ``main`` is the topic, with its title, where the same clause is printed in full, None when that
    is here; ``is_joined`` says that it can be taken besides another.
    """

    id: str
    title: str
    parts: tuple[ShownPart, ...]
    who: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()
    rule: Name | None = None
    main: tuple[str, str] | None = None
    is_joined: bool = False


ShowOption = Callable[[str, ShownOption], str]
"""Writes an option of a topic, by the topic's id, as HTML."""


def template_option(
    topic: TemplateTopic,
    choice: Choice,
    questions: Mapping[str, str],
    name: str,
    translate: Translate,
) -> ShownOption:
    """Return a formulation of the template; ``name`` is the page on which it is shown."""
    main = "" if choice.main_topic == topic.id else choice.main_topic
    is_elsewhere = main in questions
    return ShownOption(
        id=choice.id,
        title=choice_title(topic, choice, translate),
        parts=(_part(choice, choice.id, is_first=not is_elsewhere),),
        who=tuple(_who(choice, name, translate)),
        remarks=tuple(choice_remarks(topic, choice, translate, wording_faults)),
        rule=_rule(choice),
        main=(main, questions[main]) if is_elsewhere else None,
        is_joined=True,
    )


def board_option(
    slug: str,
    title: str,
    choices: Sequence[Choice],
    shown: Collection[Place],
    name: str,
    translate: Translate,
) -> ShownOption:
    """Return all that a board says on a topic; clauses ``shown`` before are changed there."""
    return ShownOption(
        id=slug,
        title=title,
        parts=tuple(
            _part(choice, str(choice.origin.place), is_first=choice.origin.place not in shown)
            for choice in choices
        ),
        who=tuple((choice.origin.label, relative(choice.origin.url, name)) for choice in choices),
        remarks=tuple(
            f"{choice.origin.label}: {said}"
            for choice in choices
            for said in told_of(choice, translate)
        ),
    )


def _part(choice: Choice, key: str, *, is_first: bool) -> ShownPart:
    printed = [placeholder.printed for placeholder in choice.placeholders]
    return ShownPart(
        key=key,
        words=blocks_html(choice.blocks, printed),
        lead_in=choice.lead_in,
        notes=tuple((note.label, blocks_html(note.blocks, printed)) for note in choice.notes),
        text=offered_text(choice),
        is_first=is_first,
    )


def _rule(choice: Choice) -> Name | None:
    is_rule = choice.kind is Kind.RULE and choice.norm is not None
    return RULES[rule_place(choice.norm)] if is_rule and choice.norm else None


def _who(choice: Choice, name: str, translate: Translate) -> Iterator[tuple[str, str]]:
    """Yield whose formulation it is: name with year and clause, and its address."""
    first = {holder.organisation: holder for holder in reversed(choice.holders)}
    order = tuple(dict.fromkeys(holder.organisation for holder in choice.holders))
    for organisation in order[:MOST_NAMES]:
        holder = first[organisation]
        year = holder.year or translate("year unknown")
        yield f"{holder.name} ({year}), {holder.label}", relative(holder.url, name)
    if len(order) > MOST_NAMES:
        yield translate("and {count} more").format(count=len(order) - MOST_NAMES), ""
