"""In whose words a rule is offered that several boards have: in such as nothing is odd in.

Knows wordings of one rule alone; what is odd in words is for who checks them.
"""

from __future__ import annotations

from dataclasses import replace

from protocolkit.comparison.judgements import Variant
from protocolkit.comparison.matrix import Row
from protocolkit.document.place import Place
from protocolkit.drafting.template.offering import offer
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Choice, FaultsOf


def soundest(variant: Variant, row: Row, sources: Sources, faults_of: FaultsOf) -> Variant:
    """Return a variant in the words of its clause with the fewest faults; if equal, as it was.

    A clause that calls fewer notes than the one that speaks for it now says less, and does not
    come in its place.
    """
    first = variant.representative

    def offered(place: Place) -> Choice:
        return offer(variant, sources, row=row, preferred=place)

    def faults(choice: Choice) -> int:
        # a note stays what it is, whoever calls it
        return faults_of(replace(choice, notes=()))

    best, notes = first, len(offered(first).notes)
    least = faults(offered(first))
    words = {sources.id_of(place): place for place in reversed((first, *variant.members))}
    for place in words.values():
        if not least:
            break
        choice = offered(place)
        if len(choice.notes) >= notes and (found := faults(choice)) < least:
            best, least = place, found
    return replace(variant, representative=best)
