"""From a clause to its topics: which, and where the links stand."""

from __future__ import annotations

from docutils import nodes

from protocolkit.collection import Subject
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.reading.found_problems import Report
from protocolkit.site.engine.nodes import permalink
from protocolkit.site.topics.links import (
    _link,
    _put_after,
    _state,
    links_of,
    topic_counts,
    topic_link,
    topic_links,
)
from small_boards import HEAD, board, line_up, topic_line

_LINES = (
    topic_line("foto", {"aa": ["a-1"], "bb": ["a-1"]})
    + topic_line("app", {"aa": ["a-1", "a-2"]})
    + topic_line("index", {"aa": ["a-2"]})
)
_BOARDS = (board("aa", "Foto's mogen.", "Appen mag."), board("bb", "Foto's mogen."))


def _subject() -> Subject:
    made = read_topics_text(f"{HEAD}topics:\n{_LINES}", "regels", Report("x"))
    return Subject(slug="regels", protocols=_BOARDS, concordance=made)


def test_each_clause_has_the_topics_that_it_answers() -> None:
    found = links_of(_subject(), "aa")
    assert {anchor: [t.id for t in topics] for anchor, topics in found.items()} == {
        "a-1": ["foto", "app"],
        "a-2": ["app"],
    }
    assert {anchor: [t.id for t in x] for anchor, x in links_of(_subject(), "bb").items()} == {
        "a-1": ["foto"]
    }
    assert links_of(_subject(), "cc") == {}
    bare = Subject(slug="regels", protocols=_BOARDS, concordance=None)
    assert links_of(bare, "aa") == {}


def test_boards_that_have_a_topic_are_counted() -> None:
    matrix, _ = line_up(_BOARDS, _LINES)
    counts = topic_counts(matrix)
    assert (counts["foto"], counts["app"]) == (2, 1)


def test_a_page_changes_with_its_own_links_only() -> None:
    found = links_of(_subject(), "aa")
    assert _state(found) == _state(links_of(_subject(), "aa"))
    assert _state(found) != _state(links_of(_subject(), "bb"))


def _after(number: int) -> nodes.paragraph:
    """Return a paragraph with so many links to topics put after its permalink."""
    place = permalink(refid="a-1", label="x")
    paragraph = nodes.paragraph("", "Foto's mogen.", place)
    section = nodes.section("", paragraph)
    [topic, *_] = links_of(_subject(), "aa")["a-1"]
    made = [_link("regels", topic, "protocols/regels/aa", str) for _ in range(number)]
    _put_after(place, made, str)
    assert paragraph.parent is section
    return paragraph


def test_one_link_stands_behind_the_last_word_and_several_are_folded_below() -> None:
    [link] = _after(1).findall(topic_link)
    assert isinstance(link.parent, nodes.paragraph)
    assert link["question"] == "Vraag foto?"
    assert link["shown"] == "compare"
    several = _after(2)
    assert not list(several.findall(topic_link))
    [_, folded] = several.parent.children
    assert isinstance(folded, topic_links)
    assert folded["shown"].format(count=2) == "compare on 2 topics"
    assert [link["shown"] for link in folded.children] == ["Vraag foto?"] * 2  # type: ignore[index]
    assert len(_after(0).parent.children) == 1


def test_without_a_paragraph_the_links_follow_the_place_itself() -> None:
    place = permalink(refid="a-1", label="x")
    item = nodes.container("", place)
    [topic, *_] = links_of(_subject(), "aa")["a-1"]
    made = [_link("regels", topic, "protocols/regels/aa", str) for _ in range(2)]
    _put_after(place, made, str)
    assert [type(child) for child in item.children] == [permalink, topic_links]
