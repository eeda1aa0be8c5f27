"""What can be typed after ``protocol build``."""

from __future__ import annotations

from pathlib import Path

import click

from protocolkit.base.messages import mark
from protocolkit.commands.options.shared import dry_run_option, folder_option, output_option
from protocolkit.commands.output import speak
from protocolkit.commands.usage import Command, with_help


@click.command(
    cls=Command, help=speak("Make the website with the comparison and all files to download.")
)
@folder_option
@output_option(
    mark("Where the website goes (default: _build/html, with drafts _build/voor-mr/html)."),
    mark("FOLDER"),
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=1,
    metavar=speak("NUMBER"),
    help=speak("Processes at a time."),
)
@click.option("--fresh", is_flag=True, help=speak("Make everything again from nothing."))
@click.option("--quiet", "-q", is_flag=True, help=speak("Show problems and the summary only."))
@click.option("--verbose", "-v", is_flag=True, help=speak("Show all that Sphinx says (English)."))
@click.option(
    "--with-drafts",
    "drafts",
    is_flag=True,
    help=speak("Take drafts and what is before an MR along; not for the public website."),
)
@dry_run_option
@with_help
def build(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    output: Path | None,
    jobs: int,
    fresh: bool,
    quiet: bool,
    verbose: bool,
    drafts: bool,
    dry_run: bool,
) -> int:
    """Run Sphinx and tell what is where; exit with 1 when something was wrong."""
    from protocolkit.commands.build import build as work  # noqa: PLC0415 - slow to load

    return work(folder, output, jobs, fresh, quiet, verbose, drafts, dry_run)
