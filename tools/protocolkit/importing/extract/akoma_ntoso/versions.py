"""Several versions of one text in an Akoma Ntoso file: only a person knows which one holds."""

from __future__ import annotations

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.akoma_ntoso.elements import children, name_of
from protocolkit.importing.extract.akoma_ntoso.lines import words_of
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.source import codes

_QUOTED = 60
_TIMES = ("period", "start", "end")


def refuse_versions(root: Element, location: Location) -> None:
    """Raise when elements beside each other are one text, each with a time of its own.

    Such are those with one number, and those without a number that name a period.
    """
    for above in root.iter():
        known: dict[tuple[str, str], tuple[str | None, ...]] = {}
        for element in above:
            times = tuple(element.get(name) for name in _TIMES)
            number = " ".join(map(words_of, children(element, "num")))
            if not number and times[0] is None:
                continue
            before = known.setdefault((name_of(element), number), times)
            if before != times:
                words = words_of(element)
                words = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
                raise ProtocolkitError(problem(codes.SEVERAL_VERSIONS, location, words=words))
