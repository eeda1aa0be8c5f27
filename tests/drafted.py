"""Drafts from the protocols of this repository, for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from protocolkit.base.messages import translator
from protocolkit.checking.wording_faults import count_faults
from protocolkit.collection import Subject
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.new_protocol import draft_from_template, values_of
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.subject_template import public, template_of
from protocolkit.drafting.template.values import FaultsOf, Template
from seeds import ROOT, collection

DUTCH = translator()
BOARD = Organisation(name="Stichting De Regenboog", sector="po")
SCHOOL = Organisation(name="obs De Wal")


def subject() -> Subject:
    """Return the subject of this repository."""
    return collection().subjects[0]


@cache
def template() -> Template:
    """Return the template on social media."""
    made = template_of(ROOT, subject(), count_faults)
    assert made is not None
    return made


def known_template(root: Path, found: Subject, faults_of: FaultsOf) -> Template | None:
    """Do as ``template_of``, without the seconds where the protocols are those of this repository.

    Somewhere else drafts may stand beside them: those do not count in a template.
    """
    own = subject()
    texts = public(found.protocols), found.concordance, choices_of(root, found.slug)
    if texts == (public(own.protocols), own.concordance, choices_of(ROOT, own.slug)):
        return template()
    return template_of(root, found, faults_of)


def place(slug: str = "nieuw") -> Protocol:
    """Return where a new protocol will stand."""
    facts = Facts(organisation=BOARD, status=Status.CONCEPT)
    return Protocol(facts=facts, title=(), parts=(), subject="sociale-media", slug=slug)


def drafted(draft: Draft, answers: Answers) -> Protocol:
    """Return the protocol of a draft."""
    where = place()
    return assemble(draft, where.facts, values_of(draft, answers), where)


def from_template(answers: Answers) -> Protocol:
    """Return the protocol that answers make of the template."""
    return drafted(draft_from_template(template(), answers, DUTCH), answers)
