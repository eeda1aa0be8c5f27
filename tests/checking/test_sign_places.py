"""Signs that a PDF can only name are told with their line, before anything is built."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.checking.signs import SIGN_TURNS, SIGN_UNKNOWN
from protocolkit.collection import read_collection

_PROTOCOL = """\
---
protocol:
  title: Protocol hek
  organisation:
    name: "School 学校"
    kind: school
  owner: מدرסה
---

# Protocol hek 📱

{#doel}
## Doel 🚲

{#doel-1}
Iedereen mag het hek zien[^a].

{#doel-2}
@iedereen mag het hek zien 🚲 en voelen \uf0b7.

{#doel-3}
| Kop 头 | Kop |
|---|---|
| cel | 格 |

[^a]: Een noot 中.
"""
_TOPICS = """\
title: Hek 门
themes: [{id: t, title: Thema 题}]
topics:
  - {id: een, title: Mag het 🚲?, theme: t, clauses: {x: [doel-1]}}
alone: {x: [doel-2, doel-3, noot-a]}
"""


def test_each_place_is_told_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "hek"
    folder.mkdir(parents=True)
    (folder / "x.md").write_text(_PROTOCOL, "utf-8")
    (folder / "topics.yml").write_text(_TOPICS, "utf-8")
    found = [p for p in check_collection(read_collection(tmp_path)) if p.code is SIGN_UNKNOWN]
    told = {(p.location.path.rpartition("/")[2], p.location.line): p for p in found}
    assert sorted(told) == [
        ("topics.yml", 1), ("topics.yml", 2), ("topics.yml", 4), ("x.md", 5), ("x.md", 10),
        ("x.md", 13), ("x.md", 19), ("x.md", 22), ("x.md", 24), ("x.md", 26),
    ]  # fmt: skip
    line = told["x.md", 19].line(translator())
    assert "'🚲', U+F0B7" in line
    assert "[teken U+1F6B2], [teken U+F0B7]" in line
    assert "[tekens U+5B66 U+6821]" in told["x.md", 5].line(translator())


def test_what_turns_the_order_of_words_is_told_wherever_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "hek"
    folder.mkdir(parents=True)
    turned = _PROTOCOL.replace("School", "Sch\u202eool").replace("voelen", "voe\u2067len")
    (folder / "x.md").write_text(turned, "utf-8")
    (folder / "topics.yml").write_text(_TOPICS.replace("Thema", "The\u202dma"), "utf-8")
    found = [p for p in check_collection(read_collection(tmp_path)) if p.code is SIGN_TURNS]
    told = {(p.location.path.rpartition("/")[2], p.location.line): p for p in found}
    assert sorted(told) == [("topics.yml", 2), ("x.md", 5), ("x.md", 19)]
    assert "U+2067" in told["x.md", 19].line(translator())
