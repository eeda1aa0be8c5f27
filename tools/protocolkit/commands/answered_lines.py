"""The open choices of a draft on which it says something already, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.checking.answered import answered
from protocolkit.commands.output import indented, lines_of, speak
from protocolkit.comparison.concordance import Concordance
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels


def answered_lines(protocol: Protocol, concordance: Concordance | None) -> Iterator[str]:
    """Yield which open choices another clause answers, at least in part."""
    named = labels(protocol)
    places: dict[str, list[str]] = {}
    for found in answered(protocol, concordance):
        other = places.setdefault(named[found.open.anchor], [])
        other += [named[found.by]] if named[found.by] not in other else []
    if places:
        text = speak("Still to be chosen, while another clause says something on it already:")
        yield from lines_of(text)
    for label, others in places.items():
        text = speak("{place}: see {others}").format(place=label, others=", ".join(others))
        yield from indented("  -", text)
