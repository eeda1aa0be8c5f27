"""Where a clause or note of a new protocol came from, for its front matter."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import clause_mark, written_mark
from protocolkit.document.model import Clause, Footnote
from protocolkit.document.place import NO_PLACE
from protocolkit.drafting.new.draft import Part
from protocolkit.drafting.new.formulations import offered_mark


def provenance_of(
    part: Part, anchor: str, item: Clause | Footnote, template: str
) -> Iterator[Provenance]:
    """Yield where a written clause came from, once for each topic that it answers.

    Words of one's own have no fingerprint. Typed words are never ``written``: they count as
    changed here, so that an update only shows what it would put in their place.
    """
    choice = part.choice
    is_typed = part.is_typed or (choice is not None and bool(part.blocks))
    bare = "" if part.is_typed else part.mark or clause_mark(item)
    offered = offered_mark(choice) if choice else bare
    for topic in part.topics or ("",):
        yield Provenance(
            anchor=anchor,
            topic=topic,
            choice=choice.id if choice else part.chosen,
            source=choice.origin.place if choice else NO_PLACE,
            fingerprint=offered,
            written="" if is_typed else written_mark(item),
            template=template,
        )


def note_provenance(part: Part, note: Footnote, template: str) -> Provenance:
    """Return where a note came from: with the clause that calls it."""
    return Provenance(
        anchor=note.anchor,
        topic=part.topics[0] if part.topics else "",
        choice=NOTE,
        source=part.choice.origin.place if part.choice else NO_PLACE,
        written=written_mark(note),
        template=template,
    )
