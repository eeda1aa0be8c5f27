"""``protocol update``: what changed since a protocol was drafted, and taking that over."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from protocolkit.base.files import FILE_MISSING, decoded
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import replace_file
from protocolkit.commands.at_work import at_work
from protocolkit.commands.choice_questions import choice_lines, sides_lines
from protocolkit.commands.output import EXIT_CLEAN, EXIT_PROBLEMS, say, show, speak, talk, to_type
from protocolkit.commands.update_asked import CHOSEN, Wanted, ask_wanted
from protocolkit.commands.update_pages import heading, update_lines
from protocolkit.commands.update_told import news_lines
from protocolkit.commands.update_work import Work, open_work
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.drafting.new.merging import BOTH, Merge, answer_of
from protocolkit.drafting.new.new_protocol import choice_names
from protocolkit.drafting.update.drafted_answers import answers_for
from protocolkit.drafting.update.findings import ClauseUpdate, Finding
from protocolkit.drafting.update.rewriting import rewritten

UPDATE_ANCHOR = error(
    "update-anchor",
    "There is nothing to take over at an anchor",
    "at '{name}' there is nothing to take over.",
    "There is at: {known}.",
)
UPDATE_CHOICE = error(
    "update-choice",
    "A formulation has to be chosen",
    "at '{name}' more than one formulation can be chosen.",
    "Choose one: --accept {name}=ID, with one of {known}.",
)

_WAITING = (
    Finding.OFFERED,
    Finding.BOTH,
    Finding.MOVED,
    Finding.DEVIATES,
    Finding.NEW,
    Finding.OPEN,
)


def update(file: Path, accepted: tuple[str, ...], takes_all: bool, asks: bool, folder: Path) -> int:
    """Show what changed; change the file only where that was asked for."""
    path = (file if file.exists() else folder / file).resolve()
    if not path.is_file():
        raise ProtocolkitError(problem(FILE_MISSING, Location(str(file))))
    work = open_work(path)
    updates = work.updates()
    waiting = [found for found in updates if found.finding in _WAITING]
    if asks:
        wanted = ask_wanted(waiting, work.origin, answers_for(work.protocol))
    else:
        wanted = _wanted(updates, accepted, takes_all=takes_all, work=work)
        if not wanted.anything:
            for line in _report(updates, work):
                show(line)
        if takes_all and not wanted.anything:
            say(speak("There is nothing to take over that you did not change yourself."))
    done = _done(updates, wanted)
    if wanted.anything:
        _change(work, wanted, done)
    left = [found for found in waiting if found.anchor not in done]
    return EXIT_PROBLEMS if left else EXIT_CLEAN


def _done(updates: Sequence[ClauseUpdate], wanted: Wanted) -> Mapping[str, bool]:
    """Return by anchor what is no question any more, and whether it was left out."""
    chosen = wanted.chosen
    done = {found.anchor: False for found in wanted.taken}
    answered = (u for u in updates if u.finding in CHOSEN and u.topic in chosen)
    return done | {found.anchor: chosen[found.topic] == NONE for found in answered}


def _change(work: Work, wanted: Wanted, done: Mapping[str, bool]) -> None:
    """Write the protocol with what was asked for, and say what that brought."""
    changed = work.changed(wanted)
    text = rewritten(decoded(work.found.content or b"", work.name), changed.protocol)
    with at_work(work.root, "update"):
        replace_file(work.found, text.encode())
    for head, is_out in ((speak("Taken over: {anchors}."), False), (_left_out(), True)):
        anchors = ", ".join(anchor for anchor, out in done.items() if out is is_out)
        if anchors:
            say(head.format(anchors=anchors))
    for aside in changed.aside:
        talk(aside.told(speak))
    for line in news_lines(work.protocol, changed.protocol, work.subject):
        say(line)
    show(work.name)


def _left_out() -> str:
    return speak("Left out: {anchors}.")


def _wanted(
    updates: Sequence[ClauseUpdate], accepted: Sequence[str], *, takes_all: bool, work: Work
) -> Wanted:
    """Return what was asked for after the command; raise for what cannot be taken over."""
    waiting = {found.anchor: found for found in updates if found.finding in _WAITING}
    waiting |= {u.anchor: u for u in updates if u.can_be_accepted and u.anchor not in waiting}
    taken: dict[str, ClauseUpdate] = {}
    chosen: dict[str, str] = {}
    for word in accepted:
        anchor, _, name = word.partition("=")
        if anchor not in waiting:
            known = ", ".join(waiting) or "–"
            raise ProtocolkitError(
                problem(UPDATE_ANCHOR, Location(work.name), name=anchor, known=known)
            )
        found = waiting[anchor]
        if work.origin is not None and found.finding in CHOSEN:
            chosen[found.topic] = _answer(found, name, work)
        else:
            taken[anchor] = found
    if takes_all:
        takeable = (Finding.OFFERED, Finding.MOVED)
        taken = {u.anchor: u for u in updates if u.finding in takeable} | taken
    return Wanted(taken=tuple(taken.values()), chosen=chosen)


def _answer(found: ClauseUpdate, name: str, work: Work) -> str:
    """Return what was named after the command as an answer on a topic; without a name the usual."""
    if isinstance(work.origin, Merge):
        known = [*work.origin.slugs, BOTH, NONE]
        topic = next((t for t in work.origin.topics if t.topic.id == found.topic), None)
        usual = answer_of(topic, Answers(), work.origin.slugs) if topic else ""
        names: Sequence[str] = [name or usual]
    else:
        known = [choice.id for choice in found.choices] + [NONE]
        usual = found.choice.id if found.choice else ""
        names = [
            chosen
            for one in choice_names(name) or (usual,)
            for chosen in [c.id for c in found.choices if one in (c.id, c.origin.organisation)]
            or [one]
        ]
    if all(one in known for one in names):
        return ", ".join(dict.fromkeys(names))
    text = ", ".join(known)
    raise ProtocolkitError(
        problem(UPDATE_CHOICE, Location(work.name), name=found.anchor, known=text)
    )


def _report(updates: Sequence[ClauseUpdate], work: Work) -> Iterator[str]:
    """Yield what became of the clauses, what waits for a decision first."""
    for finding in (*_WAITING, Finding.GONE, Finding.REMOVED, Finding.KEPT, Finding.SAME):
        own = [found for found in updates if found.finding is finding]
        if own:
            yield heading(finding, len(own))
        for found in own:
            yield from update_lines(found)
            yield from _choices(found, work)
        if own:
            yield ""
    waiting = [found for found in updates if found.finding in _WAITING]
    if waiting:
        command = to_type(f"update {shlex.quote(work.name)}")
        yield speak("Choose one by one: {command}").format(command=f"{command} --ask")
        example = f"{command} --accept {_to_accept(waiting[0], work)}"
        yield speak("Take over one: {command}").format(command=example)


def _to_accept(found: ClauseUpdate, work: Work) -> str:
    """Return what is typed to take one over; where there is a choice, with the first of these."""
    if found.can_be_accepted or not found.choices:
        return found.anchor
    names = work.origin.slugs if isinstance(work.origin, Merge) else (found.choices[0].id,)
    return f"{found.anchor}={names[0]}"


def _choices(found: ClauseUpdate, work: Work) -> Iterator[str]:
    """Yield what can be chosen on a topic, each with the name by which it is taken over."""
    if found.can_be_accepted:
        return
    if isinstance(work.origin, Merge):
        topics = (topic for topic in work.origin.topics if topic.topic.id == found.topic)
        for topic in topics:
            yield from sides_lines(topic, work.origin)
        return
    for number, choice in enumerate(found.choices, start=1):
        yield from choice_lines(f"{number}. {choice.id}:", choice)
