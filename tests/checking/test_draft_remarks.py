"""Who reads a draft on paper is told what is odd at a clause, without the names of files."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.messages import translator
from protocolkit.checking.draft_remarks import draft_remarks
from protocolkit.checking.together import LEANS_BACK, check_together
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol_text

_NL = translator("nl")
_TEXT = """# Proef

{#h}
## 1 Regels

{#a}
1. Dit geldt ook voor de hierboven genoemde leerlingen in de onderbouw.

{#b}
2. De mentor belt de ouders,
"""


def _draft() -> Protocol:
    text = read_protocol_text(_TEXT).protocol
    entries = tuple(
        Provenance(anchor=anchor, topic="t", choice="k1", source=Place("de-linde", "x"))
        for anchor in ("a", "b")
    )
    return replace(text, facts=replace(text.facts, provenance=entries))


def test_each_remark_stands_at_its_clause_once() -> None:
    draft = _draft()
    found = draft_remarks(draft, _NL)
    assert len(found) == len(set(found))
    assert {anchor for anchor, _ in found} == {"a", "b"}
    checked = {one.code for one in check_together(draft)}
    assert LEANS_BACK in checked


def test_what_leans_on_other_words_names_these_and_no_file() -> None:
    found = draft_remarks(_draft(), _NL)
    (leaning,) = (said for anchor, said in found if anchor == "a")
    assert "‘" in leaning
    assert not [said for _, said in found if "de-linde" in said]
    others = [said for anchor, said in found if anchor == "b"]
    assert others
    assert leaning not in others
    assert not [said for said in others if said.startswith(leaning.split("‘")[0])]
