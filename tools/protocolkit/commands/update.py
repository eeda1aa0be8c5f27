"""``protocol update``: what changed since a protocol was drafted, and taking that over."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from protocolkit.base.files import FILE_MISSING, decoded
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_file
from protocolkit.collection import Subject, printed_name, read_collection
from protocolkit.commands.at_work import at_work
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    repository,
    say,
    show,
    speak,
    to_type,
)
from protocolkit.commands.questions import STOP, UnfitReplyError, is_yes, numbered
from protocolkit.commands.update_pages import heading, update_lines
from protocolkit.commands.update_told import news_lines
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.merging import Merge, merged_sides
from protocolkit.drafting.new.new_protocol import choice_names
from protocolkit.drafting.new.theme_headings import headed_themes
from protocolkit.drafting.template.sources import choice_id, neutral_text
from protocolkit.drafting.template.subject_template import template_of
from protocolkit.drafting.template.values import Choice, Template
from protocolkit.drafting.update.accepting import accept_from_board, accept_from_template
from protocolkit.drafting.update.against_board import compare_with_board
from protocolkit.drafting.update.against_template import compare_with_template
from protocolkit.drafting.update.earlier import EarlierTexts
from protocolkit.drafting.update.findings import ClauseUpdate, Finding
from protocolkit.drafting.update.of_two import choices_of_two, template_of_two
from protocolkit.drafting.update.rewiring import rewired
from protocolkit.drafting.update.rewriting import rewritten
from protocolkit.repository_layout import protocols_folder

UPDATE_UNKNOWN = error(
    "update-unknown",
    "A protocol was not made from a template",
    "it is not recorded where these clauses came from.",
    "Only a protocol made with 'protocol new' can be compared with what it was made from.",
)
UPDATE_SOURCE = error(
    "update-source",
    "What a protocol was made from is not there any more",
    "'{name}', from which this was made, is not there.",
    "Put it back, or leave this protocol as it is.",
)
UPDATE_ANCHOR = error(
    "update-anchor",
    "There is nothing to take over at an anchor",
    "at '{name}' there is nothing to take over.",
    "There is at: {known}.",
)
UPDATE_CHOICE = error(
    "update-choice",
    "A formulation has to be chosen",
    "at '{name}' more than one formulation can be chosen.",
    "Choose one: --accept {name}=ID, with one of {known}.",
)

_WAITING = (
    Finding.OFFERED,
    Finding.BOTH,
    Finding.MOVED,
    Finding.DEVIATES,
    Finding.NEW,
    Finding.OPEN,
)


def update(file: Path, accepted: tuple[str, ...], takes_all: bool, asks: bool, folder: Path) -> int:
    """Show what changed; change the file only where that was asked for."""
    path = (file if file.exists() else folder / file).resolve()
    if not path.is_file():
        raise ProtocolkitError(problem(FILE_MISSING, Location(str(file))))
    work = _open(path)
    updates = work.updates()
    if asks:
        taken = list(_ask(updates))
    else:
        taken = _wanted(updates, accepted, takes_all=takes_all, work=work)
        if not taken:
            for line in _report(updates, work.name):
                show(line)
        if takes_all and not taken:
            say(speak("There is nothing to take over that you did not change yourself."))
    protocol = work.protocol
    for found, choice in taken:
        protocol = work.accept(protocol, found, choice)
    protocol = work.settled(protocol) if taken else protocol
    if taken:
        text = rewritten(decoded(work.found.content or b"", work.name), protocol)
        with at_work(work.root, "update"):
            replace_file(work.found, text.encode())
        say(speak("Taken over: {anchors}.").format(anchors=", ".join(u.anchor for u, _ in taken)))
        choices = [one for u, choice in taken if (one := choice or u.choice)]
        for line in news_lines(work.protocol, protocol, work.subject, choices):
            say(line)
        show(work.name)
    done = {found.anchor for found, _ in taken}
    waiting = [u for u in updates if u.finding in _WAITING and u.anchor not in done]
    return EXIT_PROBLEMS if waiting else EXIT_CLEAN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A drafted protocol with what it came from: the template, or the board's protocol.

    ``found`` is its file as it was before anything was read.
    """

    found: Found
    root: Path
    name: str
    subject: Subject
    protocol: Protocol
    template: Template | None
    board: Protocol | None
    merge: Merge | None = None

    def updates(self) -> tuple[ClauseUpdate, ...]:
        """Return what became of each clause."""
        earlier = EarlierTexts(self.root, self.subject.slug).words
        if self.board is not None:
            return compare_with_board(self.protocol, self.board, earlier)
        assert self.template is not None
        ids = _ids_now(self.subject.protocols)
        return compare_with_template(self.protocol, self.template, ids, earlier)

    def accept(self, protocol: Protocol, found: ClauseUpdate, choice: Choice | None) -> Protocol:
        """Return a protocol with one update taken over."""
        if self.board is not None:
            return accept_from_board(protocol, found, self.board)
        assert self.template is not None
        themes = headed_themes(self.template.themes, speak)
        return accept_from_template(protocol, found, replace(self.template, themes=themes), choice)

    def settled(self, protocol: Protocol) -> Protocol:
        """Return a protocol of which the references lead to where clauses are now."""
        if self.template is None:
            return protocol
        return rewired(protocol, choices_of_two(self.template, self.merge))


