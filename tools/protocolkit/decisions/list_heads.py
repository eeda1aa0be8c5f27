"""The heads of a list that a person filled in: each found in its column, and none passed over.

A column of a person's own, such as for remarks, is told and not read. It is no such column when a
head of ours is not there, when its head resembles one of ours or is empty, and when a cell of it
says what a cell of ours may say: then it may be ours with another head, and nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.decisions.list_rows import ListRow, shown

LIST_HEADS = error(
    "list-heads",
    "A mailing list has no heads that are known",
    "there is no row with the heads '{body}' and '{right}' in this spreadsheet.",
    "Begin with a new list: name a file that is not there yet, and one is made.",
)
LIST_HEAD_MISSING = error(
    "list-head-missing",
    "A list lacks a head that it needs",
    "the head '{head}' is not there. Nothing was recorded. The heads of this list: {known}.",
    "Write that head again above its column, or begin with a new list: name a file that is not "
    "there yet, and one is made.",
)
LIST_HEAD_UNKNOWN = error(
    "list-head-unknown",
    "A list has a column with a head that is not known",
    "the head '{head}' (column {column}) is not known, and below it stands '{said}' in row {row}. "
    "Nothing was recorded. The heads of this list: {known}.",
    "Write the head as it was, or empty that column if it does not count. Where every head of the "
    "list is there, a column of your own may have another head.",
)
LIST_HEAD_TWICE = error(
    "list-head-twice",
    "A list has a head twice",
    "the head '{head}' stands above two columns: {columns}. Nothing was recorded. The heads of "
    "this list: {known}.",
    "Give each column the head that it had, or remove the column that does not count.",
)
LIST_HIDDEN_COLUMN = error(
    "list-hidden-column",
    "A column of a list is hidden",
    "the column '{head}' is hidden, and says '{said}' in row {row}. Nothing was recorded.",
    "Show all columns in your spreadsheet program, and empty what does not count.",
)
_UNREAD = mark(
    "The column '{head}' ({column}) is none of this list: what stands there is not recorded."
)
_FEW = 2
_ALIKE = 0.7
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The heads of a list in their order, those that must be there, and what says a row counts.

    ``before`` gives a head by how it was called in older lists, ``answers`` are words by which a
    cell says what was asked or decided.
    """

    heads: tuple[Marked, ...]
    needed: tuple[Marked, ...]
    counting: tuple[Marked, ...]
    before: Mapping[str, Marked]
    answers: frozenset[str]


def heads_of(
    rows: Sequence[ListRow],
    form: Form,
    name: str,
    translate: Translate,
    hidden: Collection[int],
    tell: Tell,
) -> tuple[dict[Marked, int], int]:
    """Return in which column each head stands, and the first row below them.

    ``hidden`` are columns that nobody sees; ``tell`` hears of each column that is not read. Raises
    :class:`ProtocolkitError` for one that may be ours: with a head that is not known, or out of
    sight.
    """
    known = {_plain(said): head for said, head in form.before.items()}
    known |= {_plain(translate(head)): head for head in form.heads}
    for at, row in enumerate(rows):
        found: dict[Marked, list[int]] = {}
        for column, said in row.cells.items():
            if head := known.get(_plain(said)):
                found.setdefault(head, []).append(column)
        if len(found) >= _FEW:
            heads = _one_each(found, form, name, translate)
            own = _own_columns(row, rows[at + 1 :], heads, form, translate)
            counting = [one for one in rows[at + 1 :] if _counts(one, heads, form)]
            _refuse_unknown(row, counting, {*heads.values(), *own}, form, name, translate)
            _refuse_missing(heads, form, name, translate)
            _refuse_hidden(rows[at + 1 :], heads, hidden, name, translate)
            for column, named in own.items():
                tell(translate(_UNREAD).format(head=named, column=_letters(column)))
            return heads, at + 1
    values = dict(zip(("body", "right"), map(translate, form.needed), strict=False))
    raise ProtocolkitError(problem(LIST_HEADS, Location(name), **values))


