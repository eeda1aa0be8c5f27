"""What is recorded at the top of a file names no person: covers and the website print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.document.approvals import Approval
from protocolkit.document.facts import Facts
from protocolkit.document.names import own_names
from protocolkit.text.named_bodies import persons_in_body, persons_in_file
from protocolkit.text.person_names import NAME_REMOVED, person_names

BODY_NAMES = error(
    "body-names",
    "A person is named as the council or the board",
    "'{words}' looks like the name of a person; it would stand on the cover and the website.",
    "Name the council or the function, such as 'GMR De Brug' or 'College van bestuur'. Is it the "
    "name of a school? Write that under 'applies_to' or 'aliases' at the top of the file.",
)
PROOF_NAMES = error(
    "proof-names",
    "The name of a file that proves a decision names a person",
    "'{words}' in the name of the file looks like the name of a person; that name is recorded.",
    "Give the file a name without a person, such as 'brief-2026-03-10.pdf', and name that.",
)
WORDS_NAME = error(
    "words-name",
    "What is recorded of a term or an article names a person",
    "'{words}' looks like the name of a person; what you type stays in the file.",
    "Type it without that name, such as 'tellen niet mee'.",
)


_CODES = {"body": BODY_NAMES, "proof": PROOF_NAMES, "words": WORDS_NAME}


def refuse_persons(facts: Facts, entries: Iterable[Approval], place: Location) -> None:
    """Raise :class:`ProtocolkitError` for a name of a person that a file does not have yet.

    ``facts`` are those of the file before; ``entries`` are what it will have.
    """
    known = own_names(facts)
    had = {one for entry in facts.approvals for one in persons_in_entry(entry, known)}
    for entry in entries:
        for where, words in persons_in_entry(entry, known):
            if (where, words) not in had:
                raise ProtocolkitError(problem(_CODES[where], place, words=words))


def without_persons(entry: Approval, said: str, known: Iterable[str]) -> str:
    """Return what an entry says without the names of persons in it, as it stays to be read."""
    for _, words in persons_in_entry(entry, known):
        said = re.sub(re.escape(words), NAME_REMOVED, said, flags=re.IGNORECASE)
    return said


def persons_in_entry(entry: Approval, known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of persons in an entry, each with where: ``body``, ``proof`` or ``words``.

    ``known`` are the names of the organisation itself; so are those of the schools of the entry.
    """
    schools = (*known, *entry.schools)
    for body in (entry.body, entry.ended.into):
        yield from (("body", words) for words in persons_in_body(body, schools))
    for proof in entry.proofs:
        file = Path(proof.file).stem
        yield from (("proof", words) for words in persons_in_file(file))
    for said in (entry.holidays, entry.ground):
        yield from (("words", words) for words in person_names(said))
