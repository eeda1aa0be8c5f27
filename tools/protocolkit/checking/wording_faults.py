"""What is odd in a wording that is offered: told before somebody takes it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import Problem
from protocolkit.base.remembered import remembered
from protocolkit.checking.aged import check_aged
from protocolkit.checking.consent import check_consent
from protocolkit.checking.contacts import check_contacts
from protocolkit.checking.sentences import check_sentences
from protocolkit.checking.together import lists_left_open
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Block, Clause, Footnote, Kind, Protocol
from protocolkit.drafting.template.leaning import item_leaning, words_leaning
from protocolkit.drafting.template.values import Choice

_LOOK = mark("Look: {fault}")
_IN_A_LIST = mark("it ends with ‘{sign}’, as one of a list.")
_NOTE = mark("its note refers to text in the document that it comes from: ‘{words}’.")
_ANCHOR = "a"


def wording_faults(choice: Choice, translate: Translate) -> tuple[str, ...]:
    """Return what is odd in a formulation and in the notes that come with it, each once."""
    faults = _found(choice.blocks, choice.notes, choice.kind)
    said = [found.message(translate) for found in faults]
    if choice.text.rstrip().endswith((";", ",")):
        said.append(translate(_IN_A_LIST).format(sign=choice.text.rstrip()[-1]))
    leaning = (item_leaning(note) for note in choice.notes)
    said += [translate(_NOTE).format(words=words) for words in leaning if words]
    return tuple(dict.fromkeys(translate(_LOOK).format(fault=fault) for fault in said))


def told_of(choice: Choice, translate: Translate) -> Iterator[str]:
    """Yield what is to be known before a wording is taken: what is odd, on what it leans."""
    if choice.is_proposed:
        yield translate("That this belongs here is a proposal, not yet checked.")
    if words := words_leaning(choice.text):
        text = translate("It leans on the words before it in its document: ‘{words}’.")
        yield text.format(words=words)
    yield from wording_faults(choice, translate)


def faults_taken(protocol: Protocol) -> Iterator[Problem]:
    """Yield what is odd in the clauses of a draft that came from somebody's wording."""
    taken = {entry.anchor for entry in protocol.facts.provenance if entry.source.organisation}
    yield from (found for found in _checked(protocol) if found.anchor in taken)
    yield from lists_left_open(protocol)


# One wording is told of wherever it is offered: in a question, on the template's paper and page.
@lru_cache(maxsize=512)
@remembered
def _found(
    blocks: tuple[Block, ...], notes: tuple[Footnote, ...], kind: Kind
) -> tuple[Problem, ...]:
    numbered = (replace(note, label=str(n)) for n, note in enumerate(notes, start=1))
    alone = Protocol(
        facts=Facts(organisation=Organisation(name=""), title_supplied=True),
        title=(),
        parts=(Clause(anchor=_ANCHOR, blocks=blocks, kind=kind),),
        notes=tuple(numbered),
    )
    return tuple(_checked(alone))


def _checked(protocol: Protocol) -> Iterator[Problem]:
    for check in (check_sentences, check_aged, check_consent, check_contacts):
        yield from check(protocol)
