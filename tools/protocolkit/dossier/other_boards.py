"""'Wat doen andere besturen': what others have on each topic that a proposal changes.

Word for word, from the list of topics beside the protocols. Where only a proposal says that a
clause belongs there, the paper says that nobody checked it. What is not public of others stays out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.collection import Subject
from protocolkit.comparison.boards import is_example
from protocolkit.comparison.concordance import Topic
from protocolkit.comparison.exports import RENDERINGS, cell_text, column_standing
from protocolkit.comparison.matrix import Cell, Column, Matrix, make_matrix
from protocolkit.document.facts import PENDING
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.document.richtext import plain
from protocolkit.dossier.changed_clauses import ChangedClause
from protocolkit.exchange.paper_feet import OTHER_BOARDS
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Part, Tone, Words

TITLE = mark("What other boards do")
MOST_WORDINGS = 12
"""How many wordings of one topic are printed; the website has them all."""

_MORE = mark("and {count} more wordings: see the comparison on the website.")
_ONE_MORE = mark("and one more wording: see the comparison on the website.")
_HEADS = (mark("Board or school"), mark("What stands there"))


@dataclass(frozen=True, slots=True)
class _Raised:
    """A topic that a proposal changes: by which clauses, and what others have."""

    topic: Topic
    by: tuple[ChangedClause, ...]
    cells: tuple[tuple[Column, Cell], ...]


def other_boards(
    protocol: Protocol, changed: Sequence[ChangedClause], subject: Subject, translate: Translate
) -> Leaflets | None:
    """Return the paper; None when no other board is public here, or nothing is lined up yet."""
    others = [one for one in subject.protocols if _is_shown(one, protocol)]
    if subject.concordance is None or not others or not changed:
        return None
    matrix = make_matrix(others, subject.concordance, _no_address)
    raised = tuple(_raised(protocol, changed, matrix))
    paper = Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(TITLE),
        standing=translate(OTHER_BOARDS),
        parts=(
            Words(text=plain(protocol.title), tone=Tone.NOTICE),
            Words(text=translate(RENDERINGS), tone=Tone.SMALL),
            *(part for one in raised for part in _topic(one, translate)),
            *_without_topic(changed, raised, translate),
        ),
    )
    return Leaflets(title=f"{translate(TITLE)}: {plain(protocol.title)}", leaflets=(paper,))


def _is_shown(one: Protocol, own: Protocol) -> bool:
    """Tell whether a protocol is another board's, public, and not the invented example."""
    is_public = one.facts.status not in PENDING
    return one.slug != own.slug and not is_example(one) and is_public


def _no_address(_protocol: Protocol, _anchor: str) -> str:
    """Return where a clause stands on a website: paper leads to none."""
    return ""


def _raised(
    protocol: Protocol, changed: Sequence[ChangedClause], matrix: Matrix
) -> Iterator[_Raised]:
    for row in matrix.rows:
        places = {answer.place for answer in row.topic.answers}
        by = tuple(
            one
            for one in changed
            if any(Place(protocol.slug, anchor) in places for _, anchor in one.stands)
        )
        if by:
            yield _Raised(row.topic, by, tuple(zip(matrix.columns, row.cells, strict=True)))


def _topic(raised: _Raised, translate: Translate) -> Iterator[Part]:
    yield Heading(text=raised.topic.title)
    where = "; ".join(dict.fromkeys(one.label for one in raised.by))
    yield Words(text=translate("With us: {places}").format(places=where), tone=Tone.SMALL)
    said = _by_wording(raised.cells, translate)
    if said:
        rows = tuple(("\n".join(boards), words) for words, boards in said.items())
        yield Grid(
            heads=(translate(_HEADS[0]), translate(_HEADS[1])),
            rows=rows[:MOST_WORDINGS],
            shares=(3, 8),
            has_names=True,
        )
        if len(rows) > MOST_WORDINGS:
            count = len(rows) - MOST_WORDINGS
            text = translate(_ONE_MORE if count == 1 else _MORE).format(count=count)
            yield Words(text=text, tone=Tone.SMALL)
    for standing, names in _silent(raised.cells, translate).items():
        yield Words(text=f"{standing[:1].upper()}{standing[1:]}: {', '.join(names)}.")


def _by_wording(
    cells: Iterable[tuple[Column, Cell]], translate: Translate
) -> Mapping[str, list[str]]:
    """Return the boards that have each wording, the wording that most have first."""
    found: dict[str, list[str]] = {}
    for column, cell in cells:
        if cell.clauses:
            board = f"{column.name} ({column_standing(column, translate)})"
            found.setdefault(cell_text(cell, translate), []).append(board)
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))


def _silent(cells: Iterable[tuple[Column, Cell]], translate: Translate) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for column, cell in cells:
        if not cell.clauses:
            found.setdefault(cell_text(cell, translate), []).append(column.name)
    return found


def _without_topic(
    changed: Sequence[ChangedClause], raised: Sequence[_Raised], translate: Translate
) -> Iterator[Part]:
    """Name the clauses of which nobody said yet what others have."""
    placed = {one for found in raised for one in found.by}
    lost = dict.fromkeys(one.label for one in changed if one not in placed)
    if lost:
        yield Heading(text=translate("Not lined up yet"))
        text = translate("Nobody has looked yet what others have on {places}.")
        yield Words(text=text.format(places="; ".join(lost)))
