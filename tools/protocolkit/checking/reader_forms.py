"""How a draft speaks to its reader: with je, with u, or with neither.

Only forms that are sure count. What is quoted speaks to somebody else, and a question that is
still open is ours. Only a draft of words of several boards is looked at: a board itself may speak
otherwise to pupils than to parents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, passages
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Protocol
from protocolkit.text.reader_address import JE, SURE, U, without_quoted

READER_FORMS = warning(
    "reader-forms",
    "A draft speaks to its reader in two ways",
    "this clause says '{words}'; elsewhere this draft says '{form}' ({count}×).",
    "Rewrite it in one form. If it is meant for others, accept it with a reason.",
)

KEY = "aanspreekvorm"
"""How the wish is answered, among the terms of a file of answers."""

NEITHER = "leerling"
FORMS = (JE, U, NEITHER)
"""What may be wished; the last speaks of pupils, and to nobody."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that speak to the reader: in which form, and where they stand."""

    form: str
    words: str
    passage: Passage


def reader_forms(protocol: Protocol) -> tuple[Spoken, ...]:
    """Return how a draft speaks to its reader: each form of each clause once, in its order."""
    if not protocol.facts.provenance or is_adopted(protocol):
        return ()
    found: dict[tuple[str, str], Spoken] = {}
    still_open = {entry.anchor for entry in protocol.facts.provenance if not entry.choice}
    for passage in passages(protocol):
        if passage.anchor in still_open:
            continue
        said = without_quoted(passage.text)
        for form, pattern in SURE.items():
            if match := pattern.search(said):
                words = " ".join(match[0].split())
                found.setdefault((passage.anchor, form), Spoken(form, words, passage))
    return tuple(found.values())


def is_form(key: str, word: str) -> bool:
    """Tell whether a word may be wished as the form of address; ``""`` leaves it as it is."""
    return key == KEY and word in {*FORMS, ""}


def counted_forms(spoken: Sequence[Spoken]) -> tuple[tuple[str, int], ...]:
    """Return in how many clauses each form stands, the most used first."""
    return tuple(Counter(one.form for one in spoken).most_common())


def check_reader_forms(protocol: Protocol) -> Iterator[Problem]:
    """Yield each clause that speaks to the reader in another form than the most used one."""
    spoken = reader_forms(protocol)
    counts = counted_forms(spoken)
    if len(counts) < 2:
        return
    usual, number = counts[0]
    for one in spoken:
        if one.form != usual:
            yield one.passage.report(READER_FORMS, words=one.words, form=usual, count=str(number))
