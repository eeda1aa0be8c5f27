"""``protocol check``: look for problems in protocols, topics and sources."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from protocolkit.base.problems import Problem
from protocolkit.checking.anchors import check_versions
from protocolkit.checking.check import check_collection
from protocolkit.checking.placeholders import PLACEHOLDER
from protocolkit.collection import Collection, read_collection
from protocolkit.commands.check_formats import FORMATS
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    PLACE,
    PLACES_NOUN,
    PROBLEM,
    PROBLEMS_NOUN,
    PROTOCOL,
    PROTOCOLS_NOUN,
    count,
    repository,
    say,
    show,
    speak,
)
from protocolkit.document.facts import Status


def check(folder: Path, form: str, day: datetime | None, revision: str) -> int:
    """Print every problem that nobody accepted; exit with 1 when there is one.

    What a concept still leaves to be filled in is printed too, but is no fault of it.
    """
    collection = read_collection(repository(folder, "check"))
    problems = check_collection(collection, day.date().isoformat() if day else "")
    problems += check_versions(collection, revision)
    text = FORMATS[form](problems)
    if text:
        show(text)
    to_fill_in = _to_fill_in(collection, problems)
    say(_summary(collection, len(problems) - to_fill_in))
    if to_fill_in:
        text = speak("Still to be filled in in drafts: {places}. That does not stop the website.")
        say(text.format(places=count(to_fill_in, PLACE, PLACES_NOUN)))
    return EXIT_PROBLEMS if len(problems) > to_fill_in else EXIT_CLEAN


def _to_fill_in(collection: Collection, problems: tuple[Problem, ...]) -> int:
    concepts = {
        protocol.location.path
        for protocol in collection.protocols
        if protocol.facts.status is Status.CONCEPT
    }
    return sum(one.code is PLACEHOLDER and one.location.path in concepts for one in problems)


def _summary(collection: Collection, problems: int) -> str:
    protocols = count(len(collection.protocols), PROTOCOL, PROTOCOLS_NOUN)
    accepted = sum(len(protocol.facts.accepted) for protocol in collection.protocols)
    if not problems:
        text = speak("{protocols} checked, no problems ({accepted} accepted with a reason).")
    else:
        text = speak("{protocols} checked, {problems} ({accepted} accepted with a reason).")
    return text.format(
        protocols=protocols,
        problems=count(problems, PROBLEM, PROBLEMS_NOUN),
        accepted=accepted,
    )
