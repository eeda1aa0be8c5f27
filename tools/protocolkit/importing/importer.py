"""The line of an import: structure, own record, protocol, proof; each hands its value on.

Whatever the guesses are, the words are proved before anything is returned: source plus ledger
must equal the protocol's words, and the Markdown must read back as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import Message, mark, message
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.richtext import Text, plain
from protocolkit.importing.import_values import Imported, Known, ReadSource
from protocolkit.importing.markdown_file import ReadMarkdown, known_facts, written_out
from protocolkit.importing.own_files.draft_appendices import without_draft_appendices
from protocolkit.importing.own_files.margin_labels import with_labels_told
from protocolkit.importing.own_files.matching import (
    anchors_of,
    unseen_kinds,
    with_seen_kinds,
)
from protocolkit.importing.own_files.recorded_facts import (
    is_about,
    is_same_organisation,
    recall,
    unchanged_notices,
    unseen_notices,
    wished_facts,
    with_cover,
)
from protocolkit.importing.own_files.records import (
    OwnRecord,
    read_record,
    refuse_what_is_no_protocol,
)
from protocolkit.importing.proof.protocol import prove_first
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import BROKEN_REFERENCE
from protocolkit.importing.source.limits import Progress, Stage, as_lines, tell_nobody
from protocolkit.importing.source.lines import Doubt, Source
from protocolkit.importing.source.unseen_signs import without_unseen_signs
from protocolkit.importing.structure.assemble import assemble
from protocolkit.importing.structure.choices import Choice
from protocolkit.importing.structure.found_facts import UNNAMED, Wishes, make_facts
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.importing.structure.naming import Names
from protocolkit.importing.structure.stated_decisions import find_facts, guess_organisation
from protocolkit.importing.structure.steps import Structure, find_structure
from protocolkit.importing.taken_readings import no_choices, typed, with_choices
from protocolkit.reading.ledger import SourceChange
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.references.broken import broken_references
from protocolkit.text.words import tokens

_DISBELIEVED = mark("What the file keeps for itself does not fit its text, and was not used.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A protocol that has not been proved; ``recorded`` is the one that its facts come from."""

    protocol: Protocol
    source: Source
    changes: tuple[SourceChange, ...]
    origins: tuple[Origin, ...]
    unsure_notes: tuple[str, ...] = ()
    title: Origin | None = None
    recorded: Protocol | None = None
    choices: tuple[Choice, ...] = ()


def import_source(
    source: Source, wishes: Wishes | None = None, location: Location = NOWHERE
) -> Imported:
    """Turn an extracted source into a protocol with its ledger.

    Raises :class:`ProtocolkitError` when the source is empty, or when a word would be lost.
    """
    return import_read(read_source(source, location), wishes, location)


def import_markdown(
    read: ReadMarkdown, wishes: Wishes | None = None, location: Location = NOWHERE
) -> Imported:
    """Take a Markdown file in: one in our own format stays as it is, but for what is wished.

    Raises :class:`ProtocolkitError` when it is empty, or when a word would be lost.
    """
    _refuse_empty(read.source, location)
    no_choices(wishes.choices if wishes else (), location)
    return _proved(_markdown_draft(read, wishes or Wishes()), location)


def read_source(
    source: Source, location: Location = NOWHERE, progress: Progress = tell_nobody
) -> ReadSource:
    """Work out how a source is built, and what it carries when its file is ours.

    Raises :class:`ProtocolkitError` when it is empty, or made by us and no protocol of a board.
    """
    source = without_draft_appendices(without_unseen_signs(source))
    _refuse_empty(source, location)
    own = read_record(source)
    refuse_what_is_no_protocol(own, location)
    if own.protocol is not None and source.is_laid_out:
        source = with_labels_told(source, own.protocol)
    progress(Stage.STRUCTURE, 0, as_lines(len(source.lines), len(source.text)))
    broken = (
        Doubt(begin=begin, end=end, text=BROKEN_REFERENCE)
        for begin, end in broken_references(source.text)
    )
    source = replace(
        source, doubts=(*source.doubts, *broken), notices=(*source.notices, *own.notices)
    )
    return _assembled(source, own, find_structure(source))


def _assembled(source: Source, own: OwnRecord, structure: Structure) -> ReadSource:
    names = Names((note.anchor for note in structure.notes), _reserved(source, own))
    assembled = assemble(structure.root, names)
    return ReadSource(source=source, own=own, structure=structure, assembled=assembled)


def known(read: ReadSource) -> Known:
    """Return what a source says of itself, and what its record says that is about this text."""
    own, name = read.own, read.structure.organisation
    recorded = own.with_facts(is_whole=False).protocol
    if recorded is None:
        return Known(organisation=(own.cover.organisation.name if own.cover else "") or name)
    if own.is_shown or is_about(own, read.bare):
        name = recorded.facts.organisation.name
        name = "" if name == UNNAMED else name
        return Known(organisation=name, subject=recorded.subject, slug=recorded.slug)
    return Known(organisation=name or guess_organisation(read.source.text))


def import_read(
    read: ReadSource,
    wishes: Wishes | None = None,
    location: Location = NOWHERE,
    progress: Progress = tell_nobody,
) -> Imported:
    """Make a protocol of a source that was understood, as a person wishes it.

    Raises :class:`ProtocolkitError` when a word would be lost, or when there is no such choice as
    was made.
    """
    wishes = wishes or Wishes()
    progress(Stage.PROOF, 0, as_lines(len(read.source.lines), len(read.source.text)))
    if read.own.is_shown:
        no_choices(wishes.choices, location)
        return _proved(_recorded_draft(read, wishes), location)
    structure = with_choices(read.source, read.structure, wishes, location)
    if structure is not read.structure:
        read = _assembled(read.source, read.own, structure)
    draft = _found_draft(read, wishes, location)
    if read.own.protocol is None:
        return _proved(draft, location)
    recalled, disbelieved = _recalled(draft, read.own, wishes), message(_DISBELIEVED)
    return _proved(recalled, location, otherwise=_noticed(draft, disbelieved))


