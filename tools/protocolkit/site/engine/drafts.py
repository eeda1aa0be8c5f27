"""What is not public yet: concepts and what lies before a council stay off the site.

Only those that ``protocolkit_include_drafts`` names are shown. A protocol whose settings cannot
be read so far as to know its status stays off too: it may be a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sphinx.config import Config

from protocolkit.base.formats import FORMAT_NEWER, FORMAT_WRONG
from protocolkit.base.problems import Problem
from protocolkit.comparison.concordance import Answer, Concordance
from protocolkit.document.adoptions import adoptions, replaced_by
from protocolkit.document.facts import PENDING, Facts, Status, versions_taken_back
from protocolkit.reading import codes
from protocolkit.reading.found_problems import Report
from protocolkit.reading.front_matter import NO_SOUND_SETTINGS, read_facts, split_front_matter
from protocolkit.reading.reader import Reading
from protocolkit.site.engine.settings import INCLUDE_DRAFTS

_OTHER_FORMAT = frozenset({FORMAT_NEWER, FORMAT_WRONG})
_KEEPS_OFF = _OTHER_FORMAT | {codes.STATUS_UNREADABLE}
_UNREADABLE = _KEEPS_OFF | NO_SOUND_SETTINGS


def is_draft(status: Status) -> bool:
    """Tell whether a text with this status is not public yet."""
    return status in PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicity:
    """What a protocol's settings say of being public; ``unreadable`` is why they do not say it.

    ``taken_back`` are the names of kept versions of which the adoption was taken back.
    ``is_put_back`` tells that another text was adopted after this one, which stands there again;
    ``needs_day`` that this depends on its kept versions and on the day of the build;
    ``needs_words`` that settings alone do not say whether the text is the one that was adopted.
    """

    status: Status
    unreadable: tuple[Problem, ...]
    is_put_back: bool = False
    needs_words: bool = False
    needs_day: bool = False
    taken_back: frozenset[str] = frozenset()


def publicity_of(text: str, name: str) -> Publicity:
    """Read no more of a protocol file than says whether it is public."""
    report = Report(name)
    facts = read_facts(split_front_matter(text)[0], report)
    return _publicity(facts, report.problems)


def publicity_in(reading: Reading) -> Publicity:
    """Return what a protocol that is read already says of being public."""
    protocol = reading.protocol
    found = _publicity(protocol.facts, reading.problems)
    is_over = protocol.facts.status is Status.REPLACED
    return replace(found, is_put_back=is_over and replaced_by(protocol) is not None)


def stays_off(publicity: Publicity, name: str, config: Config) -> tuple[bool, tuple[Problem, ...]]:
    """Tell whether a protocol file stays off the site, and what to report about that."""
    # Compare codes by value and not by identity: a kept one was written and read.
    if any(found.code in _KEEPS_OFF for found in publicity.unreadable):
        return True, publicity.unreadable
    is_open = is_draft(publicity.status) or publicity.is_put_back
    return is_open and not _is_named(name, config), ()


def with_known_answers(concordance: Concordance, known: Mapping[str, Set[str]]) -> Concordance:
    """Return a concordance without what some organisations answer in words they do not have yet.

    ``known`` gives the anchors of each of these, by its slug: the text of theirs that is on the
    site is of before the one that the topics were made from.
    """

    def has(found: Answer) -> bool:
        anchors = known.get(found.place.organisation)
        return anchors is None or found.place.anchor in anchors

    if not known:
        return concordance
    topics = []
    for topic in concordance.topics:
        answers = tuple(filter(has, topic.answers))
        if answers or not topic.answers:
            topics.append(replace(topic, answers=answers))
    return replace(concordance, topics=tuple(topics), alone=tuple(filter(has, concordance.alone)))


def _publicity(facts: Facts, problems: Iterable[Problem]) -> Publicity:
    unreadable = tuple(found for found in problems if found.code in _UNREADABLE)
    return Publicity(
        status=facts.status,
        unreadable=unreadable,
        taken_back=versions_taken_back(facts),
        needs_words=is_draft(facts.status) or len(adoptions(facts)) > 1,
    )


def _is_named(name: str, config: Config) -> bool:
    included = getattr(config, INCLUDE_DRAFTS.name)
    if isinstance(included, bool):
        return included
    path = PurePosixPath(name)
    return f"{path.parent.name}/{path.stem}" in included
