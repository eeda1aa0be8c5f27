"""What the composer is given: every wording whole, in three forms that say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

import seeds
from composed import composer_made, script_value, template_made
from examples import examples
from protocolkit.document.outline import clause_text, clauses, labels, placed_items
from protocolkit.drafting.new.formulations import offered_text
from protocolkit.drafting.template.sources import make_sources
from protocolkit.reading.reader import read_protocol_text
from protocolkit.site.comparison.open_files import GAP
from protocolkit.site.composer.clauses import CAPITAL, fragment
from protocolkit.text.words import tokens
from small_boards import seed_judgements


def _scripts() -> tuple[dict[str, Any], dict[str, Any]]:
    return _value(composer_made().core), _value(composer_made().word)


def _value(script: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(script_value(script))
    return found


def _clauses(core: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in (item for group in core["groups"] for item in group["items"]):
        yield from item.get("clauses", ())
        yield from (clause for option in item.get("options", ()) for clause in option["clauses"])


def _filled(fragment: str, gaps: dict[str, str], *, is_source: bool = False) -> str:
    def value(name: str) -> str:
        printed = name.removeprefix(CAPITAL)
        if not printed.startswith("["):
            return gaps[name]
        return re.sub(r"([\[\]])", r"\\\1", printed) if is_source else printed

    pieces = fragment.split(GAP)
    return "".join(value(piece) if n % 2 else piece for n, piece in enumerate(pieces))


def test_the_text_of_a_fragment_is_what_the_template_offers() -> None:
    core, _ = _scripts()
    choices = {c.id: c for topic in template_made().topics for c in topic.choices}
    seen = [clause for clause in _clauses(core) if clause["id"] in choices]
    assert {clause["id"] for clause in seen} == set(choices)
    for clause in seen:
        assert tokens(_filled(clause["text"], {})) == tokens(offered_text(choices[clause["id"]]))


def test_markdown_and_word_say_the_same_words() -> None:
    core, word = _scripts()
    head = "---\nprotocol: {organisation: {name: x}}\n---"
    notes = {f"n{n}": "" for n in range(20)}
    label = dict.fromkeys(("label", "boven", "naast", "hangt"), "")
    for clause in _clauses(core):
        marks = {f"n{n}": "[^1]" for n in range(20)}
        gaps = {"nr": "1.", "plek": "a", "soort": "", "inspring": "   ", **marks}
        source = _filled(clause["md"], gaps, is_source=True)
        more = "\n\n[^1]: noot\n" if clause["notes"] else ""
        read = read_protocol_text(head + source + more).protocol
        said = tokens(_filled(clause["text"], {}))
        assert [tokens(clause_text(found)) for found in clauses(read)] == [said]
        assert [found.marker for found in clauses(read)] == ["" if clause["alone"] else "1."]
        xml = _filled(
            word["xml"][clause["n"]], {"nr": "", "id": "1", "merk": "x", **label, **notes}
        )
        words = "\n".join(
            "".join(
                "\n" if found.name in ("w:tab", "w:br") else found.text
                for found in paragraph.find_all(["w:t", "w:tab", "w:br"])
            )
            for paragraph in BeautifulSoup(xml, "lxml").find_all("w:p")
        )
        assert tokens(words) == said


def test_what_boards_disagree_about_is_never_chosen_beforehand() -> None:
    core, _ = _scripts()
    contested = [topic for topic in template_made().topics if topic.is_contested]
    assert contested
    items = [item for group in core["groups"] for item in group["items"]]
    start = {item["id"]: item["start"] for item in items if "options" in item}
    for topic in contested:
        assert set(start[topic.id].values()) <= {"", "geen"}


def test_no_fragment_declares_a_namespace_or_keeps_a_gap() -> None:
    _, word = _scripts()
    for made in (*word["xml"], *word["shapes"].values()):
        text = "".join(made.split(GAP)[::2])
        assert "xmlns" not in text
        assert "w:open" not in text
        assert made.count(GAP) % 2 == 0


@given(st.lists(st.text("ab1<&\ue001", max_size=6) | st.integers(0, 9), max_size=6))
@examples(60)
def test_only_what_is_open_changes_in_a_fragment(parts: list[str | int]) -> None:
    sign, printed = "\ue000", [f"[{n}]" for n in range(10)]
    text = "".join(p if isinstance(p, str) else f"a{sign}{p}{sign}" for p in parts)
    wanted = "".join(p if isinstance(p, str) else printed[p] for p in parts)
    assert _filled(fragment(text, sign, printed), {}) == wanted


def test_who_decided_what_and_when_stays_behind_when_boards_become_one() -> None:
    protocols = seeds.collection().subjects[0].protocols
    sources = make_sources(seeds.matrix(), seed_judgements(), protocols)
    records = [(p, i) for p, i in placed_items(protocols) if sources.is_record(p)]
    assert records
    for place, record in records:
        board = _value(composer_made().boards[place.organisation])
        offered = [
            clause["text"]
            for option in (*board["topics"].values(), *board["rest"]["items"])
            for clause in option["clauses"]
        ]
        assert offered
        assert tokens(clause_text(record)) not in [tokens(_filled(text, {})) for text in offered]
        label = labels(sources.by_slug[place.organisation].protocol)[place.anchor]
        assert any(f"{label} van {board['name']}" in line for line in board["behind"])
