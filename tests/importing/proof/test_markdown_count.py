"""Every letter of a Markdown file is in the protocol or in the report, wherever it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.proof.markdown_count import prove_markdown
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_TEXT = """# Pesten

{#a}
1. Wie pest, leest [dit](https://school.nl/een%20twee).
"""


def _protocol() -> Protocol:
    return read_protocol_text(
        f"---\nprotocol:\n  organisation: {{name: A}}\n---\n\n{_TEXT}"
    ).protocol


def _lost(text: str, kept: str = "Pesten Wie pest, leest dit") -> str:
    """Return the words that are named as lost, ``""`` when none is."""
    try:
        prove_markdown(text, extract_text(kept.encode()), _protocol())
    except ProtocolkitError as refused:
        return dict(refused.problem.values)["words"]
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "Wie pest, leest dit",
        "7. Wie pest, leest dit",
        "> 12) 3. Wie pest, leest dit",
        "Wie &#112;est, leest dit",
        "leest [dit](https://school.nl/een%20twee)",
        "leest [dit](<https://school.nl/een twee>)",
        "*** --- !!!",
    ],
)
def test_what_is_kept_in_whatever_form_is_not_lost(text: str) -> None:
    assert _lost(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wie pest niet", "niet"),
        ("Wie pest 9", "9"),
        ("Wie 9. pest", "9."),
        ("Wie pest [x](https://school.nl/drie%20vier)", "[x](https://school.nl/drie%20vier)"),
        ("Wie pest qqqq", "qqqq"),
    ],
)
def test_a_letter_that_is_nowhere_is_named_with_its_word(text: str, words: str) -> None:
    assert _lost(text, "Wie pest") == words


def test_letters_that_are_lost_from_words_that_are_there_are_named_themselves() -> None:
    assert sorted(_lost("Wie Wie", "Wie")) == ["W", "i"]


def test_what_the_report_tells_is_not_lost() -> None:
    source = extract_text(b"Wie pest")
    told = LeftOut(text="weggelaten", reason=LeftOutReason.HIDDEN, at=-1)
    prove_markdown("Wie weggelaten pest", replace(source, left_out=(told,)), _protocol())


def test_of_very_many_lost_words_a_dozen_are_named() -> None:
    assert len(_lost(" ".join(f"q{n}zx" for n in range(50))).split()) == 12
