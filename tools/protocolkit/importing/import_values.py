"""What an import hands on: a source as it was read, what it says of itself, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.own_files.records import (
    OwnRecord,
)
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.assemble import Assembled
from protocolkit.importing.structure.choices import Choice
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.importing.structure.steps import Structure
from protocolkit.reading.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource:
    """A source as it was understood, before anybody said what it is.

    Where the file shows its record, no more and no less, that is the text; ``structure`` then says
    only what a reader may guess of it. ``assembled`` are its parts with their names.
    """

    source: Source
    own: OwnRecord
    structure: Structure
    assembled: Assembled

    @property
    def bare(self) -> Protocol:
        """The text alone, without a title and a fact."""
        return Protocol(
            facts=Facts(organisation=Organisation(name="")),
            title=(),
            parts=self.assembled.parts,
            notes=self.structure.notes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a file says of itself before anybody is asked; "" is what it does not say."""

    organisation: str = ""
    subject: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """An import that lost nothing: what can be written, and what a person should look at.

    ``is_recorded`` says that its facts come from the record of a file of ours; ``subject`` and
    ``slug`` are then where that protocol stood. ``title`` is where the title stood, ``choices`` the
    places that can be read in another way.
    """

    protocol: Protocol
    markdown: str
    ledger: Ledger
    source: Source
    origins: tuple[Origin, ...]
    unsure_notes: tuple[str, ...]
    title: Origin | None = None
    choices: tuple[Choice, ...] = ()
    is_recorded: bool = False
    subject: str = ""
    slug: str = ""

    @property
    def words(self) -> int:
        """How many words the protocol has."""
        return len(protocol_tokens(self.protocol))
