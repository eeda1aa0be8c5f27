"""The directives about one protocol: how it stands, and what changed between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from protocolkit.document.cover import cover_rows
from protocolkit.document.decided_text import latest
from protocolkit.document.shown_decisions import told_lines
from protocolkit.site.directives.declared import Asked, Declared, NotThereError, SameTextError, name
from protocolkit.site.directives.drawing import paragraph, table
from protocolkit.site.directives.finding import protocol_named
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import language_of

if TYPE_CHECKING:
    from protocolkit.changes.change_set import Version
    from protocolkit.changes.marked_lines import Lines
    from protocolkit.versions.known_text import KnownText


def _status(asked: Asked) -> list[nodes.Node]:
    protocol = protocol_named(asked, asked.argument)
    facts = protocol.facts
    language = language_of(asked.app.config)
    rows = [
        (row.label, row.value) for row in cover_rows(facts, asked.translate, language) if row.value
    ]
    lines = told_lines(latest(protocol), protocol, asked.translate, language)
    rows += [(one.who, ", ".join(filter(None, (one.decision, one.date)))) for one in lines]
    found = nodes.field_list(classes=["protocol-status"])
    for label, value in rows:
        body = nodes.field_body("", paragraph(value))
        found += nodes.field("", nodes.field_name("", label), body)
    return [found]


def _changes(asked: Asked) -> list[nodes.Node]:
    # slow to load
    from protocolkit.changes.change_list import list_changes  # noqa: PLC0415
    from protocolkit.changes.compare_versions import compare_versions  # noqa: PLC0415

    wanted = [asked.options.get(one, "") for one in ("from", "to")]
    old, new = (_version(asked, one) for one in wanted)
    if wanted[0] == wanted[1]:
        raise SameTextError(_kept(asked))
    told = list_changes(compare_versions(old, new), asked.translate)
    found: list[nodes.Node] = [paragraph(" ".join(told.summary))]
    heads = ("", asked.translate("before"), asked.translate("now"))
    rows: list[list[list[nodes.Node]]] = [
        [[paragraph(f"{row.place}: {row.what}")], _lines(row.old), _lines(row.new)]
        for row in told.rows
    ]
    if rows:
        found.append(table(heads, rows))
    return [nodes.container("", *found, classes=["protocol-changes"])]


def _version(asked: Asked, wanted: str) -> Version:
    """Return a kept version by its name, or the present text without one."""
    from protocolkit.changes.change_set import version_of  # noqa: PLC0415 - slow to load

    if not wanted:
        return version_of(protocol_named(asked, asked.argument))
    kept = _kept(asked)
    if wanted not in kept:
        raise NotThereError(wanted, kept)
    return version_of(kept[wanted].protocol, wanted)


def _kept(asked: Asked) -> dict[str, KnownText]:
    """Return the kept versions of a protocol by their names."""
    present = protocol_named(asked, asked.argument)
    return {
        text.name: text
        for text in protocol_domain(asked.app.env).versions.values()
        if text.place == (present.subject, present.slug)
    }


def _lines(lines: Lines) -> list[nodes.Node]:
    """Return one side; what went or came is strong, and has a class that tells a style which."""
    from protocolkit.changes.marked_lines import Shade  # noqa: PLC0415 - slow to load

    return [
        paragraph(
            *(
                nodes.Text(run.text)
                if run.shade is Shade.SAME
                else nodes.strong("", run.text, classes=[f"protocol-{run.shade.value}"])
                for run in line
            )
        )
        for line in lines
    ] or [paragraph("–")]


STATUS = Declared(
    name="protocol-status",
    about="Tells how a protocol stands: its status, dates, version, and who decided on it.",
    form="subject/organisation",
    options={},
    fill=_status,
)
CHANGES = Declared(
    name="protocol-changes",
    about="Tells what changed between two texts of a protocol, clause by clause. One of its "
    "options is needed.",
    form="subject/organisation",
    options={
        "from": name("The kept version that came before, by name. Without it: the present text."),
        "to": name("The kept version that came after. Without it: the present text."),
    },
    fill=_changes,
)
