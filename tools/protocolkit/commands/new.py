"""``protocol new``: a new protocol from the template, from the board's own, or from two others."""

from __future__ import annotations

import shlex
import sys
from dataclasses import replace
from enum import Enum
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_file, replace_files
from protocolkit.checking.adopted import keep_accepted
from protocolkit.checking.one_term import with_one_term
from protocolkit.checking.reader_forms import KEY
from protocolkit.collection import printed_name, read_collection
from protocolkit.commands.at_work import at_work
from protocolkit.commands.new_questions import ASKING, questions
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.new_start import (
    given_answers,
    problems_of,
    starting_problems,
    with_slugs,
    with_subject,
)
from protocolkit.commands.new_told import Made, tell
from protocolkit.commands.new_word import make_word, offer_to_open
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    EXIT_USAGE,
    refuse,
    repository,
    say,
    show,
    speak,
    talk,
    to_type,
)
from protocolkit.commands.questions import State, confirmed, interview
from protocolkit.commands.replaced_document import check_replaced
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import short_organisation
from protocolkit.drafting.new.adopting import adopt
from protocolkit.drafting.new.answers import Answers, write_answers
from protocolkit.drafting.new.draft import Draft
from protocolkit.importing.structure.naming import title_slug
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.repository_layout import check_new_document, protocols_folder

NEW_EXISTS = error(
    "new-exists",
    "A new protocol would overwrite a file",
    "this file is already there; nothing was written.",
    "Choose another name with --output, or add --force to overwrite it.",
)
NEW_UNREADABLE = error(
    "new-unreadable",
    "A new protocol would not read back as it is",
    "the new protocol does not read back the same; nothing was written.",
    "Please report this, with your answers.",
)

_UNNAMED = "nieuw-protocol"


class Makes(Enum):
    """What is written: the protocol with a Word file, the protocol alone, or nothing."""

    WORD = "word"
    PROTOCOL = "protocol"
    NOTHING = "nothing"


def new(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    subject: str,
    adopts: str,
    merges: tuple[str, str] | None,
    name: str,
    answers_file: Path | None,
    output: Path | None,
    yes: bool,
    force: bool,
    leaves_word: bool,
    tries: bool,
) -> int:
    """Ask, make the protocol, write it, and say what is still to be done.

    Exits with 1 when somebody stopped and the answers are kept, with 2 when nothing was written.
    """
    root = repository(folder, "new")
    setting = Setting(root, read_collection(root))
    given = find(answers_file) if answers_file is not None else None
    asks = not yes and (answers_file is None or is_at_a_terminal())
    answers = given_answers(answers_file, subject, adopts, merges, name)
    answers = with_slugs(with_subject(answers, setting, tells=asks), setting)
    refuse(starting_problems(answers, setting))
    if asks:
        begin = State(answers=answers, asked=frozenset(answers.lines))
        state = interview(begin, questions(setting))
        if state.is_stopped and (tries or state.asked == begin.asked):
            say(speak("Stopped. Nothing was written."))
            return EXIT_USAGE
        if state.is_stopped:
            return _keep(state, setting, root, given, output)
        answers = state.answers
        if any(problems_of(answers, setting)) and not tries:
            _keep(state, setting, root, given, output)
    refuse(problems_of(answers, setting))
    if not asks:
        _tell_kind(answers)
    makes = Makes.NOTHING if tries else Makes.PROTOCOL if leaves_word else Makes.WORD
    return _make(answers, setting, output, makes, asks=asks, force=force)


def _tell_kind(answers: Answers) -> None:
    """Say that a name was taken for that of a school, where nobody said what it is."""
    found = answers.organisation
    is_guessed = "organisation.kind" not in answers.lines and not answers.adopts
    if is_guessed and found.kind is OrganisationKind.SCHOOL:
        text = speak(
            "By its name {name} is a school. If it is not: make it again with --answers, with "
            "'kind: bestuur' under 'organisation:' in it."
        )
        talk(text.format(name=found.name))


