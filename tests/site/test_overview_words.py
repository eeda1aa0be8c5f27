"""The words of the front page's link to a comparison go with how many there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.overview import compare_words


@pytest.mark.parametrize(
    ("count", "topics", "said"),
    [
        (3, 12, "Vergelijk 3 protocollen op 12 onderwerpen"),
        (2, 1, "Vergelijk 2 protocollen op 1 onderwerp"),
        (1, 4, "Bekijk 1 protocol op 4 onderwerpen"),
        (1, 1, "Bekijk 1 protocol op 1 onderwerp"),
    ],
)
def test_one_is_told_as_one(count: int, topics: int, said: str) -> None:
    assert compare_words(count, topics, translator()) == said


@pytest.mark.parametrize(("boards", "offered"), [(1, 0), (2, 1)])
def test_two_boards_are_offered_side_by_side_only_where_there_are_two(
    tmp_path: Path, boards: int, offered: int
) -> None:
    pages = dict.fromkeys(("comparison", "pictures", "template", "composer"), "x.html")
    subject: dict[str, object] = {
        **pages,
        "side": "naast.html",
        "slug": "fietsen",
        "title": "Fietsen",
    }
    subject |= {"boards": boards, "compare": "Vergelijk", "protocols": ()}
    page = page_environment(tmp_path).get_template("overview.html")
    empty = {"as_of": "", "heads": (), "reviews": "", "organisations": ()}
    shown = page.render(subjects=[subject], level=2, t=str, **empty)
    assert shown.count('href="naast.html"') == offered