def _open(path: Path) -> _Work:
    """Find the repository around a file and what the protocol was made from."""
    root = repository(path.parents[2] if len(path.parents) > 2 else path.parent, "update")
    name = printed_name(path, root)
    # Before it is read: what somebody saves from now on is seen.
    found_file = find(path, name)
    slug = path.parent.name
    setting = Setting(root, read_collection(root))
    subject = setting.subject(slug)
    protocols = subject.protocols if subject else ()
    protocol = next((found for found in protocols if found.slug == path.stem), None)
    if subject is None or protocol is None or path.parent.parent != protocols_folder(root):
        raise ProtocolkitError(problem(FILE_MISSING, Location(name)))
    entries = protocol.facts.provenance
    if not entries:
        raise ProtocolkitError(problem(UPDATE_UNKNOWN, Location(name)))
    boards = [e.source.organisation for e in entries if e.choice == BOARD_WIDE]
    board = next((found for found in protocols if boards and found.slug == boards[0]), None)
    template = None if boards else template_of(root, subject)
    if board is None and template is None:
        missing = boards[0] if boards else subject.slug
        raise ProtocolkitError(problem(UPDATE_SOURCE, Location(name), name=missing))
    merge = None if boards else _merge(setting, subject, protocol)
    return _Work(
        found=found_file,
        root=root,
        name=name,
        subject=subject,
        protocol=protocol,
        template=template_of_two(template, merge) if template and merge else template,
        board=board,
        merge=merge,
    )


def _merge(setting: Setting, subject: Subject, protocol: Protocol) -> Merge | None:
    """Return the two of which a protocol was made one, lined up; None when it was not."""
    others = (found for found in subject.protocols if found.slug != protocol.slug)
    sides = tuple(side.slug for side in merged_sides(protocol.facts.based_on, others))
    return setting.merge(Answers(subject=subject.slug, merges=sides)) if sides else None


def _ids_now(protocols: Iterable[Protocol]) -> dict[Place, str]:
    """Return the id of the words of every clause."""
    return {
        Place(protocol.slug, item.anchor): choice_id(neutral_text(item, names))
        for protocol, names in ((protocol, names_of(protocol)) for protocol in protocols)
        for item in addressable(protocol)
    }


def _wanted(
    updates: Sequence[ClauseUpdate], accepted: Sequence[str], *, takes_all: bool, work: _Work
) -> list[tuple[ClauseUpdate, Choice | None]]:
    """Return what was asked for after the command; raise for what cannot be taken over."""
    waiting = {found.anchor: found for found in updates if found.finding in _WAITING}
    waiting |= {u.anchor: u for u in updates if u.can_be_accepted and u.anchor not in waiting}
    wanted: dict[str, tuple[Choice | None, ...]] = {}
    for word in accepted:
        anchor, _, choice_name = word.partition("=")
        if anchor not in waiting:
            known = ", ".join(waiting) or "–"
            raise ProtocolkitError(
                problem(UPDATE_ANCHOR, Location(work.name), name=anchor, known=known)
            )
        wanted[anchor] = _chosen(waiting[anchor], choice_name, work.name)
    if takes_all:
        takeable = (Finding.OFFERED, Finding.MOVED)
        offered = (u.anchor for u in updates if u.finding in takeable)
        wanted = {**dict.fromkeys(offered, (None,)), **wanted}
    return [pair for anchor, choices in wanted.items() for pair in _each(waiting[anchor], choices)]


