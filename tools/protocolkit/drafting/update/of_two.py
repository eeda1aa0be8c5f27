"""What a protocol that was made of two can take over: what either says, in its own words."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.drafting.new.merging import Merge
from protocolkit.drafting.new.two_sides import Agreement, MergeTopic
from protocolkit.drafting.template.values import Choice, Template, TemplateTopic


def template_of_two(template: Template, merge: Merge) -> Template:
    """Return a template with the wordings of two documents alone, each as that document has it.

    It has no version: nothing of it was taken from the template of all boards.
    """
    found = {one.topic.id: one for one in merge.topics}
    themes = (
        replace(
            theme,
            topics=tuple(_topic(t, found[t.id]) for t in theme.topics if t.id in found),
        )
        for theme in template.themes
    )
    return replace(template, version="", themes=tuple(themes), appendices=(), left_out=())


def _topic(topic: TemplateTopic, found: MergeTopic) -> TemplateTopic:
    """Return a topic as two documents answer it; nothing comes first where they differ."""
    choices = {choice.id: choice for choice in (*found.left, *found.right)}
    is_open = found.agreement is Agreement.DIFFERENT
    return replace(
        topic,
        choices=tuple(choices.values()),
        recommended=None if is_open else next(iter(found.first), None),
        guidance=(),
        contests=(),
        per_sector=(),
    )


def choices_of_two(template: Template, merge: Merge | None) -> dict[str, Choice]:
    """Return every wording that a draft may have by its id, with what answers no question."""
    answers = (c for topic in template.topics for c in (*topic.choices, *topic.guidance))
    rest = (choice for side in merge.rest for choice in side) if merge else ()
    return {choice.id: choice for choice in (*answers, *rest)}
