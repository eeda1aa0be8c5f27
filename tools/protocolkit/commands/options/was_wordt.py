"""What can be typed after ``protocol was-wordt``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import (
    folder_option,
    force_option,
    output_option,
    reasons_option,
    since_option,
    with_trial,
)
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    name="was-wordt",
    cls=Command,
    help=speak(
        "Make the was-wordt table for a council: the current text, the proposed one and why, as "
        "Word, PDF or HTML."
    ),
)
@click.argument("name", metavar=speak("NEW"))
@since_option
@folder_option
@output_option(mark("Where it goes: a name that ends in .docx, .pdf or .html."))
@reasons_option
@click.option(
    "--site",
    default="",
    metavar=speak("ADDRESS"),
    help=speak(
        "The address of your website, to which the clauses lead (default: 'html_baseurl' in "
        "conf.py)."
    ),
)
@click.option(
    "--no-signs",
    is_flag=True,
    help=speak("Leave out the words where each change begins and ends."),
)
@force_option
@with_trial
@with_help
def was_wordt(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    since: tuple[str, ...],
    folder: Path,
    output: Path | None,
    reasons_file: Path | None,
    site: str,
    no_signs: bool,
    force: bool,
) -> int:
    """Write a was-wordt table; exit with 1 when something about its reasons is odd."""
    from protocolkit.commands.was_wordt import was_wordt as work  # noqa: PLC0415 - slow to load

    return work(
        name, since, folder, output, reasons_file, site=site, no_signs=no_signs, force=force
    )
