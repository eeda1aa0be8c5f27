"""'Wat raakt uw geleding': which changed clauses bind or name each section of a council.

The words of the text tell it; what the officer wrote about it comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.outline import clause_text
from protocolkit.dossier.changed_clauses import ChangedClause
from protocolkit.dossier.proposal_file import Proposal
from protocolkit.exchange.reaction_columns import goes_label
from protocolkit.norms.norm import Party
from protocolkit.norms.parties import parties_named
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Part, Words

SECTIONS: tuple[tuple[Party, Marked], ...] = (
    (Party.STAFF, mark("Staff")),
    (Party.PARENTS, mark("Parents")),
    (Party.PUPILS, mark("Pupils")),
)
"""The sections of a council, and what each is called."""

_MOST = 8
_SAID: tuple[tuple[Marked, Marked], ...] = (
    (mark("Rules for you: {places}."), mark("Rules for you that change: {places}.")),
    (mark("You are named in: {places}."), mark("You are named in: {places}.")),
)


def touched_sections(
    changed: Sequence[ChangedClause], proposal: Proposal, translate: Translate, *, is_first: bool
) -> Iterator[Part]:
    """Yield what stands on the cover note; ``is_first`` says that there was no text before."""
    yield Heading(text=translate("What touches your section?"))
    own = {
        Party.STAFF: proposal.touches.staff,
        Party.PARENTS: proposal.touches.parents,
        Party.PUPILS: proposal.touches.pupils,
    }
    bound = {one: _bound(one) for one in changed}
    rows = []
    for party, name in SECTIONS:
        binds = [one for one in changed if bound[one] & {party, Party.EVERYONE}]
        told = {party, Party.EVERYONE}
        names = [one for one in changed if one not in binds and _named(one) & told]
        said = [own[party], *_told(binds, names, translate, is_first=is_first)]
        rows.append((translate(name), "\n".join(filter(None, said))))
    yield Grid(
        heads=(translate("For whom"), translate("Which rules")),
        rows=tuple(rows),
        shares=(2, 8),
        has_names=True,
    )
    nobody = [one for one in changed if not (bound[one] | _named(one)) - {Party.SCHOOL}]
    for text, is_of_school in (
        (translate("Rules for the school itself: {places}."), True),
        (translate("For whom these are, the text does not say: {places}."), False),
    ):
        if found := [one for one in nobody if bool(bound[one]) is is_of_school]:
            yield Words(text=text.format(places=_places(found, translate)))


def _told(
    binds: Sequence[ChangedClause],
    names: Sequence[ChangedClause],
    translate: Translate,
    *,
    is_first: bool,
) -> Iterator[str]:
    for found, (first, later) in zip((binds, names), _SAID, strict=True):
        if found:
            text = translate(first if is_first else later)
            yield text.format(places=_places(found, translate))
    if not binds and not names:
        yield translate("No rule in this proposal names you.")


def _places(found: Sequence[ChangedClause], translate: Translate) -> str:
    shown = list(dict.fromkeys(_cited(one, translate) for one in found))
    more = len(shown) - _MOST
    if more <= 1:
        return "; ".join(shown)
    text = translate("{places} and {count} more")
    return text.format(places="; ".join(shown[:_MOST]), count=more)


def _cited(one: ChangedClause, translate: Translate) -> str:
    return goes_label(one.label, translate) if one.is_gone else one.label


def _bound(one: ChangedClause) -> frozenset[Party]:
    """Return whom a clause binds, or bound before."""
    return frozenset(
        party
        for text, anchor in one.stands
        for norm in text.norms[anchor].norms
        for party in norm.parties
    )


def _named(one: ChangedClause) -> frozenset[Party]:
    """Return whom a clause names, whether it binds them or not."""
    return frozenset(
        party
        for text, anchor in one.stands
        for party in parties_named(clause_text(text.items[anchor]))
        if party is not Party.SCHOOL
    )
