"""What is new or changed in the topics of a subject: found, told, and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.alignment.proposal import Proposal
from protocolkit.alignment.proposal_words import printable_words, remark
from protocolkit.alignment.propose import propose
from protocolkit.alignment.suggestions import Addition, NewTopic, Suggestions, suggest
from protocolkit.alignment.topic_decisions import Recheck, all_seen_again, rechecks, with_new_seen
from protocolkit.alignment.topics_writer import (
    Texts,
    new_topics_file,
    outside,
    seen_file,
    with_alone,
    with_suggestions,
)
from protocolkit.base.files import check_inside, decoded, is_there
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, Severity, error, problem
from protocolkit.base.replacing import Found, find, replace_file
from protocolkit.collection import (
    SEEN_FILE,
    TOPICS_FILE,
    Subject,
    printed_name,
    read_collection,
)
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import speak
from protocolkit.commands.sentence_model import reader
from protocolkit.commands.unread import unread_files
from protocolkit.comparison.boards import real_boards
from protocolkit.comparison.concordance import Concordance
from protocolkit.comparison.topics_file import read_seen_text, read_topics_text
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.outline import addressable, clause_text, labels
from protocolkit.document.place import Place
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.repository_layout import protocols_folder, subject_names
from protocolkit.wording.thesaurus_file import FILE_NAME as THESAURUS
from protocolkit.wording.thesaurus_file import subject_thesaurus

ALIGN_UNKNOWN = error(
    "align-unknown",
    "A kind of protocol is not known",
    "there is no kind of protocol with this name. There are: {known}.",
    "Name one of these. For files or a folder, add --uncurated.",
)
ALIGN_TOO_FEW = error(
    "align-too-few",
    "There is nothing to compare",
    "to put clauses together, at least two protocols are needed; there is {number}.",
    "Add a protocol.",
)
TOPICS_NOT_EDITABLE = error(
    "topics-not-editable",
    "A list of topics cannot be added to",
    "this file is written in a way that cannot be added to safely; nothing was changed.",
    "Write each topic on lines of its own, as in other lists of topics.",
)
_FEWEST = 2
_SHOWN_WORDS = 14
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A subject with what its protocols propose and what a person should look at.

    ``topics`` is the file of its list of topics, as it was before anything was read.
    """

    root: Path
    subject: Subject
    topics: Found
    concordance: Concordance
    proposal: Proposal
    suggestions: Suggestions
    rechecks: tuple[Recheck, ...]
    problems: tuple[Problem, ...]
    texts: Texts
    names: dict[Place, str]

    @property
    def has_something(self) -> bool:
        """Whether there is something to look at."""
        return bool(self.suggestions or self.left_out or self.rechecks or self.problems)

    @property
    def left_out(self) -> tuple[Place, ...]:
        """The clauses that are in no topic, nor proposed for one, and not under ``alone``."""
        proposed = {addition.place for addition in self.suggestions.additions}
        proposed |= {place for new in self.suggestions.new_topics for place in new.members}
        found = outside(self.concordance, self.texts)
        return tuple(place for place in found if place not in proposed)


def known_subject(root: Path, name: str, subjects: Iterable[Subject]) -> Subject:
    """Return the subject that a user named, by itself or by its folder."""
    found = {subject.slug: subject for subject in subjects}
    slug = _slug(root, name)
    if slug not in found:
        known = ", ".join(sorted(found)) or "-"
        raise ProtocolkitError(problem(ALIGN_UNKNOWN, Location(name), known=known))
    return found[slug]


def _slug(root: Path, name: str) -> str:
    path = Path(name).resolve()
    return path.name if path.parent == protocols_folder(root) else name


def read_state(root: Path, name: str, *, with_nearest: bool = False) -> State:
    """Read a subject and work out what is new in it."""
    asked = (slug for slug in subject_names(root) if slug == _slug(root, name))
    before = [_find(root, slug, TOPICS_FILE) for slug in asked]
    collection = read_collection(root)
    subject = known_subject(root, name, collection.subjects)
    boards = real_boards(subject.protocols)
    folder = subject.file("")
    unread = [f for f in unread_files(collection) if f.location.path.startswith(folder)]
    if unread and len(boards) < _FEWEST:
        raise ProtocolkitError(unread[0])
    check_number(boards, subject.slug)
    problems = [
        found
        for found in collection.problems
        if found.location.path.startswith(folder) and found.code.severity is Severity.ERROR
    ]
    thesaurus, own_path = None, root / folder / THESAURUS
    if is_there(own_path):
        name, inside = f"{folder}{THESAURUS}", protocols_folder(root)
        thesaurus, odd = subject_thesaurus(own_path, name, inside)
        problems += odd
    read = reader(root, len(boards))
    proposal = propose(boards, thesaurus, read=read, with_nearest=with_nearest)
    concordance = subject.concordance or read_topics_text("", subject.slug, Report(""))
    return State(
        root=root,
        subject=subject,
        topics=before[0],
        concordance=concordance,
        proposal=proposal,
        suggestions=suggest(proposal, concordance),
        rechecks=tuple(rechecks(concordance, subject.seen, subject.protocols)),
        problems=tuple(problems),
        texts=_texts(subject.protocols),
        names=dict(_names(subject.protocols)),
    )


def check_number(protocols: tuple[Protocol, ...], name: str) -> None:
    """Raise when there are too few protocols to compare."""
    if len(protocols) < _FEWEST:
        number = str(len(protocols))
        raise ProtocolkitError(problem(ALIGN_TOO_FEW, Location(name), number=number))


