"""All rules about the text and the facts of one protocol, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.checking.aged import check_aged
from protocolkit.checking.consent import check_consent
from protocolkit.checking.contacts import check_contacts
from protocolkit.checking.decisions import check_decisions
from protocolkit.checking.numbering import check_numbering
from protocolkit.checking.placeholders import check_placeholders
from protocolkit.checking.references import check_references
from protocolkit.checking.sentences import check_sentences
from protocolkit.checking.terms import check_terms
from protocolkit.model import Protocol
from protocolkit.problems import Problem


def check_protocol(protocol: Protocol, today: str = "") -> Iterator[Problem]:
    """Yield everything odd in one protocol by itself, accepted or not.

    ``today`` is an ISO date; without it nothing is held against the passing of time.
    """
    yield from check_numbering(protocol)
    yield from check_placeholders(protocol)
    yield from check_sentences(protocol)
    yield from check_contacts(protocol)
    yield from check_consent(protocol)
    yield from check_terms(protocol)
    yield from check_references(protocol)
    yield from check_decisions(protocol, today)
    yield from check_aged(protocol, today)
