"""What stands around a text: title block, standing and source, as data for every output.

The web page, the PDF and the Word file show the same cover, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, languages, mark, translator
from protocolkit.document.adopted import adoption_note, is_taken_over
from protocolkit.document.agreed_schools import schools_named
from protocolkit.document.approval_lines import (
    ApprovalLine,
    print_date,
    signatories,
)
from protocolkit.document.asking import ASKING_SENTENCES, Around, asking_lines, questions_of
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.cover_notices import (
    NOTICE_SENTENCES,
    decided_notices,
    few_still_open,
    still_open,
    unproven_notices,
)
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.facts import (
    Facts,
    Organisation,
    Status,
    asked_of,
    is_own,
)
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import sector_name
from protocolkit.document.richtext import plain
from protocolkit.document.shown_decisions import shown_decisions, told_lines
from protocolkit.document.status_words import (
    STATUS_SENTENCES,
    mark_of,
    standing_of,
    status_name,
    status_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRow:
    """One row of a cover: the path of its fact in the front matter, its label, what is printed."""

    fact: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The title block of one protocol, ready to print.

    ``rows`` are (label, value) pairs, only for what is known. ``standing`` says what this
    text is and is not, ``adoption`` whose text a school took over, ``decided`` what
    else there is to know of decisions: about another text, for which schools, by a council that
    ended; ``incomplete`` is empty unless the source breaks off. ``mark`` is what every page of a
    text says that does not hold, or of which that is not known; it says the status, which then has
    no row. ``signatories`` are the bodies that may sign it here. ``asking`` are the sentences of
    the sheet before the cover, none when nothing is asked of a council. ``remark`` is what the
    cover says of the text besides its status: the standing of a text that is not its
    organisation's own, or of which nothing is known.
    ``code`` is a sentence with the beginning of the ``fingerprint``; ``check`` says where on the
    website a reader sees whether this text still holds, at ``check_address``: both "" where the
    website has no address that is known. ``paper`` is what this is, where it is not the text itself
    but a paper about it.
    """

    organisation: str
    title: str
    title_note: str
    year: str
    status: str
    mark: str
    rows: tuple[tuple[str, str], ...]
    approvals: tuple[ApprovalLine, ...]
    approvals_heading: str
    signatories: tuple[str, ...]
    standing: str
    remark: str = ""
    open_places: str = ""
    adoption: str = ""
    decided: tuple[str, ...] = ()
    incomplete: str
    asking: tuple[str, ...] = ()
    correction: str
    citation: str
    code: str
    fingerprint: str
    check: str = ""
    check_address: str = ""
    paper: str = ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What stands above the facts, in order; some are ``""``."""
        return (
            self.mark,
            self.open_places,
            self.adoption,
            *self.decided,
            self.incomplete,
        )


MADE_BY = "protocolkit"
"""What our files of one protocol say in their keywords; an import knows them by their record."""

INCOMPLETE = mark("The source breaks off: this text is not complete.")
_ASK_PUBLISHER = mark(
    "Is something wrong, or should this text be removed? Tell whoever published this rendering."
)
_ASK = mark("A question or a remark about this text? Ask: {whom}.")
CITATION = mark("Cite as: {organisation}, {title} ({year}), with the clause.")
TITLE_ADDED = mark("[title added]")
APPROVALS = mark("Consent, advice and adoption")
CODE = mark("Check code: {code}. Two copies with the same code have the same words.")
NO_CODE = mark(
    "No check code yet: this draft still changes. It gets one when it stands on the website."
)
CHECK = mark("Does this text still hold? See {address}")

SENTENCES = (
    *STATUS_SENTENCES,
    INCOMPLETE,
    _ASK_PUBLISHER,
    _ASK,
    CITATION,
    CODE,
    NO_CODE,
    CHECK,
    *NOTICE_SENTENCES,
    *ASKING_SENTENCES,
)
"""Every sentence that a cover may have; its placeholders are filled with what the cover shows."""


def make_cover(
    protocol: Protocol,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    board: BoardTexts | None = None,
    *,
    basis: str = "",
    unproven: Sequence[str] = (),
    day: str | None = "",
) -> Cover:
    """Work out the cover of a protocol in the reader's language.

    ``board`` is the protocol that it was taken over from, ``basis`` whose it is based on, if any.
    ``unproven`` got a version that is not as it was kept. ``day`` is that of the notices.
    """
    facts, fingerprint = protocol.facts, protocol_fingerprint(protocol)
    title, year = plain(protocol.title), year_of_text(protocol) or translate("year unknown")
    return Cover(
        organisation=facts.organisation.name,
        title=title,
        title_note=translate(TITLE_ADDED) if facts.title_supplied else "",
        year=year,
        status=status_of(protocol, translate),
        mark=mark_of(protocol, translate),
        rows=_printed_rows(protocol, translate, language, basis),
        approvals=_lines(protocol, translate, language),
        approvals_heading=translate(APPROVALS),
        signatories=signatories(facts, translate),
        standing=(standing := standing_of(protocol, year, translate, language)),
        remark="" if is_own(facts) and facts.status is not Status.UNKNOWN else standing,
        open_places=(open_ones := still_open(protocol, translate)),
        adoption=adoption_note(protocol, translate),
        decided=_decided(protocol, translate, language, board, day=day, unproven=unproven),
        incomplete="" if facts.source.complete else translate(INCOMPLETE),
        asking=_asking(protocol, open_ones, translate, language),
        correction=_correction(facts, translate),
        citation=_citation(protocol, title, year, translate),
        code=code_line(fingerprint, translate),
        fingerprint=fingerprint,
    )


def _asking(
    protocol: Protocol, open_places: str, translate: Translate, language: str
) -> tuple[str, ...]:
    around = Around(
        title=plain(protocol.title),
        open_places=open_places,
        few_places=few_still_open(protocol, translate),
        whom=_correction(protocol.facts, translate),
    )
    return asking_lines(questions_of(protocol), around, translate, language)


def _decided(
    protocol: Protocol,
    translate: Translate,
    language: str,
    board: BoardTexts | None,
    *,
    day: str | None,
    unproven: Sequence[str],
) -> tuple[str, ...]:
    """Return what else there is to know of decisions."""
    found = decided_notices(protocol, translate, language, board, day)
    return (*unproven_notices(unproven, translate), *found)


def _lines(protocol: Protocol, translate: Translate, language: str) -> tuple[ApprovalLine, ...]:
    """Return the decisions as they are printed."""
    return told_lines(shown_decisions(protocol), protocol, translate, language)


def _printed_rows(
    protocol: Protocol, translate: Translate, language: str, basis: str
) -> tuple[tuple[str, str], ...]:
    """Return the rows that are printed: what is known, and the status where no mark says it."""
    is_marked = bool(mark_of(protocol, translate))
    facts = replace(protocol.facts, applies_to=schools_named(protocol))
    return tuple(
        (row.label, row.value)
        for row in cover_rows(facts, translate, language, basis)
        if row.value and not (row.fact == "status" and is_marked)
    )


def code_line(fingerprint: str, translate: Translate) -> str:
    """Return the sentence with a check code that people can compare: its beginning, in groups."""
    return translate(CODE).format(code=check_code(fingerprint))


def code_lines(protocol: Protocol) -> tuple[str, ...]:
    """Return the line with the check code of a text, in each of our languages."""
    fingerprint = protocol_fingerprint(protocol)
    return tuple(code_line(fingerprint, translator(language)) for language in languages())


def with_check_address(cover: Cover, address: str, translate: Translate) -> Cover:
    """Return a cover that says where a reader sees whether the text still holds."""
    said = translate(CHECK).format(address=address)
    return replace(cover, check=said, check_address=address)


def _correction(facts: Facts, translate: Translate) -> str:
    """Say whom to ask."""
    if not is_own(facts):
        return translate(_ASK_PUBLISHER)
    asked = ", ".join(part for part in (asked_of(facts), facts.organisation.name) if part)
    return translate(_ASK).format(whom=asked)


def _citation(protocol: Protocol, title: str, year: str, translate: Translate) -> str:
    """Say how to cite a text."""
    name, cited = protocol.facts.organisation.name, _cited(protocol, translate) or year
    return translate(CITATION).format(organisation=name, title=title, year=cited)


def _cited(protocol: Protocol, translate: Translate) -> str:
    """Return by what an organisation's own text is told from other versions of it."""
    facts = protocol.facts
    if not is_own(facts):
        return ""
    version = translate("version {version}").format(version=facts.version) if facts.version else ""
    parts = (year_of_text(protocol), version, status_of(protocol, translate))
    return ", ".join(part for part in parts if part)


