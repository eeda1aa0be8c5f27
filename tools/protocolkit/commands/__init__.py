"""The commands ``protocol`` and ``protocolkit``: thin, all work is done by the library below.

Exit codes: 0 clean, 1 problems found, 2 wrong usage or unusable input, 3 a bug of ours.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from protocolkit import __version__
from protocolkit.base.files import why
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.commands.options.align import align
from protocolkit.commands.options.approve import approve
from protocolkit.commands.options.archive import archive
from protocolkit.commands.options.build import build
from protocolkit.commands.options.check import check
from protocolkit.commands.options.comments import comments
from protocolkit.commands.options.compare import compare
from protocolkit.commands.options.correct import correct
from protocolkit.commands.options.council import council
from protocolkit.commands.options.dossier import dossier
from protocolkit.commands.options.export import export
from protocolkit.commands.options.form import form
from protocolkit.commands.options.freeze import freeze
from protocolkit.commands.options.import_ import import_
from protocolkit.commands.options.init import init
from protocolkit.commands.options.new import new
from protocolkit.commands.options.reasons import reasons
from protocolkit.commands.options.redline import redline
from protocolkit.commands.options.remove_name import remove_name
from protocolkit.commands.options.serve import serve
from protocolkit.commands.options.status import status
from protocolkit.commands.options.submit import submit
from protocolkit.commands.options.update import update
from protocolkit.commands.options.upgrade import upgrade
from protocolkit.commands.options.was_wordt import was_wordt
from protocolkit.commands.output import EXIT_BUG, EXIT_PROBLEMS, EXIT_USAGE, say, speak
from protocolkit.commands.usage import Group, explain, help_on, with_help

DISK_REFUSED = error(
    "disk-refused",
    "The computer refuses something",
    "this cannot be done: {reason}.",
    "Check that the folder exists, that you may read and write there, that the name is not too "
    "long and that the disk is not full.",
)


@click.group(
    name="protocol",
    cls=Group,
    help=speak("Write, compare and agree protocols of schools."),
    context_settings={"max_content_width": 100},
    no_args_is_help=False,
    invoke_without_command=True,
)
@click.version_option(__version__, message="%(version)s", help=speak("Show the version."))
@with_help
@click.pass_context
def main(context: click.Context) -> None:
    """Hold the commands together; alone, show what there is."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in (
    align,
    approve,
    archive,
    build,
    check,
    comments,
    compare,
    correct,
    council,
    dossier,
    export,
    form,
    freeze,
    import_,
    init,
    new,
    reasons,
    redline,
    remove_name,
    serve,
    status,
    submit,
    update,
    upgrade,
    was_wordt,
):
    main.add_command(_command)


def run() -> None:
    """Run a command and leave with its exit code; only a bug of ours shows a traceback."""
    try:
        code = main.main(standalone_mode=False) or 0
        # A full disk is told here, not when the program is over.
        sys.stdout.flush()
        sys.exit(code)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say(speak("Stopped."))
        sys.exit(EXIT_USAGE)
    except click.ClickException as reason:
        say(f"{speak('This cannot be done:')} {explain(reason)}")
        say(help_on(sys.argv[1:], main.commands))
        sys.exit(EXIT_USAGE)
    except ProtocolkitError as reason:
        say(reason.problem.line(speak))
        sys.exit(EXIT_USAGE)
    except BrokenPipeError:
        # Whoever read the output has seen enough; at the end Python would print the rest.
        os._exit(EXIT_PROBLEMS)
    except OSError as reason:
        place = Location(str(reason.filename or speak("the output")))
        say(problem(DISK_REFUSED, place, reason=why(reason)).line(speak))
        sys.exit(EXIT_USAGE)
    except Exception:
        traceback.print_exc()
        say(speak("This is a bug in protocolkit. Please report it with the lines above."))
        sys.exit(EXIT_BUG)
