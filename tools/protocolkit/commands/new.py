"""``protocol new``: a new protocol from the template, from the board's own, or from two others."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_file
from protocolkit.checking.adopted import keep_accepted
from protocolkit.collection import printed_name, read_collection
from protocolkit.commands.at_work import at_work
from protocolkit.commands.new_questions import ASKING, questions
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.new_told import tell
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    EXIT_USAGE,
    repository,
    say,
    show,
    speak,
    to_type,
)
from protocolkit.commands.questions import State, confirmed, interview
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import short_organisation
from protocolkit.drafting.new.adopting import adopt
from protocolkit.drafting.new.answers import Answers, read_answers, write_answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import check_essentials, without_essentials
from protocolkit.drafting.new.merging import check_merge_answers
from protocolkit.drafting.new.new_protocol import check_answers, values_of
from protocolkit.importing.structure.naming import title_slug
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.repository_layout import check_new_document, protocols_folder

NEW_SUBJECT = error(
    "new-subject",
    "A new protocol is of an unknown kind",
    "there is no kind of protocol '{name}'.",
    "There are: {known}.",
)
NEW_FROM = error(
    "new-from",
    "A new protocol begins with one that is not there",
    "there is no protocol '{name}' of this kind.",
    "There are: {known}.",
)
NEW_START = error(
    "new-start",
    "A new protocol begins in two ways at once",
    "a protocol that is taken over and two that become one do not go together.",
    "Name one of the two: the protocol that the school takes over, or two different ones.",
)
NEW_NAME = error(
    "new-name",
    "A new protocol is nobody's",
    "the name of the organisation is missing.",
    "Write it under 'organisation:', as 'name: Stichting De Brug'.",
)
NEW_TEMPLATE = error(
    "new-template",
    "There is nothing to begin with",
    "there is no template for '{name}': no protocol of this kind has topics.",
    "Put protocols in this folder with their topics first, or take one over with --adopt.",
)
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


def new(  # noqa: PLR0913, PLR0917 - one for each option
    folder: Path,
    subject: str,
    adopts: str,
    merges: tuple[str, str] | None,
    answers_file: Path | None,
    output: Path | None,
    yes: bool,
    force: bool,
) -> int:
    """Ask, make the protocol, write it, and say what is still to be done.

    Exits with 1 when somebody stopped and the answers are kept, with 2 when nothing was written.
    """
    root = repository(folder, "new")
    setting = Setting(root, read_collection(root))
    given = find(answers_file) if answers_file is not None else None
    answers = _given(answers_file, subject, adopts, merges)
    asks = not yes and (answers_file is None or is_at_a_terminal())
    _refuse(_starting_problems(answers, setting))
    if asks:
        begin = _only_subject(State(answers=answers, asked=frozenset(answers.lines)), setting)
        state = interview(begin, questions(setting))
        if state.is_stopped and state.asked == begin.asked:
            say(speak("Stopped. Nothing was written."))
            return EXIT_USAGE
        if state.is_stopped:
            return _keep(state, setting, root, given)
        answers = state.answers
        if any(_problems(answers, setting)):
            _keep(state, setting, root, given)
    _refuse(_problems(answers, setting))
    return _make(answers, setting, output, asks=asks, force=force)


def is_at_a_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _given(file: Path | None, subject: str, adopts: str, merges: tuple[str, str] | None) -> Answers:
    """Return the answers of the file; what was typed behind the command wins."""
    answers = Answers()
    if file is not None:
        answers, problems = read_answers(file)
        _refuse(problems)
    lines = dict(answers.lines)
    typed = {"subject": subject, "adopts": adopts, "merges": merges}
    for key, value in typed.items():
        if value:
            lines[key] = lines.get(key, 0)
    # a start that was given is not asked for
    if any(key in lines for key in ("adopts", "merges")):
        lines["start"] = 0
    return replace(
        answers,
        subject=subject or answers.subject,
        adopts=adopts or answers.adopts,
        merges=merges or answers.merges,
        lines=lines,
    )


def _only_subject(state: State, setting: Setting) -> State:
    """Return the state with the kind of protocol filled in where there is only one."""
    subjects = setting.collection.subjects
    if "subject" in state.asked or len(subjects) != 1:
        return state
    (only,) = subjects
    title = only.concordance.title if only.concordance else only.slug
    say(speak("Kind of protocol: {title} (the only one here).").format(title=title))
    answers = replace(state.answers, subject=only.slug)
    return State(answers=answers, asked=state.asked | {"subject"})


def _starting_problems(answers: Answers, setting: Setting) -> Iterator[Problem]:
    """Yield what is wrong with how to begin, as far as that was given."""
    subjects = [found.slug for found in setting.collection.subjects]
    subject = setting.subject(answers.subject)
    if not subjects or (answers.subject and subject is None):
        location = _where(answers, "subject")
        known = ", ".join(subjects) or "–"
        yield problem(NEW_SUBJECT, location, name=answers.subject, known=known)
        return
    is_pair = len(set(answers.merges)) == len(answers.merges) == 2
    if answers.merges and (answers.adopts or not is_pair):
        yield problem(NEW_START, _where(answers, "merges"))
    protocols = [protocol.slug for protocol in subject.protocols] if subject else []
    for key, slugs in (("adopts", (answers.adopts,)), ("merges", answers.merges)):
        for slug in slugs:
            if subject and slug and slug not in protocols:
                near = get_close_matches(slug, protocols, len(protocols), 0.0)
                known = ", ".join(near) or "–"
                yield problem(NEW_FROM, _where(answers, key), name=slug, known=known)


def _problems(answers: Answers, setting: Setting) -> Iterator[Problem]:
    """Yield what keeps a protocol from being made of the answers."""
    if begun_wrongly := tuple(_starting_problems(answers, setting)):
        yield from begun_wrongly
        return
    if not answers.subject:
        known = ", ".join(found.slug for found in setting.collection.subjects)
        yield problem(NEW_SUBJECT, _where(answers, "subject"), name="", known=known or "–")
        return
    if not answers.organisation.name:
        yield problem(NEW_NAME, _where(answers, "organisation"))
    if answers.adopts:
        return
    yield from check_essentials(answers)
    answers = without_essentials(answers)
    if answers.merges:
        merge = setting.merge(answers)
        if merge is None:
            yield problem(NEW_TEMPLATE, _where(answers, "merges"), name=answers.subject)
        else:
            yield from check_merge_answers(answers, merge)
        return
    template = setting.template(answers.subject)
    if template is None:
        yield problem(NEW_TEMPLATE, _where(answers, "subject"), name=answers.subject)
    else:
        yield from check_answers(answers, template)


def _refuse(problems: Iterable[Problem]) -> None:
    """Stop with every problem printed, when there is one."""
    found = tuple(problems)
    for other in found[:-1]:
        say(other.line(speak))
    if found:
        raise ProtocolkitError(found[-1])


def _where(answers: Answers, key: str) -> Location:
    return answers.location(key) if answers.path else Location("protocol new")


def _make(
    answers: Answers, setting: Setting, output: Path | None, *, asks: bool, force: bool
) -> int:
    """Write the protocol that answers make, once it is sure that it reads back as it is."""
    root = setting.root
    target = _target(root, answers, output)
    check_new_document(root, output if output and output.suffix == ".md" else target)
    found = find(target, printed_name(target, root))
    if not _may_write(target, root, asks=asks, force=force):
        return EXIT_USAGE
    draft = setting.draft(answers) if not answers.adopts else None
    protocol = _protocol(answers, setting, target, draft)
    text = write_protocol(protocol)
    again = read_protocol_text(text, subject=protocol.subject, slug=protocol.slug)
    if again.protocol != protocol:
        raise ProtocolkitError(problem(NEW_UNREADABLE, Location(printed_name(target, root))))
    with at_work(root, "new"):
        replace_file(found, text.encode())
    tell(protocol, setting, printed_name(target, root), draft.aside if draft else ())
    return EXIT_CLEAN


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


def _protocol(answers: Answers, setting: Setting, target: Path, draft: Draft | None) -> Protocol:
    facts = answers.facts
    where = Protocol(facts=facts, title=(), parts=(), subject=target.parent.name, slug=target.stem)
    board = setting.protocol(answers.subject, answers.adopts)
    if board is not None:
        return keep_accepted(board, adopt(board, answers, where, speak), speak)
    assert draft is not None
    return assemble(draft, facts, values_of(draft, answers), where)


def _free_place(root: Path, slug: str) -> Found:
    """Return a place for answers at which nothing stands."""
    path, number = root / f"{slug}.antwoorden.yml", 1
    while path.exists():
        number += 1
        path = root / f"{slug}-{number}.antwoorden.yml"
    return find(path)


def _keep(state: State, setting: Setting, root: Path, given: Found | None) -> int:
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
    say(
        speak("Go on with: {command}").format(command=to_type(f"new --answers {shlex.quote(name)}"))
    )
    show(name)
    return EXIT_PROBLEMS
