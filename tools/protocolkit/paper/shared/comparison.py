"""The comparison of a subject on paper, as data: the PDF and the Word file print the same.

Themes come one after another; in each, a few boards stand beside each other in a table and more
boards come in tables of their own below. A comparison with more text than people read on paper
is summed up: the most used wordings of each topic instead of a column for each board.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.concordance import audience_name
from protocolkit.comparison.exports import (
    EXPLANATION,
    PRESENCE_TEXT,
    PROPOSED_TEXT,
    RENDERINGS,
    column_standing,
)
from protocolkit.comparison.judgements import Judgements, Variant
from protocolkit.comparison.matrix import Cell, CellClause, Column, Matrix, Presence, Row
from protocolkit.document.place import Place
from protocolkit.paper.shared.comparison_cells import Box, Line, evened, stays_whole
from protocolkit.paper.shared.present_columns import Run, missing_said, runs

MOST_COLUMNS = 5
"""How many boards fit side by side on a landscape page."""

MOST_CHARACTERS = 200_000
"""With more text than this a comparison is summed up; it would be more than 90 pages."""

_WORDINGS = (
    mark("Most used wording"),
    mark("Second most used wording"),
    mark("Third most used wording"),
)
_SUMMED_UP = mark(
    "This comparison has {count} documents. On paper stand the three most used wordings of each "
    "topic, word for word. Every wording of every document stands on the website and in the "
    "spreadsheet."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a column: a name, its year and status, and the address of its page."""

    name: str
    standing: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One row: a topic, whom it is for, and a cell for each column of its table."""

    title: str
    remark: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One table; ``missing`` says in whole sentences who has nothing there, and so no column."""

    heads: tuple[Head, ...]
    questions: tuple[Question, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePart:
    """The tables of one theme."""

    title: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPaper:
    """Everything that is printed of a comparison; ``standing`` says what it is and is not."""

    title: str
    explanation: tuple[str, ...]
    standing: str
    documents: tuple[Head, ...]
    themes: tuple[ThemePart, ...]


def comparison_paper(
    matrix: Matrix, judgements: Judgements, translate: Translate
) -> ComparisonPaper:
    """Return what is printed of a comparison, every word of every clause unless it is too much.

    A cell that is too long is shortened, and says where its whole text stands.
    """
    is_summary = matrix.characters > MOST_CHARACTERS
    explanation = [translate(line) for line in EXPLANATION]
    if is_summary:
        explanation.insert(0, translate(_SUMMED_UP).format(count=len(matrix.columns)))
    writer = _Summary(matrix, judgements, translate) if is_summary else _Whole(matrix, translate)
    return ComparisonPaper(
        title=translate("Comparison: {subject}").format(subject=matrix.title),
        explanation=tuple(explanation),
        standing=translate(RENDERINGS),
        documents=tuple(_head(column, translate) for column in matrix.columns),
        themes=tuple(
            ThemePart(title=title, strips=tuple(writer.strips(rows)))
            for title, rows in _by_theme(matrix, translate)
        ),
    )


def tables_of(strip: Strip) -> Iterator[tuple[Question, ...]]:
    """Yield the questions of a strip table by table, as they are set.

    Word repeats no row but the first ones of a table. So a question whose answers may go on on the
    next page has a table of its own, and stands in its head.
    """
    for is_whole, found in groupby(strip.questions, key=is_short):
        questions = tuple(found)
        yield from (questions,) if is_whole else ((one,) for one in questions)


def is_short(question: Question) -> bool:
    """Tell whether a row stays on one page."""
    return stays_whole(question.boxes)


class _Whole:
    """Writes every cell: the boards in tables of about equal width."""

    def __init__(self, matrix: Matrix, translate: Translate) -> None:
        self._matrix = matrix
        self._translate = translate

    def strips(self, rows: Sequence[Row]) -> Iterator[Strip]:
        """Yield the tables of some topics."""
        columns = self._matrix.columns
        boxes = [
            [box for places in _shared_out(len(columns)) for box in self._boxes(row, places)]
            for row in rows
        ]
        for run in runs(rows, boxes):
            missing = missing_said(run, columns, self._translate)
            for shared in _shared_out(len(run.places)):
                yield self._strip(run, [run.places[at] for at in shared], missing)
                missing = ()

    def _strip(self, run: Run, places: Sequence[int], missing: tuple[str, ...]) -> Strip:
        return Strip(
            heads=tuple(_head(self._matrix.columns[at], self._translate) for at in places),
            questions=tuple(
                Question(
                    title=row.topic.title,
                    remark=_for_whom(row, self._translate),
                    boxes=self._boxes(row, places),
                )
                for row in run.rows
            ),
            missing=missing,
        )

    def _boxes(self, row: Row, places: Sequence[int]) -> tuple[Box, ...]:
        """Return the cells of a row that stand beside each other."""
        return evened([_box(row.cells[at], self._translate) for at in places], self._translate)


class _Summary:
    """Writes the most used wordings of each topic, each in the words of one who has it."""

    def __init__(self, matrix: Matrix, judgements: Judgements, translate: Translate) -> None:
        self._translate = translate
        self._names = {column.slug: column.name for column in matrix.columns}
        self._judged = {found.topic: found for found in judgements.rows}

    def strips(self, rows: Sequence[Row]) -> Iterator[Strip]:
        """Yield one table."""
        yield Strip(
            heads=tuple(Head(name=self._translate(name)) for name in _WORDINGS),
            questions=tuple(self._question(row) for row in rows),
        )

    def _question(self, row: Row) -> Question:
        judged = self._judged[row.topic.id]
        counted = self._translate(
            "Complete documents with something on this: {found} of {complete}."
        )
        remark = counted.format(found=judged.found, complete=judged.complete)
        clauses = {clause.place: clause for clause in row.clauses}
        boxes = [self._wording(found, clauses) for found in judged.variants[: len(_WORDINGS)]]
        boxes += [Box()] * (len(_WORDINGS) - len(boxes))
        return Question(
            title=row.topic.title,
            remark=f"{_for_whom(row, self._translate)} {remark}",
            boxes=tuple(boxes),
        )

    def _wording(self, variant: Variant, clauses: dict[Place, CellClause]) -> Box:
        slug = variant.representative.organisation
        count = len(variant.organisations)
        said = self._translate("In {count} documents, in these or nearly these words:")
        line = _line(clauses[variant.representative], self._translate)
        label = f"{self._names[slug]}, {line.label}"
        return Box(
            said=said.format(count=count) if count > 1 else self._translate("In one document:"),
            lines=(replace(line, label=label),),
        )


def _shared_out(count: int) -> Iterator[range]:
    """Yield the places of columns, in as few tables as can be and as even as can be."""
    tables = -(-count // MOST_COLUMNS)
    first = 0
    for number in range(tables):
        size = (count + tables - 1 - number) // tables
        yield range(first, first + size)
        first += size


def _by_theme(matrix: Matrix, translate: Translate) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Yield the topics of each theme, and last those whose theme is not known."""
    known = {theme.id for theme in matrix.themes}
    for theme in matrix.themes:
        if rows := tuple(row for row in matrix.rows if row.topic.theme == theme.id):
            yield theme.title, rows
    if others := tuple(row for row in matrix.rows if row.topic.theme not in known):
        yield translate("Other topics"), others


def _for_whom(row: Row, translate: Translate) -> str:
    return translate("For whom: {audience}.").format(
        audience=audience_name(row.topic.audience, translate)
    )


def _head(column: Column, translate: Translate) -> Head:
    return Head(name=column.name, standing=column_standing(column, translate), url=column.url)


def _box(cell: Cell, translate: Translate) -> Box:
    is_said = not cell.clauses or cell.presence is Presence.ELSEWHERE
    return Box(
        said=translate(PRESENCE_TEXT[cell.presence]) if is_said else "",
        lines=tuple(_line(clause, translate) for clause in cell.clauses),
    )


def _line(clause: CellClause, translate: Translate) -> Line:
    return Line(
        label=clause.label,
        remark="" if clause.standing.is_decided else translate(PROPOSED_TEXT),
        text=f"{clause.lead_in} {clause.text}" if clause.lead_in else clause.text,
        url=clause.url,
    )
