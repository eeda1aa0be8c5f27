"""Fragments of an earlier build are taken over, and every link has the name that is its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from composed import DUTCH
from protocolkit.base.cache import Cache
from protocolkit.document.model import Kind, Paragraph
from protocolkit.document.richtext import Link, RichText, Text
from protocolkit.drafting.new.arranging import sources_of
from protocolkit.drafting.template.values import Choice
from protocolkit.paper.docx.open_file import OpenWord
from protocolkit.paper.docx.open_gaps import gap
from protocolkit.site.composer import clauses
from protocolkit.site.composer.clauses import Pool, own_choice
from protocolkit.site.composer.known import NOTHING, Kept
from protocolkit.site.composer.source import source_texts


def _choice(name: str, address: str = "") -> Choice:
    words: RichText = (Text(name),)
    if address:
        words += (Link(target=address, content=(Text("hier"),)),)
    return own_choice((Paragraph(words),), name, Kind.RULE)


def _made(known: Any, *choices: Choice) -> tuple[list[Any], tuple[str, ...]]:
    """Return the fragments of each choice, and the addresses that the Word file then has."""
    word = OpenWord(DUTCH, language="nl", project=Path("nowhere"), slug="regels")
    pool = Pool(word, sources_of(()), DUTCH, known.remember)
    return [pool.clauses([choice], [choice.id]) for choice in choices], word.addresses


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the choices that were written out, by their ids."""
    done: list[str] = []
    write: Callable[..., Any] = clauses._clauses

    def counting(choices: Any, *given: Any) -> Any:
        done.extend(choice.id for choice in choices)
        return write(choices, *given)

    monkeypatch.setattr(clauses, "_clauses", counting)
    return done


def test_only_what_changed_is_written_and_links_are_numbered_as_from_nothing(
    tmp_path: Path, written: list[str]
) -> None:
    first, second = _choice("een", "https://a.nl"), _choice("twee", "https://b.nl")
    for choices, wanted in (
        ((first, second), ["een", "twee"]),
        ((first, second), []),
        # a link before it is gone, so the one that is left is the first
        ((_choice("een"), second), ["een", "twee"]),
        ((_choice("een"), second), []),
        ((second, _choice("drie")), ["drie"]),
    ):
        plain = _made(NOTHING, *choices)
        written.clear()
        kept = Kept(Cache(tmp_path), "regels", "around")
        assert _made(kept.known, *choices) == plain
        kept.keep()
        assert written == wanted
    assert "rIdLink1" in _made(NOTHING, second)[0][0][0].xml
    written.clear()
    _made(Kept(Cache(tmp_path), "regels", "else").known, second)
    assert written == ["twee"]


def test_a_clause_and_a_note_without_words_are_written_as_what_they_are() -> None:
    sign = "\ue000"
    word = (Paragraph((Text("Twee."),)),)
    texts, notes = source_texts([((), False), (word, False)], [(), word], sign)
    assert [text.partition("}\n")[2] for text in texts] == [
        gap("nr", sign),
        f"{gap('nr', sign)} Twee.",
    ]
    assert [note.partition("]:")[2].strip() for note in notes] == ["", "Twee."]