def _each(
    found: ClauseUpdate, choices: Sequence[Choice | None]
) -> Iterator[tuple[ClauseUpdate, Choice | None]]:
    """Yield what is taken over on one topic: the first where it is open, others behind it."""
    for number, choice in enumerate(choices):
        behind = replace(found, finding=Finding.NEW, anchor=found.topic)
        yield (behind if number else found), choice


def _chosen(found: ClauseUpdate, name: str, file: str) -> tuple[Choice | None, ...]:
    """Return the formulations with the ids that were given, or all of the board with that name."""
    names = choice_names(name)
    chosen = [
        [c for c in found.choices if wanted in (c.id, c.origin.organisation)] for wanted in names
    ]
    if all(chosen) and (names or found.can_be_accepted):
        return tuple(choice for own in chosen for choice in own) or (None,)
    known = ", ".join(c.id for c in found.choices) or "–"
    raise ProtocolkitError(problem(UPDATE_CHOICE, Location(file), name=found.anchor, known=known))


def _report(updates: Sequence[ClauseUpdate], name: str) -> Iterator[str]:
    """Yield what became of the clauses, what waits for a decision first."""
    for finding in (*_WAITING, Finding.GONE, Finding.REMOVED, Finding.KEPT, Finding.SAME):
        own = [found for found in updates if found.finding is finding]
        if own:
            yield heading(finding, len(own))
        for found in own:
            yield from update_lines(found)
        if own:
            yield ""
    waiting = [found.anchor for found in updates if found.finding in _WAITING]
    if waiting:
        command = to_type(f"update {shlex.quote(name)}")
        yield speak("Choose one by one: {command}").format(command=f"{command} --ask")
        yield speak("Take over one: {command}").format(command=f"{command} --accept {waiting[0]}")


def _ask(updates: Iterable[ClauseUpdate]) -> Iterator[tuple[ClauseUpdate, Choice | None]]:
    """Yield what somebody takes over, clause by clause; an empty reply changes nothing."""
    asked = [u for u in updates if u.finding in _WAITING and (u.can_be_accepted or u.choices)]
    if asked:
        say(speak("'{stop}' ends; what you chose before it is taken over.").format(stop=STOP))
    for number, found in enumerate(asked, start=1):
        say("")
        text = speak("Question {number} of {count}")
        say(f"── {text.format(number=number, count=len(asked))} ──")
        say(heading(found.finding, 1))
        for line in update_lines(found):
            say(line)
        reply = _reply(found)
        if reply == STOP:
            return
        if not found.can_be_accepted and reply:
            yield found, found.choices[numbered(reply, len(found.choices))[0]]
        elif found.can_be_accepted and is_yes(reply or "nee"):
            yield found, None


def _reply(found: ClauseUpdate) -> str:
    """Ask until a reply fits; return it."""
    text = speak("Which number? (Enter: decide later)")
    if found.can_be_accepted:
        text = (
            f"{speak('Take over?')} (ja/nee) {speak('(Enter alone: {reply})').format(reply='nee')}"
        )
    while True:
        given: str = click.prompt(text, default="", show_default=False, err=True)
        reply = given.strip().lower()
        try:
            if found.can_be_accepted and reply not in {"", STOP}:
                is_yes(reply)
            elif reply not in {"", STOP} and len(numbered(reply, len(found.choices))) > 1:
                raise UnfitReplyError(speak("Choose {count}.").format(count=1))
        except UnfitReplyError as reason:
            say(str(reason))
        else:
            return reply