def _refuse_empty(source: Source, location: Location) -> None:
    if not tokens(source.text):
        raise ProtocolkitError(problem(codes.EMPTY, location))


# -- drafts ---------------------------------------------------------------------------------


def _found_draft(read: ReadSource, wishes: Wishes, location: Location) -> _Draft:
    """Return what the text alone says.

    Raises :class:`ProtocolkitError` when there is no text in it.
    """
    source, structure = read.source, read.structure
    title = structure.title(wishes.organisation or structure.organisation)
    if not (title.content or title.left_out or protocol_tokens(read.bare)):
        raise ProtocolkitError(problem(codes.NOTHING_LEFT, location))
    said = find_facts(
        f"{block.marker} {block.text}".strip()
        for block in structure.paragraphs
        if not any(block is one for one in title.left_out)
    )
    facts = make_facts(source.text, said, plain(title.content), wishes, structure.organisation)
    facts = with_cover(facts, read.own.cover, wishes)
    return _Draft(
        protocol=replace(read.bare, facts=facts, title=title.content or (Text(facts.title),)),
        source=source,
        changes=(*structure.changes, *title.changes),
        origins=read.assembled.origins,
        unsure_notes=structure.unsure_notes,
        title=title.origin,
        choices=structure.choices,
    )


def _reserved(source: Source, own: OwnRecord) -> Iterator[str]:
    """Yield the anchors that a new clause may not get: they are of others, or were."""
    yield from (line.anchor for line in source.lines)
    if own.protocol is not None:
        yield from anchors_of(own.protocol)


def _recalled(draft: _Draft, own: OwnRecord, wishes: Wishes) -> _Draft:
    """Return a draft with what the record of its file says, as far as the text proves that."""
    told = recall(draft.protocol, draft.origins, own, wishes)
    return replace(
        _noticed(draft, *told.notices),
        protocol=told.protocol,
        origins=told.origins,
        recorded=own.protocol if told.is_recorded else None,
    )


def _recorded_draft(read: ReadSource, wishes: Wishes) -> _Draft:
    """Return what the record says, where the text of the file is all of that.

    Kinds are those that the text alone says, unless a person confirmed others.
    """
    whole = read.own.with_facts(is_whole=wishes.takes_record).protocol
    assert whole is not None, "a file shows its record"
    seen = with_seen_kinds(whole, read.bare)
    recorded = whole if wishes.takes_record else seen
    kinds = unseen_kinds(seen, whole)
    is_same = is_same_organisation(wishes.organisation, recorded.facts.organisation)
    facts = wished_facts(recorded.facts, wishes, recorded.facts.source.file)
    title = () if facts.title_supplied and not is_same else recorded.title
    written = written_out(replace(recorded, facts=facts, title=title), is_ours=is_same)
    # the text is now that of the record: what was left out has no place in it
    source = replace(
        written.source,
        notices=(
            *read.source.notices,
            *unchanged_notices(recorded.facts, wishes, read.own.turned, has_aside=_has_aside(read)),
            *unseen_notices(read.own, kinds, is_taken=wishes.takes_record, has_facts=is_same),
        ),
        left_out=tuple(replace(found, at=-1) for found in read.source.left_out),
    )
    draft = _markdown_draft(replace(written, source=source), wishes)
    return replace(draft, recorded=recorded if is_same else None)


def _has_aside(read: ReadSource) -> bool:
    return any(one.reason is LeftOutReason.TYPED_ASIDE for one in read.source.left_out)


def _markdown_draft(read: ReadMarkdown, wishes: Wishes) -> _Draft:
    """Return a protocol that was Markdown already."""
    facts = known_facts(read, wishes)
    protocol = replace(read.protocol, facts=facts)
    if facts.title_supplied and not protocol.title:
        protocol = replace(protocol, title=(Text(facts.title),))
    return _Draft(protocol=protocol, source=read.source, changes=read.changes, origins=read.origins)


def _noticed(draft: _Draft, *notices: Message) -> _Draft:
    source = draft.source
    return replace(draft, source=replace(source, notices=(*source.notices, *notices)))


# -- proof ----------------------------------------------------------------------------------


def _proved(draft: _Draft, location: Location, otherwise: _Draft | None = None) -> Imported:
    """Return a draft whose words are proved, else the other one of the same source.

    Raises :class:`ProtocolkitError` when neither can be proved.
    """
    drafts = [draft, otherwise] if otherwise else [draft]
    protocols = [one.protocol for one in drafts]
    place, proof = prove_first(protocols, draft.source, draft.changes, location)
    draft = drafts[place]
    return Imported(
        protocol=proof.protocol,
        markdown=proof.markdown,
        ledger=replace(proof.ledger, choices=_typed(draft.choices)),
        source=draft.source,
        origins=draft.origins,
        unsure_notes=draft.unsure_notes,
        title=draft.title,
        choices=draft.choices,
        is_recorded=draft.recorded is not None,
        subject=draft.recorded.subject if draft.recorded else "",
        slug=draft.recorded.slug if draft.recorded else "",
    )


def _typed(choices: Iterable[Choice]) -> tuple[str, ...]:
    """Return what a person chose, as it is typed."""
    return tuple(typed(choice.key, choice.reading) for choice in choices if choice.is_chosen)
