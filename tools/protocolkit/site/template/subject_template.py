"""The template of one subject with what it was made from: values alone, whatever makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolkit.site.engine.compared_subjects import ComparedSubject

if TYPE_CHECKING:
    from protocolkit.drafting.template.choices import PersonChoices
    from protocolkit.drafting.template.document import Draft
    from protocolkit.drafting.template.sources import Sources
    from protocolkit.drafting.template.values import Template

    NamedDrafts = tuple[tuple[str, Draft], ...]
    """The documents of a template, by the name of their files: whole, and clean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectTemplate:
    """A template, and what it was made from: what is judged, less its drafts, and choices.

    ``sources`` are made when they are asked for: what is kept needs none.
    """

    template: Template
    judged: ComparedSubject
    choices: PersonChoices
    sources: Callable[[], Sources]
