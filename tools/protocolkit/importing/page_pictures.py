"""Pictures of the page beside what a person should look at first."""

from __future__ import annotations

import base64
from dataclasses import replace

from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.pdf.clips import Strip, clips
from protocolkit.importing.report_values import ImportReport, Row
from protocolkit.importing.source.lines import Source


def with_pictures(report: ImportReport, source: Source, content: bytes) -> ImportReport:
    """Return the report of a PDF with a picture of the page at each place to look at first."""
    strips = [_strip(row, source) for row in report.first_look]
    if not any(strips):
        return report
    try:
        pictures = list(clips(content, strips))
    except ProtocolkitError:
        return report
    rows = (
        replace(row, picture=base64.b64encode(picture).decode())
        for row, picture in zip(report.first_look, pictures, strict=True)
    )
    return replace(report, first_look=tuple(rows))


def _strip(row: Row, source: Source) -> Strip | None:
    """Return where the lines of a row stand on the page that it begins on."""
    begin, end = row.span
    inside = [line for line in source.lines if line.begin <= end and line.end >= begin]
    inside = [line for line in inside if line.height and line.page == inside[0].page]
    if not inside:
        return None
    size = max(line.size for line in inside)
    low, high = (edge(line.height for line in inside) for edge in (min, max))
    return Strip(inside[0].page, low - size, high + 2 * size)
