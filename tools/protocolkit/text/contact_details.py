"""Where a text gives a telephone number, an e-mail address or a web address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

_DIGITS = re.compile(
    r"(?<![\w.,/–-])(?:\+31|0031|\(0\d{1,3}\)|0\d{1,3})"
    r"(?:[ \u00a0./()–—-]{0,3}\d){4,10}(?![\w/]|[.,-]\d)"
)
_SERVICE = re.compile(r"^0(?:800|900|906|909)")
_SERVICE_LENGTHS = (8, 11)
_LENGTH = 10
_ABROAD = re.compile(r"^(?:\+|00)31\(?0?\)?")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_WEB = re.compile(r"(?<![\w@.])(?:https?://|www\.)[^\s<>()\[\]]{1,200}[^\s<>()\[\].,;:!?]")


class ContactKind(Enum):
    """The way in which somebody is reached."""

    PHONE = "phone"
    MAIL = "mail"
    WEB = "web"


def contact_details(text: str) -> Iterator[tuple[int, int, ContactKind]]:
    """Yield where each contact detail begins and ends, kind by kind.

    >>> [kind.value for _, _, kind in contact_details("Bel 010 123 45 67 of mail info@obs.nl.")]
    ['phone', 'mail']
    """
    for found in _phones(text):
        yield *found.span(), ContactKind.PHONE
    for kind, pattern in ((ContactKind.MAIL, _MAIL), (ContactKind.WEB, _WEB)):
        for found in pattern.finditer(text):
            yield *found.span(), kind


def phone_numbers(text: str) -> Iterator[str]:
    """Yield every Dutch telephone number of a text, as written; a date or an amount is not one.

    A number has ten digits from its zero on; those of 0800 and 0900 have eight or eleven.
    """
    for found in _phones(text):
        yield found[0]


def _phones(text: str) -> Iterator[re.Match[str]]:
    for found in _DIGITS.finditer(text):
        national = re.sub(r"\D", "", _ABROAD.sub("0", re.sub(r"[\s.–—-]", "", found[0])))
        lengths = _SERVICE_LENGTHS if _SERVICE.match(national) else (_LENGTH,)
        if len(national) in lengths:
            yield found
