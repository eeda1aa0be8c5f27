"""Everything that ``protocol check`` looks at, for a whole repository."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.checking.acceptance import without_accepted
from protocolkit.checking.aged import check_aged
from protocolkit.checking.answered import check_answered
from protocolkit.checking.basis import check_basis
from protocolkit.checking.behind_board import check_behind_board
from protocolkit.checking.broken_sentences import check_broken_sentences
from protocolkit.checking.choices import check_choices_file
from protocolkit.checking.consent import check_consent
from protocolkit.checking.contacts import check_contacts
from protocolkit.checking.corrections import check_corrections
from protocolkit.checking.councils import check_councils, check_taken_over
from protocolkit.checking.decided_text import check_decided_text
from protocolkit.checking.decisions import check_decisions
from protocolkit.checking.ended_councils import check_ended, ended_councils
from protocolkit.checking.ended_schools import check_ended_schools
from protocolkit.checking.evidence import check_evidence
from protocolkit.checking.kept_versions import check_decided_versions, check_frozen
from protocolkit.checking.left_behind import check_left
from protocolkit.checking.names_perhaps import check_names_perhaps
from protocolkit.checking.numbering import check_numbering
from protocolkit.checking.other_words import check_other_words
from protocolkit.checking.papers_inside import check_papers_inside, check_proof_names
from protocolkit.checking.people import check_people, check_people_beside
from protocolkit.checking.placeholders import check_placeholders
from protocolkit.checking.proposals import check_proposals
from protocolkit.checking.put_back import check_put_back
from protocolkit.checking.reader_forms import check_reader_forms
from protocolkit.checking.references import (
    check_appendices,
    check_links,
    check_lost_references,
    check_references,
)
from protocolkit.checking.sentences import check_sentences
from protocolkit.checking.signs import (
    check_cover_signs,
    check_signs,
    check_topic_signs,
    with_own_signs,
)
from protocolkit.checking.terms import check_terms
from protocolkit.checking.text_in_force import check_text_in_force
from protocolkit.checking.together import check_together, without_followed
from protocolkit.checking.topics import check_topics
from protocolkit.checking.verb_missing import check_verbs
from protocolkit.checking.verb_number import check_verb_number
from protocolkit.checking.written_reasons import check_written_reasons
from protocolkit.collection import TOPICS_FILE, Collection, Subject, printed_name, source_path
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import ledger_path
from protocolkit.reading.ledger_proof import verify
from protocolkit.repository_layout import protocols_folder

SOURCE_MISSING = error(
    "source-missing",
    "The source of a protocol is not there",
    "the source '{file}' is not in this protocol's folder.",
    "Put the file there, or correct 'source: file'.",
)


def check_collection(
    collection: Collection,
    today: str = "",
    found_in: Callable[[Protocol, str], Iterable[Problem]] | None = None,
) -> tuple[Problem, ...]:
    """Return every problem of a repository that nobody accepted, by file and line.

    ``today`` is an ISO date, for review dates that have passed; the clock is never read.
    ``found_in`` may know what :func:`check_protocol` found in an earlier run.
    """
    from protocolkit.paper.house.style import house_fonts_of  # noqa: PLC0415 - slow to load

    found_in = found_in or check_protocol
    of_file: dict[str, list[Problem]] = {}
    for found in collection.problems:
        of_file.setdefault(found.location.path, []).append(found)
    problems: list[Problem] = []
    everyone = collection.protocols
    ended = ended_councils(everyone)
    for subject in collection.subjects:
        for protocol in subject.protocols:
            own = of_file.pop(protocol.location.path, [])
            fonts = house_fonts_of(collection.root, protocol)
            own += with_own_signs(found_in(protocol, today), protocol, fonts)
            own = [*_check_in_subject(protocol, subject, own)]
            own += check_put_back(protocol, subject.as_written(protocol), today)
            own += _check_source(protocol, collection.root)
            own += check_cover_signs(protocol, collection.root, fonts)
            own += check_decided_versions(protocol, collection.root)
            own += check_corrections(protocol, collection.root)
            own += [*check_taken_over(protocol, subject.protocols), *check_ended(protocol, ended)]
            own += check_text_in_force(protocol, collection.root, own)
            own += check_behind_board(protocol, subject.protocols, collection.root)
            own += [*check_left(protocol, subject.protocols), *check_basis(protocol, everyone)]
            problems += without_accepted(protocol, own)
        problems += [*_topics(subject, of_file), *check_topic_signs(subject, collection.root)]
        problems += check_choices_file(collection.root, subject)
    problems += [found for rest in of_file.values() for found in rest]
    problems += _check_beside(collection)
    return tuple(sorted(problems, key=_place))


def _check_in_subject(
    protocol: Protocol, subject: Subject, told: Iterable[Problem]
) -> Iterator[Problem]:
    """Yield what was ``told`` of it alone, and what shows beside the others of its subject.

    That are links that lead nowhere, and choices answered elsewhere or in other words.
    """
    yield from without_followed(told, protocol, subject.protocols)
    yield from check_links(protocol, subject)
    yield from check_answered(protocol, subject.concordance, told)
    yield from check_other_words(protocol, subject.concordance, subject.protocols)


def _topics(subject: Subject, told: Container[str]) -> Iterator[Problem]:
    """Yield what is wrong with topics; a list that could not be read is told, not missing."""
    if subject.concordance is not None or subject.file(TOPICS_FILE) not in told:
        yield from check_topics(subject)


def _check_beside(collection: Collection) -> Iterator[Problem]:
    """Yield what is odd in files beside the protocols."""
    yield from check_frozen(collection.root)
    yield from check_written_reasons(collection.root, collection.protocols)
    yield from check_proposals(collection)
    yield from check_people_beside(collection.root)
    yield from check_papers_inside(collection.root)


def _place(found: Problem) -> tuple[str, int, str, str]:
    return (found.location.path, found.location.line, found.code.name, found.anchor)


def _check_source(protocol: Protocol, root: Path) -> Iterator[Problem]:
    path = source_path(root, protocol)
    file = protocol.facts.source.file
    if path is None and not file:
        return
    if path is None or not path.is_file():
        yield problem(SOURCE_MISSING, protocol.location, file=file)
        return
    if path.suffix != ".txt":
        return
    try:
        report = Report(printed_name(ledger_path(path), root.resolve()))
        inside = protocols_folder(root) / protocol.subject
        yield from verify(protocol, path, report, inside)
        text = read_text(path, inside)
        yield from check_evidence(protocol.facts, text, protocol.location)
    except ProtocolkitError as reason:
        yield reason.problem


def check_protocol(protocol: Protocol, today: str = "") -> Iterator[Problem]:
    """Yield everything odd in one protocol by itself, accepted or not.

    ``today`` is an ISO date; without it nothing is held against the passing of time.
    """
    yield from check_numbering(protocol)
    yield from check_placeholders(protocol)
    yield from check_sentences(protocol)
    yield from check_broken_sentences(protocol)
    yield from check_verbs(protocol)
    yield from check_verb_number(protocol)
    yield from check_names_perhaps(protocol)
    yield from check_contacts(protocol)
    yield from check_consent(protocol)
    yield from check_terms(protocol)
    yield from check_reader_forms(protocol)
    yield from check_references(protocol)
    yield from check_lost_references(protocol)
    yield from check_appendices(protocol)
    yield from check_decisions(protocol, today)
    yield from check_decided_text(protocol)
    yield from check_councils(protocol, today)
    yield from check_ended_schools(protocol)
    yield from check_aged(protocol, today)
    yield from check_signs(protocol)
    yield from check_people(protocol)
    yield from check_proof_names(protocol)
    yield from check_together(protocol)
