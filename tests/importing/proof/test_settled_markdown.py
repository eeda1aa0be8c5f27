"""Markdown is written until it reads as it was written, and not for ever."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Protocol
from protocolkit.importing.proof import protocol as proof
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source
from protocolkit.reading.reader import read_protocol_text

_TEXT = "# Bellen\n\n{#a}\nBellen mag niet.\n"
_PLACE = Location("bron.txt")


def _prove(written: Iterator[str], monkeypatch: pytest.MonkeyPatch) -> proof.Proof:
    def write(protocol: Protocol) -> str:
        return next(written)

    monkeypatch.setattr(proof, "write_protocol", write)
    source = Source(text="Bellen\nBellen mag niet.\n", lines=())
    return proof.prove(read_protocol_text(_TEXT).protocol, source, (), _PLACE)


def test_a_second_writing_may_be_the_one_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    written = iter([_TEXT.replace("niet", "**niet**"), _TEXT, _TEXT])
    assert _prove(written, monkeypatch).markdown == _TEXT
    assert next(written, None) is None


def test_what_never_stays_is_refused_after_a_few_writings(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = count()
    written = (f"# Bellen {number}\n" for number in numbers)
    with pytest.raises(ProtocolkitError) as caught:
        _prove(written, monkeypatch)
    assert caught.value.problem.code is codes.READS_DIFFERENTLY
    assert next(numbers) <= 5
