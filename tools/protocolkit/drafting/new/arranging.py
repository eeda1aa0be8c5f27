"""A draft as a protocol reads: each wording once, the rules first, guidance after them.

Guidance and links never stand between articles: they come in appendices, in the order of the
documents that they were taken from. Nothing else is moved, and no word is changed; what does not
come along is kept aside, so that it can be told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.model import Kind, Paragraph, Protocol
from protocolkit.document.outline import blocks_text, clauses, placed_items
from protocolkit.document.place import Place
from protocolkit.drafting.new.chapters import home_of
from protocolkit.drafting.new.draft import Aside, Draft, Part, PartGroup
from protocolkit.drafting.new.formulations import offered_text
from protocolkit.drafting.new.headed import headed
from protocolkit.drafting.new.introducing import introduced, introducing, unruled_parts
from protocolkit.drafting.new.new_protocol import appendix_key
from protocolkit.drafting.template.fit_wording import broken_off
from protocolkit.drafting.template.values import (
    APPENDIX_TITLES,
    AppendixKind,
    Choice,
    PlaceholderKind,
)
from protocolkit.text.words import tokens
from protocolkit.wording.one_word import in_one_word

_CLOSING = " .;,\n"
_WORDS = re.compile(r"\w+")
_AT_A_PLACE = re.compile(r"\b(?:te|in) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
# What stands around a name where a document says whose it is.
_NAMING = frozenset(
    "te in gevestigd statutair hierna verder vanaf nu noemen genoemd genaamd aangeduid aan duiden "
    "als kortweg afgekort ook wel de het van".split()
)
_CUT = mark("Not taken along, because its source breaks off in it: {label} of {name}.")
_LEADING = mark("Not taken along, because it only leads to what follows: {label} of {name}.")
AGAIN = mark("Not taken along, because it stands there in other words for one thing: {whose}.")
_NAMES_ONLY = mark("Not taken along, because it is only a name: {label} of {name}.")
_LOOSE = mark("Not taken along, because its clause is not here: {label} of {name}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The order of the clauses and notes in the documents whose words a draft may have.

    ``noted`` are the places of notes, ``broken`` the clauses in which a source breaks off, and
    ``about`` is what clauses are about by their headings. ``introducing`` are the explanations that
    stand before the first heading of a document, or under one without rules.
    """

    order: Mapping[Place, int]
    noted: frozenset[Place]
    broken: frozenset[Place]
    about: Mapping[Place, tuple[str, ...]]
    introducing: frozenset[Place]

    def why_aside(self, choice: Choice) -> Marked | None:
        """Return why a formulation never comes along, with room for its ``label`` and ``name``."""
        if choice.origin.place in self.broken:
            return _CUT
        if _is_a_name(choice):
            return _NAMES_ONLY
        return _LEADING if _leads_to_nothing(choice) else None

    def why_loose(self, choice: Choice) -> Marked | None:
        """Return why a formulation does not come along where no clause calls it as a note."""
        is_note = choice.kind is Kind.REFERENCE and choice.origin.place in self.noted
        return _LOOSE if is_note else None


def sources_of(protocols: Iterable[Protocol]) -> Sources:
    """Return what a draft has to know of the documents whose words it may have."""
    known = tuple(protocols)
    order = {place: number for number, (place, _) in enumerate(placed_items(known))}
    broken = (broken_off(protocol) for protocol in known)
    return Sources(
        order=order,
        noted=frozenset(order) - {Place(p.slug, c.anchor) for p in known for c in clauses(p)},
        broken=frozenset(place for place in broken if place is not None),
        about={
            Place(protocol.slug, anchor): about
            for protocol in known
            for anchor, about in headed(protocol).items()
            if about
        },
        introducing=frozenset(place for one in known for place in introducing(one)),
    )