def topics_problems(state: State) -> tuple[Problem, ...]:
    """Return the errors in the list of topics, or in the texts seen, that stop any writing."""
    files = tuple(map(state.subject.file, (TOPICS_FILE, SEEN_FILE)))
    return tuple(found for found in state.problems if found.location.path in files)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsFile:
    """The list of topics as it stands in its file, with its own line ends.

    ``found`` is the file; ``text`` lacks nothing of it but a byte-order mark.
    """

    text: str
    found: Found

    @property
    def has_mark(self) -> bool:
        """Whether the file begins with a byte-order mark."""
        return (self.found.content or b"").startswith(_BOM.encode())


def write_suggestions(state: State) -> bool:
    """Add the suggestions to the list of topics, what is in none under ``alone``.

    Returns whether it changed.
    """
    before = _opened(state, state.topics)
    texts = state.texts
    made = edited(state, lambda: with_suggestions(before.text, state.suggestions, texts))
    made = edited(state, lambda: with_alone(made, texts))
    return made != before.text and write_topics(state, before, made)


def write_seen(state: State, *, again: bool) -> bool:
    """Note the texts under new decisions, or again under all; return whether it changed."""
    subject = state.subject
    concordance = read_topics_text(open_topics(state).text, subject.slug, Report(""))
    renewed = all_seen_again if again else with_new_seen
    with at_work(state.root, "align"):
        found = _find(state.root, subject.slug, SEEN_FILE)
        before = decoded(found.content or b"", found.name)
        old = read_seen_text(before, Report(found.name))
        seen = renewed(concordance, old, subject.protocols)
        is_needed = bool(seen) or found.content is not None
        return is_needed and replace_file(found, seen_file(seen, speak).encode())


def open_topics(state: State) -> TopicsFile:
    """Return the list of topics as it stands in its file now, or a new one."""
    return _opened(state, _find(state.root, state.subject.slug, TOPICS_FILE))


def _opened(state: State, found: Found) -> TopicsFile:
    if found.content is None:
        return TopicsFile(text=new_topics_file(state.concordance.title, speak), found=found)
    decoded(found.content, found.name)
    return TopicsFile(text=found.content.decode("utf-8").removeprefix(_BOM), found=found)


def write_topics(state: State, before: TopicsFile, text: str) -> bool:
    """Put a new list of topics in place of the one that was there before.

    Raises :class:`ProtocolkitError` when somebody changed it meanwhile.
    """
    content = f"{_BOM if before.has_mark else ''}{text}".encode()
    with at_work(state.root, "align"):
        return replace_file(before.found, content)


def _find(root: Path, slug: str, name: str) -> Found:
    path = protocols_folder(root) / slug / name
    printed = printed_name(path, root)
    check_inside(path, protocols_folder(root), printed)
    return find(path, printed)


def edited(state: State, edit: Callable[[], str]) -> str:
    """Return an edited list of topics; raise when it cannot be edited safely."""
    try:
        return edit()
    except NotEditableError:
        place = Location(_printed(state, TOPICS_FILE))
        raise ProtocolkitError(problem(TOPICS_NOT_EDITABLE, place)) from None


def report_lines(state: State) -> Iterator[str]:
    """Yield the lines that tell what is new or changed."""
    title = ""
    for addition in state.suggestions.additions:
        if addition.topic.title != title:
            title = addition.topic.title
            yield speak("Perhaps this belongs with '{title}' ({id}) as well:").format(
                title=title, id=addition.topic.id
            )
        yield from _addition_lines(addition, state)
    for new in state.suggestions.new_topics:
        yield from _new_topic_lines(new, state)
    if state.rechecks:
        yield speak("Look here again:")
        yield from (f"  - {_recheck_line(found, state)}" for found in state.rechecks)


def place_name(place: Place, state: State) -> str:
    """Return how a clause is called, with its first words."""
    if place not in state.names:
        return str(place)
    return f'{state.names[place]}: "{printable_words(state.texts.texts[place], _SHOWN_WORDS)}"'


def _addition_lines(addition: Addition, state: State) -> Iterator[str]:
    yield f"  - {place_name(addition.place, state)}"
    said = remark(addition.score, addition.reasons, speak)
    near = place_name(addition.nearest, state)
    yield f"    {said}"
    yield f"    {speak('Most like {clause}').format(clause=near)}"


def _new_topic_lines(new: NewTopic, state: State) -> Iterator[str]:
    yield speak("New topic ({id}):").format(id=new.id)
    yield from (f"  - {place_name(place, state)}" for place in new.members)
    yield f"    {remark(new.score, new.reasons, speak)}"


def _recheck_line(found: Recheck, state: State) -> str:
    decided = found.decided
    text = (
        speak("{clause}: this text is gone. It was decided: {decision}{topic}.")
        if found.is_gone
        else speak("{clause}: the text changed. It was decided: {decision}{topic}.")
    )
    topic = f" ('{decided.topic.title}')" if decided.topic else ""
    return text.format(
        clause=place_name(decided.place, state),
        decision=speak(decided.decision.value),
        topic=topic,
    )


def _texts(protocols: Iterable[Protocol]) -> Texts:
    texts: dict[Place, str] = {}
    kinds: dict[Place, Kind] = {}
    for protocol in protocols:
        for item in addressable(protocol):
            place = Place(protocol.slug, item.anchor)
            texts[place] = clause_text(item)
            kinds[place] = item.kind
    return Texts(texts=texts, kinds=kinds, translate=speak)


def _names(protocols: Iterable[Protocol]) -> Iterator[tuple[Place, str]]:
    for protocol in protocols:
        name = organisation_name(protocol)
        for anchor, label in labels(protocol).items():
            yield Place(protocol.slug, anchor), f"{name}, {label}"


def _printed(state: State, name: str) -> str:
    return state.subject.file(name)
