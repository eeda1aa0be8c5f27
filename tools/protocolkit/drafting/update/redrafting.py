"""Other answers in a draft that somebody worked on: as ``protocol new`` would have made it.

Two texts are made anew, with the answers of before and those of now. What differs between these
two comes and goes in the draft, at the place where the second has it; all else stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from protocolkit.base.messages import Translate
from protocolkit.changes.ordering import keeping_place
from protocolkit.document.facts import Facts
from protocolkit.document.model import Clause, Protocol
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.draft import Aside
from protocolkit.drafting.new.new_protocol import values_of
from protocolkit.drafting.new.whole_draft import Origin, whole_draft
from protocolkit.drafting.template.values import Template
from protocolkit.drafting.update.against_template import learned_values
from protocolkit.drafting.update.bringing import Bringing
from protocolkit.drafting.update.draft_text import DraftText, Item, Key
from protocolkit.drafting.update.drafted_answers import answers_of
from protocolkit.drafting.update.placing import Placing, Seat, gone_place, reordered


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a draft is made from: ``protocols`` are the others of its subject.

    ``template`` has every wording that it may have, of the two alone where two became one.
    """

    origin: Origin
    template: Template
    protocols: tuple[Protocol, ...]
    translate: Translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrafted:
    """A draft with other answers; ``aside`` is what did not come along though it was chosen."""

    protocol: Protocol
    aside: tuple[Aside, ...] = ()


def redrafted(protocol: Protocol, chosen: Mapping[str, str], source: Source) -> Redrafted:
    """Return a draft with other answers on topics, by their ids."""
    before = answers_of(protocol, source.origin)
    was, left = _made(protocol, before, source)
    now, aside = _made(protocol, before.choosing(chosen), source)
    return Redrafted(
        protocol=_followed(DraftText(protocol), DraftText(was), DraftText(now)),
        aside=tuple(one for one in aside if one not in left),
    )


def _made(
    protocol: Protocol, answers: Answers, source: Source
) -> tuple[Protocol, tuple[Aside, ...]]:
    draft = whole_draft(source.origin, answers, source.protocols, source.translate)
    values = {**values_of(draft, answers), **learned_values(protocol, source.template)}
    where = Protocol(
        facts=Facts(organisation=protocol.facts.organisation),
        title=(),
        parts=(),
        subject=protocol.subject,
        slug=protocol.slug,
    )
    return assemble(draft, where.facts, values, where), draft.left_behind


def _followed(own: DraftText, was: DraftText, now: DraftText) -> Protocol:
    """Return a draft in which what comes and goes between two texts came and went."""
    turned = [k for k in now.anchors if _is_turned(k, was, now) and own.is_as_made(k)]
    gone = [k for k in was.anchors if k not in now.anchors and own.is_as_made(k)] + turned
    fresh_keys = [k for k in now.anchors if k not in was.anchors and k not in own.anchors]
    comes = [*turned, *fresh_keys]
    moves = _moved(own, was, now)
    bringing = Bringing(own, now, gone)
    fresh = {key: bringing.bring(key) for key in comes}
    fresh |= {key: _renumbered(own.item(key), now.item(key)) for key in moves}
    leaving = {*gone, *moves}
    standing = {k: anchor for k, anchor in own.anchors.items() if k not in leaving}
    parts = reordered(own.protocol.parts, was.chapters, now.chapters)
    placing = Placing(parts, [own.anchors[key] for key in leaving])
    for key in now.anchors:
        item = fresh.get(key)
        if isinstance(item, Clause):
            placing.put(item, _seat(key, (own, was, now), standing))
            standing[key] = item.anchor
    return bringing.settled(placing.settled(), was)


def _is_turned(key: Key, was: DraftText, now: DraftText) -> bool:
    """Tell whether a clause becomes a note of another, or the other way round."""
    return key in was.anchors and type(was.item(key)) is not type(now.item(key))


def _moved(own: DraftText, was: DraftText, now: DraftText) -> list[Key]:
    """Return what has another place in the second text, and stands here where the first has it."""
    known = [k for k in now.anchors if now.heading(k) and k in was.anchors and k in own.anchors]
    here = [k for k in known if was.heading(k) and own.heading(k) == was.heading(k)]
    kept: set[Key] = set()
    for heading in now.chapters:
        before = {key: number for number, key in enumerate(was.under(heading))}
        stays = [key for key in now.under(heading) if key in before and key in here]
        links = [(before[key], number) for number, key in enumerate(stays)]
        kept |= {stays[at] for at in keeping_place(links, lambda *_: 1)}
    return [key for key in here if key not in kept]


def _renumbered(item: Item, there: Item) -> Item:
    if isinstance(item, Clause) and isinstance(there, Clause):
        return replace(item, marker=there.marker)
    return item


def _seat(
    key: Key, texts: tuple[DraftText, DraftText, DraftText], standing: Mapping[Key, str]
) -> Seat:
    """Return where a clause is to come; what goes from the same place stands there still."""
    own, was, now = texts
    heading = now.section(key)
    assert heading is not None
    around = now.under(heading.anchor)
    at = around.index(key)
    before = was.under(heading.anchor)
    begin = before.index(around[at - 1]) + 1 if at and around[at - 1] in before else 0
    left = takewhile(lambda other: other not in standing, before[begin:])
    places = [gone_place(own.anchors[other]) for other in left if other in own.anchors]
    is_known = not at or around[at - 1] in before
    return Seat(
        heading=heading,
        behind=(
            *(reversed(places) if is_known else ()),
            *(standing[other] for other in reversed(around[:at]) if other in standing),
        ),
        before=[standing[other] for other in around[at + 1 :] if other in standing],
        chapters=now.chapters,
    )