def cover_rows(
    facts: Facts, translate: Translate, language: str = DEFAULT_LANGUAGE, basis: str = ""
) -> tuple[CoverRow, ...]:
    """Return every row that a cover may have, in order; what is not known has no value."""

    def printed(iso: str) -> str:
        return print_date(iso, language)

    organisation, source = facts.organisation, facts.source
    status = status_name(facts.status, translate)
    rows = (
        ("organisation.name", translate("Organisation"), organisation.name),
        ("organisation.parent", translate("Belongs to"), organisation.parent),
        ("organisation.sector", translate("Sector"), sector_name(organisation.sector, translate)),
        ("applies_to", translate("Applies to"), ", ".join(facts.applies_to)),
        ("based_on", translate("Based on"), _basis(facts, basis)),
        ("status", translate("Status"), status),
        ("version", translate("Version"), facts.version),
        ("dated", translate("Dated"), printed(facts.dated)),
        ("valid_from", translate("Valid from"), printed(facts.valid_from)),
        ("valid_until", translate("Valid until"), printed(facts.valid_until)),
        ("review_date", translate("Review date"), printed(facts.review_date)),
        ("owner", translate("Owner"), facts.owner),
        ("contact", translate("Questions to"), facts.contact),
        ("replaces", translate("Replaces"), facts.replaces),
        ("source.address", translate("Source"), source.address),
        ("source.retrieved", translate("Retrieved on"), printed(source.retrieved)),
    )
    return tuple(CoverRow(fact=fact, label=label, value=value) for fact, label, value in rows)


@cache
def row_facts() -> tuple[str, ...]:
    """Return the paths of all facts that have a row on a cover, in order."""
    nobody = Facts(organisation=Organisation(name=""))
    return tuple(row.fact for row in cover_rows(nobody, str))


def _basis(facts: Facts, name: str) -> str:
    """Return on whose protocol a text is based: a school's board is named, whatever its file is."""
    if is_taken_over(facts) and facts.organisation.parent:
        return facts.organisation.parent
    return name or facts.based_on


def subtitle(cover: Cover) -> str:
    """Return what stands under the title: what paper this is, and the year where it is known."""
    # A year that is known is a number; otherwise the cover says in words that it is not.
    year = cover.year if cover.year.isdecimal() else ""
    return ", ".join(filter(None, (cover.paper, year)))


def whole_title(cover: Cover) -> str:
    """Return the title by which a file and its pages are known, with what paper it is."""
    return ": ".join(filter(None, (cover.paper, cover.title)))
