"""What ``protocol new`` works with: the protocols there are, and what is made of them once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from protocolkit.checking.wording_faults import count_faults
from protocolkit.collection import Collection, Subject
from protocolkit.commands.output import say, speak
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.chapters import with_essentials
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.merging import Merge, make_merge
from protocolkit.drafting.new.new_protocol import values_of
from protocolkit.drafting.new.whole_draft import chosen_draft
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.subject_template import public, template_of
from protocolkit.drafting.template.values import Template

_MANY = 10


@dataclass(frozen=True, slots=True)
class Setting:
    """The protocols of a repository, and the templates and pairs that were made of them."""

    root: Path
    collection: Collection
    _templates: dict[str, Template | None] = field(default_factory=dict)
    _merges: dict[tuple[str, str, str], Merge] = field(default_factory=dict)
    _chosen: dict[str, Draft | None] = field(default_factory=dict)

    def subject(self, slug: str) -> Subject | None:
        """Return a subject by its name."""
        return next((found for found in self.collection.subjects if found.slug == slug), None)

    def protocol(self, subject: str, slug: str) -> Protocol | None:
        """Return a protocol by the name of its file."""
        found = self.subject(subject)
        protocols = found.protocols if found else ()
        return next((protocol for protocol in protocols if protocol.slug == slug), None)

    def template(self, subject: str) -> Template | None:
        """Return the template of a subject, made once."""
        if subject not in self._templates:
            found = self.subject(subject)
            count = len(public(found.compared.protocols)) if found else 0
            if count > _MANY:
                text = speak("Comparing {count} protocols. This takes a moment ...")
                say(text.format(count=count))
            self._templates[subject] = (
                template_of(self.root, found, count_faults) if found else None
            )
        return self._templates[subject]

    def merge(self, answers: Answers) -> Merge | None:
        """Return the two protocols that become one, lined up once."""
        subject = self.subject(answers.subject)
        sides = [self.protocol(answers.subject, slug) for slug in answers.merges]
        known = [side for side in sides if side is not None]
        if subject is None or subject.concordance is None or len(known) != 2:
            return None
        key = (subject.slug, known[0].slug, known[1].slug)
        if key not in self._merges:
            choices, _ = choices_of(self.root, subject.slug)
            others = public(subject.protocols)
            left, right = known
            self._merges[key] = make_merge(
                left,
                right,
                subject.concordance,
                others,
                choices,
                count_faults,
            )
        return self._merges[key]

    def chosen(self, answers: Answers) -> Draft | None:
        """Return what the answers on topics make so far, where that is a draft of clauses."""
        key = repr(answers)
        if key not in self._chosen:
            # only what is asked about now is asked for again and again
            self._chosen.clear()
            self._chosen[key] = self._made(answers)
        return self._chosen[key]

    def _made(self, answers: Answers) -> Draft | None:
        subject = self.subject(answers.subject)
        origin = self.merge(answers) if answers.merges else self.template(answers.subject)
        if subject is None or origin is None:
            return None
        return chosen_draft(origin, answers, subject.protocols, speak)

    def draft(self, answers: Answers) -> Draft | None:
        """Return what the answers make, with what every protocol needs."""
        chosen = self.chosen(answers)
        if chosen is None:
            return None
        return with_essentials(chosen, answers, self.title(answers.subject), speak)

    def text(self, answers: Answers, draft: Draft, subject: str, slug: str) -> Protocol:
        """Return a draft as a protocol, in the words that it was offered in."""
        merge = self.merge(answers) if answers.merges else None
        facts = replace(answers.facts, based_on=merge.names if merge else "")
        where = Protocol(facts=facts, title=(), parts=(), subject=subject, slug=slug)
        return assemble(draft, facts, values_of(draft, answers), where)

    def title(self, subject: str) -> str:
        """Return what a kind of protocol is about: ``Sociale media``."""
        found = self.subject(subject)
        return found.concordance.title if found and found.concordance else subject
