"""Sentences of Dutch school rules and laws, with what a jurist reads in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from protocolkit.norms.recognise import recognise

CASES = Path(__file__).parents[1] / "cases" / "norms"


def _cases() -> Iterator[tuple[str, str]]:
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if "=>" in line and not line.startswith("#"):
                sentence, expected = line.split("=>")
                yield sentence.strip(), expected.strip()


@pytest.mark.parametrize(("sentence", "expected"), list(_cases()))
def test_a_sentence_asks_what_a_jurist_reads(sentence: str, expected: str) -> None:
    norm = recognise(sentence).main
    fields = [field.strip() for field in expected.split(";")] + ["?"] * 3
    nuance = norm.nuance.value if norm.nuance else "-"
    parties = ", ".join(party.value for party in norm.parties) or "-"
    found = [norm.modality.value, nuance, parties]
    assert [f for f, e in zip(found, fields, strict=False) if e != "?"] == [
        e for e in fields[:3] if e != "?"
    ]
    if fields[3] != "?":
        conditions = {sentence[slice(*span)] for span in norm.conditions}
        allowed = {part.strip() for part in fields[3].split("|")} - {"-"}
        assert conditions & allowed if allowed else not conditions
