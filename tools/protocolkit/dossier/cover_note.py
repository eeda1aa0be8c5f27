"""The oplegger (brief bij het voorstel): what a member must know on one page, then the reasons.

All of it comes from the facts of the protocol, from what changed, and from what the officer wrote
beside the protocol. What nobody wrote stands there as open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import DEFAULT_LANGUAGE, Marked, Translate, mark
from protocolkit.changes.change_list import KIND_WORDS, place_of, unchanged_words
from protocolkit.changes.change_set import Change, ChangeSet, Pair
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import UnitKind
from protocolkit.document.answer_terms import answer_due
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.document.richtext import plain
from protocolkit.dossier.beside_another import Beside, counts_beside
from protocolkit.dossier.changed_clauses import changed_clauses
from protocolkit.dossier.grounds import ground_words, possible_grounds
from protocolkit.dossier.plain_summaries import summary_states
from protocolkit.dossier.proposal_file import Proposal, Summary
from protocolkit.dossier.sender import sender_of, still_asked
from protocolkit.dossier.submitted import code_line
from protocolkit.dossier.touched_sections import touched_sections
from protocolkit.dossier.weighty_changes import by_weight
from protocolkit.exchange.paper_feet import LETTER
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Part, Tone, Words
from protocolkit.reading.seen_texts import SeenState
from protocolkit.text.shortening import CUT_OFF, first_words

_TITLE = mark("Cover note (letter with the proposal)")
_OPEN = mark("[still open: nobody has written this yet]")
_OUTDATED = mark("[out of date: this clause was changed after its summary was written]")
_ASKS = {
    Right.CONSENT: mark("{body}: we ask for your consent."),
    Right.ADVICE: mark("{body}: we ask for your advice."),
    Right.INFORMATION: mark("{body}: you get this for information."),
    Right.PROPOSAL: mark(
        "{body} makes this proposal to the board, and asks to talk about it and for a written "
        "answer with reasons."
    ),
}
_LAW = mark("The law gives the board three months for that, until {date} (Wms, article 6 lid 2).")
_MOST_LINES = 5
_MOST_WORDS, _MOST_BEFORE = 14, 5


def cover_note(
    protocol: Protocol,
    changes: ChangeSet | None,
    proposal: Proposal,
    translate: Translate,
    beside: Beside | None = None,
) -> Leaflets:
    """Return the cover note; without ``changes`` the text is adopted for the first time.

    Such a text may have been compared with another, ``beside`` it.
    """
    is_first = changes is None or changes.old.is_nothing
    parts = (
        *_asked(protocol, translate),
        *_code(protocol, translate),
        *_changed(changes, beside, translate),
        *touched_sections(
            changed_clauses(protocol, changes), proposal, translate, is_first=is_first
        ),
        *_reasons(proposal, translate),
        *_in_plain_words(protocol, proposal, translate),
    )
    note = Leaflet(
        organisation=sender_of(protocol),
        title=translate(_TITLE),
        standing=translate(LETTER),
        parts=(Words(text=plain(protocol.title), tone=Tone.NOTICE), *parts),
    )
    return Leaflets(title=f"{translate(_TITLE)}: {plain(protocol.title)}", leaflets=(note,))


def _grounds(protocol: Protocol, asked: Approval, translate: Translate) -> str:
    """Return which article gives the right: as somebody wrote it, or what may be proposed."""
    if asked.ground:
        return translate("Ground: {ground}.").format(ground=asked.ground)
    found = possible_grounds(protocol, asked.right, asked.section)
    said = "; ".join(ground_words(one, translate) for one in found)
    return (
        translate("Ground (proposal, still to be confirmed): {ground}.").format(ground=said)
        if said
        else ""
    )


def _asked(protocol: Protocol, translate: Translate) -> Iterator[Part]:
    yield Heading(text=translate("What do we ask of you?"))
    asked = [one for one in still_asked(protocol) if one.right in _ASKS]
    for one in asked:
        said = translate(_ASKS[one.right]).format(body=body_name(one))
        until = _until(one, translate)
        is_open = not until and one.right is not Right.INFORMATION
        if is_open:
            text = translate("Your answer at the latest on: {open}")
            until = text.format(open=translate(_OPEN))
        yield Words(text=f"{said} {until}".strip(), tone=Tone.OPEN if is_open else Tone.PLAIN)
        if grounds := _grounds(protocol, one, translate):
            yield Words(text=grounds, tone=Tone.SMALL)
    if not asked:
        yield Words(text=translate(_OPEN), tone=Tone.OPEN)


def _until(entry: Approval, translate: Translate) -> str:
    """Say until when an answer can be given: as it was asked, and the board by the law."""
    said = []
    if entry.before:
        day = print_date(entry.before, DEFAULT_LANGUAGE)
        text = translate("We would like your answer on {date} at the latest.")
        said.append(text.format(date=day))
    if entry.right is Right.PROPOSAL and (due := answer_due(entry)):
        said.append(translate(_LAW).format(date=print_date(due, DEFAULT_LANGUAGE)))
    return " ".join(said)


def _changed(
    changes: ChangeSet | None, beside: Beside | None, translate: Translate
) -> Iterator[Part]:
    yield Heading(text=translate("What changes?"))
    if changes is None or changes.old.is_nothing:
        yield Words(text=translate("This is a new protocol: there was none before."))
        if beside is not None:
            text = translate("It was compared with {name}.").format(name=beside.name)
            yield Words(text=f"{text} {counts_beside(beside, translate)}")
        return
    name = changes.old.protocol.facts.organisation.name
    if name != changes.new.protocol.facts.organisation.name:
        yield Words(text=translate("This is told beside the text of {name}.").format(name=name))
    counted = [change for change in changes.changes if change.kind.is_counted]
    if not counted:
        yield Words(text=unchanged_words(changes, translate))
        return
    told = by_weight(counted, changes)[:_MOST_LINES]
    rows = tuple(_row(change, translate) for change in told)
    yield Grid(
        heads=(translate("Where"), translate("What"), translate("It becomes")),
        rows=rows,
        shares=(3, 3, 8),
        has_names=True,
    )
    more = len(counted) - _MOST_LINES
    if more == 1:
        yield Words(text=translate("and one more change: see the was-wordt table."))
    elif more > 1:
        text = translate("and {count} more changes: see the was-wordt table.")
        yield Words(text=text.format(count=more))


def _row(change: Change, translate: Translate) -> tuple[str, str, str]:
    said = _at_first_change(change)
    if was := _was(change):
        text = translate("(it was: {words})").format(words=was)
        said = f"{said} {text}" if said else text
    said = said or "–"
    return place_of(change, translate), translate(KIND_WORDS[change.kind]), said


def _was(change: Change) -> str:
    """Return the words that other ones replace, or the first ones of a clause that goes."""
    for pair in _pairs_at_change(change):
        gone = [plain(piece.old) for piece in pair.pieces if piece.kind is PieceKind.CHANGED]
        said = f" {CUT_OFF} ".join(" ".join(one.split()) for one in gone if one.strip())
        if said:
            return first_words(said, _MOST_WORDS)
    return ""


def _pairs_at_change(change: Change) -> Sequence[Pair]:
    """Return what is told of a change: of a table the first row that changed alone."""
    first = next((pair for pair in change.pairs if _is_changed(pair)), None)
    row = _cell(first) if first is not None else None
    return change.pairs if row is None else [one for one in change.pairs if _cell(one) == row]


def _cell(pair: Pair) -> tuple[int, ...] | None:
    """Return the row in which a cell stands, None for what is no cell."""
    unit = pair.new or pair.old
    return unit.path[:-1] if unit is not None and unit.kind is UnitKind.CELL else None


def _is_changed(pair: Pair) -> bool:
    return any(piece.kind is PieceKind.CHANGED for piece in pair.pieces)


def _at_first_change(change: Change) -> str:
    """Return some words of the new text: its first ones, or those at what changes further on.

    Of a row of a table its first cell and those that change, each behind its head.
    """
    pairs = _pairs_at_change(change)
    if all(_cell(pair) is not None for pair in pairs) and len({*map(_cell, pairs)}) == 1:
        return _in_row(change, pairs)
    return _words_at_change(pairs)


def _in_row(change: Change, row: Sequence[Pair]) -> str:
    """Return the cells of a row that tell what changes: 'Wie: De directeur; Taak: mailt'."""
    table = (_cell(row[0]) or ())[:-1]
    new = (pair.new for pair in change.pairs if pair.new is not None)
    cells = (unit for unit in new if unit.kind is UnitKind.CELL and unit.path[:-2] == table)
    heads = {unit.column: plain(unit.text) for unit in cells if unit.row == 0}
    name = _naming_column(row)
    told = []
    for pair in sorted(row, key=lambda one: one.new is None or one.new.column != name):
        unit = pair.new
        if unit is None or not (unit.column == name or _is_changed(pair)):
            continue
        words = _words_at_change([pair])
        head = " ".join(heads.get(unit.column, "").split()) if unit.row else ""
        told.append(f"{head}: {words}" if head else words)
    return "; ".join(filter(None, told))


def _naming_column(row: Sequence[Pair]) -> int:
    """Return the column of the cell that says which row it is: the second where the first changed.

    The first of heads, and of a row that is new.
    """
    cells = {pair.new.column: pair for pair in row if pair.new is not None and pair.new.row}
    first, second = cells.get(0), cells.get(1)
    return int(bool(first and second and _is_changed(first) and not _is_changed(second)))


def _words_at_change(pairs: Sequence[Pair]) -> str:
    """Return some words; a row of a table stands apart from what is before it, as its cells do."""
    text, at, last = "", None, None
    for pair in pairs:
        row = _cell(pair)
        if text:
            text += " " if last is None else ", " if last == row else "; "
        last = row
        for piece in pair.pieces:
            is_first = at is None and piece.kind is PieceKind.CHANGED
            at = len(text) if is_first else at
            text += plain(piece.new)
    before = len(text[: at or 0].split())
    if before + _MOST_BEFORE < _MOST_WORDS:
        return first_words(text, _MOST_WORDS)
    words = text.split()[before - _MOST_BEFORE :]
    return f"{CUT_OFF} {first_words(' '.join(words), _MOST_WORDS)}"


def _reasons(proposal: Proposal, translate: Translate) -> Iterator[Part]:
    yield Heading(text=translate("Why this proposal"))
    yield from _paragraphs(proposal.why, translate)
    yield Heading(text=translate("What will you notice of it"))
    effects: tuple[tuple[Marked, str], ...] = (
        (mark("Staff"), proposal.effects.staff),
        (mark("Parents"), proposal.effects.parents),
        (mark("Pupils"), proposal.effects.pupils),
    )
    yield Grid(
        heads=(translate("For whom"), translate("What")),
        rows=tuple((translate(who), said or translate(_OPEN)) for who, said in effects),
        shares=(2, 8),
        has_names=True,
        open_rows=frozenset(at for at, (_, said) in enumerate(effects) if not said),
    )
    yield Heading(text=translate("What we do about it"))
    yield from _paragraphs(proposal.measures, translate)


def _paragraphs(text: str, translate: Translate) -> Iterator[Part]:
    if not text:
        yield Words(text=translate(_OPEN), tone=Tone.OPEN)
    for block in text.split("\n\n"):
        if block.strip():
            yield Words(text=" ".join(block.split()))


def _in_plain_words(protocol: Protocol, proposal: Proposal, translate: Translate) -> Iterator[Part]:
    cited = labels(protocol)
    states = summary_states(protocol, proposal)
    rows = tuple(
        (cited[anchor], _summary(summary, states[anchor], translate))
        for anchor in cited
        if (summary := proposal.plain.get(anchor))
    )
    if rows:
        yield Heading(text=translate("In plain words"))
        yield Words(
            text=translate("This is a summary. What holds is the text of the protocol itself."),
            tone=Tone.SMALL,
        )
        yield Grid(
            heads=(translate("Clause"), translate("In plain words (not the text itself)")),
            rows=rows,
            shares=(2, 8),
            has_names=True,
        )


def _summary(summary: Summary, state: SeenState, translate: Translate) -> str:
    return translate(_OUTDATED) if state is SeenState.OUTDATED else summary.text


def _code(protocol: Protocol, translate: Translate) -> Iterator[Part]:
    yield Words(text=code_line(protocol, translate), tone=Tone.SMALL)
