"""The bookmark of a clause stays open in a fragment; those of its points are not placed."""

from __future__ import annotations

from docx.oxml.ns import qn

from protocolkit.paper.docx.elements import element
from protocolkit.paper.docx.open_gaps import gap, open_bookmarks


def test_the_bookmark_with_the_name_stays_and_others_go() -> None:
    made = element(
        "p",
        element("bookmarkStart", id="1", name="art-1"),
        element("bookmarkStart", id="2", name="art-1-a"),
        element("r"),
        element("bookmarkEnd", id="2"),
        element("bookmarkEnd", id="1"),
    )
    open_bookmarks([made], "art-1", "%")
    start, run, end = made
    assert [one.tag for one in (start, run, end)] == [
        qn("w:bookmarkStart"), qn("w:r"), qn("w:bookmarkEnd"),
    ]  # fmt: skip
    assert start.get(qn("w:name")) == gap("merk", "%")
    assert start.get(qn("w:id")) == end.get(qn("w:id")) == gap("id", "%")
