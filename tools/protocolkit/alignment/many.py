"""Topics for hundreds of protocols: a few decide what the topics are, the others join.

Comparing everything with everything grows with the square of the number of boards. Instead a
fixed few (the pilot) are aligned fully; every other protocol is compared with those alone and
its clauses join the topics that they fit. What is left over goes through the same again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.clause_vectors import (
    Profile,
    Spaces,
    Vectors,
    make_profile,
    make_spaces,
)
from protocolkit.alignment.compared_clauses import SetWords, Unit, make_units, set_words
from protocolkit.alignment.likenesses import Likeness
from protocolkit.alignment.processes import on_all_cores
from protocolkit.alignment.proposal import ProposedTopic
from protocolkit.alignment.scoring import first_scores_among, score
from protocolkit.alignment.topics import group
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.wording.terms import Thesaurus

PILOT_BOARDS = 16
"""The number of boards that decide the topics; up to this many, all are compared with all.

A topic that one board in five has is missed by sixteen boards once in 35 times, and then found
among what is left over.
"""
_LEFTOVER_UNITS = 1200
_ROUNDS = 3
_BATCH_UNITS = 200
# The part of a whole topic that a clause must be linked to. Less than what a member was asked
# (topics.AGREEMENT): when that one joined, the last members were not there yet.
_JOINS = 0.6

Progress = Callable[[int, int], None]
"""Called with how many protocols are done and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot:
    """Units that have been aligned fully, and the topics that they made.

    ``topics`` has a row per topic: 1 for the units that are in it, 0 for the others.
    """

    spaces: Spaces
    profile: Profile
    first: Likeness
    topics: np.ndarray
    words: SetWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The units of one protocol: the numbers of the topics that each joined, and its score."""

    units: tuple[Unit, ...]
    topics: tuple[tuple[tuple[int, float], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """What was proposed for many protocols.

    ``topics`` begin with those of the pilots, pilot after pilot, in the order of their rows; the
    clauses that stand alone follow.
    """

    topics: tuple[ProposedTopic, ...]
    pilots: tuple[Pilot, ...]


def propose_many(
    protocols: Sequence[Protocol],
    thesaurus: Thesaurus,
    least: float,
    progress: Progress | None = None,
    vectors: Vectors | None = None,
) -> Many:
    """Propose topics for many protocols; every clause is in at least one.

    ``vectors`` are those of a sentence model for the texts of all of them.

    The order of the protocols does not matter: which are the pilot follows from their names.
    """
    ordered = sorted(protocols, key=lambda protocol: (_lot(protocol.slug), protocol.slug))
    pilot = make_pilot(ordered[:PILOT_BOARDS], thesaurus, least, vectors)
    found = _Topics(pilot, least)
    left_over = found.take(_pilot_as_joined(pilot))
    rest = ordered[PILOT_BOARDS:]
    jobs = on_all_cores(
        lambda number: _lean(join(rest[number], pilot, thesaurus, least, vectors)), len(rest)
    )
    for number, joined in enumerate(jobs):
        left_over += found.take(joined)
        if progress:
            progress(PILOT_BOARDS + number + 1, len(ordered))
    pilots = [pilot]
    for _ in range(_ROUNDS):
        next_pilot, rest_units = _next_pilot(left_over, pilot, least, vectors)
        if not len(next_pilot.topics):
            break
        pilots.append(next_pilot)
        left_over = _round(next_pilot, rest_units, found, least, vectors)
        if not rest_units:
            break
    return Many(topics=found.topics(left_over), pilots=tuple(pilots))


def make_pilot(
    protocols: Sequence[Protocol],
    thesaurus: Thesaurus,
    least: float,
    vectors: Vectors | None = None,
) -> Pilot:
    """Align a few protocols fully."""
    words = set_words(protocols, thesaurus)
    units = make_units(protocols, thesaurus, words)
    spaces = make_spaces(units)
    return _pilot(make_profile(units, spaces, vectors), spaces, words, least)


def join(
    protocol: Protocol,
    pilot: Pilot,
    thesaurus: Thesaurus,
    least: float,
    vectors: Vectors | None = None,
) -> Joined:
    """Find the topics of a pilot that each clause of another protocol fits."""
    return _joined(make_units([protocol], thesaurus, pilot.words), pilot, least, vectors)


def join_all(
    protocol: Protocol,
    pilots: Sequence[Pilot],
    thesaurus: Thesaurus,
    least: float,
    vectors: Vectors | None = None,
) -> Joined:
    """Find the topics of several pilots: what fits none of the first is tried with the next.

    Topics are numbered through all pilots.
    """
    units = make_units([protocol], thesaurus, pilots[0].words)
    found: dict[str, tuple[tuple[int, float], ...]] = {}
    left_over, start = units, 0
    for pilot in pilots:
        joined = _joined(left_over, pilot, least, vectors)
        for unit, topics in zip(joined.units, joined.topics, strict=True):
            found[unit.place.anchor] = tuple((start + number, fit) for number, fit in topics)
        left_over = tuple(_alone(unit) for unit in left_over if not found[unit.place.anchor])
        start += len(pilot.topics)
    return Joined(units=units, topics=tuple(found[unit.place.anchor] for unit in units))


def _pilot(profile: Profile, spaces: Spaces, words: SetWords, least: float) -> Pilot:
    first = first_scores_among(profile)
    scored = score(profile, profile, first)
    every = group(scored.scores, profile.organisations, least, scored.sentences)
    groups = [members for members in every if len(members) > 1]
    topics = np.zeros((len(groups), len(profile.units)), dtype=np.float32)
    for number, members in enumerate(groups):
        topics[number, list(members)] = 1
    return Pilot(spaces=spaces, profile=profile, first=first, topics=topics, words=words)


def _joined(units: tuple[Unit, ...], pilot: Pilot, least: float, vectors: Vectors | None) -> Joined:
    if not units or not len(pilot.topics):
        return Joined(units=units, topics=((),) * len(units))
    profile = make_profile(units, pilot.spaces, vectors)
    found = score(profile, pilot.profile, pilot.first).scores
    # Sparse: a dense product would start as many threads as there are cores, in each process.
    members = csr_matrix(pilot.topics)
    sizes = pilot.topics.sum(axis=1)
    mean = (members @ found.T).T / sizes
    share = (members @ (found >= least).astype(np.float32).T).T / sizes
    fits = (mean >= least) & (share >= _JOINS)
    return Joined(
        units=units,
        topics=tuple(
            tuple((int(topic), round(float(mean[row, topic]), 3)) for topic in np.flatnonzero(own))
            for row, own in enumerate(fits)
        ),
    )


def _pilot_as_joined(pilot: Pilot) -> Joined:
    return Joined(
        units=pilot.profile.units,
        topics=tuple(
            tuple((int(topic), 1.0) for topic in np.flatnonzero(column))
            for column in pilot.topics.T
        ),
    )


def _next_pilot(
    left_over: Sequence[Unit], pilot: Pilot, least: float, vectors: Vectors | None
) -> tuple[Pilot, tuple[Unit, ...]]:
    """Align some of what is left over; return it with the rest."""
    alone = [_alone(unit) for unit in left_over]
    some = _LEFTOVER_UNITS
    while (
        some < len(alone) and alone[some].place.organisation == alone[some - 1].place.organisation
    ):
        some += 1
    spaces = make_spaces(alone[:some])
    profile = make_profile(alone[:some], spaces, vectors)
    return _pilot(profile, spaces, pilot.words, least), tuple(alone[some:])


def _round(
    pilot: Pilot, rest: Sequence[Unit], found: _Topics, least: float, vectors: Vectors | None
) -> list[Unit]:
    """Let the rest join the topics of a pilot; return what is still left over."""
    found.begin(pilot)
    still = found.take(_pilot_as_joined(pilot))
    batches = tuple(_batches(rest))
    jobs = on_all_cores(
        lambda number: _joined(batches[number], pilot, least, vectors), len(batches)
    )
    for joined in jobs:
        still += found.take(joined)
    return still


def _alone(unit: Unit) -> Unit:
    return replace(unit, before=-1, after=-1)


class _Topics:
    """Topics as they fill, pilot after pilot."""

    def __init__(self, pilot: Pilot, least: float) -> None:
        self._least = least
        self._members: list[list[tuple[Place, float]]] = []
        self._centres: list[Place] = []
        self._start = 0
        self.begin(pilot)

    def begin(self, pilot: Pilot) -> None:
        """Begin the topics of a pilot; what is taken from here on joins these."""
        self._start = len(self._members)
        for topic in pilot.topics:
            members = np.flatnonzero(topic)
            inside = pilot.first[np.ix_(members, members)].sum(axis=0)
            centre = pilot.profile.units[int(members[int(np.argmax(inside))])]
            self._centres.append(centre.place)
            self._members.append([])

    def take(self, joined: Joined) -> list[Unit]:
        """Put units into the topics that they joined; return those that joined none."""
        left_over = []
        for unit, topics in zip(joined.units, joined.topics, strict=True):
            for topic, fit in topics:
                self._members[self._start + topic].append((unit.place, fit))
            if not topics:
                left_over.append(unit)
        return left_over

    def topics(self, left_over: Sequence[Unit]) -> tuple[ProposedTopic, ...]:
        """Return all topics, and one for each unit that is left over."""
        found = [
            ProposedTopic(
                members=tuple(sorted(place for place, _ in members)),
                central=centre,
                score=round(sum(fit for _, fit in members) / len(members), 3),
            )
            for members, centre in zip(self._members, self._centres, strict=True)
        ]
        alone = [ProposedTopic(members=(unit.place,), central=unit.place) for unit in left_over]
        return (*found, *alone)


def _lean(joined: Joined) -> Joined:
    """Leave out what nobody needs of units that joined a topic, so that less is sent."""
    lean = (
        replace(unit, text="", neutral="", sentences=(), context=()) if topics else unit
        for unit, topics in zip(joined.units, joined.topics, strict=True)
    )
    return Joined(units=tuple(lean), topics=joined.topics)


def _batches(units: Sequence[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Yield units in batches of whole boards."""
    batch: list[Unit] = []
    for unit in units:
        if len(batch) >= _BATCH_UNITS and unit.place.organisation != batch[-1].place.organisation:
            yield tuple(batch)
            batch = []
        batch.append(unit)
    if batch:
        yield tuple(batch)


def _lot(slug: str) -> str:
    return hashlib.sha256(slug.encode("utf-8")).hexdigest()
