"""What falls under what: a paragraph or point that kept its words and stands at another level.

'c. de leraar' that became 'iii. de leraar' under b. is only a case of b. now. No word shows that.
"""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_set import Pair
from protocolkit.changes.units import UnitKind
from protocolkit.document.richtext import plain
from protocolkit.text.shortening import first_words

DEEPER = mark("falls under the point above it now")
HIGHER = mark("does not fall under the point above it any more")
OWN_POINT = mark("is a point of its own now")
NO_POINT = mark("is no point of its own any more")


def other_level(pair: Pair) -> Marked | None:
    """Return what became of the level of a unit, None where it stayed."""
    if not pair.stands_otherwise or pair.old is None or pair.new is None:
        return None
    if pair.old.depth != pair.new.depth:
        return DEEPER if pair.new.depth > pair.old.depth else HIGHER
    return OWN_POINT if pair.new.kind is UnitKind.POINT else NO_POINT


def level_remarks(pairs: Iterable[Pair], translate: Translate) -> tuple[str, ...]:
    """Return which units of a change stand at another level, each with its marker or first words.

    The cells of one table are one thing.
    """
    return tuple(dict.fromkeys(_said(pair, translate) for pair in pairs if pair.stands_otherwise))


def _said(pair: Pair, translate: Translate) -> str:
    level = other_level(pair)
    if level is None or pair.old is None or pair.new is None:
        return ""
    old, new = pair.old.marker, pair.new.marker
    if pair.new.kind is UnitKind.CELL:
        what = translate("the table")
    else:
        what = f"'{old or new or first_words(plain(pair.new.text), 4)}'"
    said = f"{what} {translate(level)}"
    if old and new and old != new:
        said = translate("{said} and is called '{marker}' now").format(said=said, marker=new)
    return said
