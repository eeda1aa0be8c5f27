"""Pictures of a subject: which boards resemble each other, and how many topics each regulates.

Drawn at build time as SVG in the page, with a table beside each. The heat map tells by lightness,
by a number in each cell and by a frame; a bar is drawn only for a document that is complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Template
from sphinx.application import Sphinx

from protocolkit.base.messages import Translate
from protocolkit.comparison.exports import column_standing
from protocolkit.comparison.kinship import KIN_SHARE, Kinship
from protocolkit.comparison.matrix import Column, Matrix
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.data import Comparison, comparisons
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import (
    COMPARISON,
    comparison_docname,
    pictures_docname,
    relative,
)
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.whole_site import add_pages

MOST_DRAWN = 24
"""How many boards fit in a picture; the tables hold more."""

_MOST_PAIRS = 100
# A cell's number is as dark or light as its lightness asks; in per cent of shared text.
_LEVELS = (1, 5, 10, 20, 40, 60)
_CELL, _ROW, _BAR, _GAP = 44, 30, 300, 12
_LETTER = 7.2
_LONGEST_NAME = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """How much text two boards share: ``level`` 0 to 6, ``share`` in whole per cent."""

    x: int
    y: int
    level: int
    share: int
    is_kin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many topics a board regulates; ``count`` is None for an incomplete source."""

    column: Column
    count: int | None
    width: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The boards that are drawn, the most alike together, and their cells."""

    columns: tuple[Column, ...]
    cells: tuple[HeatCell, ...]
    left: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two boards and the part of their text that they share, in whole per cent."""

    left: Column
    right: Column
    share: int
    is_kin: bool


def connect(app: Sphinx) -> None:
    """Make the page with pictures of every subject at the end of a build."""
    add_pages(app, _collect_pages)


def make_heat_map(matrix: Matrix, kinship: Kinship) -> HeatMap:
    """Return the heat map; of many boards those in the largest families are drawn."""
    known = {column.slug: column for column in matrix.columns}
    families = sorted(kinship.families, key=lambda family: (-len(family), family))
    ordered = [known[slug] for family in families for slug in family if slug in known]
    drawn = tuple(ordered[:MOST_DRAWN])
    shares = _shares(kinship)
    left = _name_width(drawn)
    cells = tuple(
        HeatCell(
            x=left + across * _CELL,
            y=(down + 1) * _CELL,
            level=_level(share),
            share=percent(share),
            is_kin=share >= KIN_SHARE,
        )
        for down, row in enumerate(drawn)
        for across, column in enumerate(drawn)
        if row is not column
        for share in (shares.get(frozenset((row.slug, column.slug)), 0.0),)
    )
    size = _CELL * len(drawn)
    return HeatMap(
        columns=drawn, cells=cells, left=left, width=left + size + 4, height=size + _CELL + 4
    )


def likenesses(matrix: Matrix, kinship: Kinship) -> tuple[Likeness, ...]:
    """Return every pair of boards, the most alike first; those that share nothing come last."""
    shares = _shares(kinship)
    pairs = (
        (shares.get(frozenset((one.slug, other.slug)), 0.0), one, other)
        for number, one in enumerate(matrix.columns)
        for other in matrix.columns[number + 1 :]
    )
    ordered = sorted(pairs, key=lambda pair: -pair[0])
    return tuple(
        Likeness(left=one, right=other, share=percent(share), is_kin=share >= KIN_SHARE)
        for share, one, other in ordered
    )


def make_bars(matrix: Matrix) -> tuple[Bar, ...]:
    """Return how many topics each board regulates, the most first, incomplete sources last.

    Counted are the topics that the comparison compares: explanations and the like are not.
    """
    rows = [row for row in matrix.rows if row.topic.kind.is_compared]
    counts = {
        column.slug: sum(bool(row.cells[place].clauses) for row in rows)
        for place, column in enumerate(matrix.columns)
    }
    ordered = sorted(
        matrix.columns,
        key=lambda c: (not c.is_complete, -counts[c.slug] * c.is_complete, c.name.casefold()),
    )
    most = max(1, len(rows))
    return tuple(
        Bar(
            column=column,
            count=counts[column.slug] if column.is_complete else None,
            width=round(_BAR * counts[column.slug] / most) if column.is_complete else 0,
            y=place * _ROW,
        )
        for place, column in enumerate(ordered)
    )


def percent(share: float) -> int:
    """Return a share in whole per cent; what is more than nothing is at least 1."""
    return max(1, round(share * 100)) if share > 0 else 0


def short_name(name: str) -> str:
    """Return a name that fits before a row of a picture; the table has the whole one."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    for comparison in comparisons(app.env):
        template = page_environment(Path(app.srcdir)).get_template("pictures.html")
        yield _page(comparison, template, translate)


def _page(comparison: Comparison, template: Template, translate: Translate) -> Page:
    matrix = comparison.matrix
    name = pictures_docname(matrix.subject)
    title = translate("In pictures: {subject}").format(subject=matrix.title)
    context = {
        "title": title,
        "body": template.render(**_texts(comparison, name, title, translate)),
        "is_unlisted": any(is_draft(column.status) for column in matrix.columns),
    }
    return name, context, "page.html"


def _texts(
    comparison: Comparison, name: str, title: str, translate: Translate
) -> Mapping[str, Any]:
    matrix, kinship = comparison.matrix, comparison.judgements.kinship
    bars = make_bars(matrix)
    drawn = bars[:MOST_DRAWN]
    pairs = likenesses(matrix, kinship)
    columns = {column.slug: column for column in matrix.columns}
    families = [
        [columns[slug].name for slug in family if slug in columns]
        for family in kinship.families
        if len(family) > 1
    ]
    left = _name_width([bar.column for bar in drawn])
    return {
        "t": translate,
        "title": title,
        "subject": matrix.title,
        "heat": make_heat_map(matrix, kinship),
        "size": {"cell": _CELL, "row": _ROW, "bar": _BAR, "left": left, "gap": _GAP},
        "bars": bars,
        "drawn": drawn,
        "bars_width": left + _BAR + 180,
        "bars_height": len(drawn) * _ROW + 4,
        "pairs": pairs[:_MOST_PAIRS],
        "pairs_left": len(pairs) - _MOST_PAIRS,
        "families": families,
        "topics": sum(row.topic.kind.is_compared for row in matrix.rows),
        "kin": percent(KIN_SHARE),
        "count": len(matrix.columns),
        "short": short_name,
        "standing": lambda column: column_standing(column, translate),
        "link": lambda url: relative(url, name),
        "comparison_url": relative(f"{comparison_docname(matrix.subject)}.html", name),
        "comparisons_url": relative(f"{COMPARISON}/index.html", name),
    }


def _shares(kinship: Kinship) -> dict[frozenset[str], float]:
    return {frozenset((kin.left, kin.right)): kin.share for kin in kinship.kin}


def _level(share: float) -> int:
    return sum(percent(share) >= least for least in _LEVELS)


def _name_width(columns: Sequence[Column]) -> int:
    # A number with a dot stands before each name.
    longest = max((len(short_name(column.name)) for column in columns), default=0)
    return round((longest + 4) * _LETTER) + _GAP
