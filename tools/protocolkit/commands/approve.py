"""``protocol approve``: what a council decided, tied to the text that it had before it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.changes.change_list import list_changes
from protocolkit.changes.change_set import ChangeSet, of_the_text
from protocolkit.changes.plain_text import changes_text
from protocolkit.checking.councils import check_councils, passed_over
from protocolkit.checking.decided_text import check_decided_text
from protocolkit.checking.decisions import check_decisions
from protocolkit.collection import printed_name
from protocolkit.commands.approve_answer import tell_answer
from protocolkit.commands.approve_correction import tell_correction
from protocolkit.commands.approve_list import approve_list
from protocolkit.commands.at_work import at_work
from protocolkit.commands.open_text import confirm_open
from protocolkit.commands.output import EXIT_CLEAN, quoted, repository, say, show, speak, to_type
from protocolkit.commands.questions import confirmed as asked
from protocolkit.commands.today import today
from protocolkit.decisions.answering import ANSWER_GIVEN, BoardAnswer
from protocolkit.decisions.codes import (
    CORRECTION_PROOF,
    SCHOOLS_UNASKED,
)
from protocolkit.decisions.correcting import SMALL_CORRECTION, Telling
from protocolkit.decisions.deciding import Recorded, Ruling, decide
from protocolkit.decisions.earlier import record_earlier
from protocolkit.decisions.finding import LEAST_SIGNS, code_signs, find_by_code, is_short_code
from protocolkit.decisions.kept_standing import proven_standings
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.adoptions import is_for_all
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import (
    Decision,
    Right,
    is_adoption,
    is_among,
    is_decided,
    is_in_favour,
)
from protocolkit.document.decided_text import as_it_stands, current
from protocolkit.versions.named import protocol_path

CODE_SHORT = error(
    "code-short",
    "Too little of a check code was typed",
    "this is too little of a check code to find a text by.",
    "Type the code as it stands on the paper (at least {least} signs), or name the file.",
)
OPEN_ADOPTED = error(
    "open-adopted",
    "A text with open places would be adopted",
    "places in this text are still open; nothing was recorded.",
    "Fill them in first. Does the board adopt the text as it is? Add --yes.",
)


_NOT_GIVEN = "niet gegeven"


def approve(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    section: str | None,
    right: str | None,
    decision: str | None,
    day: str,
    proof: Path | None,
    schools: tuple[str, ...],
    talked: str,
    sheet: Path | None,
    yes: bool,
    folder: Path,
) -> int:
    """Record a decision, or those in a list; ``name`` is a file or a check code."""
    root = repository(folder, "approve")
    if sheet is not None:
        beside: dict[str, object] = {"--body": body, "--section": section, "--right": right}
        beside |= {"--date": day, "--decision": decision, "--proof": proof}
        beside |= {"--school": schools, "--talked": talked}
        return approve_list(_path(root, name, ""), sheet, beside, root, yes=yes)
    if decision in (SMALL_CORRECTION, ANSWER_GIVEN):
        _check_bare(name, proof, schools)
        return _told_only(
            root, _path(root, name, body), (body, section, day, talked), decision, yes
        )
    found = Ruling(
        body=body.strip(),
        section=section,
        right=None if right is None else Right(right),
        decision=_decision(decision or ""),
        day=day,
        proof=proof,
        signs=_signs(name),
        schools=tuple(map(str.strip, schools)),
        talked=talked,
        is_sure=yes,
    )
    return _record(root, _path(root, name, body), found, is_confirmed=yes)


def _told_only(
    root: Path, path: Path, typed: tuple[str, str | None, str, str], what: str, is_confirmed: bool
) -> int:
    """Record that a council was told of a small correction, or that the board answered it."""
    body, section, day, talked = typed
    if what == SMALL_CORRECTION:
        telling = Telling(body=body.strip(), section=section, day=day)
        return tell_correction(path, telling, root, is_confirmed=is_confirmed)
    return tell_answer(
        path, BoardAnswer(body=body.strip(), section=section, day=day, talked=talked), root
    )


def _record(root: Path, path: Path, found: Ruling, *, is_confirmed: bool) -> int:
    """Record a decision, and tell what holds and what is still to come."""
    file = open_working_file(root, path)
    if found.decision is Decision.ADOPTED:
        confirm_open(
            file.protocol,
            mark("Adopt the text with these open places?"),
            problem(OPEN_ADOPTED, Location(file.name)),
            is_confirmed=is_confirmed,
        )
    with at_work(root, "approve"):
        if found.decision is Decision.EARLIER:
            done = record_earlier(file, found, today())
        else:
            done = decide(file, found, today(), lambda changes: _confirm(changes, is_confirmed))
    _tell(done, file, root)
    _tell_rest(open_working_file(root, path), done.entry.date or found.day)
    command = to_type(f"status {quoted([file.name])}")
    say(speak("How far it is shows: {command}").format(command=command))
    show(file.name)
    return EXIT_CLEAN


def _check_bare(name: str, proof: Path | None, schools: tuple[str, ...]) -> None:
    """Raise for what goes with a decision, and not with what is only told."""
    if schools:
        raise ProtocolkitError(problem(SCHOOLS_UNASKED, Location(name)))
    if proof is not None:
        raise ProtocolkitError(problem(CORRECTION_PROOF, Location(proof.name)))


def _decision(typed: str) -> Decision:
    """Return a decision by what a person types; one is called as the covers print it."""
    return Decision.WITHHELD if typed == _NOT_GIVEN else Decision(typed)


def _path(root: Path, name: str, body: str) -> Path:
    """Return the protocol that a file or a check code is of."""
    if is_short_code(name) and not Path(name).exists():
        raise ProtocolkitError(problem(CODE_SHORT, Location(name), least=str(LEAST_SIGNS)))
    signs = _signs(name)
    return find_by_code(root, signs, name, body).path if signs else protocol_path(name, root)


def _signs(name: str) -> str:
    """Return the signs of a check code, "" for what is none or is the name of a file."""
    return "" if Path(name).exists() else code_signs(name)


def _tell(done: Recorded, file: WorkingFile, root: Path) -> None:
    """Say what was recorded, on which text, and what was kept for it."""
    entry, said = done.entry, decision_words(done.entry, speak)
    record = ", ".join(filter(None, (body_name(entry), said, print_date(entry.date))))
    say(speak("Recorded: {record}.").format(record=record))
    if is_adoption(entry) and not is_for_all(entry, file.protocol.facts):
        say(speak("For these schools: {names}.").format(names=", ".join(entry.schools)))
    if not done.is_on_this_text:
        text = speak("The text was changed since: what was decided is about {version}.")
        say(text.format(version=entry.version or "–"))
    if done.version is not None:
        text = speak("The text was kept as {version}.")
        say(text.format(version=printed_name(done.version, root)))


def _tell_rest(file: WorkingFile, day: str) -> None:
    """Say of whom nothing holds yet for the text as it stands, and what is odd on that day."""
    protocol = as_it_stands(file.protocol, day)
    last = current(protocol)
    for one in proven_standings(protocol, file.root):
        entry = one.approval
        is_last = is_among(entry, last)
        # What the board answered to a proposal of a council is settled, whatever the text is now.
        is_settled = entry.right is Right.PROPOSAL and is_decided(entry)
        is_settled |= entry.right is Right.INFORMATION or (one.holds and is_in_favour(entry))
        if not is_last or is_settled:
            continue
        why = speak(one.why) if not one.holds else decision_words(entry, speak)
        said = f"{body_name(entry)} ({entry.right.value})"
        say(speak("Not yet: {body}: {why}.").format(body=said, why=why))
    if any(is_adoption(entry) for entry in last):
        odd: tuple[Iterable[Problem], ...] = (
            check_decisions(protocol, day),
            check_decided_text(protocol),
            check_councils(protocol, day),
        )
    else:
        odd = (passed_over(protocol),)
    for line in dict.fromkeys(found.line(speak) for some in odd for found in some):
        say(line)


def _confirm(changes: ChangeSet, is_confirmed: bool) -> bool:
    """Show what was changed since the council had the text, and ask whether that was agreed."""
    say(changes_text(list_changes(of_the_text(changes), speak), speak))
    return is_confirmed or asked(speak("Are these the changes that were agreed?"))
