"""What is not public yet: concepts and what lies before a council stay off the site.

Only those that ``protocolkit_include_drafts`` names are shown. A protocol whose settings cannot
be read so far as to know its status stays off too: it may be a draft.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from sphinx.application import Sphinx
from sphinx.config import Config

from protocolkit.comparison.concordance import Concordance
from protocolkit.facts import Status
from protocolkit.model import Location
from protocolkit.problems import Problem, error, problem
from protocolkit.reading import codes
from protocolkit.reading.front_matter import read_facts, split_front_matter
from protocolkit.reading.report import Report

CONFIG = "protocolkit_include_drafts"
STATUS_UNREADABLE = error(
    "status-unreadable",
    "A protocol is not on the site, because its status cannot be read",
    "this document stays off the website: it may be a draft.",
    "Correct the settings at the top of the file.",
)
_DRAFTS = frozenset({Status.CONCEPT, Status.INTENDED, Status.SUBMITTED})
_UNREADABLE = frozenset({codes.YAML_SYNTAX, codes.YAML_ALIAS, codes.YAML_CHOICE})


def add_config(app: Sphinx) -> None:
    """Register the setting: True for all drafts, or a list of ``<subject>/<organisation>``."""
    app.add_config_value(CONFIG, default=(), rebuild="env", types=[bool, list, tuple])


def is_draft(status: Status) -> bool:
    """Tell whether a text with this status is not public yet."""
    return status in _DRAFTS


def stays_off(text: str, name: str, config: Config) -> tuple[bool, tuple[Problem, ...]]:
    """Tell whether a protocol file stays off the site, and what to report about that."""
    report = Report(name)
    facts = read_facts(split_front_matter(text)[0], report)
    if is_draft(facts.status):
        return not _is_named(name, config), ()
    unreadable = [found for found in report.problems if found.code in _UNREADABLE]
    if facts.status is Status.UNKNOWN and unreadable:
        return True, (*unreadable, problem(STATUS_UNREADABLE, Location(name)))
    return False, ()


def without_answers(concordance: Concordance, slugs: frozenset[str]) -> Concordance:
    """Return a concordance without some organisations and without what only they answer."""
    topics = []
    for topic in concordance.topics:
        answers = tuple(found for found in topic.answers if found.organisation not in slugs)
        if answers or not topic.answers:
            topics.append(replace(topic, answers=answers))
    alone = tuple(found for found in concordance.alone if found.organisation not in slugs)
    return replace(concordance, topics=tuple(topics), alone=alone)


def _is_named(name: str, config: Config) -> bool:
    included = getattr(config, CONFIG)
    if isinstance(included, bool):
        return included
    path = PurePosixPath(name)
    return f"{path.parent.name}/{path.stem}" in included
