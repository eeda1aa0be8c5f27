"""'Besluit van de raad (formulier)': a page for each council on which it says what it decided.

The form names the exact text by its version and check code, so that a scan of it finds that text
again (``protocol approve CODE``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.adoptions import is_for_all
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.exchange.paper_feet import DECISION_FORM
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Part, Tone, Words

_TITLE = mark("Decision of the council (form)")
_BOARD_TITLE = mark("Answer of the board to a proposal of the council (form)")
_OPTIONS: dict[Right, tuple[tuple[Decision, Marked], ...]] = {
    Right.CONSENT: (
        (Decision.GRANTED, mark("We consent to the text with this check code.")),
        (
            Decision.GRANTED_WITH_CHANGES,
            mark("We consent, with the changes that we agreed on and that are written below."),
        ),
        (Decision.WITHHELD, mark("We do not consent. Our reasons are written below.")),
        (Decision.ADJOURNED, mark("We decide later. When and why is written below.")),
    ),
    Right.ADVICE: (
        (Decision.POSITIVE, mark("Our advice is positive.")),
        (
            Decision.RECOMMENDATIONS,
            mark("Our advice is positive, with the recommendations that are written below."),
        ),
        (Decision.NEGATIVE, mark("Our advice is negative. Our reasons are written below.")),
        (Decision.ADJOURNED, mark("We advise later. When and why is written below.")),
    ),
    Right.ADOPTION: ((Decision.ADOPTED, mark("We adopt the text with this check code.")),),
    Right.INFORMATION: (),
    Right.PROPOSAL: (
        (Decision.FOLLOWED, mark("We follow the proposal. Our reasons are written below.")),
        (
            Decision.PARTLY_FOLLOWED,
            mark("We follow the proposal in part. Which part, and why, is written below."),
        ),
        (
            Decision.NOT_FOLLOWED,
            mark("We do not follow the proposal. Our reasons are written below."),
        ),
    ),
}
_RIGHTS = {
    Right.CONSENT: mark(
        "You have the right of consent: you are asked whether you consent to this text."
    ),
    Right.ADVICE: mark("You have the right of advice: you get a written answer to it."),
    Right.ADOPTION: mark("You adopt the text."),
    Right.PROPOSAL: mark(
        "This is a proposal of a council to the board. The board talks with the council, and "
        "answers in writing and with reasons within three months."
    ),
    Right.INFORMATION: mark("You get this text for information; nothing is asked of you."),
}
_REASONS_HEAD = mark("Reasons, agreed changes or recommendations")
_BOARD_REASONS = mark("Our reasons, and what we follow")
_OUR_DECISION, _OUR_ANSWER = mark("Our decision"), mark("Our answer")
_DECISION, _ANSWER = mark("Decision"), mark("Answer")
_BOX = "☐"
# Millimetres: room to write in, and what stays of it on a page with long names.
_REASONS, _FEW_REASONS = 45, 15
_SIGNATURE, _FLAT_SIGNATURE = 14, 11
_TICK, _FLAT_TICK = 8, 6


def decision_forms(
    protocol: Protocol, entries: Sequence[Approval], translate: Translate
) -> Leaflets:
    """Return a form for each entry, in order; who is only informed gets none."""
    asked = [entry for entry in entries if _OPTIONS[entry.right]]
    title = f"{translate(_TITLE)}: {plain(protocol.title)}"
    return Leaflets(
        title=title, leaflets=tuple(_form(protocol, entry, translate) for entry in asked)
    )


def _form(protocol: Protocol, entry: Approval, translate: Translate) -> Leaflet:
    return Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(_BOARD_TITLE if entry.right is Right.PROPOSAL else _TITLE),
        standing=translate(DECISION_FORM),
        parts=tuple(_parts(protocol, entry, translate)),
    )


def _parts(protocol: Protocol, entry: Approval, translate: Translate) -> Iterator[Part]:
    rows = ((translate(name), value) for name, value in _facts(entry, protocol) if value)
    yield Grid(
        heads=(translate("Proposal"), plain(protocol.title)),
        rows=tuple(rows),
        shares=(3, 7),
        has_names=True,
    )
    yield Words(text=translate(_RIGHTS[entry.right]), tone=Tone.SMALL)
    is_board = entry.right is Right.PROPOSAL
    yield Heading(text=translate(_OUR_ANSWER if is_board else _OUR_DECISION))
    options = tuple((_BOX, translate(said)) for _, said in _OPTIONS[entry.right])
    yield Grid(
        heads=(translate("Cross"), translate(_ANSWER if is_board else _DECISION)),
        rows=options,
        shares=(1, 7),
        height=_TICK,
        least=_FLAT_TICK,
    )
    yield Grid(
        heads=(translate(_BOARD_REASONS if is_board else _REASONS_HEAD),),
        rows=(("",),),
        shares=(1,),
        height=_REASONS,
        least=_FEW_REASONS,
    )
    yield Grid(
        heads=tuple(map(translate, (mark("On behalf of"), mark("Date"), mark("Signature")))),
        rows=tuple((who, "", "") for who in _signing(protocol, entry, translate)),
        shares=(6, 2, 4),
        height=_SIGNATURE,
        least=_FLAT_SIGNATURE,
    )
    end = translate("Do you send a scan back? With the check code {code} we find this text again.")
    yield Words(text=end.format(code=_code(entry, protocol)), tone=Tone.SMALL)


def _code(entry: Approval, protocol: Protocol) -> str:
    """Return the code of the text that was asked about: as it stands, where none is recorded."""
    return check_code(entry.fingerprint or protocol_fingerprint(protocol))


# A longer name stands once on the page: beside the lines to sign it would take all the room.
_LONG_NAME = 90


def _signing(protocol: Protocol, entry: Approval, translate: Translate) -> tuple[str, ...]:
    """Return who signs: a council by its chair and secretary, or the board."""
    if entry.right is Right.PROPOSAL:
        return (protocol.facts.organisation.name,)
    if len(entry.body) > _LONG_NAME:
        return translate("chair of this council"), translate("secretary of this council")
    signs = (mark("chair of {body}"), mark("secretary of {body}"))
    return tuple(translate(one).format(body=body_name(entry)) for one in signs)


def _facts(entry: Approval, protocol: Protocol) -> Iterator[tuple[Marked, str]]:
    yield mark("Check code of the text"), _code(entry, protocol)
    yield mark("Kept version"), entry.version
    if entry.right is Right.PROPOSAL:
        yield mark("Proposal of"), body_name(entry)
    else:
        yield mark("Submitted to"), body_name(entry)
        yield mark("What we ask"), entry.right.value
    yield mark("Ground"), entry.ground
    is_for_some = not is_for_all(entry, protocol.facts)
    yield mark("Schools"), ", ".join(entry.schools) if is_for_some else ""
    yield mark("Submitted on"), print_date(entry.sent)
    yield mark("Meeting on"), print_date(entry.meeting)
    yield mark("Talk about it on"), print_date(entry.talked)
    yield mark("Answer at the latest on"), print_date(entry.before)
    yield mark("Holidays, by its rules"), entry.holidays
