"""What is odd in a wording that is offered: told before somebody takes it over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import Problem
from protocolkit.base.remembered import remembered
from protocolkit.checking.aged import check_aged
from protocolkit.checking.broken_sentences import check_broken_sentences
from protocolkit.checking.consent import check_consent
from protocolkit.checking.contacts import check_contacts
from protocolkit.checking.sentences import check_sentences
from protocolkit.checking.together import lists_left_open
from protocolkit.checking.verb_missing import check_verbs
from protocolkit.checking.verb_number import check_verb_number
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Block, Clause, Footnote, Kind, Protocol, note_anchor
from protocolkit.document.outline import addressable, labels
from protocolkit.drafting.template.leaning import item_leaning, words_leaning
from protocolkit.drafting.template.values import Choice

_LOOK = mark("Look: {fault}")
_IN_A_LIST = mark("it ends with ‘{sign}’, as one of a list.")
_NOTE = mark("its note refers to text in the document that it comes from: ‘{words}’.")
_ANCHOR = "a"
_CHECKS = (
    check_sentences,
    check_broken_sentences,
    check_verbs,
    check_aged,
    check_consent,
    check_contacts,
)

Told = tuple[str, str]
"""What is odd, as a sentence, and the words that it is about."""


def wording_faults(choice: Choice, translate: Translate) -> tuple[str, ...]:
    """Return what is odd in a formulation and in the notes that come with it, each once."""
    faults = _found(choice.blocks, choice.notes, choice.kind)
    said = [found.message(translate) for found in faults]
    if choice.text.rstrip().endswith((";", ",")):
        said.append(translate(_IN_A_LIST).format(sign=choice.text.rstrip()[-1]))
    leaning = (item_leaning(note) for note in choice.notes)
    said += [translate(_NOTE).format(words=words) for words in leaning if words]
    return tuple(dict.fromkeys(look(fault, translate) for fault in said))


def count_faults(choice: Choice) -> int:
    """Count what is odd in a formulation and in the notes that come with it."""
    return len(wording_faults(choice, str))


def told_of(choice: Choice, translate: Translate) -> Iterator[str]:
    """Yield what is to be known before a wording is taken: what is odd, on what it leans."""
    if choice.is_proposed:
        yield translate("That this belongs here is a proposal, not yet checked.")
    if words := words_leaning(choice.text):
        text = translate("It leans on the words before it in its document: ‘{words}’.")
        yield text.format(words=words)
    yield from wording_faults(choice, translate)


def faults_apart(
    choice: Choice, translate: Translate
) -> tuple[tuple[Told, ...], tuple[tuple[Told, ...], ...]]:
    """Return what is odd in the words of a formulation, and in those of each of its notes."""
    told: dict[str, list[Told]] = {}
    for found in _found(choice.blocks, choice.notes, choice.kind):
        told.setdefault(found.anchor, []).append((found.message(translate), _quoted(found)))
    notes = (note_anchor(str(number)) for number, _ in enumerate(choice.notes, start=1))
    return _once(told.get(_ANCHOR, ())), tuple(_once(told.get(note, ())) for note in notes)


def _once(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(dict.fromkeys(told))


def _quoted(found: Problem) -> str:
    """Return the words that a fault is about; whoever changes those may have mended it."""
    values = dict(found.values)
    return values.get("words", values.get("asked", "")).strip("… ")


def fault_lines(protocol: Protocol, translate: Translate) -> tuple[str, ...]:
    """Return what is odd in the wordings that a draft took, with the label of each clause."""
    found: dict[str, list[str]] = {}
    for fault in faults_taken(protocol):
        found.setdefault(fault.anchor, []).append(fault.message(translate))
    named: Mapping[str, str] = labels(protocol)
    lines = (
        f"{named[item.anchor]}: {said}"
        for item in addressable(protocol)
        for said in found.get(item.anchor, ())
    )
    return tuple(dict.fromkeys(lines))


def look(fault: str, translate: Translate) -> str:
    """Return a fault as it stands beside the words that have it."""
    return translate(_LOOK).format(fault=fault)


def faults_taken(protocol: Protocol) -> Iterator[Problem]:
    """Yield what is odd in the clauses of a draft that came from somebody's wording."""
    taken = {entry.anchor for entry in protocol.facts.provenance if entry.source.organisation}
    found_ones = (*_checked(protocol), *check_verb_number(protocol))
    yield from (found for found in found_ones if found.anchor in taken)
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
    for check in _CHECKS:
        yield from check(protocol)
