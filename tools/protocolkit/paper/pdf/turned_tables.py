"""Tables that turn their page, apart from what stands around them, so that a page can be theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.document.model import Clause, Table
from protocolkit.paper.pdf.lines import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Clauses that follow each other; one whose table turns its page is alone, and only that."""

    clauses: tuple[Clause, ...]
    is_turned: bool = False


def turned_apart(clauses: Iterable[Clause], turns: Callable[[Table], bool]) -> Iterator[Run]:
    """Yield clauses in order, cut before and after each table that turns its page.

    What is cut off has no marker, and no anchor but where nothing stands before it.
    """
    together: list[Clause] = []
    for clause in clauses:
        *pieces, last = _pieces(clause, turns)
        if pieces:
            if pieces[0].is_turned:
                yield from _run(together)
            else:
                yield from _run([*together, *pieces.pop(0).clauses])
            yield from pieces
            yield last
            together = []
        elif last.is_turned:
            yield from _run(together)
            yield last
            together = []
        else:
            together += last.clauses
    yield from _run(together)


def _run(clauses: list[Clause]) -> Iterator[Run]:
    if clauses:
        yield Run(clauses=tuple(clauses))


def _pieces(clause: Clause, turns: Callable[[Table], bool]) -> Iterator[Run]:
    """Yield a clause whole, or the pieces before, in and after its tables that turn their page."""
    rest, begin = clause, 0
    for place, block in enumerate(clause.blocks):
        if isinstance(block, Table) and turns(block):
            if place > begin or rest.marker:
                yield Run(clauses=(replace(rest, blocks=clause.blocks[begin:place]),))
                rest = replace(rest, anchor="", marker="")
            yield Run(clauses=(replace(rest, blocks=(block,)),), is_turned=True)
            rest, begin = replace(rest, anchor="", marker=""), place + 1
    if begin < len(clause.blocks) or not begin:
        yield Run(clauses=(replace(rest, blocks=clause.blocks[begin:]),))


def leads_apart(written: Content) -> Content:
    """Return written parts in which an item that announces a turned table is a list of its own.

    It goes along to the page of that table.
    """
    parts: Content = []
    for number, part in enumerate(written):
        after = written[number + 1] if number + 1 < len(written) else None
        is_before = isinstance(after, dict) and bool(after.get("turns"))
        parts += _last_apart(part) if is_before and isinstance(part, dict) else [part]
    return parts


def _last_apart(part: dict[str, object]) -> Content:
    items = part.get("items")
    if not isinstance(items, list) or len(items) < 2 or not _announces(items[-1]):
        return [part]
    return [{**part, "items": items[:-1]}, {**part, "items": items[-1:]}]


def _announces(item: dict[str, object]) -> bool:
    blocks = item["blocks"]
    return isinstance(blocks, list) and bool(blocks) and bool(blocks[-1].get("leads"))
