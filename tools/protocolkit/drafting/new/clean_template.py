"""The template as somebody fills it in: one wording per question, without the alternatives.

What boards disagree on stays open, as in a draft to which nobody gave an answer; the template
itself (:mod:`protocolkit.drafting.template.document`) has all that there is to choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolkit.base.messages import Translate, mark
from protocolkit.document.facts import Organisation, Status
from protocolkit.document.model import Clause, Kind, Paragraph, Protocol, Section
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.arranging import arranged
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.essentials import STANDARD, with_essentials
from protocolkit.drafting.new.new_protocol import draft_from_template
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
_INTRODUCTION = mark(
    "This example has on each question the wording that is recommended; nobody has adopted it. "
    "Where a formulation is still to be chosen, boards disagree. What there is to choose, and who "
    "has it, stands in the whole example."
)
_OURS = mark("A short text of our own: no board has words for this. Read it well.")


def make_clean(template: Template, protocols: Iterable[Protocol], translate: Translate) -> Draft:
    """Write a template out with what is recommended; ``protocols`` are those it was made of."""
    answers = Answers(subject=template.subject, organisation=Organisation(name=NO_BOARD))
    draft = arranged(draft_from_template(template, answers, translate), protocols, translate)
    whole = with_essentials(draft, answers, template.title, translate)
    where = Protocol(
        facts=answers.facts, title=(), parts=(), subject=template.subject, slug=CLEAN_NAME
    )
    made = assemble(whole, answers.facts, {}, where)
    title = template_title(template, translate)
    protocol = replace(
        made,
        title=(Text(title),),
        parts=(_introduction(translate), *made.parts),
        facts=replace(
            made.facts,
            title=title,
            status=Status.CONCEPT,
            version=template.version[:SHORT_VERSION],
        ),
    )
    extras = Extras(
        set_off={f"{_HOW}-1": SetOff.REMARK},
        comments=tuple(_comments(protocol, template, translate)),
        record=Record(made=RecordKind.TEMPLATE, protocol=protocol),
    )
    return Draft(protocol=protocol, extras=extras, cover=template_cover(template, translate))


def _introduction(translate: Translate) -> Section:
    text = Paragraph((Text(translate(_INTRODUCTION)),))
    clause = Clause(anchor=f"{_HOW}-1", blocks=(text,), kind=Kind.EXPLANATION)
    title = (Text(translate("How to use this example")),)
    return Section(anchor=_HOW, level=2, title=title, parts=(clause,))


def _comments(protocol: Protocol, template: Template, translate: Translate) -> Iterator[Comment]:
    """Yield what is to be known beside a clause: on what boards disagree, and what is ours."""
    author = translate("Example")
    for entry in protocol.facts.provenance:
        topic = template.topic(entry.topic) if entry.anchor and not entry.choice else None
        if topic is not None:
            said = (topic.why.in_words(translate), *contest_lines(topic, translate))
            yield Comment(anchor=entry.anchor, author=author, text="\n".join(said))
        elif entry.choice == STANDARD:
            yield Comment(anchor=entry.anchor, author=author, text=translate(_OURS))
