"""``protocol submit``: a text goes to a council, and what it got is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import problem
from protocolkit.collection import printed_name
from protocolkit.commands.at_work import at_work
from protocolkit.commands.open_text import confirm_open
from protocolkit.commands.output import EXIT_CLEAN, quoted, repository, say, show, speak, to_type
from protocolkit.commands.submit_asked import UNDATED, ask_rest
from protocolkit.commands.submit_grounds import tell_grounds
from protocolkit.commands.submit_known import known_to, settled, tell_unknown
from protocolkit.commands.submit_list import check_alone, read_list, write_list
from protocolkit.commands.submit_unasked import rest_unasked
from protocolkit.commands.today import today
from protocolkit.decisions.codes import PLACES_OPEN
from protocolkit.decisions.submitting import Request, Submission
from protocolkit.decisions.submitting import submit as record
from protocolkit.decisions.terms import following
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Right
from protocolkit.document.fingerprints import check_code
from protocolkit.versions.named import protocol_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed after the command; ``""`` and None for what was left out."""

    body: str
    right: str | None
    section: str
    sent: str
    meeting: str
    before: str
    holidays: str
    shared: bool

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to ask."""
        is_dated = self.before or self.right in UNDATED
        return bool(self.body and self.right and self.sent and is_dated)

    def request(self, ground: str, schools: tuple[str, ...]) -> Request:
        """Return what is asked of the council."""
        return Request(
            body=self.body,
            right=Right(self.right or Right.CONSENT),
            section=self.section,
            sent=self.sent,
            meeting=self.meeting,
            before=self.before,
            holidays=self.holidays,
            ground=ground,
            schools=schools,
            shared=self.shared,
        )


def submit(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    body: str,
    right: str | None,
    section: str,
    sent: str,
    meeting: str,
    before: str,
    holidays: str,
    ground: str,
    schools: tuple[str, ...],
    shared: bool,
    mailing_list: Path | None,
    yes: bool,
    folder: Path,
) -> int:
    """Keep the text, record what is asked, and say what comes next."""
    root = repository(folder, "submit")
    file = open_working_file(root, protocol_path(name, root))
    if mailing_list is not None:
        beside = {"--body": body, "--right": right, "--section": section, "--sent": sent}
        beside |= {"--meeting": meeting, "--before": before, "--holidays": holidays}
        more = {"--ground": ground, "--school": schools, "--shared": shared}
        check_alone({**beside, **more}, str(mailing_list))
        return _from_list(file, mailing_list, is_confirmed=yes)
    typed = Typed(
        body=body.strip(),
        right=right,
        section=section.strip(),
        sent=sent,
        meeting=meeting,
        before=before,
        holidays=holidays.strip(),
        shared=shared,
    )
    request = typed.request(ground.strip(), tuple(map(str.strip, schools)))
    if not typed.is_whole:
        rest = rest_unasked if yes else ask_rest
        request = rest(request, file, is_right_known=right is not None)
    return _record(file, [request], is_confirmed=yes)


def _from_list(file: WorkingFile, path: Path, *, is_confirmed: bool) -> int:
    """Make a list that is not there, else record what it asks."""
    if path.exists():
        return _record(file, read_list(path), is_confirmed=is_confirmed)
    write_list(path, file.protocol, file.root)
    return EXIT_CLEAN


def _record(file: WorkingFile, requests: Sequence[Request], *, is_confirmed: bool) -> int:
    """Record what is asked, and tell it council by council."""
    confirm_open(
        file.protocol,
        mark("Submit the text with these open places?"),
        problem(PLACES_OPEN, Location(file.name)),
        is_confirmed=is_confirmed,
    )
    known = known_to(file)
    requests = settled(requests, known, file, is_sure=is_confirmed)
    with at_work(file.root, "submit"):
        done = record(file, requests, today())
    for one in done:
        _tell(one, file)
    tell_unknown(requests, known, file)
    tell_grounds([one.entry for one in done], file)
    show(printed_name(done[0].version, file.root))
    return EXIT_CLEAN


def _tell(done: Submission, file: WorkingFile) -> None:
    """Say what was submitted, and how to record what is decided."""
    entry = done.entry
    text = speak("Submitted to {body}: {right}. Check code of the text: {code}.")
    if entry.right is Right.PROPOSAL:
        text = speak("Recorded: a proposal of {body}. Check code of the text: {code}.")
    code = check_code(entry.fingerprint)
    say(text.format(body=body_name(entry), right=entry.right.value, code=code))
    if not done.is_new_version:
        say(speak("The text was kept before, and is the same."))
    if entry.before:
        say(speak("An answer is due on {day}.").format(day=print_date(entry.before)))
    for line in following(entry):
        say(line.in_words(speak))
    if entry.right is not Right.INFORMATION:
        words = ["approve", file.name, "--body", entry.body]
        words += ["--section", entry.section] if entry.section else []
        command = to_type(f"{quoted(words)} --decision … --date …")
        text = speak("When it has decided, record that with: {command}")
        if entry.right is Right.PROPOSAL:
            text = speak("When the board has answered, record that with: {command}")
        say(text.format(command=command))