def arranged(draft: Draft, protocols: Iterable[Protocol], translate: Translate) -> Draft:
    """Return a draft with each wording once, and guidance and links in appendices at its end.

    ``protocols`` are those whose words it has; their order is that of the appendices. Set aside
    are a note that only refers, when the clause that calls it was not taken, and the clause in
    which a source breaks off.
    """
    sources = sources_of(protocols)
    once, again = _once(draft.groups)
    whole, out = _without(once, lambda c: sources.why_aside(c) is not None)
    noted, loose = _without_loose_notes(whole, sources)
    groups = introduced(noted, sources.introducing, translate)
    unruled = unruled_parts(groups)
    body = (_without_appendices(group, unruled) for group in groups)
    return replace(
        draft,
        groups=(
            *(_with_headings(group, sources) for group in body if group.parts),
            *_appendices(groups, unruled, sources.order, translate),
        ),
        declined=(*draft.declined, *(t for part in (*loose, *out) for t in part.topics)),
        aside=(
            *draft.aside,
            *_aside(out, sources.why_aside, groups),
            *_aside(loose, sources.why_loose, ()),
            *_aside(again, lambda _: AGAIN, ()),
        ),
    )


def _with_headings(group: PartGroup, sources: Sources) -> PartGroup:
    """Return a group whose wordings say what they are about; what somebody changed may not be."""
    return replace(group, parts=tuple(_with_heading(part, sources) for part in group.parts))


def _with_heading(part: Part, sources: Sources) -> Part:
    if part.choice is None:
        return part
    about = sources.about.get(part.choice.origin.place, ())
    home = home_of(part.choice, about)
    return replace(part, home=home, about=() if part.blocks else about)


def _is_a_name(choice: Choice) -> bool:
    """Tell whether words are nothing but the name of an organisation, as a title block has it.

    With where it is and what it is called from there on: 'Stichting De Kade te Zaandam, hierna te
    noemen De Kade'.
    """
    rest, named = choice.text, choice.text
    for placeholder in choice.placeholders:
        if placeholder.kind in (PlaceholderKind.BOARD, PlaceholderKind.SCHOOL):
            named = named.replace(placeholder.printed, "")
        rest = rest.replace(placeholder.printed, "")
    words = _WORDS.findall(_AT_A_PLACE.sub("", rest))
    return named != choice.text and {word.lower() for word in words} <= _NAMING


def _leads(out: Part, groups: Iterable[PartGroup]) -> bool:
    """Tell whether what only leads to something stands before another clause that came along."""
    lead = " ".join(_text(out).split())
    said = (_text(p) for group in groups for p in group.parts if p.choice)
    return lead.endswith(":") and any(" ".join(s.split()).startswith(f"{lead} ") for s in said)


def _leads_to_nothing(choice: Choice) -> bool:
    """Tell whether words only announce what follows them in their document."""
    is_alone = len(choice.blocks) == 1 and isinstance(choice.blocks[0], Paragraph)
    return is_alone and not choice.lead_in and choice.text.rstrip().endswith(":")


def _aside(
    parts: Iterable[Part],
    why_of: Callable[[Choice], Marked | None],
    groups: Sequence[PartGroup],
) -> Iterator[Aside]:
    for part in parts:
        if part.choice and (why := why_of(part.choice)):
            yield Aside(choice=part.choice, why=why, leads=_leads(part, groups))


def _without(
    groups: Iterable[PartGroup], is_out: Callable[[Choice], bool]
) -> tuple[tuple[PartGroup, ...], tuple[Part, ...]]:
    """Return groups without some formulations, and the parts that had these."""
    whole = tuple(groups)
    out = [p for group in whole for p in group.parts if p.choice and is_out(p.choice)]
    kept = (
        replace(group, parts=tuple(part for part in group.parts if part not in out))
        for group in whole
    )
    return tuple(kept), tuple(out)


