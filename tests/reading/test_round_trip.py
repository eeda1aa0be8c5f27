"""Laws of reading and writing: what is written reads back, and no text makes reading fail."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import given

from examples import examples
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_text, protocol_tokens
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.text.words import tokens
from strategies import markdown_noise, protocols

# Targets of links, anchor lines and entities are no words, so they may not come out as letters.
_SAYS_NO_WORDS = re.compile(r"\]\(|\{[#.]|&#?\w+;")


@examples(50)
@given(protocols())
def test_what_is_written_reads_back(protocol: Protocol) -> None:
    assert read_protocol_text(write_protocol(protocol)).protocol == protocol


@examples(40)
@given(protocols())
def test_writing_again_changes_nothing(protocol: Protocol) -> None:
    once = write_protocol(protocol)
    assert write_protocol(read_protocol_text(once).protocol) == once


@examples(100)
@given(markdown_noise())
def test_reading_never_fails_and_settles(text: str) -> None:
    protocol = read_protocol_text(text).protocol
    again = read_protocol_text(write_protocol(protocol)).protocol
    assert protocol_tokens(again) == protocol_tokens(protocol)


@examples(100)
@given(markdown_noise().filter(lambda text: not _SAYS_NO_WORDS.search(text)))
def test_no_letter_of_odd_text_is_lost(text: str) -> None:
    """Whatever stands in a body comes out: the letters of each word are found again, in order."""
    body = f"# T\n\n{text}"
    printed = iter(normalize("NFC", protocol_text(read_protocol_text(body).protocol)))
    for word in tokens(body):
        assert all(letter in printed for letter in word if letter.isalpha()), word
