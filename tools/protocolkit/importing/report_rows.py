"""The rows of an import report: each clause beside its source, and what is in doubt elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.base.messages import Translate
from protocolkit.document.model import Clause, Section
from protocolkit.document.outline import clause_text, labels, placed_clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.document.tree import by_part
from protocolkit.importing.doubt_order import Harm, confidence_of, harm_of
from protocolkit.importing.import_values import Imported
from protocolkit.importing.report_choices import ReadingChoices
from protocolkit.importing.report_doubts import (
    DOUBT_IN_HEAD,
    DOUBT_LEFT_OUT,
    OddPlaces,
    doubts_elsewhere,
)
from protocolkit.importing.report_values import Row, folded
from protocolkit.importing.structure.choices import Reading
from protocolkit.importing.structure.noise import (
    DOUBT_CONTENTS,
    DOUBT_HEAD,
    RUNNING_HEAD,
)
from protocolkit.reading.words_left_out import REASON_TEXTS, LeftOut, LeftOutReason


def doubtful_rows(
    rows: Iterable[Row], imported: Imported, places: ReadingChoices, translate: Translate
) -> tuple[Row, ...]:
    """Return what is in doubt, the most harmful first, then what is least sure."""
    found = [row for row in rows if row.harm is not Harm.NONE]
    found += _title_rows(imported, places, translate)
    found += _title_elsewhere(imported, translate)
    found += [_row_by_itself(one, imported, translate) for one in _missing(imported).get("", ())]
    found += _doubts_elsewhere(imported, places, translate)
    found += _left_out_lines(imported, places, translate)
    return tuple(sorted(found, key=lambda row: (row.harm, row.confidence)))


def _title_rows(imported: Imported, places: ReadingChoices, translate: Translate) -> Iterator[Row]:
    title = imported.title
    doubts = tuple(dict.fromkeys(OddPlaces(imported).reasons(title)))
    if title is not None and doubts:
        yield Row(
            label=translate("title"),
            anchor="",
            page=title.page,
            confidence=confidence_of(doubts),
            reasons=tuple(translate(doubt) for doubt in doubts),
            source=folded(imported.source.text[title.begin : title.end]),
            result=plain(imported.protocol.title),
            is_heading=True,
            harm=harm_of(doubts),
            span=(title.begin, title.end),
            places=places.within(0, title.end),
        )


def _title_elsewhere(imported: Imported, translate: Translate) -> Iterator[Row]:
    """Yield what runs along the pages of a text in which no title was found."""
    heads = [one.text for one in imported.source.left_out if one.reason is LeftOutReason.RUNNING]
    heads += [one.text for one in imported.ledger.changes if one.reason == RUNNING_HEAD]
    if imported.title is None and imported.protocol.facts.title_supplied and heads:
        yield Row(
            label=translate("title"),
            anchor="",
            page=0,
            confidence=confidence_of((DOUBT_IN_HEAD,)),
            reasons=(translate(DOUBT_IN_HEAD),),
            source=" | ".join(dict.fromkeys(map(folded, heads))),
            result=plain(imported.protocol.title),
            is_heading=True,
            harm=harm_of((DOUBT_IN_HEAD,)),
        )


def _doubts_elsewhere(
    imported: Imported, places: ReadingChoices, translate: Translate
) -> Iterator[Row]:
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
            source=folded(text[begin:end]),
            result=folded(text[begin:end]),
            is_heading=False,
            harm=harm_of(reasons),
            span=(begin, end),
            places=places.within(begin, end),
        )


def _left_out_lines(
    imported: Imported, places: ReadingChoices, translate: Translate
) -> Iterator[Row]:
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
            source=folded(imported.source.text[choice.begin : choice.end]),
            result="",
            is_heading=False,
            harm=harm_of((doubt,)),
            span=(choice.begin, choice.end),
            places=places.within(choice.begin, choice.end),
        )


def _missing(imported: Imported) -> dict[str, list[LeftOut]]:
    """Return what was left out of sentences, by the anchor of their clause; "" for the others."""
    found: dict[str, list[LeftOut]] = {}
    for one in imported.ledger.left_out:
        is_remark = one.reason is LeftOutReason.COMMENT and one.at >= 0
        if one.is_in_sentence or is_remark:
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
        source=folded(line),
        result=folded(line),
        is_heading=False,
        harm=harm_of((), (found,)),
        span=(max(found.at, 0), max(found.at, 0)),
    )


def _said_left_out(found: LeftOut, translate: Translate) -> str:
    reason = translate(REASON_TEXTS[found.reason])
    return translate(DOUBT_LEFT_OUT).format(words=folded(found.text), reason=reason)


def make_rows(imported: Imported, places: ReadingChoices, translate: Translate) -> Iterator[Row]:
    """Yield a row for each clause and heading, in the order in which they stand in the source."""
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
            source=folded(imported.source.text[origin.begin : origin.end]) if origin else "",
            result=_result(value),
            is_heading=by_part(value, clause=lambda _: False, section=lambda _: True),
            harm=harm_of(reasons, missing.get(anchor, ())),
            span=(origin.begin, origin.end) if origin else (0, 0),
            places=places.within(origin.begin, origin.end) if origin else (),
        )


def _result(value: Clause | Section) -> str:
    text = by_part(value, clause=clause_text, section=lambda section: plain(section.title))
    return folded(f"{value.marker} {text}")
