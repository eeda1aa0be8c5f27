"""Check codes in entries that no text of their protocol has: typed wrong, or its text is gone.

Nobody can say that a text was changed after a decision when its code is that of no text at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from protocolkit.document.approvals import Approval
from protocolkit.document.entry_text import has_code_of_before, is_on_other_text
from protocolkit.document.fingerprints import (
    has_prefix,
    has_unknown_kind,
    hex_signs,
    protocol_fingerprint,
)
from protocolkit.document.model import Protocol

_ALIKE = 0.75
_MOST = 3


def may_be_unknown(entry: Approval, protocol: Protocol, kept: Iterable[str]) -> bool:
    """Tell whether an entry has a code that neither its protocol nor a version in a list has.

    The oldest kind of code is left alone: a list does not have it. Of a kind that is not known here
    nobody can say which text has it.
    """
    code = entry.fingerprint
    if has_unknown_kind(code):
        return True
    is_other = has_prefix(code) and is_on_other_text(entry, protocol)
    # A version that had this code before a name was removed from it is known by another one.
    is_known = bool(entry.alike) or any(one.startswith(code) for one in kept)
    return is_other and not is_known and not has_code_of_before(entry, protocol)


def near_codes(code: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that one is nearly, the nearest first.

    >>> near_codes("2:0af122bc9d00", ["2:0af122bc9d07", "2:77e0d5c1b2a3"])
    ('2:0af122bc9d07',)
    """
    signs = hex_signs(code)
    found = {one: _alikeness(signs, hex_signs(one)[: len(signs)]) for one in known}
    near = [one for one, ratio in found.items() if ratio >= _ALIKE]
    return tuple(sorted(near, key=lambda one: -found[one])[:_MOST])


def near_texts(entry: Approval, protocol: Protocol, kept: Iterable[str]) -> tuple[str, ...]:
    """Return which texts of a protocol have a code that the one of an entry is nearly."""
    return near_codes(entry.fingerprint, dict.fromkeys((protocol_fingerprint(protocol), *kept)))


def _alikeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
