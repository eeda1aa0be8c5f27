"""A short run of the inputs that nobody wrote, the same each time; what longer runs found."""

from __future__ import annotations

import pytest

import fuzz
from examples import few
from fuzz_targets import TARGETS, Target
from protocolkit.document.outline import protocol_tokens
from protocolkit.norms.norm import Modality
from protocolkit.norms.recognise import recognise
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_SHORT = {"pdf": 3, "record": 3, "html": 6, "word": 6, "text": 6, "front": 6, "checks": 6}


@pytest.mark.parametrize("kind", TARGETS)
def test_no_input_breaks_a_law(kind: str) -> None:
    said = [fuzz.answer(kind, number, "suite") for number in few(range(_SHORT.get(kind, 25)), 5)]
    assert [one for one in said if one.startswith("!")] == []


def test_what_breaks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(text: str) -> None:
        if "e" in text:
            raise KeyError(text)

    monkeypatch.setitem(TARGETS, "words", Target(TARGETS["words"].make, hold))
    assert fuzz.answer("words", 1, "suite").startswith("!KeyError at test_fuzz.py:")


def test_an_input_can_be_made_again() -> None:
    made = [TARGETS["word"].make(fuzz.randomness("word", 7, "suite")) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "text", ["********a********", "**__a__**", "*a _b *c* d_ e*", "**[x **y** z](https://x.nl)**"]
)
def test_emphasis_in_emphasis_of_its_kind_is_one(text: str) -> None:
    protocol = read_protocol_text(text).protocol
    again = read_protocol_text(write_protocol(protocol)).protocol
    assert again == protocol
    assert protocol_tokens(again) == protocol_tokens(protocol)


def test_what_is_too_long_for_a_sentence_asks_nothing() -> None:
    assert recognise("De leerling moet en " * 200).main.modality is Modality.UNDETERMINED
    assert recognise("De leerling moet en " * 100).main.modality is Modality.OBLIGATION


def test_a_title_without_words_leaves_the_next_its_place() -> None:
    protocol = read_protocol_text("#\n\n{#tekst}\nschool\n\n{#hs}\n# Prot*ocol\n").protocol
    assert protocol_tokens(protocol) == ("Prot", "*", "ocol", "school")
    assert read_protocol_text(write_protocol(protocol)).protocol == protocol
