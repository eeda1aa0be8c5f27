"""Small corrections of a text: which councils were told of them, and which were not yet."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.messages import Translate, mark
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval, is_adoption
from protocolkit.document.asking import bodies_named
from protocolkit.document.decided_text import decided_on_other_text, latest
from protocolkit.document.entry_text import told_of
from protocolkit.document.fingerprints import check_code
from protocolkit.document.model import Protocol

CORRECTED = mark(
    "A small correction was told to {body} on {date}. Before it the check code was {code}."
)
UNTOLD = mark(
    "Of that small correction {body} was not told yet. What was decided there is about the text of "
    "before it."
)
CORRECTION_SENTENCES = (CORRECTED, UNTOLD)
"""Every sentence of these that a cover may have."""


def untold(protocol: Protocol) -> tuple[Approval, ...]:
    """Return what was decided on the text of before a small correction that others were told of."""
    told = [one for one in latest(protocol) if told_of(one, protocol)]
    codes = {code for one in told for code in one.every_code}
    other = decided_on_other_text(protocol) if codes else ()
    return tuple(o for o in other if not is_adoption(o) and not codes.isdisjoint(o.every_code))


def corrected_since(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say which councils were told of a small correction, and by which code the text was known.

    Which decided on the text and were not told of it is said after that.
    """
    told: dict[tuple[str, str], list[str]] = {}
    for entry in latest(protocol):
        correction = told_of(entry, protocol)
        if correction is not None and not is_adoption(entry):
            bodies = told.setdefault((correction.told, check_code(entry.fingerprint)), [])
            bodies.append(body_name(entry))
    for (day, code), bodies in told.items():
        body = bodies_named(list(dict.fromkeys(bodies)), translate)
        yield translate(CORRECTED).format(body=body, date=print_date(day, language), code=code)
    if others := list(dict.fromkeys(map(body_name, untold(protocol)))):
        yield translate(UNTOLD).format(body=bodies_named(others, translate))
