"""A protocol as nodes of a page: its words in order, its anchors, and what stands around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx.addnodes import pending_xref

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.site.engine.doctree import build_doctree
from protocolkit.site.engine.nodes import (
    clause_block,
    clause_item,
    clause_list,
    clause_marker,
    date_notice,
    permalink,
    title_block,
)
from protocolkit.site.engine.title_block import make_title_block

_TEXT = """---
protocol:
  organisation: {name: De Brug, kind: school}
---

# Protocol hek

{#aanhef}
Dit is de aanhef.

{#h}
## 1 Regels

{#a}
1. Het *hek* is **dicht**,[^1] zie [daar](#h), [hier](b.md#x),
   [elders](../../protocols/pesten/c.md#y) en
   [de wet](https://x.nl).[^1]

   - een punt
   - nog een

{#t}
2. Een tabel:

   | A | B |
   |---|---|
   | c | d |

## Los

{#z}
Zonder nummer.

[^1]: De noot.
"""


def _read(text: str = _TEXT) -> Protocol:
    return read_protocol_text(text, "hek.md", subject="hek", slug="de-brug").protocol


def _page(protocol: Protocol, version: str = "") -> nodes.document:
    document = new_document("hek.md")
    build_doctree(protocol, document, "nl", version)
    return document


def _section(document: nodes.document) -> nodes.section:
    [found] = [one for one in document.children if isinstance(one, nodes.section)]
    return found


def _ids(document: nodes.document, kind: type[nodes.Element]) -> list[str]:
    return [str(one["ids"][0]) for one in document.findall(kind) if one["ids"]]


def test_the_text_stands_between_what_is_said_of_it() -> None:
    first, text, last = _page(_read()).children
    assert isinstance(first, title_block)
    assert isinstance(text, nodes.section)
    assert isinstance(last, nodes.Element)
    assert text["classes"] == ["protocol"]
    assert last["classes"] == ["title-block-end"]
    assert len(last.children) == 2


def test_clauses_with_a_number_are_a_list_and_others_blocks() -> None:
    document = _page(_read())
    assert _ids(document, clause_item) == ["a", "t"]
    assert _ids(document, clause_block) == ["aanhef", "z"]
    lists = [one for one in document.findall(clause_list) if one["classes"] == ["clauses"]]
    assert [len(one.children) for one in lists] == [2]
    markers = [one.astext() for one in document.findall(clause_marker)]
    assert markers[:2] == ["1", "1."]
    # A heading without a number has no mark before it.
    assert len(markers) == 5


def test_each_clause_has_a_link_to_itself_after_its_last_word() -> None:
    links = list(_page(_read()).findall(permalink))
    assert [link["refid"] for link in links] == ["aanhef", "a", "t", "z"]
    assert isinstance(links[0].parent, nodes.paragraph)
    # After a list or a table there is no paragraph to stand in.
    assert not isinstance(links[1].parent, nodes.paragraph)
    assert all(link["label"] for link in links)


def test_a_note_is_called_from_each_of_its_places() -> None:
    document = _page(_read())
    calls = list(document.findall(nodes.footnote_reference))
    [note] = document.findall(nodes.footnote)
    assert [call["refid"] for call in calls] == note["ids"] * 2
    assert note["backrefs"] == [call["ids"][0] for call in calls]
    assert len(set(note["backrefs"])) == 2
    without = _page(_read(_TEXT.replace("[^1]: De noot.", "").replace("[^1]", "")))
    assert not list(without.findall(nodes.footnote))


def test_emphasis_and_tables_stay_what_they_are() -> None:
    document = _page(_read())
    assert [one.astext() for one in document.findall(nodes.emphasis)] == ["hek"]
    assert "dicht" in [one.astext() for one in document.findall(nodes.strong)]
    rows = [[cell.astext() for cell in row.children] for row in document.findall(nodes.row)]
    assert rows == [["A", "B"], ["c", "d"]]


def test_links_to_clauses_are_asked_of_the_site_and_others_left() -> None:
    document = _page(_read())
    asked = [x["reftarget"] for x in _section(document).findall(pending_xref)]
    assert asked == ["hek/de-brug#h", "hek/b#x", "pesten/c#y"]
    assert all(x["refwarn"] for x in _section(document).findall(pending_xref))
    outside = [x["refuri"] for x in _section(document).findall(nodes.reference)]
    assert outside == ["https://x.nl"]


def test_a_link_knows_the_line_of_its_clause() -> None:
    section = _section(_page(_read()))
    line = _TEXT[: _TEXT.index("1. Het *hek*")].count("\n") + 1
    asked = list(section.findall(pending_xref))
    assert [(one.source, one.line) for one in asked] == [(_read().location.path, line)] * 3
    assert [one.line for one in section.findall(nodes.reference)] == [line]


def test_a_kept_version_leads_to_its_own_clauses_and_warns_of_nothing() -> None:
    text = _TEXT.replace("[daar](#h)", "[daar](#h) of [weg](#weg) of [punt](#a)")
    section = _section(_page(_read(text), version="2026-1"))
    own = [x["refid"] for x in section.findall(nodes.reference) if "refid" in x]
    assert own == ["h", "a"]
    assert "weg" in section.astext()
    assert not any(x["refwarn"] for x in section.findall(pending_xref))


def test_a_title_that_is_not_the_documents_own_is_said_to_be_added() -> None:
    def classes(found: Protocol) -> list[str]:
        title = _section(_page(found)).children[0]
        assert isinstance(title, nodes.title)
        return [
            *title["classes"],
            *(c for one in title.findall(nodes.inline) for c in one["classes"]),
        ]

    read = _read()
    assert classes(read) == []
    added = replace(read, facts=replace(read.facts, title_supplied=True))
    assert classes(added) == ["title-supplied", "title-note"]


def _block(version: str = "", **facts: Any) -> nodes.Element:
    read = _read()
    made = replace(read, facts=replace(read.facts, **facts))
    translate = translator("nl")
    return make_title_block(made, make_cover(made, translate, "nl"), translate, version)


def _classes(block: nodes.Element) -> list[str]:
    return [
        name for child in block.children for name in getattr(child, "attributes", {})["classes"]
    ]


def test_above_a_text_is_whose_it_is_and_how_to_take_it_along() -> None:
    block = _block(status=Status.ADOPTED, dated="2026-03-04")
    assert _classes(block)[:2] == ["title-block-organisation", "title-block-standing"]
    assert "title-block-downloads" in _classes(block)
    assert "De Brug" in block.astext()
    assert len([x for x in block.findall(nodes.reference) if x["classes"] == ["download"]]) == 2
    assert len(list(block.findall(pending_xref))) == 1


def test_a_kept_version_has_no_paper_and_says_that_another_may_hold() -> None:
    block = _block(version="2026-1")
    assert "title-block-downloads" not in _classes(block)
    assert "2026-1" in block.astext()
    assert "2026-1" not in _block().astext()


@pytest.mark.parametrize(
    ("status", "mark"),
    [
        (Status.CONCEPT, "draft-mark"),
        (Status.SUBMITTED, "draft-mark"),
        (Status.ADOPTED, "title-block-fact"),
    ],
)
def test_a_draft_is_marked_as_one(status: Status, mark: str) -> None:
    marks = [name for one in _block(status=status).findall(nodes.inline) for name in one["classes"]]
    assert marks[:2] == ["title-block-fact", mark]


def test_what_a_date_makes_of_a_text_is_left_to_the_readers_clock() -> None:
    assert list(_block().findall(date_notice)) == []
    both = _block(valid_until="2030-08-01", review_date="2029-08")
    assert [one["after"] for one in both.findall(date_notice)] == ["2030-08-01", "2029-08"]
    one = _block(review_date="2029-08")
    assert [found["after"] for found in one.findall(date_notice)] == ["2029-08"]


def test_decisions_are_listed_with_their_date_when_they_have_one() -> None:
    made = (
        Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026-02-03"),
        Approval(body="GMR", right=Right.ADVICE),
    )
    items = [x.astext() for x in _block(approvals=made).findall(nodes.list_item)]
    assert items[0].startswith("MR: ")
    assert items[0].endswith(")")
    assert items[1].startswith("GMR: ")
    assert not items[1].endswith(")")
    assert list(_block().findall(nodes.bullet_list)) == []


def test_rows_do_not_repeat_what_the_first_line_says() -> None:
    block = _block(status=Status.ADOPTED, owner="de directeur")
    values = [one.astext() for one in block.findall(nodes.definition)]
    assert "de directeur" in values
    assert "De Brug" not in values
