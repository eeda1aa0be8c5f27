"""Addresses that an extractor wrote out in mid-text go back to the words they belong to."""

from __future__ import annotations

from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.structure.addresses import LOST, TARGETS, take_addresses
from protocolkit.reading.ledger import Destination, SourceChangeKind

_ADDRESSES = "https://school.nl/pestprotocol\nhttps://school.nl/privacyreglement\n"
_TEXT = f"Zie het pestprotocol en het privacyreglement\n{_ADDRESSES}van onze school.\n"


def test_each_address_belongs_to_the_words_that_it_holds() -> None:
    source = extract_text(_TEXT.encode())
    linked = take_addresses(source, source.lines)
    words = {source.text[mark.begin : mark.end]: mark.target for mark in linked.marks}
    assert words == {
        "pestprotocol": "https://school.nl/pestprotocol",
        "privacyreglement": "https://school.nl/privacyreglement",
    }
    assert [change.reason for change in linked.changes] == [TARGETS] * 2
    assert [line.text for line in linked.lines] == [
        "Zie het pestprotocol en het privacyreglement",
        "van onze school.",
    ]


def test_an_address_without_its_words_is_told() -> None:
    text = _TEXT.replace("van onze", "https://elders.nl/iets\nvan onze")
    source = extract_text(text.encode())
    linked = take_addresses(source, source.lines)
    assert [(change.kind, change.reason, change.to) for change in linked.changes] == [
        *[(SourceChangeKind.MOVED, TARGETS, Destination.LINKS)] * 2,
        (SourceChangeKind.REMOVED, LOST, Destination.NOTES),
    ]


def test_addresses_that_belong_to_no_words_are_text() -> None:
    text = _TEXT.replace("school.nl/pestprotocol", "elders.nl/iets")
    source = extract_text(text.encode())
    assert take_addresses(source, source.lines).changes == ()


def test_a_list_of_links_is_text() -> None:
    text = _TEXT.replace(_ADDRESSES, f"Websites:\n{_ADDRESSES}")
    source = extract_text(text.encode())
    assert take_addresses(source, source.lines).changes == ()
