"""``protocol align``: which clauses belong together, and what is new since the last decision."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from protocolkit.alignment.alignment_file import check_keepable, read_alignment, write_alignment
from protocolkit.alignment.propose import propose, propose_piloted
from protocolkit.alignment.uncurated import (
    alignment_of,
    joined_json,
    proposal_json,
    proposal_text,
)
from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.targets import check_target
from protocolkit.collection import TOPICS_FILE
from protocolkit.commands.align_files import read_files
from protocolkit.commands.align_review import review
from protocolkit.commands.align_subject import (
    ALIGN_UNKNOWN,
    State,
    check_number,
    read_state,
    report_lines,
    topics_problems,
    write_seen,
    write_suggestions,
)
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    count,
    repository,
    say,
    show,
    speak,
)
from protocolkit.commands.sentence_model import reader
from protocolkit.comparison.boards import real_boards
from protocolkit.repository_layout import document_files, protocols_folder

ALIGN_NOTHING = error(
    "align-nothing",
    "Nothing to align was named",
    "name a kind of protocol, or files with --uncurated. There are: {known}.",
    "For example: protocol align {first}.",
)
ALIGN_PATHS = error(
    "align-paths",
    "A kind of protocol was named where files belong",
    "with --uncurated you name files or folders, not a kind of protocol.",
    "Name the folder: protocol align {folder} --uncurated. Or leave out --uncurated.",
)
ALIGN_ONE = error(
    "align-one",
    "More than one kind of protocol was named",
    "one kind of protocol at a time can be aligned.",
    "Name one of them. For files or folders, add --uncurated.",
)
ALIGN_OPTIONS = error(
    "align-options",
    "Options that do not go together",
    "{first} and {second} do not go together.",
    "See 'protocol align --help'.",
)
_PROPOSAL, _PROPOSALS = mark("proposal for a topic"), mark("proposals for topics")
_TOPIC, _TOPICS = mark("new topic"), mark("new topics")
_LEFT_OUT, _LEFT_OUTS = mark("clause that is nowhere yet"), mark("clauses that are nowhere yet")
_CHANGE, _CHANGES = mark("changed text"), mark("changed texts")


def align(  # noqa: PLR0913, PLR0917 - one argument per option, as click hands them over
    names: tuple[str, ...],
    folder: Path,
    write: bool,
    ask: bool,
    seen: bool,
    uncurated: bool,
    form: str,
    counterparts: bool,
    keep: Path | None,
    onto: Path | None,
) -> int:
    """Align a subject or files; exit with 1 when there is something to look at."""
    if onto is not None:
        return _join_kept(names, folder, onto)
    chosen = [name for name, on in (("--write", write), ("--review", ask), ("--seen", seen)) if on]
    if uncurated:
        chosen.insert(0, "--uncurated")
    elif form == "json":
        chosen.insert(0, "--format json")
    if counterparts and form != "json":
        chosen = ["--counterparts", "--format text"]
    if len(chosen) > 1 or (form == "json" and not uncurated):
        second = chosen[1] if len(chosen) > 1 else speak("a kind of protocol")
        where = Location("protocol align")
        raise ProtocolkitError(problem(ALIGN_OPTIONS, where, first=chosen[0], second=second))
    if not names:
        known = _known(folder)
        first = known[0] if known else speak("SUBJECT")
        listed = ", ".join(known) or "-"
        where = Location("protocol align")
        raise ProtocolkitError(problem(ALIGN_NOTHING, where, known=listed, first=first))
    if uncurated:
        return _align_files(names, folder, form, counterparts, keep)
    if len(names) > 1:
        raise ProtocolkitError(problem(ALIGN_ONE, Location(" ".join(names))))
    return _align_subject(names[0], folder, chosen[0] if chosen else "")


def _join_kept(names: tuple[str, ...], folder: Path, onto: Path) -> int:
    kept = read_alignment(onto)
    files = read_files(Path(name) for name in names)
    for found in files.problems:
        say(found.line(speak))
    has_meaning = any(pilot.profile.has_meaning for pilot in kept.pilots)
    read = reader(folder, len(files.protocols)) if has_meaning else None
    click.echo(joined_json(files.protocols, kept, read), nl=False)
    return EXIT_PROBLEMS if files.problems else EXIT_CLEAN


def _progress(done: int, total: int) -> None:
    """Show how far many protocols are, where there is a terminal."""
    if sys.stderr.isatty():
        text = speak("Protocol {done} of {total}").format(done=done, total=total)
        click.echo(f"\r{text}", err=True, nl=done == total)


def _align_files(
    names: tuple[str, ...], folder: Path, form: str, counterparts: bool, keep: Path | None
) -> int:
    for name in names:
        if not Path(name).exists() and name in _known(folder):
            place = (protocols_folder(folder) / name).as_posix()
            raise ProtocolkitError(problem(ALIGN_PATHS, Location(name), folder=place))
    if keep is not None:
        check_target(keep)
        check_keepable(keep)
    files = read_files(Path(name) for name in names)
    for found in files.problems:
        say(found.line(speak))
    boards = real_boards(files.protocols)
    check_number(boards, " ".join(names))
    read = reader(folder, len(boards))
    if keep is None:
        proposal = propose(boards, progress=_progress, read=read, with_nearest=counterparts)
    else:
        piloted = propose_piloted(boards, _progress, read)
        proposal = piloted.proposal
        write_alignment(keep, alignment_of(boards, piloted, speak))
        say(speak("Kept in {file}; join more with --onto.").format(file=keep))
    made = proposal_json if form == "json" else proposal_text
    click.echo(made(boards, proposal, speak), nl=False)
    return EXIT_PROBLEMS if files.problems else EXIT_CLEAN


def _align_subject(name: str, folder: Path, wish: str) -> int:
    try:
        root = repository(folder, "align")
    except ProtocolkitError as reason:
        if Path(name).exists():
            unknown = problem(ALIGN_UNKNOWN, Location(name), known="-")
            raise ProtocolkitError(unknown) from reason
        raise
    state = read_state(root, name, with_nearest=wish == "--review")
    for found in state.problems:
        say(found.line(speak))
    if topics_problems(state):
        say(speak("First correct what is wrong in the list of topics."))
        return EXIT_PROBLEMS
    if wish == "--review":
        review(state)
    else:
        for line in report_lines(state):
            show(line)
    if wish == "--write" and write_suggestions(state):
        say(speak("Added to {file} as proposals.").format(file=_topics_file(state)))
    if wish and write_seen(state, again=wish == "--seen"):
        say(speak("The texts under the decisions are remembered."))
    if wish:
        state = read_state(root, name)
    _summarise(state)
    return EXIT_PROBLEMS if state.has_something else EXIT_CLEAN


def _summarise(state: State) -> None:
    found = state.suggestions
    parts = [
        count(len(found.additions), _PROPOSAL, _PROPOSALS) if found.additions else "",
        count(len(found.new_topics), _TOPIC, _TOPICS) if found.new_topics else "",
        count(len(state.rechecks), _CHANGE, _CHANGES) if state.rechecks else "",
        count(len(state.left_out), _LEFT_OUT, _LEFT_OUTS) if state.left_out else "",
    ]
    listed = ", ".join(part for part in parts if part)
    if not listed:
        say(speak("Nothing new since the last decision."))
        return
    say(speak("To look at: {what}.").format(what=listed))
    name = state.subject.slug
    if found or state.left_out:
        text = speak("Decide one by one: 'protocol align {name} --review'; keep all: --write.")
        say(text.format(name=name))
    if state.rechecks:
        text = speak("Looked at the changed texts? Type 'protocol align {name} --seen'.")
        say(text.format(name=name))


def _known(folder: Path) -> tuple[str, ...]:
    """Return the names of the folders with protocols, whatever is in them."""
    return tuple(dict.fromkeys(path.parent.name for path in document_files(folder)))


def _topics_file(state: State) -> str:
    return state.subject.file(TOPICS_FILE)
