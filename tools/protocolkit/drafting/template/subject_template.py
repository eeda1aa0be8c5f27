"""What a new protocol starts from: the template of a subject, made from what is public.

A draft that was made from the template may not count in it: what is a concept or lies before a
council is left out, as on the website.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from protocolkit.collection import Subject
from protocolkit.comparison.concordance import Concordance
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.matrix import make_matrix
from protocolkit.document.facts import PENDING
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.sources import Sources, make_sources
from protocolkit.drafting.template.values import FaultsOf, Template


def public(protocols: Iterable[Protocol]) -> tuple[Protocol, ...]:
    """Return the protocols that count: not the concepts and what lies before a council."""
    return tuple(found for found in protocols if found.facts.status not in PENDING)


def template_of(root: Path, subject: Subject, faults_of: FaultsOf) -> Template | None:
    """Return the template of a subject; None when there is nothing to make one from.

    ``faults_of`` tells which wordings of one rule can be offered with nothing odd in them.
    """
    counted = subject.compared
    protocols = public(counted.protocols)
    if counted.concordance is None or not protocols:
        return None
    matrix = make_matrix(protocols, counted.concordance, _address)
    choices, _ = choices_of(root, subject.slug)
    template = make_template(
        matrix, judge(matrix, protocols), protocols, choices, faults_of=faults_of
    )
    return template if template.topics else None


def sources_of(protocols: tuple[Protocol, ...], concordance: Concordance) -> Sources:
    """Return some protocols of a subject, ready to take clauses from."""
    matrix = make_matrix(protocols, concordance, _address)
    return make_sources(matrix, judge(matrix, protocols), protocols)


def _address(protocol: Protocol, anchor: str) -> str:
    return str(Place(protocol.slug, anchor))
