"""What the composer is given: every wording whole, in three forms that say the same."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from protocolkit.drafting.assembling import offered_text
from protocolkit.messages import translator
from protocolkit.outline import clause_text, clauses
from protocolkit.reading.reader import read_protocol_text
from protocolkit.site.composer_clauses import pieces
from protocolkit.site.composer_data import composer_scripts
from protocolkit.site.judged import Judged
from protocolkit.words import tokens
from small_boards import seed_judgements, seed_template

_DUTCH = translator("nl")


@cache
def _scripts() -> tuple[dict[str, Any], dict[str, Any]]:
    judged = Judged(
        subject=seeds.collection().subjects[0],
        matrix=seeds.matrix(),
        judgements=seed_judgements(),
    )
    made = composer_scripts(judged, seed_template(), _DUTCH, language="nl", project=seeds.ROOT)
    return _value(made.core), _value(made.word)


def _value(script: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(script.partition("]=")[2].rstrip(";\n"))
    return found


def _filled(fragment: list[Any], slots: list[list[str]], gaps: dict[str, str]) -> str:
    def value(piece: Any) -> str:
        if isinstance(piece, str):
            return piece
        return slots[piece[0]][1] if isinstance(piece[0], int) else gaps[piece[0]]

    return "".join(map(value, fragment))


def test_the_text_of_a_fragment_is_what_the_template_offers() -> None:
    core, _ = _scripts()
    choices = {c.id: c for topic in seed_template().topics for c in topic.choices}
    for clause in core["clauses"]:
        if clause["id"] in choices:
            text = _filled(clause["text"], clause["slots"], {})
            assert tokens(text) == tokens(offered_text(choices[clause["id"]]))


def test_markdown_and_word_say_the_same_words() -> None:
    core, word = _scripts()
    head = "---\nprotocol: {organisation: {name: x}}\n---\n\n{#a}\n"
    gaps = {"nr": "", "id": "1", "plek": "x", **{f"n{n}": "" for n in range(20)}}
    for clause, (xml, _) in zip(core["clauses"], word["xml"], strict=True):
        escaped = [[key, re.sub(r"([\[\]])", r"\\\1", printed)] for key, printed in clause["slots"]]
        source = _filled(clause["md"], escaped, {**gaps, **{f"n{n}": "1" for n in range(20)}})
        if not clause["alone"]:
            source = "1. " + source.replace("\n", "\n   ")
        notes = "\n\n[^1]: noot\n" if clause["notes"] else ""
        read = read_protocol_text(head + source + notes).protocol
        said = tokens(_filled(clause["text"], clause["slots"], {}))
        assert [tokens(clause_text(found)) for found in clauses(read)] == [said]
        shown = BeautifulSoup(_filled(xml, clause["slots"], gaps), "lxml").find_all("w:p")
        words = "\n".join(
            "".join(
                "\n" if found.name in ("w:tab", "w:br") else found.text
                for found in paragraph.find_all(["w:t", "w:tab", "w:br"])
            )
            for paragraph in shown
        )
        assert tokens(words) == said


def test_what_boards_disagree_about_is_never_chosen_beforehand() -> None:
    core, _ = _scripts()
    contested = [topic for topic in seed_template().topics if topic.is_contested]
    assert contested
    start = {topic["id"]: topic["start"] for topic in core["topics"]}
    for topic in contested:
        assert set(start[topic.id].values()) <= {"", "geen"}


def test_no_fragment_declares_a_namespace_or_keeps_a_gap() -> None:
    _, word = _scripts()
    for fragment in (*(xml for xml, _ in word["xml"]), *word["shapes"].values()):
        text = "".join(piece for piece in fragment if isinstance(piece, str))
        assert "xmlns" not in text
        assert "w:open" not in text


@given(st.lists(st.text("ab1<&\ue001", max_size=6) | st.integers(0, 30), max_size=6))
@settings(max_examples=60, deadline=None)
def test_pieces_put_together_are_the_text(parts: list[str | int]) -> None:
    sign = "\ue000"
    text = "".join(p if isinstance(p, str) else f"a{sign}{p}{sign}" for p in parts)
    found = pieces(text, sign)
    again = "".join(p if isinstance(p, str) else f"a{sign}{p[0]}{sign}" for p in found)  # type: ignore[index]
    assert again == text
