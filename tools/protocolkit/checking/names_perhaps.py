"""Names in a draft that only the board seems to have whose words were taken: a fund, a programme.

What facts and their forms tell is put in a blank or told as a name that was left
(:mod:`protocolkit.checking.left_behind`). These are guessed by their capitals, so a person looks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import passages
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of, neutral
from protocolkit.document.outline import clause_text, clauses, protocol_text
from protocolkit.text.local_names import local_names

NAME_PERHAPS = warning(
    "name-perhaps",
    "A clause of a draft has what may be a name from the board whose words it has",
    "‘{words}’ may be a name or number of the board whose words these are.",
    "Put your own there, or take it out. Is it right here? Accept it, with the reason.",
)
# In so many clauses a word with a capital is a term.
_TERM_FROM = 3
_WORD = re.compile(r"[^\W\d_]+")


def check_names_perhaps(protocol: Protocol) -> Iterator[Problem]:
    """Yield what may be a name of another in the clauses of a draft that were taken from it.

    A text that was taken over whole has the names of its own board.
    """
    if is_adopted(protocol):
        return
    taken = {entry.anchor for entry in protocol.facts.provenance if entry.source.organisation}
    if not taken:
        return
    ordinary = _ordinary(protocol)
    own = (*names_of(protocol), *protocol.facts.applies_to)
    for passage in passages(protocol):
        if passage.anchor not in taken:
            continue
        for words in dict.fromkeys(local_names(neutral(passage.text, own), ordinary)):
            yield passage.report(NAME_PERHAPS, words=words)


def _ordinary(protocol: Protocol) -> frozenset[str]:
    """Return words of which a capital makes no name: small elsewhere, or in many clauses.

    A formal text writes what it defined with a capital: 'de Gebruiker'.
    """
    small = {word for word in _WORD.findall(protocol_text(protocol)) if word.islower()}
    places = Counter(
        word
        for clause in clauses(protocol)
        for word in {found.casefold() for found in _WORD.findall(clause_text(clause))}
    )
    return frozenset(small | {word for word, count in places.items() if count >= _TERM_FROM})
