"""The line of a YAML file that says its format, read before anything else is taken from it."""

from __future__ import annotations

from protocolkit.base.formats import KEY, Format, format_problem
from protocolkit.base.problems import ProtocolkitError
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping


def check_format(found: YamlMapping, form: Format, report: Report) -> None:
    """Raise :class:`ProtocolkitError` when a file is in a version of a format not known here."""
    odd = format_problem(form, found.text(KEY), report.at(found.line_of(KEY)))
    if odd is not None:
        raise ProtocolkitError(odd)


def format_line(form: Format) -> str:
    """Return the line with which a file of ours begins."""
    return f"{KEY}: {form.version}"
