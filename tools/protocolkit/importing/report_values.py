"""The import report as values: what its page and its text render."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.messages import Translate
from protocolkit.importing.doubt_order import Harm
from protocolkit.importing.report_choices import ReadingChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause or heading: what the source has, what came of it, and how sure that is.

    ``confidence`` runs from 10 to 100; ``reasons`` say why it is not 100, ``harm`` how bad that may
    be. ``span`` is where it stands in the text of the source, ``picture`` what its page looks
    like there (PNG in base64), where there is one; ``places`` can be read in another way.
    """

    label: str
    anchor: str
    page: int
    confidence: int
    reasons: tuple[str, ...]
    source: str
    result: str
    is_heading: bool
    harm: Harm = Harm.NONE
    span: tuple[int, int] = (0, 0)
    picture: str = ""
    places: tuple[ReadingChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """Texts of one kind, by a guess: what the kind is called, and which texts they are."""

    kind: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One entry of the ledger, or equal ones together, ready to print; ``line`` is the first."""

    kind: str
    reason: str
    text: str
    result: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Words of the file that are no text of the protocol; ``place`` says where they stood."""

    place: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Everything that a person should know of one import.

    ``first_look`` are at most seven places, the most harmful first; ``more_to_see`` is how many
    others are in doubt. ``kinds`` are the kinds of text that were guessed, ``undoubted`` the places
    that are not in doubt and can be read in another way.
    """

    title: str
    file: str
    words: int
    clauses: int
    notes: int
    first_look: tuple[Row, ...]
    more_to_see: int
    kinds: tuple[Guessed, ...]
    guesses: tuple[str, ...]
    notices: tuple[str, ...]
    differences: tuple[Difference, ...]
    left_out: tuple[Omission, ...]
    words_left_out: int
    rows: tuple[Row, ...]
    undoubted: tuple[ReadingChoice, ...] = ()

    def summary(self, translate: Translate) -> str:
        """Return what an import came to, in a sentence."""
        text = translate("{clauses} clauses, {notes} footnotes, {words} words; no word was lost.")
        if self.words_left_out:
            text = translate(
                "{clauses} clauses, {notes} footnotes, {words} words; no word was lost. "
                "Words left out: {left_out}. See the report."
            )
        return text.format(
            clauses=self.clauses,
            notes=self.notes,
            words=self.words,
            left_out=self.words_left_out,
        )


def folded(text: str) -> str:
    """Return a text on one line, with one space between its words."""
    return " ".join(text.split())
