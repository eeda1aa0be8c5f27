"""Telephone numbers, addresses and links in a form that is unusual or leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, passages
from protocolkit.document.model import Protocol
from protocolkit.text.contact_details import phone_numbers

PHONE_FORM = warning(
    "phone-form",
    "A telephone number has an unusual form",
    "the number '{words}' is written in an unusual way.",
    "Write digits with single spaces or one hyphen, such as 0900-1234567 or 010 123 45 67.",
)
ADDRESS_FORM = warning(
    "address-form",
    "An address has an impossible form",
    "'{words}' cannot work as an address.",
    "Remove spaces and typing errors from the address, and try it.",
)
LINK_LOST = warning(
    "link-lost",
    "A link lost its address",
    "the text says '{words}', but no link is there.",
    "Look up the address. If the document has it like this, accept it with a reason.",
)

_USUAL = re.compile(
    r"^(?:\+31|0031)?[ -]?(?:\(0\)[ -]?)?(?:\(0\d{1,3}\)|0?\d{1,4})[ -]?\d+(?: \d+)*$"
)
_ADDRESSES = (
    re.compile(r"\bwww\s?[.,]\s+\w[\w.-]*|\bwww,\s?\w[\w.-]*|\bwww \.\s?\w[\w.-]*"),
    re.compile(r"\bhttps?(?::\s+//|:/(?=\w)|//|;//|:///|:\s?/\s/)\s?\S*"),
    re.compile(r"\bwww\.[\w-]+\s+\.?(?:nl|com|org|eu)\b|\bwww\.[\w-]+,(?:nl|com|org|eu)\b"),
    re.compile(r"\b[\w.-]{1,64}(?: @ ?|@ )[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu)\b"),
    re.compile(r"\b[\w.-]{1,64}@[\w-]+(?:,| \.|\. )(?:nl|com|org|eu)\b"),
)
_NAMED_LINK = re.compile(
    r"\((?:zie\s+)?(?:de\s+|deze\s+)?(?:hyper)?link\)|\[(?:hyper)?link\]|\bklik hier\b"
    r"|\b(?:via|op|onder) (?:deze|de volgende|onderstaande) (?:hyper)?link\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\w\.(?:nl|com|org|eu)\b")


def check_contacts(protocol: Protocol) -> Iterator[Problem]:
    """Yield every number, address or link that a reader cannot use as it stands."""
    for passage in passages(protocol):
        for number in phone_numbers(passage.text):
            if not _USUAL.match(number):
                yield passage.report(PHONE_FORM, words=number)
        for pattern in _ADDRESSES:
            for found in pattern.finditer(passage.text):
                yield passage.report(ADDRESS_FORM, words=found[0])
        yield from _check_links(passage)


def _check_links(passage: Passage) -> Iterator[Problem]:
    if passage.has_link or _ADDRESS.search(passage.text):
        return
    for found in _NAMED_LINK.finditer(passage.text):
        yield passage.report(LINK_LOST, words=found[0])
