"""The words that a draft was made from, found in an earlier version of the same protocol."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable
from protocolkit.drafting.template.sources import choice_id, neutral_text
from protocolkit.drafting.update import earlier
from protocolkit.reading.reader import read_protocol_text

_WORDS = ("Het hek is open.", "Het hek is dicht.")
_TEXTS = tuple(f"# Hek\n\n{{#b}}\n1. Iets.\n\n{{#a}}\n2. {words}\n" for words in _WORDS)


def _entry(choice: str, fingerprint: str = "", anchor: str = "a", slug: str = "aa") -> Any:
    source = SimpleNamespace(organisation=slug, anchor=anchor)
    return SimpleNamespace(choice=choice, fingerprint=fingerprint, source=source)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> earlier.EarlierTexts:
    """Return the earlier texts of a folder with three revisions, of which one has no file."""
    asked: list[str] = []

    def revisions(_root: Path, name: str, most: int) -> tuple[str, ...]:
        assert (name, most) == ("protocols/hek/aa.md", 30)
        asked.append(name)
        assert len(asked) == 1, "every version is read once"
        return ("r0", "r1", "r2")

    found = {"r0": None, "r1": _TEXTS[0], "r2": _TEXTS[1]}
    monkeypatch.setattr(earlier, "revisions", revisions)
    monkeypatch.setattr(earlier, "earlier_text", lambda _root, revision, _name: found[revision])
    (tmp_path / "protocols").mkdir()
    return earlier.EarlierTexts(tmp_path, "hek")


def test_the_version_with_the_fingerprint_is_the_one(texts: earlier.EarlierTexts) -> None:
    for words, text in zip(_WORDS, _TEXTS, strict=True):
        protocol = read_protocol_text(text).protocol
        [item] = [one for one in addressable(protocol) if one.anchor == "a"]
        mark = clause_fingerprint(item)
        assert texts.words(_entry(BOARD_WIDE, mark)) == words
        assert texts.words(_entry(BOARD_WIDE, mark, anchor="b")) == ""
        chosen = choice_id(neutral_text(item, names_of(protocol)))
        assert texts.words(_entry(chosen)) == words


def test_what_no_version_says_is_nowhere(texts: earlier.EarlierTexts) -> None:
    assert texts.words(_entry("k-onbekend")) == ""
    assert texts.words(_entry(BOARD_WIDE, "2:0000")) == ""
    assert texts.words(_entry("k-onbekend", slug="")) == ""
