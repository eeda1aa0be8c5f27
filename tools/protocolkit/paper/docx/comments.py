"""Comments in the margin of a Word file, without a date: equal texts give equal files."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    clean,
    element,
    paragraph,
    run,
    text_run,
)
from protocolkit.paper.docx.package import add_part
from protocolkit.paper.shared.extras import Extras

_LONGEST_INITIALS = 3


def add_comments(document: Document, extras: Extras, bookmarks: Bookmarks) -> None:
    """Add comments, each at the paragraph with the bookmark of its anchor; others are left out."""
    places = {
        start.get(qn("w:name"), ""): start.getparent()
        for start in document.element.body.iter(qn("w:bookmarkStart"))
    }
    root = element("comments")
    for comment in extras.comments:
        place = places.get(bookmarks.names.get(comment.anchor, ""))
        if place is not None:
            number = len(root)
            root.append(comment_element(comment.author, comment.text, number))
            _mark(place, number)
    if len(root):
        add_part(document, "comments", root)


def comment_element(author: str, text: str, number: int) -> Element:
    """Make a comment for ``comments.xml``; ``number`` is its id."""
    initials = "".join(word[0] for word in author.split() if word[0].isalnum())
    lines = [line for line in text.split("\n") if line.strip()]
    own_mark = run([element("annotationRef")], Look(style="CommentReference"))
    first = paragraph(Setting(style="CommentText"), [own_mark, text_run(lines[0] if lines else "")])
    rest = [paragraph(Setting(style="CommentText"), [text_run(line)]) for line in lines[1:]]
    return element(
        "comment",
        first,
        *rest,
        id=number,
        author=clean(author),
        initials=clean(initials[:_LONGEST_INITIALS]),
    )


def _mark(place: Element, number: int) -> None:
    """Mark all words of a paragraph as what the comment is about."""
    mark_comment(place, number, comment_call(number))


def comment_call(number: int) -> Element:
    """Make the run that calls a comment."""
    return run([element("commentReference", id=number)], Look(style="CommentReference"))


def mark_comment(place: Element, number: int, call: Element) -> None:
    """Mark all words of a paragraph as what the comment is about; ``call`` is what calls it."""
    place.find(qn("w:pPr")).addnext(element("commentRangeStart", id=number))
    place.append(element("commentRangeEnd", id=number))
    place.append(call)
