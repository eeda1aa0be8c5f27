"""The import report as a page and as text; both render the same values."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from protocolkit.base.messages import Translate, mark
from protocolkit.base.page_templates import page_template
from protocolkit.importing.report_choices import ReadingChoice
from protocolkit.importing.report_values import ImportReport, Row

_TEMPLATE = "html/import.html"
_WIDTH = 92
LEFT_OUT_MEANS = mark(
    "This stands in the file, but is no text of the protocol. Does it belong in it? Add it."
)
MORE_TO_SEE = mark("More places: {count}; see 'Clause by clause'.")
NOTHING_LEFT_OUT = mark("Nothing: all that the file holds is in the protocol.")


def report_html(report: ImportReport, translate: Translate, project: Path | None = None) -> str:
    """Return the report as one page that needs nothing else; the source is escaped in it."""
    template = page_template(_TEMPLATE, project)
    return template.render(report=report, t=translate) + "\n"


def report_text(report: ImportReport, translate: Translate) -> str:
    """Return the report as plain text."""
    return "\n".join(_lines(report, translate)) + "\n"


def _lines(report: ImportReport, translate: Translate) -> Iterator[str]:
    heading = translate("Import of {file}").format(file=report.file)
    yield from (heading, "=" * len(heading), "", report.title, report.summary(translate), "")
    yield from _first_look(report, translate)
    for title, texts in (
        (translate("Found in the text: is it right?"), report.guesses),
        (translate("About the file"), report.notices),
    ):
        if texts:
            yield from _section(title)
            yield from (f"- {text}" for text in texts)
    yield from _section(translate("Left out"))
    yield translate(LEFT_OUT_MEANS) if report.left_out else translate(NOTHING_LEFT_OUT)
    for found in report.left_out:
        place = f"{found.place}, " if found.place else ""
        yield from _wrapped(f"- {place}{found.reason}: {found.text}")
    yield from _section(translate("Removed, moved, joined"))
    if not report.differences:
        yield translate("Nothing: every word stands where it stood.")
    for change in report.differences:
        line = translate("line {line}").format(line=change.line)
        words = f"{change.text} > {change.result}" if change.result else change.text
        reason = f" ({change.reason})" if change.reason else ""
        yield from _wrapped(f"- {line}, {change.kind}{reason}: {words}")
    if report.kinds:
        yield from _section(translate("Kind of text: a guess"))
    for guess in report.kinds:
        yield from _wrapped(f"- {guess.kind}: {', '.join(guess.texts)}")
    if report.undoubted:
        yield from _section(translate("Can be read in another way"))
        yield from _places(report.undoubted)
    yield from _section(translate("Clause by clause"))
    looked_at = {row.anchor for row in report.first_look}
    for row in report.rows:
        yield from _row(row, translate)
        yield from _places(() if row.anchor in looked_at else row.places)


def _first_look(report: ImportReport, translate: Translate) -> Iterator[str]:
    yield from _section(translate("Look at this first"))
    if not report.first_look:
        yield translate("Nothing is in doubt.")
    for row in report.first_look:
        yield from _row(row, translate)
        if row.source != row.result:
            yield from _wrapped(f"{translate('In the source')}: {row.source}", "    ")
        yield from _places(row.places)
    if report.more_to_see:
        yield translate(MORE_TO_SEE).format(count=report.more_to_see)


def _places(places: Iterable[ReadingChoice]) -> Iterator[str]:
    """Yield how each place is read, and the command for another reading on a line of its own."""
    for place in places:
        yield from _wrapped(place.says, "    ")
        for offer in place.offers:
            yield from _wrapped(offer.says, "    ")
            yield f"        {offer.command}"


def _section(title: str) -> Iterator[str]:
    yield from ("", title, "-" * len(title), "")


def _row(row: Row, translate: Translate) -> Iterator[str]:
    name = translate("heading") if row.is_heading else row.label
    reasons = f" ({'; '.join(row.reasons)})" if row.reasons else ""
    yield f"[{row.confidence}%] {name}{reasons}"
    yield from _wrapped(row.result, "    ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent or "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