def _once(groups: Iterable[PartGroup]) -> tuple[tuple[PartGroup, ...], tuple[Part, ...]]:
    """Return groups in which no wording comes twice; the one that stays has the topics of both.

    And what did not stay though it has another word for one thing ('social media').

    Of two with the same words the one with more notes stays, then the one that ends a sentence;
    with other notes both do.
    """
    whole = tuple(groups)
    parts = [part for group in whole for part in group.parts if part.choice]
    kept: dict[str, list[Part]] = defaultdict(list)
    topics: dict[int, tuple[str, ...]] = {}
    again: list[Part] = []
    for part in sorted(parts, key=lambda part: (-len(_notes(part)), _goes_on(part))):
        same = kept[_words(part)]
        home = next((other for other in same if _notes(part) <= _notes(other)), part)
        if home is part:
            same.append(part)
        elif _literal(home) != _literal(part):
            again.append(part)
        topics[id(home)] = tuple(dict.fromkeys((*topics.get(id(home), ()), *part.topics)))

    def _of(group: PartGroup) -> PartGroup:
        own = [part for part in group.parts if not part.choice or id(part) in topics]
        made = (replace(p, topics=topics[id(p)]) if p.choice else p for p in own)
        return replace(group, parts=tuple(made))

    return tuple(_of(group) for group in whole), tuple(again)


def said_tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, with one word for one thing.

    With which sign an item of a list ends, says nothing.
    """
    return tokens(in_one_word(text.rstrip(_CLOSING)))


def _said(text: str) -> str:
    return " ".join(said_tokens(text))


def _text(part: Part) -> str:
    assert part.choice is not None
    return blocks_text(part.blocks) if part.blocks else offered_text(part.choice)


def _literal(part: Part) -> tuple[str, ...]:
    return tokens(_text(part).rstrip(_CLOSING))


def _words(part: Part) -> str:
    return _said(_text(part))


def _goes_on(part: Part) -> bool:
    """Tell whether a text ends as one of a list."""
    return _text(part).rstrip().endswith((";", ","))


def _notes(part: Part) -> frozenset[str]:
    assert part.choice is not None
    return frozenset(_said(blocks_text(note.blocks)) for note in part.choice.notes)


def _without_loose_notes(
    groups: Iterable[PartGroup], sources: Sources
) -> tuple[tuple[PartGroup, ...], tuple[Part, ...]]:
    """Return groups without notes that only refer, whose clause is not there; and these notes.

    A note that refers says 'see also' of the clause that calls it: by itself it says nothing.
    """
    whole = tuple(groups)
    called = {
        _said(blocks_text(note.blocks))
        for group in whole
        for part in group.parts
        if part.choice
        for note in part.choice.notes
    }

    def is_loose(choice: Choice) -> bool:
        said = _said(blocks_text(choice.blocks))
        return sources.why_loose(choice) is not None and said not in called

    return _without(whole, is_loose)


def _without_appendices(group: PartGroup, unruled: Container[Part]) -> PartGroup:
    """Return a group without what comes in an appendix; what explains stands before its rules."""
    kept = [part for part in group.parts if _appendix(part, unruled) is None]
    kinds = {id(part): part.choice.kind if part.choice else part.kind for part in kept}
    kept.sort(key=lambda part: kinds[id(part)] is not Kind.EXPLANATION)
    return replace(group, parts=tuple(kept))


def _appendix(part: Part, unruled: Container[Part]) -> AppendixKind | None:
    """Return in which appendix a part belongs; a note that is called stays where it is.

    What is ``unruled`` explains, answers no question, and would stand there without a rule.
    """
    kind = part.choice.kind if part.choice else None
    if kind is Kind.GUIDANCE or part in unruled:
        return AppendixKind.GUIDANCE
    return AppendixKind.LINKS if kind is Kind.REFERENCE else None


def _appendices(
    groups: Iterable[PartGroup],
    unruled: Container[Part],
    order: Mapping[Place, int],
    translate: Translate,
) -> Iterator[PartGroup]:
    parts = [part for group in groups for part in group.parts]
    for kind in AppendixKind:
        own = [part for part in parts if _appendix(part, unruled) is kind]
        if own:
            yield PartGroup(
                anchor=appendix_key(kind),
                title=translate(APPENDIX_TITLES[kind]),
                parts=tuple(sorted(own, key=lambda part: _place(part, order))),
            )


def _place(part: Part, order: Mapping[Place, int]) -> int:
    assert part.choice is not None
    return order.get(part.choice.origin.place, len(order))
