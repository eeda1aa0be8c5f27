"""The import report as data: source beside result, how sure each clause is, what to look at.

What was removed, moved, joined or guessed stands in it in full; text and page render the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.document.cover import decision_words
from protocolkit.document.facts import Facts
from protocolkit.document.model import Clause, Kind, Section
from protocolkit.document.outline import clause_text, labels, placed_clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.document.tree import by_part
from protocolkit.importing.doubt_order import Harm, confidence_of, harm_of
from protocolkit.importing.importer import Imported
from protocolkit.importing.report_choices import Place, Places
from protocolkit.importing.report_doubts import (
    DOUBT_LEFT_OUT,
    OddPlaces,
    doubts_elsewhere,
)
from protocolkit.importing.source.line_numbers import LineNumbers
from protocolkit.importing.structure.assemble import DOUBT_KIND
from protocolkit.importing.structure.choices import Reading
from protocolkit.importing.structure.found_facts import UNNAMED
from protocolkit.importing.structure.noise import (
    DOUBT_CONTENTS,
    DOUBT_HEAD,
    PAGE_NUMBER,
    RUNNING_HEAD,
)
from protocolkit.importing.structure.tree import LIST_SIGN
from protocolkit.reading.ledger import ChangeKind, SourceChange
from protocolkit.reading.words_left_out import REASON_TEXTS, LeftOut, LeftOutReason
from protocolkit.text.words import tokens

_MOST_TO_LOOK_AT = 7
# Not language: it is shown, but does not count as words that were left out.
_NO_WORDS = (LeftOutReason.CODE, LeftOutReason.FIELD)
_LONGEST_CODE = 1_000
# What the ledger tells of one by one, and a person need only see once.
_COUNTED = (LIST_SIGN, PAGE_NUMBER)

_KINDS = {
    ChangeKind.REMOVED: mark("removed"),
    ChangeKind.MOVED: mark("moved"),
    ChangeKind.UNGLUED: mark("mark of a note set apart from its word"),
    ChangeKind.JOINED: mark("joined"),
}
_GUESSED_NAME = mark("The name of the board or school was not found: fill it in.")
_FOUND_NAME = mark("The name '{name}' was taken from the text.")
_TITLE_ADDED = mark("The source has no title; '{title}' was added.")
_FOUND_DECISION = mark("Decision found: {body}, {right}, {date} ('{words}').")
_NO_DATE = mark("no date")
_FOUND_DATE = mark("Date of the document: {date}.")
_FOUND_SECTOR = mark("Sector: {sector}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One clause or heading: what the source has, what came of it, and how sure that is.

    ``confidence`` runs from 10 to 100; ``reasons`` say why it is not 100, ``harm`` how bad that may
    be. ``span`` is where it stands in the text of the source, ``picture`` what its page looks
    like there (PNG in base64), where there is one; ``places`` can be read in another way.
    """

    label: str
    anchor: str
    page: int
    confidence: int
    reasons: tuple[str, ...]
    source: str
    result: str
    is_heading: bool
    harm: Harm = Harm.NONE
    span: tuple[int, int] = (0, 0)
    picture: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """Texts of one kind, by a guess: what the kind is called, and which texts they are."""

    kind: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One entry of the ledger, or equal ones together, ready to print; ``line`` is the first."""

    kind: str
    reason: str
    text: str
    result: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Words of the file that are no text of the protocol; ``place`` says where they stood."""

    place: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Everything that a person should know of one import.

    ``first_look`` are at most seven places, the most harmful first; ``more_to_see`` is how many
    others are in doubt. ``kinds`` are the kinds of text that were guessed, ``undoubted`` the places
    that are not in doubt and can be read in another way.
    """

    title: str
    file: str
    words: int
    clauses: int
    notes: int
    first_look: tuple[Row, ...]
    more_to_see: int
    kinds: tuple[Guessed, ...]
    guesses: tuple[str, ...]
    notices: tuple[str, ...]
    differences: tuple[Difference, ...]
    left_out: tuple[Omission, ...]
    words_left_out: int
    rows: tuple[Row, ...]
    undoubted: tuple[Place, ...] = ()

    def summary(self, translate: Translate) -> str:
        """Return what an import came to, in a sentence."""
        text = translate("{clauses} clauses, {notes} footnotes, {words} words; no word was lost.")
        if self.words_left_out:
            text = translate(
                "{clauses} clauses, {notes} footnotes, {words} words; no word was lost. "
                "Words left out: {left_out}. See the report."
            )
        return text.format(
            clauses=self.clauses,
            notes=self.notes,
            words=self.words,
            left_out=self.words_left_out,
        )


def make_report(
    imported: Imported, file: str, translate: Translate, command: str = ""
) -> ImportReport:
    """Work out the report of an import, in the reader's language.

    ``command`` is what a person types to import the file again, but for what she chooses.
    """
    protocol = imported.protocol
    again = command or f"protocol import {file}"
    places = Places(imported.source.text, imported.choices, again, translate)
    rows = tuple(_rows(imported, places, translate))
    changes, lines = imported.ledger.changes, LineNumbers(imported.source.text)
    doubtful = _doubtful(rows, imported, places, translate)
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


def _doubtful(
    rows: Iterable[Row], imported: Imported, places: Places, translate: Translate
) -> tuple[Row, ...]:
    """Return what is in doubt, the most harmful first, then what is least sure."""
    found = [row for row in rows if row.harm is not Harm.NONE]
    found += _title_rows(imported, places, translate)
    found += [_row_by_itself(one, imported, translate) for one in _missing(imported).get("", ())]
    found += _doubts_elsewhere(imported, places, translate)
    found += _left_out_lines(imported, places, translate)
    return tuple(sorted(found, key=lambda row: (row.harm, row.confidence)))


def _title_rows(imported: Imported, places: Places, translate: Translate) -> Iterator[Row]:
    title = imported.title
    doubts = tuple(dict.fromkeys(OddPlaces(imported).reasons(title)))
    if title is not None and doubts:
        yield Row(
            label=translate("title"),
            anchor="",
            page=title.page,
            confidence=confidence_of(doubts),
            reasons=tuple(translate(doubt) for doubt in doubts),
            source=_folded(imported.source.text[title.begin : title.end]),
            result=plain(imported.protocol.title),
            is_heading=True,
            harm=harm_of(doubts),
            span=(title.begin, title.end),
            places=places.within(0, title.end),
        )


def _doubts_elsewhere(imported: Imported, places: Places, translate: Translate) -> Iterator[Row]:
    """Yield what is doubted of text that is in no clause, heading or title: of a note, say."""
    text = imported.source.text
    pages = {line.begin: line.page for line in imported.source.lines}
    for (begin, end), reasons in doubts_elsewhere(imported).items():
        yield Row(
            label=translate("not in a clause"),
            anchor="",
            page=pages.get(begin, 0),
            confidence=confidence_of(reasons),
            reasons=tuple(translate(one) for one in reasons),
            source=_folded(text[begin:end]),
            result=_folded(text[begin:end]),
            is_heading=False,
            harm=harm_of(reasons),
            span=(begin, end),
            places=places.within(begin, end),
        )


def _left_out_lines(imported: Imported, places: Places, translate: Translate) -> Iterator[Row]:
    """Yield the lines that were left out and are perhaps text: a head on one page, a list."""
    pages = {line.begin: line.page for line in imported.source.lines}
    for choice in imported.choices:
        if not choice.is_doubted or choice.reading not in (Reading.RUNNING, Reading.CONTENTS):
            continue
        doubt = DOUBT_HEAD if choice.reading is Reading.RUNNING else DOUBT_CONTENTS
        yield Row(
            label=translate("left out"),
            anchor="",
            page=pages.get(choice.begin, 0),
            confidence=confidence_of((doubt,)),
            reasons=(translate(doubt),),
            source=_folded(imported.source.text[choice.begin : choice.end]),
            result="",
            is_heading=False,
            harm=harm_of((doubt,)),
            span=(choice.begin, choice.end),
            places=places.within(choice.begin, choice.end),
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


def _missing(imported: Imported) -> dict[str, list[LeftOut]]:
    """Return what was left out of sentences, by the anchor of their clause; "" for the others."""
    found: dict[str, list[LeftOut]] = {}
    for one in imported.ledger.left_out:
        if one.is_in_sentence:
            places = (o.anchor for o in imported.origins if o.begin <= one.at <= o.end)
            found.setdefault(next(places, ""), []).append(one)
    return found


def _row_by_itself(found: LeftOut, imported: Imported, translate: Translate) -> Row:
    """Return a row for a title, a note or another text that is no clause and misses words."""
    line, text = "", imported.source.text
    if found.at >= 0:
        line = text[: found.at].rpartition("\n")[2] + text[found.at :].partition("\n")[0]
    return Row(
        label=translate("not in a clause"),
        anchor="",
        page=found.page,
        confidence=confidence_of((DOUBT_LEFT_OUT,)),
        reasons=(_said_left_out(found, translate),),
        source=_folded(line),
        result=_folded(line),
        is_heading=False,
        harm=harm_of((), (found,)),
        span=(max(found.at, 0), max(found.at, 0)),
    )


def _said_left_out(found: LeftOut, translate: Translate) -> str:
    reason = translate(REASON_TEXTS[found.reason])
    return translate(DOUBT_LEFT_OUT).format(words=_folded(found.text), reason=reason)


def _omission(found: LeftOut, lines: LineNumbers, translate: Translate) -> Omission:
    place = ""
    if found.page:
        place = translate("page {page}").format(page=found.page)
    elif found.at >= 0:
        place = translate("line {line}").format(line=lines.at(found.at))
    text = _folded(found.text)
    if found.reason in _NO_WORDS and len(text) > _LONGEST_CODE:
        more = translate("... and {count} more characters")
        text = f"{text[:_LONGEST_CODE]} {more.format(count=len(text) - _LONGEST_CODE)}"
    return Omission(place=place, reason=translate(REASON_TEXTS[found.reason]), text=text)


def _rows(imported: Imported, places: Places, translate: Translate) -> Iterator[Row]:
    protocol = imported.protocol
    origins = {origin.anchor: origin for origin in imported.origins}
    cited = labels(protocol)
    placed = {found.clause.anchor: found.clause for found in placed_clauses(protocol)}
    headed = {section.anchor: section for section in sections(protocol)}
    missing, odd = _missing(imported), OddPlaces(imported)
    ordered = [*placed, *headed]
    if origins:
        ordered = [anchor for anchor in origins if anchor in placed or anchor in headed]
    for anchor in ordered:
        origin = origins.get(anchor)
        value: Clause | Section = placed[anchor] if anchor in placed else headed[anchor]
        reasons = list(odd.reasons(origin))
        told = [translate(reason) for reason in dict.fromkeys(reasons)]
        told += [_said_left_out(one, translate) for one in missing.get(anchor, ())]
        reasons += [DOUBT_LEFT_OUT for _ in missing.get(anchor, ())[:1]]
        yield Row(
            label=cited.get(anchor, ""),
            anchor=anchor,
            page=origin.page if origin else 0,
            confidence=confidence_of(reasons),
            reasons=tuple(told),
            source=_folded(imported.source.text[origin.begin : origin.end]) if origin else "",
            result=_result(value),
            is_heading=by_part(value, clause=lambda _: False, section=lambda _: True),
            harm=harm_of(reasons, missing.get(anchor, ())),
            span=(origin.begin, origin.end) if origin else (0, 0),
            places=places.within(origin.begin, origin.end) if origin else (),
        )


def _result(value: Clause | Section) -> str:
    text = by_part(value, clause=clause_text, section=lambda section: plain(section.title))
    return _folded(f"{value.marker} {text}")


def _differences(
    lines: LineNumbers, changes: Iterable[SourceChange], translate: Translate
) -> Iterator[Difference]:
    """Yield the entries of the ledger; what is removed in equal words, or counts, stands once."""
    groups: dict[tuple[object, ...], list[SourceChange]] = {}
    for number, change in enumerate(changes):
        key: tuple[object, ...] = (number,)
        if change.kind is ChangeKind.REMOVED and change.reason in _COUNTED:
            key = (change.reason,)
        elif change.kind is ChangeKind.REMOVED and change.reason == RUNNING_HEAD:
            key = (change.reason, change.text)
        groups.setdefault(key, []).append(change)
    for group in groups.values():
        yield _difference(lines, group, translate)


def _difference(
    lines: LineNumbers, group: Sequence[SourceChange], translate: Translate
) -> Difference:
    change = group[0]
    result = change.word
    if change.kind is ChangeKind.UNGLUED:
        result = f"{change.word} [{change.mark}]".strip()
    counts = Counter(_folded(one.text) for one in group)
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


def _folded(text: str) -> str:
    return " ".join(text.split())
