"""Whether what was decided holds, as far as the versions that were kept prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from protocolkit.base.messages import Marked, mark
from protocolkit.decisions.decision_standing import DecisionStanding, standings
from protocolkit.document.model import Protocol
from protocolkit.versions.decided_versions import Kept, kept_of

_WHY: Mapping[Kept, Marked] = {
    Kept.GONE: mark("the version that was decided on is not there; see 'protocol check'"),
    Kept.TOUCHED: mark("the version that was decided on was changed; see 'protocol check'"),
    Kept.OTHER: mark(
        "the check code of this decision is not that of its version; see 'protocol check'"
    ),
}


def proven_standings(protocol: Protocol, root: Path) -> tuple[DecisionStanding, ...]:
    """Return how each entry of a protocol stands; one whose version proves nothing does not hold.

    The order is that of the file.
    """
    return tuple(_proven(one, protocol, root) for one in standings(protocol))


def _proven(one: DecisionStanding, protocol: Protocol, root: Path) -> DecisionStanding:
    if not one.holds:
        return one
    states = (state for _, state in kept_of(one.approval, protocol, root))
    why = next((_WHY[state] for state in states if state in _WHY), None)
    return one if why is None else replace(one, holds=False, why=why)
