"""Every paper of a dossier with its name, made from one text and what changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Marked, Translate, mark
from protocolkit.changes.change_set import ChangeSet
from protocolkit.collection import Subject, basis_name
from protocolkit.document.approvals import Right, is_awaited
from protocolkit.document.cover import make_cover
from protocolkit.document.decided_text import latest
from protocolkit.document.model import Protocol
from protocolkit.dossier.beside_another import Beside, sheet_beside
from protocolkit.dossier.changed_clauses import changed_clauses
from protocolkit.dossier.cover_note import cover_note
from protocolkit.dossier.other_boards import TITLE, other_boards
from protocolkit.dossier.proposal_file import Proposal
from protocolkit.dossier.reaction_form import reaction_leaflet, reaction_workbook
from protocolkit.dossier.sender import for_schools
from protocolkit.exchange.record import Record
from protocolkit.paper.house.style import HouseStyle, house_style_of
from protocolkit.paper.leaflets.decision_form import decision_forms
from protocolkit.paper.leaflets.leaflet import Leaflets
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.file_formats import PAPER_FORMATS, FileFormat, PaperFormat
from protocolkit.paper.was_wordt.sheet import sheet_of
from protocolkit.paper.writers import (
    protocol_writer,
    write_leaflets,
    write_redline,
    write_was_wordt,
)
from protocolkit.was_wordt.reasons_file import Reasons
from protocolkit.was_wordt.rows import table_of

Files = dict[FileFormat, Callable[[], bytes]]
"""What makes a paper in each of its formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a dossier is made from.

    ``changes`` are those since the text of before, None when there was none. ``signature`` says
    who proposes them, and ``subject`` what other boards have. ``beside`` is another text that a
    first one is compared with. ``schools`` are those whose councils it is for, ``()`` for all.
    """

    protocol: Protocol
    changes: ChangeSet | None
    proposal: Proposal
    reasons: Reasons
    signature: Signature
    root: Path
    subject: Subject | None = None
    beside: Beside | None = None
    schools: tuple[str, ...] = ()

    @property
    def asked(self) -> Protocol:
        """The text with what is asked of the councils that the dossier is for."""
        return for_schools(self.protocol, self.schools)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of a dossier: what it is called, and what it is for.

    ``name`` is that of its files without their ends.
    """

    name: str
    title: Marked
    purpose: Marked
    files: Files


def papers(contents: Contents, translate: Translate) -> Iterator[Paper]:
    """Yield the papers of a dossier in the order in which a member reads them."""
    protocol, location = contents.protocol, contents.protocol.location
    note = cover_note(
        contents.asked, contents.changes, contents.proposal, translate, contents.beside
    )
    yield Paper(
        name="1-oplegger",
        title=mark("Cover note"),
        purpose=mark("Read this first: what we ask, until when, what changes and why."),
        files=_leaflets(contents, note, translate),
    )
    yield _text(contents, translate)
    if contents.changes is not None:
        yield _redline(contents, contents.changes, translate)
        yield _table(contents, contents.changes, translate)
    if contents.beside is not None:
        yield _beside(contents, contents.beside, translate)
    form = reaction_leaflet(protocol, contents.changes, translate)
    yield Paper(
        name="5-reactieformulier",
        title=mark("Form for your remarks"),
        purpose=mark("Write your remarks here, clause by clause, or in the margin of the text."),
        files={
            FileFormat.DOCX: partial(
                write_leaflets, FileFormat.DOCX, form, translate, location, _style(contents)
            ),
            FileFormat.XLSX: partial(reaction_workbook, protocol, contents.changes, translate),
        },
    )
    yield from _forms(contents, translate)
    yield from _others(contents, translate)


def _forms(contents: Contents, translate: Translate) -> Iterator[Paper]:
    """Yield what councils decide on, and what the board answers their own proposals on."""
    protocol = contents.asked
    asked = [entry for entry in latest(protocol) if is_awaited(entry)]
    own = [entry for entry in asked if entry.right is Right.PROPOSAL]
    if others := [entry for entry in asked if entry.right is not Right.PROPOSAL]:
        yield Paper(
            name="6-besluit-van-de-raad",
            title=mark("Decision of the council (form)"),
            purpose=mark("Here the council says what it decided."),
            files=_leaflets(contents, decision_forms(protocol, others, translate), translate),
        )
    if own:
        yield Paper(
            name="6-antwoord-van-het-bestuur",
            title=mark("Answer of the board to a proposal of the council (form)"),
            purpose=mark(
                "Here the board answers, in writing and with reasons, after it talked with the "
                "council."
            ),
            files=_leaflets(contents, decision_forms(protocol, own, translate), translate),
        )


def _on_paper(make: Callable[[PaperFormat], bytes]) -> Files:
    return {one: partial(make, one) for one in PAPER_FORMATS}


def _leaflets(contents: Contents, found: Leaflets, translate: Translate) -> Files:
    location, style = contents.protocol.location, _style(contents)
    return _on_paper(lambda one: write_leaflets(one, found, translate, location, style))


def _style(contents: Contents) -> HouseStyle:
    return house_style_of(contents.root, contents.protocol)


def _others(contents: Contents, translate: Translate) -> Iterator[Paper]:
    protocol, subject = contents.protocol, contents.subject
    changed = changed_clauses(protocol, contents.changes)
    found = other_boards(protocol, changed, subject, translate) if subject else None
    if found is not None:
        yield Paper(
            name="7-wat-doen-andere-besturen",
            title=TITLE,
            purpose=mark("What other boards have on what changes here, in their own words."),
            files=_leaflets(contents, found, translate),
        )


def _text(contents: Contents, translate: Translate) -> Paper:
    protocol, root = contents.protocol, contents.root
    cover = make_cover(protocol, translate, basis=basis_name(protocol, root))
    extras = Extras(record=Record(protocol=protocol))
    return Paper(
        name="2-protocol",
        title=mark("The text"),
        purpose=mark("The proposed text, as it would hold."),
        files=_on_paper(
            lambda one: protocol_writer(one)(
                protocol, cover, translate, project=root, extras=extras
            )
        ),
    )


def _redline(contents: Contents, changes: ChangeSet, translate: Translate) -> Paper:
    signature, root = contents.signature, contents.root
    return Paper(
        name="3-zichtbare-wijzigingen",
        title=mark("The text with visible changes"),
        purpose=mark("The same text, with what goes and what comes marked."),
        files=_on_paper(
            lambda one: write_redline(one, changes, translate, signature, project=root)
        ),
    )


def _beside(contents: Contents, beside: Beside, translate: Translate) -> Paper:
    sheet = sheet_beside(beside, contents.reasons, translate)
    location = Location(beside.changes.new.path)
    return Paper(
        name="4-naast-een-andere-tekst",
        title=mark("Beside another text"),
        purpose=mark("Where this new protocol has other words than the text it is compared with."),
        files=_on_paper(
            lambda one: write_was_wordt(
                one, sheet, translate, location, project=contents.root, style=_style(contents)
            )
        ),
    )


def _table(contents: Contents, changes: ChangeSet, translate: Translate) -> Paper:
    sheet = sheet_of(table_of([changes]), contents.reasons, translate, DEFAULT_LANGUAGE)
    location = Location(changes.new.path)
    return Paper(
        name="4-was-wordt-tabel",
        title=mark("Was-wordt table"),
        purpose=mark("Per clause the current text, the proposed text and why."),
        files=_on_paper(
            lambda one: write_was_wordt(
                one, sheet, translate, location, project=contents.root, style=_style(contents)
            )
        ),
    )
