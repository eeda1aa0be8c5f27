"""Which protocols plainly share an ancestor, by their text.

Boards copy each other's documents, so that three boards with one sentence may be one opinion.
Two protocols are kin when a fair part of the runs of words of the shorter one stands in the other;
kin of kin are one family. Names of organisations do not count.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of, neutral
from protocolkit.document.outline import addressable, clause_text
from protocolkit.text.words import tokens

KIN_SHARE = 0.1
"""Kin share at least this part of their runs of words.

Of the five protocols in this repository the three that began as one model share 19 % or more,
those written apart 4 % at most (docs/develop/figures.md).
"""
_RUN = 6
_SAMPLE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Two protocols and the part of the shorter one's runs of words that both have, 0 to 1."""

    left: str
    right: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """The likeness of protocols by text; ``families`` are the slugs that belong together.

    Every slug is in one family, most often alone. ``kin`` holds every pair that shares anything,
    the nearest first.
    """

    kin: tuple[Kin, ...]
    families: tuple[tuple[str, ...], ...]

    def family_of(self, slug: str) -> tuple[str, ...]:
        """Return the family of a protocol."""
        return next((family for family in self.families if slug in family), (slug,))


def make_kinship(
    protocols: Sequence[Protocol], sampled: Callable[[Protocol], frozenset[bytes]] | None = None
) -> Kinship:
    """Work out the kinship of protocols of one subject.

    It looks at a fixed sample of each protocol's runs of six words (those with the smallest hash),
    so that hundreds can be compared; ``sampled`` may know the sample of a protocol.
    """
    sampled = sampled or sample_of
    samples = {protocol.slug: sampled(protocol) for protocol in protocols}
    masks = _masks(samples)
    kin = [
        Kin(left=left, right=right, share=_share(count, samples[left], samples[right]))
        for left, right in combinations(sorted(samples), 2)
        if (count := (masks[left] & masks[right]).bit_count())
    ]
    kin.sort(key=lambda pair: (-pair.share, pair.left, pair.right))
    return Kinship(kin=tuple(kin), families=_families(sorted(samples), kin))


def _masks(samples: Mapping[str, frozenset[bytes]]) -> Mapping[str, int]:
    """Return a number for each protocol with a bit for each run that more than one has."""
    holders = Counter(chain.from_iterable(samples.values()))
    bits = {run: 1 << at for at, run in enumerate(run for run, n in holders.items() if n > 1)}
    return {slug: sum(bits.get(run, 0) for run in runs) for slug, runs in samples.items()}


def _share(count: int, left: frozenset[bytes], right: frozenset[bytes]) -> float:
    return round(count / max(1, min(len(left), len(right))), 3)


def sample_of(protocol: Protocol) -> frozenset[bytes]:
    """Return the runs of words, as hashes, by which a protocol is compared with others."""
    names = names_of(protocol)
    runs: set[bytes] = set()
    for item in addressable(protocol):
        words = [word.lower() for word in tokens(neutral(clause_text(item), names))]
        for at in range(len(words) - _RUN + 1):
            run = " ".join(words[at : at + _RUN]).encode("utf-8")
            runs.add(hashlib.blake2b(run, digest_size=8).digest())
    return frozenset(sorted(runs)[:_SAMPLE])


def _families(slugs: Sequence[str], kin: Iterable[Kin]) -> tuple[tuple[str, ...], ...]:
    family = {slug: {slug} for slug in slugs}
    for pair in kin:
        if pair.share >= KIN_SHARE and family[pair.left] is not family[pair.right]:
            joined = family[pair.left] | family[pair.right]
            for slug in joined:
                family[slug] = joined
    return tuple(sorted({tuple(sorted(members)) for members in family.values()}))