def _plain(said: str) -> str:
    """Return a head without what a person changes unseen: capitals, spaces and marks."""
    return "".join(sign for sign in said.casefold() if sign.isalnum())


def _counts(row: ListRow, heads: Mapping[Marked, int], form: Form) -> bool:
    """Tell whether a row would be recorded; where that cannot be told it would."""
    said = [heads[head] for head in form.counting if head in heads]
    return not said or any(row.cells.get(column, "").strip() for column in said)


def _one_each(
    found: Mapping[Marked, Sequence[int]], form: Form, name: str, translate: Translate
) -> dict[Marked, int]:
    for head, columns in found.items():
        if len(columns) > 1:
            where = ", ".join(map(_letters, columns))
            values = {"head": translate(head), "columns": where, "known": _known(form, translate)}
            raise ProtocolkitError(problem(LIST_HEAD_TWICE, Location(name), **values))
    return {head: columns[0] for head, columns in found.items()}


def _own_columns(
    row: ListRow,
    below: Sequence[ListRow],
    heads: Mapping[Marked, int],
    form: Form,
    translate: Translate,
) -> dict[int, str]:
    """Return the columns that can only be a person's own, each with its head."""
    if not all(head in heads for head in form.heads):
        return {}
    known = [_plain(translate(head)) for head in form.heads]
    found = {}
    for column, said in row.cells.items():
        cells = [one.cells.get(column, "").strip().casefold() for one in below]
        is_used = any(cells) and column not in heads.values() and bool(_plain(said))
        is_ours = any(_are_alike(_plain(said), head) for head in known)
        if is_used and not is_ours and form.answers.isdisjoint(cells):
            found[column] = said.strip()
    return found


def _are_alike(said: str, head: str) -> bool:
    """Tell whether a head may be another one: by most of its signs, or as a part of it.

    >>> [_are_alike(said, "besluit") for said in ("besluiten", "besluitgmr", "opmerking")]
    [True, True, False]
    """
    return said in head or head in said or SequenceMatcher(None, said, head).ratio() >= _ALIKE


def _refuse_unknown(
    row: ListRow,
    below: Sequence[ListRow],
    read: Collection[int],
    form: Form,
    name: str,
    translate: Translate,
) -> None:
    for one in below:
        for column, said in sorted(one.cells.items()):
            if said.strip() and column not in read:
                values = {
                    "head": row.cells.get(column, "").strip() or "–",
                    "column": _letters(column),
                    "said": shown(said.strip()),
                    "row": str(one.number),
                    "known": _known(form, translate),
                }
                raise ProtocolkitError(problem(LIST_HEAD_UNKNOWN, Location(name), **values))


def _refuse_missing(
    heads: Mapping[Marked, int], form: Form, name: str, translate: Translate
) -> None:
    for head in form.needed:
        if head not in heads:
            values = {"head": translate(head), "known": _known(form, translate)}
            raise ProtocolkitError(problem(LIST_HEAD_MISSING, Location(name), **values))


def _refuse_hidden(
    rows: Sequence[ListRow],
    heads: Mapping[Marked, int],
    hidden: Collection[int],
    name: str,
    translate: Translate,
) -> None:
    """Raise when a column that nobody sees says something that would be recorded."""
    for head, column in heads.items():
        for row in rows if column in hidden else ():
            if said := row.cells.get(column, "").strip():
                values = {"head": translate(head), "row": str(row.number), "said": shown(said)}
                raise ProtocolkitError(problem(LIST_HIDDEN_COLUMN, Location(name), **values))


def _known(form: Form, translate: Translate) -> str:
    return ", ".join(f"'{translate(head)}'" for head in form.heads)


def _letters(column: int) -> str:
    """Return how a spreadsheet calls a column.

    >>> [_letters(column) for column in (0, 25, 26)]
    ['A', 'Z', 'AA']
    """
    first, last = divmod(column, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)
