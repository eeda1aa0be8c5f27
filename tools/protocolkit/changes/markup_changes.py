"""What changed beside the words: where links lead, levels of headings, kinds of text, spaces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, product, repeat

from protocolkit.changes.change_set import LEVEL, LINK, SPACING, TEXT_KIND, FactChange, Pair
from protocolkit.changes.correspondence import Group
from protocolkit.changes.link_places import leads_alike, link_place
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.spelling import spelled
from protocolkit.changes.units import ItemKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Emphasis, Link, RichText


def changed_levels(groups: Iterable[Group]) -> Iterator[FactChange]:
    """Yield each heading that lies deeper or less deep, or is no heading on one side."""
    for group in groups:
        if len(group.old) != 1 or len(group.new) != 1:
            continue
        [old], [new] = group.old, group.new
        if old.level != new.level and ItemKind.HEADING in (old.kind, new.kind):
            yield FactChange(
                fact=LEVEL,
                old=str(old.level or ""),
                new=str(new.level or ""),
                anchor=new.anchor,
                label=new.label,
            )


def changed_kinds(groups: Iterable[Group]) -> Iterator[FactChange]:
    """Yield what became another kind of text: a rule that only explains now.

    What became so with all that stands under its heading is told once, at the heading.
    """
    above: set[tuple[str, str, str]] = set()
    found: dict[FactChange, None] = {}
    both = (pair for group in groups for pair in product(group.old, group.new))
    for old, new in sorted(both, key=lambda pair: pair[1].order):
        if old.text_kind is None or new.text_kind is None or old.text_kind is new.text_kind:
            continue
        was, now = old.text_kind.value, new.text_kind.value
        if new.kind is ItemKind.HEADING:
            above.add((new.anchor, was, now))
        if (new.above, was, now) not in above:
            made = FactChange(fact=TEXT_KIND, old=was, new=now, anchor=new.anchor, label=new.label)
            found[made] = None
    yield from found


def changed_links(pairs: Iterable[Pair], old: Protocol, new: Protocol) -> Iterator[FactChange]:
    """Yield each link whose words stayed and that leads elsewhere.

    A link inside the text leads to the same place when what it leads to only got another anchor;
    one to another protocol however its file is spelled from where the text stands.
    """
    pairs = list(pairs)
    found = [pair for pair in pairs if pair.old and pair.new and pair.old.text != pair.new.text]
    if not found:
        return
    same = {(f"#{p.old.anchor}", f"#{p.new.anchor}") for p in pairs if p.old and p.new}
    same |= {(f"#{p.old.point}", f"#{p.new.point}") for p in pairs if p.old and p.new}

    def is_elsewhere(was: str, now: str) -> bool:
        one, other = link_place(was, old, new.subject), link_place(now, new, old.subject)
        return not leads_alike(one, other) and (one, other) not in same

    for pair in found:
        yield from dict.fromkeys(_links_of(pair, is_elsewhere))


def _links_of(pair: Pair, is_elsewhere: Callable[[str, str], bool]) -> Iterator[FactChange]:
    """Yield the links of one text; one of which a number changed too lies in several pieces."""
    for piece in pair.pieces:
        if piece.kind is not PieceKind.EQUAL or piece.old == piece.new:
            continue
        for words, old, new in _other_addresses(piece.old, piece.new):
            if pair.new and is_elsewhere(old, new):
                yield FactChange(
                    fact=LINK,
                    old=old,
                    new=new,
                    anchor=pair.new.anchor,
                    label=pair.new.label,
                    words=_whole_link(pair.new.text, new, words),
                )


def _whole_link(text: RichText, target: str, words: str) -> str:
    """Return all words of the link that some words stand in, those words where none has them."""
    for inline in text:
        if isinstance(inline, Emphasis):
            found = _whole_link(inline.content, target, words)
            if found != words:
                return found
        elif isinstance(inline, Link) and inline.target == target:
            whole = spelled(inline.content).strip()
            if words in whole:
                return whole
    return words


def changed_spaces(pairs: Iterable[Pair]) -> Iterator[FactChange]:
    """Yield what is the same text with other spaces or hyphens, and so has other words."""
    for pair in pairs:
        for piece in pair.pieces:
            if piece.kind is PieceKind.SPACING and pair.new:
                yield FactChange(
                    fact=SPACING,
                    old=spelled(piece.old).strip(),
                    new=spelled(piece.new).strip(),
                    anchor=pair.new.anchor,
                    label=pair.new.label,
                )


def _other_addresses(old: RichText, new: RichText) -> Iterator[tuple[str, str, str]]:
    """Yield words that lead elsewhere, with both addresses; "" where they lead nowhere."""
    before, after = (
        [(sign, where) for sign, where in _signs(rich) if not sign.isspace()] for rich in (old, new)
    )
    if [sign for sign, _ in before] != [sign for sign, _ in after]:
        return
    text = spelled(new)
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    found = zip(places, before, after, strict=True)
    for (one, other), run in groupby(found, key=lambda entry: (entry[1][1], entry[2][1])):
        if one != other:
            at = [place for place, _, _ in run]
            yield text[at[0] : at[-1] + 1], one, other


def _signs(rich: RichText, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield each sign of a text and the address to which it leads."""
    for inline in rich:
        if isinstance(inline, Emphasis):
            yield from _signs(inline.content, where)
        elif isinstance(inline, Link):
            yield from _signs(inline.content, inline.target)
        else:
            yield from zip(spelled((inline,)), repeat(where))
