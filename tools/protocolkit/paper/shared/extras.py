"""What a document may have besides its text: parts that are set off, comments in Word, a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum

from protocolkit.document.adoptions import AdoptionState, adopted_on, adoption_state
from protocolkit.document.draft_appendices import Appendix
from protocolkit.document.facts import DECIDED
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record


class SetOff(Enum):
    """How a clause is set off from the text around it."""

    REMARK = "remark"
    CHOICE = "choice"
    OTHER_CHOICE = "other-choice"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment in the margin of a Word file, at the heading or clause with this anchor."""

    anchor: str
    author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What one document has besides its text; ``set_off`` is by the anchor of a clause.

    A remark is ours, a choice is the line above a clause that may be taken over, and an
    alternative is the clause under another choice. A PDF has no comments and no ``appendices``,
    which are no part of the text. ``record`` is what the file says to a program, when that is not
    the printed text itself.
    """

    set_off: Mapping[str, SetOff] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    record: Record | None = None
    appendices: tuple[Appendix, ...] = ()

    def record_of(self, protocol: Protocol) -> Record:
        """Return the record of a file in which ``protocol`` is printed."""
        return self.record or Record(protocol=protocol)


NO_EXTRAS = Extras()

# No program keeps earlier days for the files that it makes.
_EARLIEST = "1980"


def own_date(protocol: Protocol) -> datetime | None:
    """Return the day that a document is dated, for the properties of a file.

    Of an adopted text without a date it is the day of its adoption. None when that is not known
    either, or none to the day: nothing is made up, and it is never the day on which the file was
    made.
    """
    facts = protocol.facts
    is_adopted = (
        facts.status in DECIDED and adoption_state(protocol) is not AdoptionState.NEVER_ADOPTED
    )
    day = facts.dated or (adopted_on(protocol) if is_adopted else "")
    try:
        found = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None
    return found if day >= _EARLIEST else None


# Whatever language the reader's own menus are in, a protocol is Dutch.
TEXT_LANGUAGE = "nl"

_REGIONS = {"nl": "NL", "fy": "NL", "en": "GB"}


def region_of(language: str) -> str:
    """Return the country of a language, ``NL`` for ``nl``; ``""`` when none is known."""
    return _REGIONS.get(language, "")


def tag_of(language: str) -> str:
    """Return a language with its country, as BCP 47 writes it: ``nl-NL``."""
    region = region_of(language)
    return f"{language}-{region}" if region else language


def language_data(language: str) -> dict[str, str | None]:
    """Return a language as Typst takes it."""
    return {"lang": language, "region": region_of(language) or None}
