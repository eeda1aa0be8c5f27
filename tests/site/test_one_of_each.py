"""Where there is one board, one topic or one school more, a page says so as people do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from protocolkit.base.messages import translator
from protocolkit.paper.shared.lone_page import page_environment

_MANY_OF_ONE = re.compile(
    r"\b1 (?:andere paren|besturen|onderwerpen|raden|scholen|bepalingen|protocollen)\b"
)


def _page(name: str, root: Path, **values: Any) -> str:
    template = page_environment(root).get_template(name)
    return " ".join(template.render(t=translator(), **values).split())


def _landing(root: Path, *, boards: int, topics: int, **more: Any) -> str:
    subject = {
        "slug": "pesten",
        "title": "Pesten",
        "boards": boards,
        "topics": topics,
        "table": "t.html",
        "side": "s.html",
        "questions": [],
        **more,
    }
    return _page("landing.html", root, title="", subjects=[subject], level=2)


@pytest.mark.parametrize(("boards", "topics"), [(1, 1), (1, 7), (2, 1)])
def test_the_page_that_compares(tmp_path: Path, boards: int, topics: int) -> None:
    body = _landing(tmp_path, boards=boards, topics=topics)
    assert not _MANY_OF_ONE.search(body), body
    assert ("besturen naast elkaar" in body) == (boards > 1)
    assert "verschillen" not in body, "no question is told of where none is"


def test_the_page_that_compares_counts_many(tmp_path: Path) -> None:
    question = {"title": "Mag het?", "address": "v.html", "counts": []}
    body = _landing(tmp_path, boards=3, topics=7, questions=[question])
    assert "verschillen" in body
    assert "Wat zeggen 3 besturen hierover?" in body
    assert "Alle 7 onderwerpen van 3 besturen in één tabel" in body


def test_the_list_of_schools(tmp_path: Path) -> None:
    school = ("obs A", "", "a.html")
    one = _page("my-school-list.html", tmp_path, first=[], rest=[school], title="")
    assert "Nog 1 school of bestuur" in one
    two = _page("my-school-list.html", tmp_path, first=[], rest=[school] * 2, title="")
    assert "Nog 2 scholen en besturen" in two
