"""The first and the last chapter of a draft: our own texts, and what boards have of that kind.

A protocol reads from why and for whom it is to whom one complains to, wherever a board has these.
What boards say of them stands there, unless the draft begins with it already. Knows clauses to be;
which things these are is data (``essentials.yml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from protocolkit.base.messages import Translate
from protocolkit.document.fingerprints import MARK_LENGTH, blocks_fingerprint
from protocolkit.document.model import Kind
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.draft import Draft, Part, PartGroup, own_words
from protocolkit.drafting.new.essentials import (
    BEGIN,
    SLOT,
    STANDARD,
    Essential,
    chapters,
    essentials,
    missing_in_draft,
    offered_essential,
    one_paragraph,
    open_essential,
    own_text,
    part_text,
    said_in,
)
from protocolkit.drafting.new.headed import says_nothing
from protocolkit.drafting.new.new_protocol import appendix_key
from protocolkit.drafting.template.values import AppendixKind, Choice

_ASIDE = frozenset({Kind.GUIDANCE, Kind.REFERENCE})


def with_essentials(draft: Draft, answers: Answers, title: str, translate: Translate) -> Draft:
    """Return a draft with what it lacked: our own text, words of one's own, or an open place.

    Without an answer our own text is taken; what was left out by choice is recorded. What boards
    say of what a protocol begins or ends with stands in the first or the last chapter.
    """
    lacking = missing_in_draft(draft, answers.subject)
    left_out = tuple(found.key for found in lacking if answers.choices.get(found.key) == NONE)
    groups, moved = _without_moved(draft.groups)
    for chapter, heading in chapters().items():
        own = [f for f in lacking if f.chapter == chapter and f.key not in left_out]
        made = [(essentials().index(f), _part(f, answers, title, translate)) for f in own]
        parts = [*((_rank(part), part) for part in moved[chapter]), *made]
        if chapter == BEGIN:
            parts.sort(key=lambda found: found[0])
        if parts:
            group = PartGroup(
                anchor=f"deel-{STANDARD}-{chapter}",
                title=heading,
                parts=tuple(part for _, part in parts),
            )
            groups.insert(_place(chapter, groups), group)
    return replace(draft, groups=tuple(groups), declined=(*left_out, *draft.declined))


def home_of(choice: Choice, about: Iterable[str]) -> str:
    """Return in which chapter a wording has its place, or ``""``: where its topic stands.

    ``about`` is what its heading says that it is about.
    """
    if choice.kind is Kind.CLOSING:
        return SLOT
    if choice.kind in _ASIDE:
        return ""
    return _home_of(choice.text, choice.kind, about)


def _home_of(text: str, kind: Kind, about: Iterable[str]) -> str:
    said = said_in(text)
    if any(pattern.search(text) for found in essentials() for pattern in found.whole):
        return SLOT
    return "" if _first((*said, *about), kind) is None else BEGIN


def _first(said: Iterable[str], kind: Kind) -> int | None:
    """Return as which thing of the first chapter a text comes; what defines comes as a term."""
    names = frozenset(said)
    begins = (
        number
        for number, found in enumerate(essentials())
        if found.chapter == BEGIN
        and (kind is found.kind if found.kind is Kind.DEFINITION else found.id in names)
    )
    return next(begins, None)


def _home(part: Part) -> str:
    """Return in which chapter a clause to be has its place; what is still open too."""
    if part.choice:
        return part.home or home_of(part.choice, part.about)
    return _home_of(part_text(part), part.clause_kind, ())


def _rank(part: Part) -> int:
    """Return as which thing of the first chapter a clause to be comes: what explains is first."""
    if part.clause_kind is Kind.EXPLANATION:
        return -2
    first = _first((*part.about, *said_in(part_text(part))), part.clause_kind)
    return -1 if first is None else first


def _without_moved(
    groups: Sequence[PartGroup],
) -> tuple[list[PartGroup], Mapping[str, Sequence[Part]]]:
    """Return the groups without what stands in the first or last chapter, and that.

    An introduction stays as it is; and so does all in a draft that goes on with a chapter about
    what a protocol begins with.
    """
    kept: list[PartGroup] = []
    moved: dict[str, list[Part]] = {BEGIN: [], SLOT: []}
    introductions = groups[:1] if groups and _is_introduction(groups[0]) else ()
    is_begun = any(map(_begins, groups[len(introductions) :][:1]))
    for group in groups:
        stays = {"", BEGIN} if is_begun or group in introductions else {""}
        rest: list[Part] = []
        for part in group.parts:
            home = _home(part)
            (rest if home in stays else moved[home]).append(part)
        if rest:
            kept.append(replace(group, parts=tuple(rest)))
    return kept, moved


def _is_introduction(group: PartGroup) -> bool:
    """Tell whether a first chapter introduces: its heading says so, or it holds more than that."""
    goes_whole = says_nothing(group.title) and all(map(_home, group.parts))
    return _introduces(group) and not goes_whole


def _begins(group: PartGroup) -> bool:
    """Tell whether a chapter begins with such a thing, and is called by it."""
    firm = (_home(part) for part in group.parts if not _explains(part))
    return next(firm, "") == BEGIN and not says_nothing(group.title)


def _introduces(group: PartGroup) -> bool:
    """Tell whether a chapter holds no rule."""
    return all(part.clause_kind is not Kind.RULE for part in group.parts)


def _explains(part: Part) -> bool:
    return part.clause_kind is Kind.EXPLANATION


def _place(chapter: str, groups: list[PartGroup]) -> int:
    """Return where a chapter comes: after the introduction, or before the appendices."""
    if chapter == BEGIN:
        return 1 if groups and _introduces(groups[0]) else 0
    apart = {appendix_key(kind) for kind in AppendixKind}
    return next((n for n, group in enumerate(groups) if group.anchor in apart), len(groups))


def _part(found: Essential, answers: Answers, title: str, translate: Translate) -> Part:
    """Return a clause to be; what is open says so in the text."""
    answer = answers.choices.get(found.key, STANDARD)
    if answer == OWN and (words := answers.own_words(found.key)):
        return own_words(found.id, (), words, found.kind)
    if answer == STANDARD:
        offered = one_paragraph(offered_essential(found, answers.subject, title))
        return Part(
            stem=found.id,
            topics=(),
            blocks=one_paragraph(own_text(found, answers, title, translate)),
            kind=found.kind,
            chosen=STANDARD,
            mark=blocks_fingerprint(offered)[:MARK_LENGTH],
        )
    blocks = open_essential(found, translate)
    return Part(stem=found.id, topics=(), blocks=blocks, kind=found.kind)
