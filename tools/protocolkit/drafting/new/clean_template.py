"""The template as somebody fills it in: one wording per question, without the alternatives.

What boards disagree on stays open, as in a draft to which nobody gave an answer; the template
itself (:mod:`protocolkit.drafting.template.document`) has all that there is to choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.base.messages import Translate, mark
from protocolkit.document.draft_appendices import OURS
from protocolkit.document.facts import Organisation, Status
from protocolkit.document.model import Clause, Kind, Paragraph, Protocol, Section
from protocolkit.document.outline import addressable, clauses, labels
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.essentials import STANDARD
from protocolkit.drafting.new.whole_draft import whole_draft
from protocolkit.drafting.template.document import Draft
from protocolkit.drafting.template.front import (
    NO_BOARD,
    SHORT_VERSION,
    template_cover,
    template_title,
)
from protocolkit.drafting.template.phrases import contest_lines
from protocolkit.drafting.template.values import Template
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.shared.extras import Comment, Extras, SetOff

CLEAN_NAME = "voorbeeldprotocol-kort"
_HOW = "uitleg"
_LOOK = "let-op"
_INTRODUCTION = mark(
    "This example has on each question the wording that is recommended; nobody has adopted it. "
    "Where a formulation is still to be chosen, boards disagree. What there is to choose, and who "
    "has it, stands in the whole example. What is odd in these wordings, and what does not go "
    "together, stands at the end."
)
_AT_END = mark("What to look at")


Remarks = Callable[[Protocol, Translate], Sequence[tuple[str, str]]]
"""Tells what is odd in a draft, each as the anchor of a clause or note with a sentence."""


def make_clean(
    template: Template, protocols: Iterable[Protocol], translate: Translate, remarks: Remarks
) -> Draft:
    """Write a template out with what is recommended; ``protocols`` are those it was made of.

    ``remarks`` tell what is odd in it: in the margin of its clauses, and together at its end.
    """
    answers = Answers(subject=template.subject, organisation=Organisation(name=NO_BOARD))
    whole = whole_draft(template, answers, protocols, translate)
    where = Protocol(
        facts=answers.facts, title=(), parts=(), subject=template.subject, slug=CLEAN_NAME
    )
    made = assemble(whole, answers.facts, {}, where)
    odd = _by_place(made, remarks(made, translate))
    introduction, at_end = _introduction(translate), _at_end(made, odd, translate)
    title = template_title(template, translate)
    protocol = replace(
        made,
        title=(Text(title),),
        parts=(introduction, *made.parts, *at_end),
        facts=replace(
            made.facts,
            title=title,
            status=Status.CONCEPT,
            version=template.version[:SHORT_VERSION],
        ),
    )
    extras = Extras(
        set_off={
            part.anchor: SetOff.REMARK
            for section in (introduction, *at_end)
            for part in section.parts
        },
        comments=tuple(_comments(protocol, template, odd, translate)),
        record=Record(made=RecordKind.TEMPLATE, protocol=protocol),
    )
    return Draft(protocol=protocol, extras=extras, cover=template_cover(template, translate))


def _introduction(translate: Translate) -> Section:
    text = Paragraph((Text(translate(_INTRODUCTION)),))
    clause = Clause(anchor=f"{_HOW}-1", blocks=(text,), kind=Kind.EXPLANATION)
    title = (Text(translate("How to use this example")),)
    return Section(anchor=_HOW, level=2, title=title, parts=(clause,))


def _by_place(
    protocol: Protocol, remarks: Sequence[tuple[str, str]]
) -> Mapping[str, Sequence[str]]:
    """Return what is said of each clause and note of which anything is, in reading order."""
    found: dict[str, list[str]] = {item.anchor: [] for item in addressable(protocol)}
    for anchor, said in remarks:
        found[anchor].append(said)
    return {anchor: said for anchor, said in found.items() if said}


def _at_end(
    protocol: Protocol, odd: Mapping[str, Sequence[str]], translate: Translate
) -> tuple[Section, ...]:
    """Return the section with all that is said of clauses and notes, each by its label.

    A blank that is quoted there is no place to fill in: it stands between other brackets.
    """
    named = labels(protocol)
    quoted = str.maketrans("[]", "()")
    lines = [
        f"{named[anchor]}: {said}".translate(quoted)
        for anchor, all_said in odd.items()
        for said in all_said
    ]
    parts = tuple(
        Clause(
            anchor=f"{_LOOK}-{number}",
            blocks=(Paragraph((Text(line),)),),
            kind=Kind.EXPLANATION,
        )
        for number, line in enumerate(lines, start=1)
    )
    title = (Text(translate(_AT_END)),)
    return (Section(anchor=_LOOK, level=2, title=title, parts=parts),) if parts else ()


def _comments(
    protocol: Protocol,
    template: Template,
    odd: Mapping[str, Sequence[str]],
    translate: Translate,
) -> Iterator[Comment]:
    """Yield what is to be known beside a clause: what is odd, what boards disagree on, is ours."""
    author = translate("Example")
    for clause in clauses(protocol):
        if said := odd.get(clause.anchor):
            yield Comment(anchor=clause.anchor, author=author, text="\n".join(said))
    for entry in protocol.facts.provenance:
        topic = template.topic(entry.topic) if entry.anchor and not entry.choice else None
        if topic is not None:
            said = (topic.why.in_words(translate), *contest_lines(topic, translate, by_names=True))
            yield Comment(anchor=entry.anchor, author=author, text="\n".join(said))
        elif entry.choice == STANDARD:
            yield Comment(anchor=entry.anchor, author=author, text=translate(OURS))
