"""What is odd in a wording that is offered: told before somebody takes it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import Problem
from protocolkit.checking.aged import check_aged
from protocolkit.checking.consent import check_consent
from protocolkit.checking.contacts import check_contacts
from protocolkit.checking.sentences import check_sentences
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Protocol
from protocolkit.drafting.template.values import Choice

_LOOK = mark("Look: {fault}")
_ANCHOR = "a"


def wording_faults(choice: Choice, translate: Translate) -> tuple[str, ...]:
    """Return what is odd in a formulation and in the notes that come with it, each once."""
    said = (translate(_LOOK).format(fault=found.message(translate)) for found in _found(choice))
    return tuple(dict.fromkeys(said))


def _found(choice: Choice) -> Iterator[Problem]:
    notes = (replace(note, label=str(n)) for n, note in enumerate(choice.notes, start=1))
    alone = Protocol(
        facts=Facts(organisation=Organisation(name=""), title_supplied=True),
        title=(),
        parts=(Clause(anchor=_ANCHOR, blocks=choice.blocks, kind=choice.kind),),
        notes=tuple(notes),
    )
    yield from check_sentences(alone)
    yield from check_aged(alone)
    yield from check_consent(alone)
    yield from check_contacts(alone)
