"""A place: a clause or note by its organisation and its anchor, as every file names it.

It is printed ``organisation#anchor``: in ``topics.yml``, in choices and answers, in what a draft
keeps of where its words came from. This is the one parser and the one printer of that.
"""

from __future__ import annotations

from dataclasses import dataclass

_BETWEEN = "#"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A clause or note of a subject: the slug of its organisation, and its anchor.

    A place without an anchor is the document as a whole; :data:`NO_PLACE` has neither.
    """

    organisation: str
    anchor: str = ""

    @classmethod
    def parse(cls, text: str) -> Place:
        """Return the place that a text names; every text names one, if only a document."""
        organisation, _, anchor = text.partition(_BETWEEN)
        return cls(organisation, anchor)

    @property
    def is_clause(self) -> bool:
        """Whether it names a clause or note, rather than a document or nothing."""
        return bool(self.organisation and self.anchor)

    def __str__(self) -> str:
        return f"{self.organisation}{_BETWEEN}{self.anchor}" if self.anchor else self.organisation


NO_PLACE = Place("")
"""What names nothing: printed it is empty."""
