"""One text of the history of a protocol, and how it stands among the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.document.adoptions import began
from protocolkit.document.approvals import Approval
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol
from protocolkit.versions.known_text import KnownText
from protocolkit.versions.turns import Turn


class TextStanding(Enum):
    """How a text stands among the others of its protocol.

    ``EARLIER`` is one before a text of which nobody recorded that anything was decided on it.
    ``OVER`` is an adopted one of which every school is no more. ``TO_COME`` is an adopted one on a
    day before it begins; no history says so, for it has no day.
    """

    HOLDS = "holds"
    TO_COME = "to-come"
    NEWEST = "newest"
    EARLIER = "earlier"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    OVER = "over"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of a history: as it is now (``present``), as it was kept (``kept``), or both.

    ``name`` tells it from the others of its history; that of a present text which nobody kept is
    "". ``told`` is the text with what is recorded of its words now; where nothing is, with what is
    recorded of the newest text with the same words. ``successor`` is what took its place, told so;
    ``replaced_by`` is the adoption of that, where one is recorded. ``same_as`` names the entry with
    the same words that is told of as this text; None where this is the one. ``recorded`` is the
    kept version with what is recorded of its words. ``turns`` say on which days it holds by what
    was adopted; there are none where that is not recorded.
    """

    name: str
    present: KnownText | None
    kept: KnownText | None
    standing: TextStanding
    told: Protocol
    successor: Protocol | None = None
    replaced_by: Approval | None = None
    same_as: str | None = None
    recorded: Protocol | None = None
    turns: tuple[Turn, ...] = ()

    @property
    def kept_page(self) -> Protocol | None:
        """The kept version as its own page tells of it, None where nothing was kept."""
        if self.recorded is None or self.standing is not TextStanding.REPLACED:
            return self.recorded
        facts = replace(self.recorded.facts, status=Status.REPLACED)
        return replace(self.recorded, facts=facts)

    @property
    def date(self) -> str:
        """The day on which this text began to hold, as far as that is known."""
        name = self.kept.name if self.kept else ""
        own = (one.date for one in self.told.facts.approvals if name and one.version == name)
        return self.told.facts.valid_from or next(own, "") or began(self.told)

    @property
    def text(self) -> KnownText:
        """The text: the present one when it is there, whose facts may have gone on."""
        found = self.present or self.kept
        assert found is not None
        return found
