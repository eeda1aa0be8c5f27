"""The menu of a page: what is unfolded, where the reader is, and who comes before and after."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from sphinx.addnodes import toctree

from protocolkit.base.location import Location
from protocolkit.collection import Subject
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from protocolkit.site.engine import navigation
from protocolkit.site.engine.navigation import (
    Entry,
    Group,
    _link,
    _neighbours,
    make_menu,
    ordered,
)
from protocolkit.site.engine.subject_links import subject_title
from small_boards import HEAD, board


@cache
def _board(slug: str) -> Protocol:
    return board(slug, "Dit mag.")


def _subject(slug: str, number: int, *, compared: bool = False) -> Subject:
    made = read_topics_text(f"{HEAD}topics: []\n", slug, Report("x")) if compared else None
    boards = [
        replace(_board(f"b{n:03}"), subject=slug, location=Location(f"protocols/{slug}/b{n:03}.md"))
        for n in range(number)
    ]
    return Subject(slug=slug, protocols=tuple(boards), concordance=made)


class _Site:
    """A site with pages beside its protocols: ``below`` says what stands under a page."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *subjects: Subject) -> None:
        self.subjects = subjects
        self.readings = {
            f"protocols/{s.slug}/{p.slug}": SimpleNamespace(protocol=p)
            for s in subjects
            for p in s.protocols
        }
        self.versions: dict[str, Any] = {}
        self.below: dict[str, list[str]] = {}
        self.trees: list[toctree] = []
        domain = SimpleNamespace(readings=self.readings, versions=self.versions)
        monkeypatch.setattr(navigation, "protocol_domain", lambda _env: domain)

    def menu(self, page: str) -> tuple[Group, ...]:
        names = {"index", *self.below, *(n for under in self.below.values() for n in under)}
        front = nodes.bullet_list("", *self.trees)
        env: Any = SimpleNamespace(
            config=SimpleNamespace(root_doc="index"),
            tocs={"index": front},
            titles={name: nodes.title("", f"T {name}") for name in names | set(self.readings)},
            toctree_includes=self.below,
        )
        return make_menu(env, self.subjects, page, str)


def _titles(group: Group) -> list[str]:
    return [entry.title for entry in group.entries]


def _current(groups: tuple[Group, ...]) -> list[str]:
    def of(entries: tuple[Entry, ...]) -> list[str]:
        return [t for e in entries for t in ([e.title] if e.is_current else []) + of(e.entries)]

    return [title for group in groups for title in of(group.entries)]


def test_few_protocols_are_all_unfolded_and_many_only_where_the_reader_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few = _Site(monkeypatch, _subject("hek", 7), _subject("pesten", 8))
    assert [len(group.entries) for group in few.menu("index")] == [1, 7, 8]
    many = _Site(monkeypatch, _subject("hek", 8), _subject("pesten", 8))
    home = many.menu("index")
    assert [_titles(group) for group in home[1:]] == [["All 8 protocols"]] * 2
    there = many.menu("protocols/hek/b001")
    assert [len(group.entries) for group in there] == [1, 8, 1]
    assert _current(there) == ["Stichting B001"]
    assert _current(home) == ["Home"]
    # The pages of a comparison belong to their subject too.
    assert [len(group.entries) for group in many.menu("vergelijken/pesten/index")] == [1, 1, 8]


def test_of_very_many_only_the_one_that_is_read_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    site = _Site(monkeypatch, _subject("hek", 61))
    assert _titles(site.menu("protocols/hek/b001")[1]) == ["Stichting B001", "All 61 protocols"]
    sixty = _Site(monkeypatch, _subject("hek", 60))
    assert len(sixty.menu("protocols/hek/b001")[1].entries) == 60


def test_a_compared_subject_leads_to_what_is_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    site = _Site(monkeypatch, _subject("hek", 2, compared=True), _subject("pesten", 1))
    compared, plain = site.menu("vergelijken/hek/index")[1:3]
    assert _titles(compared)[:3] == ["Compare", "Template", "Compose"]
    assert [entry.is_current for entry in compared.entries[:3]] == [True, False, False]
    assert len(plain.entries) == 1


def test_what_changed_is_listed_where_versions_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    site = _Site(monkeypatch, _subject("hek", 2))
    assert _titles(site.menu("index")[0]) == ["Home"]
    kept = site.subjects[0].protocols[0]
    site.versions["versions/hek/b000@1"] = SimpleNamespace(protocol=kept)
    assert _titles(site.menu("index")[0]) == ["Home", "What changed"]


def _tree(*entries: tuple[str | None, str], caption: str = "") -> toctree:
    return toctree("", entries=list(entries), caption=caption)


def test_other_pages_are_unfolded_where_the_reader_is(monkeypatch: pytest.MonkeyPatch) -> None:
    site = _Site(monkeypatch, _subject("hek", 1))
    site.below = {
        "docs/a": ["docs/b", "protocols/hek/b000", "docs/a"],
        "docs/b": ["docs/c"],
        "docs/d": [],
    }
    site.trees = [
        _tree((None, "docs/a"), ("Eigen naam", "docs/d"), (None, "weg"), caption="Uitleg"),
        _tree((None, "protocols/hek/b000"), (None, "index")),
    ]
    folded = site.menu("index")
    assert [group.title for group in folded[2:]] == ["Uitleg"]
    assert _titles(folded[2]) == ["T docs/a", "Eigen naam"]
    assert folded[2].entries[0].entries == ()
    for page in ("docs/a", "docs/b", "docs/c"):
        first = site.menu(page)[2].entries[0]
        assert [entry.title for entry in first.entries] == ["T docs/b"]
        assert _current(site.menu(page)) == [f"T {page}"]


def test_pages_without_a_caption_stand_above_the_protocols(monkeypatch: pytest.MonkeyPatch) -> None:
    site = _Site(monkeypatch, _subject("hek", 1))
    site.below = {"docs/a": [], "docs/d": []}
    site.trees = [
        _tree((None, "docs/a"), (None, "protocols/hek/b000")),
        _tree((None, "docs/d"), caption="Uitleg"),
    ]
    assert [(group.title, _titles(group)) for group in site.menu("index")] == [
        ("", ["Home", "T docs/a"]),
        ("Hek", ["Stichting B000"]),
        ("Uitleg", ["T docs/d"]),
    ]


def test_who_comes_before_and_after_by_name() -> None:
    subject = _subject("hek", 3)
    middle = _neighbours((_subject("pesten", 1), subject), "protocols/hek/b001")
    assert [found and found.slug for found in middle] == ["b000", "b002"]
    first = _neighbours((subject,), "protocols/hek/b000")
    assert [found and found.slug for found in first] == [None, "b001"]
    last = _neighbours((subject,), "protocols/hek/b002")
    assert [found and found.slug for found in last] == ["b001", None]
    assert _neighbours((subject,), "docs/a") == (None, None)
    assert _link(None, "index") is None
    found = _link(subject.protocols[0], "index")
    assert found is not None
    assert found["title"] == "Stichting B000"


def test_protocols_are_ordered_by_name_and_a_subject_has_one() -> None:
    names = [
        board("z", "x", organisation="{name: aap}"),
        board("a", "x", organisation="{name: Beer}"),
    ]
    subject = Subject(slug="geen-naam", protocols=tuple(names[::-1]), concordance=None)
    assert [found.slug for found in ordered(subject)] == ["z", "a"]
    assert subject_title(subject) == "Geen naam"
    assert subject_title(_subject("hek", 1, compared=True)) == "Regels"