def is_at_a_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _make(
    answers: Answers,
    setting: Setting,
    output: Path | None,
    makes: Makes,
    *,
    asks: bool,
    force: bool,
) -> int:
    """Write the protocol that answers make, once it reads back as it is; last, so it is whole."""
    root = setting.root
    target = _target(root, answers, output)
    check_new_document(root, output if output and output.suffix == ".md" else target)
    check_replaced(target, root)
    found = find(target, printed_name(target, root))
    is_tried = makes is Makes.NOTHING
    if not is_tried and not _may_write(target, root, asks=asks, force=force):
        return EXIT_USAGE
    draft = setting.draft(answers) if not answers.adopts else None
    made = _protocol(answers, setting, target, draft)
    protocol = made.protocol
    text = write_protocol(protocol)
    again = read_protocol_text(text, subject=protocol.subject, slug=protocol.slug)
    if again.protocol != protocol:
        raise ProtocolkitError(problem(NEW_UNREADABLE, Location(printed_name(target, root))))
    if is_tried:
        show(text.rstrip("\n"))
        talk(speak("Nothing was written: this is what would be made."))
        return EXIT_CLEAN
    words = [_word(made, setting, draft)] if makes is Makes.WORD else []
    with at_work(root, "new"):
        replace_files([*words, (found, text.encode())])
    tell(
        replace(made, word="".join(one.name for one, _ in words)),
        setting,
        printed_name(target, root),
    )
    if words and asks and is_at_a_terminal():
        offer_to_open(words[0][0].path)
    return EXIT_CLEAN


def _word(made: Made, setting: Setting, draft: Draft | None) -> tuple[Found, bytes]:
    return make_word(made.protocol, setting.root, draft, setting.subject(made.subject))


def _target(root: Path, answers: Answers, output: Path | None) -> Path:
    name = f"{_slug(answers)}.md"
    if output is None:
        return protocols_folder(root) / answers.subject / name
    return output.resolve() if output.suffix == ".md" else (output / name).resolve()


def _slug(answers: Answers) -> str:
    """Return the name of the file: 'Stichting De Brug' is filed under 'de-brug'."""
    name = answers.organisation.name
    return title_slug(short_organisation(name)) if name else _UNNAMED


def _may_write(target: Path, root: Path, *, asks: bool, force: bool) -> bool:
    if force or not target.exists():
        return True
    name = printed_name(target, root)
    if not asks:
        raise ProtocolkitError(problem(NEW_EXISTS, Location(name)))
    say(speak("Already there: {path}").format(path=name))
    if confirmed(speak("Overwrite?")):
        return True
    say(speak("Nothing was written."))
    return False


def _protocol(answers: Answers, setting: Setting, target: Path, draft: Draft | None) -> Made:
    subject, slug = target.parent.name, target.stem
    board = setting.protocol(answers.subject, answers.adopts)
    if board is not None:
        facts = answers.facts
        where = Protocol(facts=facts, title=(), parts=(), subject=subject, slug=slug)
        adopted = adopt(board, answers, where, speak)
        return Made(
            protocol=keep_accepted(board, adopted, speak),
            subject=answers.subject,
        )
    assert draft is not None
    text = setting.text(answers, draft, subject, slug)
    protocol, changed = with_one_term(text, answers.terms)
    return Made(
        protocol=protocol,
        subject=answers.subject,
        aside=draft.left_behind,
        changed=changed,
        merges=answers.merges,
        speaks=answers.terms.get(KEY, ""),
    )


def _free_place(root: Path, slug: str) -> Found:
    """Return a place for answers at which nothing stands."""
    path, number = root / f"{slug}.antwoorden.yml", 1
    while path.exists():
        number += 1
        path = root / f"{slug}-{number}.antwoorden.yml"
    return find(path)


def _keep(
    state: State, setting: Setting, root: Path, given: Found | None, output: Path | None
) -> int:
    """Write the answers so far, where they overwrite nothing but themselves.

    Returns the exit code: there is no protocol yet.
    """
    answers = state.answers
    if answers.adopts == ASKING or ASKING in answers.merges:
        answers = replace(answers, adopts="", merges=())
    found = given or _free_place(root, _slug(answers))
    template = setting.template(answers.subject) if not answers.adopts else None
    remarks = {topic.id: topic.question for topic in template.topics} if template else {}
    text = write_answers(answers, state.asked, remarks)
    with at_work(root, "new"):
        replace_file(found, text.encode())
    name = printed_name(found.path.resolve(), root)
    say(speak("Stopped. Your answers are in {path}.").format(path=name))
    command = f"new --answers {shlex.quote(name)}"
    if output is not None:
        command += f" -o {shlex.quote(str(output))}"
    say(speak("Go on with: {command}").format(command=to_type(command)))
    show(name)
    return EXIT_PROBLEMS
