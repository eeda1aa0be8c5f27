"""What was answered for a draft, as far as its provenance says: the way back from a text.

Of words of one's own it has the words as they are now; who was asked what is not known any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.outline import addressable, clause_text
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.essentials import STANDARD, Essential, essentials
from protocolkit.drafting.new.merging import BOTH, Merge
from protocolkit.drafting.new.new_protocol import ALL, appendix_key
from protocolkit.drafting.new.two_sides import MergeTopic
from protocolkit.drafting.new.whole_draft import Origin
from protocolkit.drafting.template.values import Template

_COUNTED = re.compile(r"-\d+$")
_Entries = tuple[Provenance, ...]


def answers_of(protocol: Protocol, origin: Origin) -> Answers:
    """Return the answers of which a draft was made; what it says nothing of was left out."""
    standing = {item.anchor: clause_text(item) for item in addressable(protocol)}
    entries = tuple(
        entry
        for entry in protocol.facts.provenance
        if entry.choice != NOTE and (entry.anchor in standing or not entry.anchor)
    )
    answers = answers_for(protocol)
    if isinstance(origin, Merge):
        answers = replace(answers, merges=origin.slugs)
        answers = answers.choosing(dict(_of_merge(entries, origin)))
    else:
        answers = answers.choosing(dict(_of_template(entries, origin)))
    answers = answers.choosing(dict(_of_essentials(entries)))
    own = {_question(entry): standing[entry.anchor] for entry in entries if entry.choice == OWN}
    return replace(answers, texts=own)


def answers_for(protocol: Protocol) -> Answers:
    """Return for whom a draft is, without a choice in it."""
    facts = protocol.facts
    return Answers(
        subject=protocol.subject, organisation=facts.organisation, schools=facts.applies_to
    )


def stem_of(entry: Provenance) -> str:
    """Return the name of which an anchor was made: of the second ``klacht-2`` it is ``klacht``."""
    return _COUNTED.sub("", entry.anchor)


def _question(entry: Provenance) -> str:
    """Return on which question words of one's own are."""
    keys = {found.id: found.key for found in essentials()}
    return entry.topic or keys.get(entry.anchor) or keys.get(stem_of(entry), entry.anchor)


def _of_template(entries: _Entries, template: Template) -> Iterator[tuple[str, str]]:
    for topic in template.topics:
        found = [entry.choice for entry in entries if entry.topic == topic.id]
        yield topic.id, _said([choice for choice in found if choice != NONE], found)
    alone = {entry.choice for entry in entries if not entry.topic}
    for appendix in template.appendices:
        if alone & {choice.id for choice in appendix.choices}:
            yield appendix_key(appendix.kind), ALL


def _said(chosen: list[str], found: list[str]) -> str:
    """Return an answer: names of wordings, words of one's own, open or left out."""
    named = [choice for choice in chosen if choice not in ("", OWN)]
    if OWN in chosen and not named:
        return OWN
    return ", ".join(dict.fromkeys(named)) if named or "" in found else NONE


def _of_merge(entries: _Entries, merge: Merge) -> Iterator[tuple[str, str]]:
    for found in merge.topics:
        own = [entry for entry in entries if entry.topic == found.topic.id]
        chosen = [entry.choice for entry in own if entry.choice != NONE]
        named = frozenset(choice for choice in chosen if choice not in ("", OWN))
        if named:
            yield found.topic.id, _side(named, found, merge)
        elif chosen or not _only_refers(found):
            yield found.topic.id, _said(chosen, chosen)


def _only_refers(found: MergeTopic) -> bool:
    """Tell whether all that was said is notes that refer: these come with what calls them."""
    return all(choice.kind is Kind.REFERENCE for choice in (*found.left, *found.right))


def _side(named: frozenset[str], found: MergeTopic, merge: Merge) -> str:
    """Return whose words stand there; of both alike it is the first."""
    for slug, choices in zip(merge.slugs, (found.left, found.right), strict=True):
        if named <= {choice.id for choice in choices}:
            return slug
    return BOTH


def _of_essentials(entries: _Entries) -> Iterator[tuple[str, str]]:
    """Yield what was answered on what every protocol needs; our own text goes without saying."""
    left_out = {entry.topic for entry in entries if entry.choice == NONE}
    alone = {stem_of(entry): entry for entry in entries if not entry.topic and entry.anchor}
    for found in essentials():
        if found.key in left_out:
            yield found.key, NONE
        elif (answer := _answer(found, alone)) is not None:
            yield found.key, answer


def _answer(found: Essential, alone: Mapping[str, Provenance]) -> str | None:
    entry = alone.get(found.id)
    return entry.choice if entry is not None and entry.choice in ("", OWN, STANDARD) else None
