"""The template as one organisation would get it: what is recommended, with its own names filled in.

For a council that reads a first text: where does it have other words than the template?
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.messages import Translate
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.new_protocol import draft_from_template, recommended, values_of
from protocolkit.drafting.template.values import Template
from protocolkit.drafting.update.against_template import learned_values


def whole_template(protocol: Protocol, template: Template, translate: Translate) -> Protocol:
    """Return the text of a template for the organisation of a protocol.

    Where nothing is recommended, or only who asks gets it, that is what the protocol took from the
    template; what it did not take is left out.
    """
    organisation, schools = protocol.facts.organisation, protocol.facts.applies_to
    answers = Answers(subject=protocol.subject, organisation=organisation, schools=schools)
    answers = answers.choosing(dict(_taken(protocol, template, answers)))
    draft = draft_from_template(template, answers, translate)
    values = {**values_of(draft, answers), **learned_values(protocol, template)}
    where = Protocol(
        facts=Facts(organisation=organisation),
        title=(),
        parts=(),
        subject=protocol.subject,
        slug=protocol.slug,
    )
    return assemble(draft, where.facts, values, where)


def _taken(protocol: Protocol, template: Template, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield what was taken on each topic of which the template does not choose."""
    chosen = {one.topic: one.choice for one in reversed(protocol.facts.provenance)}
    for topic in template.topics:
        if topic.is_optional or recommended(topic, answers) is None:
            choice = chosen.get(topic.id, "")
            yield topic.id, choice if topic.choice(choice) else NONE
