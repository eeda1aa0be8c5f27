"""A block that is no part of our format is text, without the markers on its line."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import protocol_tokens
from protocolkit.reading.reader import read_protocol_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{#a}\n1. ```\n   woorden\n   ```", "1.```woorden```"),
        ("{#a}\n1. Eerst.\n\n   ```\n   woorden\n   ```", "1.Eerst.```woorden```"),
        ("{#a}\n1. - ```\n     woorden\n     ```", "1.```woorden```"),
        ("Zie[^1].\n\n[^1]: ```\n    woorden\n    ```", "Zie.```woorden```"),
    ],
)
def test_a_block_of_code_is_text(text: str, words: str) -> None:
    reading = read_protocol_text(f"# Hek\n\n{text}\n")
    (problem,) = (one for one in reading.problems if one.code.name == "block-as-text")
    assert dict(problem.values)["text"].endswith("```")
    assert "".join(protocol_tokens(reading.protocol)) == f"Hek{words}"
