"""Protocols and subjects that an earlier version of a repository had, and that are gone."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from protocolkit.base.git import earlier_text
from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import Problem, ProtocolkitError, problem, warning
from protocolkit.collection import TOPICS_FILE, Collection
from protocolkit.comparison.concordance import Topic
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import document_place, folder_name

PROTOCOL_GONE = warning(
    "protocol-gone",
    "A protocol disappeared",
    "this protocol was there before and is not any more. Topics that it stood in: {topics}.",
    "Put the file back from the history. Was it withdrawn? Then keep it, with that status at its "
    "top. Must it go? Take it out of its topics too.",
)
SUBJECT_GONE = warning(
    "subject-gone",
    "A kind of protocol disappeared",
    "the subject '{subject}' had protocols before ({count}) and has none any more.",
    "Put the folder back from the history. Must it go? Then links from elsewhere find nothing.",
)
_NONE = mark("none of the topics")
_LONGEST = 400


def check_gone(collection: Collection, revision: str, changed: Iterable[str]) -> Iterator[Problem]:
    """Yield every protocol of a revision that is gone, then every subject with none left.

    ``changed`` are the files that differ from the revision.
    """
    root = collection.root
    counts: Counter[str] = Counter()
    for name in changed:
        place = document_place(root, root / name)
        if place is None or (root / name).exists():
            continue
        counts[place[0]] += 1
        titles = [
            f"'{topic.title}'"
            for topic in _topics(root, place[0], revision)
            if any(answer.place.organisation == place[1] for answer in topic.answers)
        ]
        listed = textwrap.shorten(", ".join(titles), _LONGEST, placeholder=" …")
        yield problem(PROTOCOL_GONE, Location(name), topics=listed or _NONE)
    held = {protocol.subject for protocol in collection.protocols}
    for subject, count in sorted(counts.items()):
        if subject not in held:
            location = Location(f"{folder_name(root)}/{subject}")
            yield problem(SUBJECT_GONE, location, subject=subject, count=str(count))


def _topics(root: Path, subject: str, revision: str) -> tuple[Topic, ...]:
    """Return the topics that a subject had in a revision, as far as they can be read."""
    name = f"{folder_name(root)}/{subject}/{TOPICS_FILE}"
    try:
        return read_topics_text(earlier_text(root, revision, name), subject, Report(name)).topics
    except ProtocolkitError:
        return ()
