"""What ``protocol update`` works with: a draft, what it was made from, and what is made of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.files import FILE_MISSING
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find
from protocolkit.checking.wording_faults import count_faults
from protocolkit.collection import Subject, printed_name, read_collection
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.output import repository, speak
from protocolkit.commands.update_asked import Wanted
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.merging import Merge, merged_sides
from protocolkit.drafting.new.whole_draft import Origin
from protocolkit.drafting.template.sources import choice_id, neutral_text
from protocolkit.drafting.template.subject_template import template_of
from protocolkit.drafting.template.values import Template
from protocolkit.drafting.update.accepting import accept_from_board, accept_from_template
from protocolkit.drafting.update.against_board import compare_with_board
from protocolkit.drafting.update.against_template import compare_with_template
from protocolkit.drafting.update.earlier import EarlierTexts
from protocolkit.drafting.update.findings import ClauseUpdate
from protocolkit.drafting.update.of_two import choices_of_two, template_of_two
from protocolkit.drafting.update.redrafting import Redrafted, Source, redrafted
from protocolkit.drafting.update.rewiring import rewired
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
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

    @property
    def origin(self) -> Origin | None:
        """What its topics are chosen from; None where it took over a board's text whole."""
        return None if self.board is not None else self.merge or self.template

    def changed(self, wanted: Wanted) -> Redrafted:
        """Return the protocol with what was asked for; its references lead to where clauses are."""
        protocol = self.protocol
        if self.board is not None:
            for found in wanted.taken:
                protocol = accept_from_board(protocol, found, self.board)
            return Redrafted(protocol=protocol)
        assert self.template is not None
        for found in wanted.taken:
            protocol = accept_from_template(protocol, found, self.template)
        others = tuple(one for one in self.subject.protocols if one.slug != protocol.slug)
        source = Source(
            origin=self.merge or self.template,
            template=self.template,
            protocols=others,
            translate=speak,
        )
        made = redrafted(protocol, wanted.chosen, source)
        wordings = choices_of_two(self.template, self.merge)
        return replace(made, protocol=rewired(made.protocol, wordings))


def open_work(path: Path) -> Work:
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
    template = None if boards else template_of(root, subject, count_faults)
    if board is None and template is None:
        missing = boards[0] if boards else subject.slug
        raise ProtocolkitError(problem(UPDATE_SOURCE, Location(name), name=missing))
    merge = None if boards else _merge(setting, subject, protocol)
    return Work(
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
