"""What can be typed after ``protocol export``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.export_forms import Form
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    format_option,
    output_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help
from protocolkit.exchange.schema_files import SCHEMA_NAMES


@click.command(
    cls=Command,
    help=speak(
        "Give protocols to other programs, as JSON or Akoma Ntoso; take them back from JSON."
    ),
)
@click.argument("names", nargs=-1, metavar=speak("[FILE|SUBJECT]..."))
@folder_option
@format_option(
    [form.value for form in Form],
    None,
    mark("In which form (default: json; markdown with --from-json)."),
)
@click.option(
    "--from-json",
    "source",
    type=click.Path(path_type=Path),
    metavar=speak("FILE"),
    help=speak("Read the protocol from this JSON file."),
)
@output_option(mark("Where to write; a folder for several (default: on the screen)."))
@force_option
@click.option(
    "--schema",
    type=click.Choice(SCHEMA_NAMES),
    help=speak("Print a JSON Schema for editors and programs, and stop."),
)
@with_trial
@with_help
def export(
    names: tuple[str, ...],
    folder: Path,
    form: str | None,
    source: Path | None,
    output: Path | None,
    force: bool,
    schema: str | None,
) -> int:
    """Print or write protocols; exit with 1 when something is wrong with one."""
    from protocolkit.commands.export import export as work  # noqa: PLC0415 - slow to load

    chosen = Form(form) if form else None
    return work(names, folder, chosen, source, output, force, schema)
