"""A draft, from what was answered to what stands under each heading, whatever it is made from.

Its steps in their one order: ``protocol new``, ``protocol update`` and the short template have
the same clauses in the same places.
"""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.base.messages import Translate
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.arranging import arranged
from protocolkit.drafting.new.chapters import with_essentials
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.merging import Merge, draft_from_merge
from protocolkit.drafting.new.new_protocol import draft_from_template
from protocolkit.drafting.template.values import Template

Origin = Template | Merge
"""What a draft is made from: the template of a subject, or two protocols that become one."""


def chosen_draft(
    origin: Origin, answers: Answers, protocols: Iterable[Protocol], translate: Translate
) -> Draft:
    """Return what the answers on topics make; ``protocols`` are those of its subject."""
    if isinstance(origin, Merge):
        made = draft_from_merge(origin, answers, translate)
    else:
        made = draft_from_template(origin, answers, translate)
    return arranged(made, protocols, translate)


def whole_draft(
    origin: Origin, answers: Answers, protocols: Iterable[Protocol], translate: Translate
) -> Draft:
    """Return what the answers make, with what every protocol needs."""
    chosen = chosen_draft(origin, answers, protocols, translate)
    return with_essentials(chosen, answers, origin.title, translate)
