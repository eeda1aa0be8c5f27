"""The pictures of a subject say what its tables say, for five boards and for a thousand."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from protocolkit.comparison.concordance import Audience, Theme, Topic
from protocolkit.comparison.kinship import Kin, Kinship
from protocolkit.comparison.matrix import Cell, CellClause, Column, Matrix, Presence, Row
from protocolkit.document.facts import Status
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.site.comparison.pictures import (
    MOST_DRAWN,
    likenesses,
    make_bars,
    make_heat_map,
    percent,
    short_name,
)
from small_site import read_page

_PAGE = "vergelijken/sociale-media/in-beeld/index.html"


def _column(slug: str, *, complete: bool = True) -> Column:
    return Column(
        slug=slug,
        name=f"Bestuur {slug}",
        year="",
        status=Status.UNKNOWN,
        is_complete=complete,
        url="",
    )


def _matrix(columns: list[Column], having: list[set[str]], kind: Kind = Kind.RULE) -> Matrix:
    clause = CellClause(place=Place("s", "a"), label="1", text="x", url="")
    rows = [
        Row(
            topic=Topic(
                id=f"t{number}",
                title="?",
                theme="t",
                audience=Audience.EVERYONE,
                kind=kind,
                answers=(),
            ),
            cells=tuple(
                Cell(
                    organisation=column.slug,
                    presence=Presence.PRESENT if column.slug in slugs else Presence.NOT_FOUND,
                    clauses=(clause,) if column.slug in slugs else (),
                )
                for column in columns
            ),
        )
        for number, slugs in enumerate(having)
    ]
    themes = (Theme(id="t", title="T"),)
    return Matrix(subject="s", title="S", columns=tuple(columns), themes=themes, rows=tuple(rows))


def test_bars_count_topics_and_leave_out_what_breaks_off() -> None:
    columns = [_column("a"), _column("b"), _column("c", complete=False)]
    bars = make_bars(_matrix(columns, [{"b", "c"}, {"a", "b", "c"}]))
    assert [(bar.column.slug, bar.count) for bar in bars] == [("b", 2), ("a", 1), ("c", None)]
    assert bars[0].width == 2 * bars[1].width > 0 == bars[2].width


def test_explanations_are_no_topics_of_the_bars() -> None:
    bars = make_bars(_matrix([_column("a")], [{"a"}], Kind.EXPLANATION))
    assert bars[0].count == 0


def test_families_stand_together_and_every_pair_is_told() -> None:
    columns = [_column("a"), _column("b"), _column("c")]
    kinship = Kinship(
        kin=(Kin(left="a", right="c", share=0.5), Kin(left="a", right="b", share=0.004)),
        families=(("a", "c"), ("b",)),
    )
    matrix = _matrix(columns, [])
    heat = make_heat_map(matrix, kinship)
    assert [column.slug for column in heat.columns] == ["a", "c", "b"]
    shares = [(cell.share, cell.level, cell.is_kin) for cell in heat.cells[:2]]
    assert shares == [(50, 5, True), (1, 1, False)]
    told = [(like.left.slug, like.right.slug, like.share) for like in likenesses(matrix, kinship)]
    assert told == [("a", "c", 50), ("a", "b", 1), ("b", "c", 0)]


def test_of_many_boards_some_are_drawn() -> None:
    columns = [_column(f"b{n}") for n in range(1100)]
    families = tuple((column.slug,) for column in columns)
    heat = make_heat_map(_matrix(columns, []), Kinship(kin=(), families=families))
    assert len(heat.columns) == MOST_DRAWN
    assert len(heat.cells) == MOST_DRAWN * (MOST_DRAWN - 1)


def test_a_share_and_a_name_are_never_misleading() -> None:
    assert [percent(share) for share in (0, 0.001, 0.578, 1)] == [0, 1, 58, 100]
    assert short_name("x" * 40).endswith("…")
    assert short_name("Kort") == "Kort"


def test_the_pictures_fit_what_is_drawn_in_them() -> None:
    """A cell holds three digits and is no tile; a page is no wider than a screen."""
    columns = [_column(f"b{n}") for n in range(3)]
    families = (tuple(column.slug for column in columns),)
    heat = make_heat_map(_matrix(columns, []), Kinship(kin=(), families=families))
    across = sorted({cell.x for cell in heat.cells})
    down = sorted({cell.y for cell in heat.cells})
    step = across[1] - across[0]
    assert 30 <= step <= 60
    assert [two - one for one, two in itertools.pairwise(across)] == [step, step]
    assert [two - one for one, two in itertools.pairwise(down)] == [step, step]
    # Beside them stand the names: a letter takes about half its height.
    longest = len("Bestuur b0") + 4
    assert 5 * longest < heat.left < 12 * longest
    assert heat.width >= across[-1] + step
    assert heat.height >= down[-1]
    bars = make_bars(_matrix(columns, [{"b0"}, {"b0", "b1"}]))
    assert 20 <= bars[1].y - bars[0].y <= 50
    assert 150 <= bars[0].width <= 600


@pytest.mark.parametrize(
    ("share", "level"),
    [(0, 0), (0.01, 1), (0.04, 1), (0.05, 2), (0.1, 3), (0.19, 3), (0.2, 4), (0.4, 5), (0.6, 6)],
)
def test_a_cell_is_darker_the_more_is_shared(share: float, level: int) -> None:
    columns = [_column("a"), _column("b")]
    kin = (Kin(left="a", right="b", share=share),) if share else ()
    heat = make_heat_map(_matrix(columns, []), Kinship(kin=kin, families=(("a", "b"),)))
    assert {cell.level for cell in heat.cells} == {level}


def test_a_name_is_cut_where_it_no_longer_fits_before_a_row() -> None:
    usual = "Stichting Openbaar Onderwijs Zuid"
    assert short_name(usual) == usual
    assert 25 < len(short_name("Stichting voor christelijk en openbaar onderwijs in de regio")) < 45
    assert MOST_DRAWN >= 12


def test_the_page_draws_what_its_tables_say(built_site: Path) -> None:
    page = read_page(built_site, _PAGE)
    heat, bars = page.select("svg[role=img]")
    for drawing in (heat, bars):
        for name in str(drawing["aria-labelledby"]).split():
            assert drawing.select_one(f"#{name}") is not None
    told = [text.get_text() for text in heat.select(".heat-share")]
    pairs, counts = page.select("table.picture-table")
    listed = [cell.get_text().removesuffix(" %") for cell in pairs.select("td")]
    assert sorted(told) == sorted(listed * 2)
    numbers = [text.get_text() for text in bars.select(".bar-number")]
    shown = [cell.get_text() for cell in counts.select("td")]
    assert numbers[-1] == "bron onvolledig"
    assert shown[-1] == "niet geteld"
    assert numbers[:-1] == shown[:-1]
    assert not page.select("[style], style, svg script")
