"""Why settings cannot be read is told in the reader's language, whatever the library says."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import Marked, translator
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [x\n", "een haakje is niet gesloten, of er ontbreekt een komma"),
        ("a: {x: 1\nb: 2\n", "een haakje is niet gesloten, of er ontbreekt een komma"),
        ("a: 'x\n", "een aanhalingsteken of haakje is niet gesloten"),
        ("a: b: c\n", "hier staat een dubbele punt in een tekst"),
        ("a: 1\nb\n", "de dubbele punt na een naam ontbreekt"),
        ("a: - b\n", "hier staat een streepje waar geen lijst kan beginnen"),
        ("a:\n   b: 1\n  c: 2\n", "deze regel springt anders in"),
        ('a: "C:\\school"\n', "een schuine streep naar achteren"),
        ("a: @school\n", "een tekst die begint met een teken als @"),
        ("a: %school\n", "een tekst die begint met een teken als @"),
        ("a: &\n", "een tekst die begint met een teken als @"),
        ("a: !<x\n", "een tekst die begint met een teken als @"),
        ("a: |x\n", "wat na het teken | of > komt"),
        ("a: \x07\n", "hier staat een teken dat niet af te drukken is"),
        ("a: 1\n---\nb: 2\n", "hier begint een tweede tekst"),
        ("a: " + "[" * 60, "haakjes in haakjes in haakjes"),
    ],
)
def test_the_reason_is_told_in_dutch(text: str, words: str) -> None:
    report = Report("a.yml")
    read_mapping(text, report)
    [problem] = report.problems
    assert problem.code.name == "yaml-syntax"
    assert isinstance(dict(problem.values)["reason"], Marked)
    assert words in problem.message(translator("nl"))
