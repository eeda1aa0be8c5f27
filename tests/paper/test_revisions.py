"""Accepting and rejecting after the standard, on small pieces of XML whose answer is known."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from protocolkit.paper.redline.revisions import (
    NAMESPACE,
    Choice,
    drop_uncalled,
    revisions,
    settle,
)

NS = {"w": NAMESPACE}
INS, DEL = '<w:ins w:id="1" w:author="a">', '<w:del w:id="2" w:author="a">'
MARK_INS = '<w:rPr><w:ins w:id="3" w:author="a"/></w:rPr>'
MARK_DEL = '<w:rPr><w:del w:id="4" w:author="a"/></w:rPr>'


def body(inner: str) -> Any:
    return etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{inner}</w:body>')


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def gone(text: str) -> str:
    return f"{DEL}<w:r><w:delText>{text}</w:delText></w:r></w:del>"


def come(text: str) -> str:
    return f"{INS}{run(text)}</w:ins>"


def p(content: str, style: str = "", mark: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{mark}</w:pPr>{content}</w:p>"


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


def lines(root: Any) -> list[tuple[str, str]]:
    """Return style and words of each paragraph; what no reader sees may not be left."""
    assert not list(revisions(root))
    assert not root.xpath("//w:delText|//w:delInstrText", namespaces=NS)
    return [
        (
            one.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS),
            "".join(one.xpath(".//w:t/text()|.//w:instrText/text()", namespaces=NS)),
        )
        for one in root.iter(f"{{{NAMESPACE}}}p")
    ]


def both(inner: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    accepted, rejected = body(inner), body(inner)
    settle(accepted, Choice.ACCEPT)
    settle(rejected, Choice.REJECT)
    return lines(accepted), lines(rejected)


def test_a_rejected_word_does_not_stay_and_a_deleted_one_comes_back() -> None:
    new, old = both(p(run("om ") + gone("acht") + come("negen") + run(" uur")))
    assert new == [("", "om negen uur")]
    assert old == [("", "om acht uur")]


def test_what_was_inserted_and_then_deleted_is_in_neither() -> None:
    inside = f"{INS}{gone('even')}{run('wel')}</w:ins>"
    assert both(p(inside)) == ([("", "wel")], [("", "")])


def test_a_deleted_paragraph_leaves_no_empty_one() -> None:
    inner = p(run("a"), "A") + p(gone("b"), "B", MARK_DEL) + p(run("c"), "C")
    new, old = both(inner)
    assert new == [("A", "a"), ("C", "c")]
    assert old == [("A", "a"), ("B", "b"), ("C", "c")]


def test_an_inserted_paragraph_leaves_no_empty_one() -> None:
    inner = p(run("a"), "A") + p(come("b"), "B", MARK_INS) + p(run("c"), "C")
    new, old = both(inner)
    assert new == [("A", "a"), ("B", "b"), ("C", "c")]
    assert old == [("A", "a"), ("C", "c")]


def test_a_paragraph_that_is_split_is_whole_again() -> None:
    """What stood before the mark runs on into the next one, which keeps its properties."""
    inner = p(run("een "), "A", MARK_INS) + p(run("twee"), "B")
    assert both(inner) == ([("A", "een "), ("B", "twee")], [("B", "een twee")])


def test_paragraphs_deleted_one_after_the_other_go() -> None:
    gone_two = p(gone("b"), "B", MARK_DEL) + p(gone("c"), "C", MARK_DEL)
    new, old = both(p(run("a"), "A") + gone_two + p(run("d"), "D"))
    assert new == [("A", "a"), ("D", "d")]
    assert len(old) == 4


def test_a_paragraph_at_the_end_goes_when_nothing_is_left_of_it() -> None:
    sect = "<w:sectPr/>"
    new, old = both(p(run("a"), "A") + p(gone("b"), "B", MARK_DEL) + sect)
    assert (new, len(old)) == ([("A", "a")], 2)


def test_a_paragraph_before_a_table_goes_but_words_never_do() -> None:
    table = f"<w:tbl><w:tr>{cell(p(run('x')))}</w:tr></w:tbl>"
    new, _ = both(p(gone("a"), "A", MARK_DEL) + table)
    assert new == [("", "x")]
    new, _ = both(p(run("blijft"), "A", MARK_DEL) + table)
    assert new == [("A", "blijft"), ("", "x")]


def test_a_cell_keeps_its_last_paragraph() -> None:
    table = f"<w:tbl><w:tr>{cell(p(gone('x'), 'T', MARK_DEL))}{cell(p(run('y')))}</w:tr></w:tbl>"
    assert both(table)[0] == [("T", ""), ("", "y")]


def test_bookmarks_around_a_deleted_paragraph_stay_in_pairs() -> None:
    start = '<w:bookmarkStart w:id="9" w:name="oud"/>'
    end = '<w:bookmarkEnd w:id="9"/>'
    root = body(p(start + gone("a") + end, "A", MARK_DEL) + p(run("b"), "B"))
    settle(root, Choice.ACCEPT)
    assert lines(root) == [("B", "b")]
    (kept,) = root.iter(f"{{{NAMESPACE}}}p")
    names = [etree.QName(one).localname for one in kept]
    assert names == ["pPr", "bookmarkStart", "bookmarkEnd", "r"]


@pytest.mark.parametrize(("kind", "choice"), [("del", Choice.ACCEPT), ("ins", Choice.REJECT)])
def test_a_row_goes_whole(kind: str, choice: Choice) -> None:
    mark = f'<w:trPr><w:{kind} w:id="5" w:author="a"/></w:trPr>'
    words = gone("x") if kind == "del" else come("x")
    rows = f"<w:tr>{mark}{cell(p(words))}</w:tr><w:tr>{cell(p(run('y')))}</w:tr>"
    root = body(f"<w:tbl>{rows}</w:tbl>")
    settle(root, choice)
    assert lines(root) == [("", "y")]
    other = body(f"<w:tbl>{rows}</w:tbl>")
    settle(other, Choice.REJECT if choice is Choice.ACCEPT else Choice.ACCEPT)
    assert lines(other) == [("", "x"), ("", "y")]


def test_a_table_without_rows_is_no_table() -> None:
    mark = '<w:trPr><w:del w:id="5" w:author="a"/></w:trPr>'
    root = body(f"<w:tbl><w:tr>{mark}{cell(p(gone('x')))}</w:tr></w:tbl>{p(run('y'))}")
    settle(root, Choice.ACCEPT)
    assert lines(root) == [("", "y")]
    assert not list(root.iter(f"{{{NAMESPACE}}}tbl"))


def test_cells_come_and_go() -> None:
    def marked(kind: str, text: str) -> str:
        mark = f'<w:tcPr><w:{kind} w:id="6" w:author="a"/></w:tcPr>'
        return cell(mark + p(come(text) if kind == "cellIns" else gone(text)))

    rows = f"<w:tbl><w:tr>{cell(p(run('a')))}{marked('cellIns', 'b')}{marked('cellDel', 'c')}"
    new, old = both(f"{rows}</w:tr></w:tbl>")
    assert [text for _, text in new] == ["a", "b"]
    assert [text for _, text in old] == ["a", "c"]


def test_moves_are_read_too() -> None:
    frm = f'<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">{run("a")}</w:moveFrom>'
    to = f'<w:moveTo w:id="4">{run("a")}</w:moveTo>'
    start = '<w:moveToRangeStart w:id="3" w:name="m"/>'
    inner = (
        p(f'{frm}<w:moveFromRangeEnd w:id="1"/>', "A", '<w:rPr><w:moveFrom w:id="7"/></w:rPr>')
        + p(run("b"), "B")
        + p(f'{start}{to}<w:moveToRangeEnd w:id="3"/>', "A", '<w:rPr><w:moveTo w:id="8"/></w:rPr>')
        + p(run("c"), "C")
    )
    new, old = both(inner)
    assert new == [("B", "b"), ("A", "a"), ("C", "c")]
    assert old == [("A", "a"), ("B", "b"), ("C", "c")]
    root = body(inner)
    settle(root, Choice.ACCEPT)
    assert not root.xpath("//*[contains(name(), 'move')]")


def test_fields_that_are_deleted_come_back_as_fields() -> None:
    code = "<w:r><w:delInstrText> NOTEREF noot_1 </w:delInstrText></w:r>"
    new, old = both(p(f"{DEL}{code}</w:del>{run('x')}"))
    assert new == [("", "x")]
    assert old == [("", " NOTEREF noot_1 x")]


def test_properties_that_were_others_come_back() -> None:
    change = (
        '<w:pPr><w:pStyle w:val="List2"/><w:ind w:left="9"/><w:rPr><w:b/></w:rPr>'
        '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:pStyle w:val="List"/></w:pPr></w:pPrChange>'
        "</w:pPr>"
    )
    look = (
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="2" w:author="a"><w:rPr><w:i/></w:rPr>'
        "</w:rPrChange></w:rPr><w:t>x</w:t></w:r>"
    )
    root = body(f"<w:p>{change}{look}</w:p>")
    settle(root, Choice.REJECT)
    properties, inside = root[0][0], root[0][1][0]
    assert [etree.QName(one).localname for one in properties] == ["pStyle", "rPr"]
    assert lines(root) == [("List", "x")]
    assert [etree.QName(one).localname for one in inside] == ["i"]
    root = body(f"<w:p>{change}{look}</w:p>")
    settle(root, Choice.ACCEPT)
    assert lines(root) == [("List2", "x")]
    assert not root.xpath("//w:pPrChange|//w:rPrChange|//w:i", namespaces=NS)


def test_notes_that_nothing_calls_any_more_go_and_separators_stay() -> None:
    root = body(p(f'{DEL}<w:r><w:footnoteReference w:id="2"/></w:r></w:del>{run("a")}'))
    notes = etree.fromstring(
        f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote w:type="separator" w:id="-1"/>'
        f'<w:footnote w:id="2">{p(gone("x"))}</w:footnote></w:footnotes>'
    )
    settle(root, Choice.ACCEPT)
    drop_uncalled(root, notes, reference="footnoteReference", note="footnote")
    assert [one.get(f"{{{NAMESPACE}}}id") for one in notes] == ["-1"]


def test_links_of_which_nothing_is_left_go() -> None:
    root = body(p(f'<w:hyperlink w:anchor="x">{gone("hier")}</w:hyperlink>{run("a")}'))
    settle(root, Choice.ACCEPT)
    assert not root.xpath("//w:hyperlink", namespaces=NS)
