"""The labels that our own paper prints beside clauses: no words of the text.

A run has their style; where a program dropped styles, their form tells them.
"""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import value
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.text.label_form import is_in_label_style, label_length


def is_label(run: Element, properties: Element | None) -> bool:
    """Tell whether a run says how our own paper cites the clause, by its style."""
    said = "".join(text.text or "" for text in run.iter(f"{W}t"))
    return is_in_label_style(said, value(properties, "rStyle"))


def without_label(runs: Runs) -> Runs:
    """Return the runs of a paragraph without the label that is told by its form."""
    length = label_length(runs.text)
    if not length:
        return runs
    label = LeftOut(text=runs.text[:length], reason=LeftOutReason.OURS, at=0)
    rest = runs.without(length)
    rest.left_out.insert(0, label)
    return rest
