"""What a cover says of check codes: of no text that is known, or of a text but for a name."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.messages import Translate, mark
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.decided_text import decided_on_other_text, latest
from protocolkit.document.entry_text import is_on_exactly_this_text
from protocolkit.document.fingerprints import check_code, has_unknown_kind, protocol_fingerprint
from protocolkit.document.model import Protocol

CODE_UNKNOWN = mark(
    "With the decision of {body} stands the check code {code}. No text of this protocol with that "
    "code is known here. So that decision does not hold for this text."
)
CODE_KIND = mark(
    "With the decision of {body} stands the check code {code}, of a kind that is not known here. "
    "So it cannot be said whether that decision holds for this text."
)
NAME_ELSEWHERE = mark(
    "A name was removed on request from a kept version of this text. But for that name, the text "
    "with check code {codes} is the same."
)
NAME_REMOVED = mark(
    "A name was removed from this kept version on {date}. Before that the check code was {code}."
)
CODE_SENTENCES = (CODE_UNKNOWN, CODE_KIND, NAME_ELSEWHERE, NAME_REMOVED)
"""Every sentence of these that a cover may have."""


def names_removed(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say when a name was taken out of a kept version, and which code its text had before."""
    for one in protocol.facts.removed_names:
        date, code = print_date(one.date, language), check_code(one.fingerprint)
        yield translate(NAME_REMOVED).format(date=date, code=code)


def name_elsewhere(protocol: Protocol, translate: Translate) -> str:
    """Say by which other codes the text is known, with or without a name that was removed."""
    if protocol.facts.removed_names:
        return ""
    own = protocol_fingerprint(protocol)
    entries = (one for one in latest(protocol) if is_on_exactly_this_text(one, protocol))
    texts = (code for one in entries if one.alike for code in (one.fingerprint, *one.alike))
    codes = tuple(dict.fromkeys(check_code(code) for code in texts if not own.startswith(code)))
    return translate(NAME_ELSEWHERE).format(codes=", ".join(codes)) if codes else ""


def codes_unknown(protocol: Protocol, translate: Translate) -> Iterator[str]:
    """Say whose decision has the check code of no text that is known."""
    for one in decided_on_other_text(protocol):
        if one.near is not None:
            is_of_kind = has_unknown_kind(one.fingerprint)
            said = translate(CODE_KIND if is_of_kind else CODE_UNKNOWN)
            code = one.fingerprint if is_of_kind else check_code(one.fingerprint)
            yield said.format(body=body_name(one), code=code)
