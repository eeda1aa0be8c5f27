"""Which headings are the same by what stands under them, where their own words do not tell.

'1 Fietsen' that became '2 Steppen' is one heading with another name: the clauses under it are the
same ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from protocolkit.changes.pairing import Link, Pairing
from protocolkit.changes.units import Item, ItemKind


def pair_headings(pairing: Pairing) -> None:
    """Link headings without a link of which at least half of what stands under them is the same.

    Those that share most come first, so that both versions tell the same. What stands under a
    heading may be headings, which are looked at before it.
    """
    before = -1
    while before != len(pairing.links):
        before = len(pairing.links)
        _pair_once(pairing)


def _pair_once(pairing: Pairing) -> None:
    olds, news = (
        _by_anchor(pairing.old, pairing.free_old),
        _by_anchor(pairing.new, pairing.free_new),
    )
    if not (olds and news):
        return
    shared: Counter[Link] = Counter()
    for one, other in pairing.links:
        above = olds.get(pairing.old[one].above), news.get(pairing.new[other].above)
        if above[0] is not None and above[1] is not None:
            shared[above[0], above[1]] += 1
    under_old, under_new = (
        Counter(item.above for item in side) for side in (pairing.old, pairing.new)
    )
    for count, _, one, other in sorted((-n, sum(link), *link) for link, n in shared.items()):
        most = max(under_old[pairing.old[one].anchor], under_new[pairing.new[other].anchor])
        if -2 * count >= most and one in pairing.free_old and other in pairing.free_new:
            pairing.join(one, other)


def _by_anchor(items: Sequence[Item], free: Iterable[int]) -> dict[str, int]:
    return {items[at].anchor: at for at in free if items[at].kind is ItemKind.HEADING}
