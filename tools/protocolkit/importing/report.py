"""The import report as data: source beside result, how sure each clause is, what to look at.

What was removed, moved, joined or guessed stands in it in full; text and page render the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.document.approval_lines import decision_words
from protocolkit.document.facts import Facts
from protocolkit.document.model import Kind
from protocolkit.document.outline import placed_clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.importing.import_values import Imported
from protocolkit.importing.report_choices import ReadingChoices
from protocolkit.importing.report_rows import doubtful_rows, make_rows
from protocolkit.importing.report_values import (
    Difference,
    Guessed,
    ImportReport,
    Omission,
    Row,
    folded,
)
from protocolkit.importing.source.line_numbers import LineNumbers
from protocolkit.importing.structure.assemble import DOUBT_KIND
from protocolkit.importing.structure.found_facts import UNNAMED
from protocolkit.importing.structure.noise import (
    PAGE_NUMBER,
    RUNNING_HEAD,
)
from protocolkit.importing.structure.tree import LIST_SIGN
from protocolkit.reading.ledger import SourceChange, SourceChangeKind
from protocolkit.reading.words_left_out import REASON_TEXTS, LeftOut, LeftOutReason
from protocolkit.text.words import tokens

_MOST_TO_LOOK_AT = 7
# Not language: it is shown, but does not count as words that were left out.
_NO_WORDS = (LeftOutReason.CODE, LeftOutReason.FIELD)
_LONGEST_CODE = 1_000
# What the ledger tells of one by one, and a person need only see once.
_COUNTED = (LIST_SIGN, PAGE_NUMBER)

_KINDS = {
    SourceChangeKind.REMOVED: mark("removed"),
    SourceChangeKind.MOVED: mark("moved"),
    SourceChangeKind.UNGLUED: mark("mark of a note set apart from its word"),
    SourceChangeKind.JOINED: mark("joined"),
}
_GUESSED_NAME = mark("The name of the board or school was not found: fill it in.")
_FOUND_NAME = mark("The name '{name}' was taken from the text.")
_TITLE_ADDED = mark("The source has no title; '{title}' was added.")
_FOUND_DECISION = mark("Decision found: {body}, {right}, {date} ('{words}').")
_NO_DATE = mark("no date")
_FOUND_DATE = mark("Date of the document: {date}.")
_FOUND_SECTOR = mark("Sector: {sector}.")


def make_report(
    imported: Imported, file: str, translate: Translate, command: str = ""
) -> ImportReport:
    """Work out the report of an import, in the reader's language.

    ``command`` is what a person types to import the file again, but for what she chooses.
    """
    protocol = imported.protocol
    again = command or f"protocol import {file}"
    places = ReadingChoices(imported.source.text, imported.choices, again, translate)
    rows = tuple(make_rows(imported, places, translate))
    changes, lines = imported.ledger.changes, LineNumbers(imported.source.text)
    doubtful = doubtful_rows(rows, imported, places, translate)
    return ImportReport(
        title=plain(protocol.title),
        file=file,
        words=imported.words,
        clauses=sum(not row.is_heading for row in rows),
        notes=len(protocol.notes),
        first_look=doubtful[:_MOST_TO_LOOK_AT],
        more_to_see=max(len(doubtful) - _MOST_TO_LOOK_AT, 0),
        kinds=tuple(_kinds(rows, imported)),
        guesses=() if imported.is_recorded else tuple(_guesses(protocol.facts, translate)),
        notices=tuple(told.in_words(translate) for told in imported.source.notices),
        differences=tuple(_differences(lines, changes, translate)),
        left_out=tuple(_omission(found, lines, translate) for found in imported.ledger.left_out),
        words_left_out=sum(
            len(tokens(found.text))
            for found in imported.ledger.left_out
            if found.reason not in _NO_WORDS
        ),
        rows=rows,
        undoubted=tuple(places.undoubted()),
    )


def _kinds(rows: Iterable[Row], imported: Imported) -> Iterator[Guessed]:
    """Yield the kinds of text that were guessed, with the texts, in the order of the document."""
    guessed = {o.anchor for o in imported.origins if DOUBT_KIND in o.doubts}
    protocol = imported.protocol
    kinds = {placed.clause.anchor: placed.clause.kind for placed in placed_clauses(protocol)}
    kinds |= {section.anchor: section.kind for section in sections(protocol)}
    found: dict[Kind, list[str]] = {}
    for row in rows:
        if row.anchor in guessed:
            found.setdefault(kinds[row.anchor], []).append(row.label or row.result)
    for kind, texts in found.items():
        yield Guessed(kind=kind.value, texts=tuple(texts))


def _omission(found: LeftOut, lines: LineNumbers, translate: Translate) -> Omission:
    place = ""
    if found.page:
        place = translate("page {page}").format(page=found.page)
    elif found.at >= 0:
        place = translate("line {line}").format(line=lines.at(found.at))
    text = folded(found.text)
    if found.reason in _NO_WORDS and len(text) > _LONGEST_CODE:
        more = translate("... and {count} more characters")
        text = f"{text[:_LONGEST_CODE]} {more.format(count=len(text) - _LONGEST_CODE)}"
    return Omission(place=place, reason=translate(REASON_TEXTS[found.reason]), text=text)


def _differences(
    lines: LineNumbers, changes: Iterable[SourceChange], translate: Translate
) -> Iterator[Difference]:
    """Yield the entries of the ledger; what is removed in equal words, or counts, stands once."""
    groups: dict[tuple[object, ...], list[SourceChange]] = {}
    for number, change in enumerate(changes):
        key: tuple[object, ...] = (number,)
        if change.kind is SourceChangeKind.REMOVED and change.reason in _COUNTED:
            key = (change.reason,)
        elif change.kind is SourceChangeKind.REMOVED and change.reason == RUNNING_HEAD:
            key = (change.reason, change.text)
        groups.setdefault(key, []).append(change)
    for group in groups.values():
        yield _difference(lines, group, translate)


def _difference(
    lines: LineNumbers, group: Sequence[SourceChange], translate: Translate
) -> Difference:
    change = group[0]
    result = change.word
    if change.kind is SourceChangeKind.UNGLUED:
        result = f"{change.word} [{change.mark}]".strip()
    counts = Counter(folded(one.text) for one in group)
    told = (f"{words} ({count} ×)" if count > 1 else words for words, count in counts.items())
    return Difference(
        kind=translate(_KINDS[change.kind]),
        reason=change.reason,
        text=", ".join(told),
        result=result,
        line=lines.at(change.begin),
    )


def _guesses(facts: Facts, translate: Translate) -> Iterable[str]:
    name = facts.organisation.name
    if name == UNNAMED:
        yield translate(_GUESSED_NAME)
    elif "organisation.name" not in facts.supplied:
        yield translate(_FOUND_NAME).format(name=name)
    if facts.title_supplied:
        yield translate(_TITLE_ADDED).format(title=facts.title)
    for approval in facts.approvals:
        yield translate(_FOUND_DECISION).format(
            body=approval.body,
            right=decision_words(approval, translate),
            date=approval.date or translate(_NO_DATE),
            words=approval.words,
        )
    if facts.dated:
        yield translate(_FOUND_DATE).format(date=facts.dated)
    if facts.organisation.sector:
        yield translate(_FOUND_SECTOR).format(sector=facts.organisation.sector)
