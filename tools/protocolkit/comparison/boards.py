"""Who counts in a comparison: the invented example of a new repository is no board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from protocolkit.comparison.concordance import Concordance
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import EXAMPLE_NAME, EXAMPLE_SLUG


def counted(
    protocols: Sequence[Protocol], concordance: Concordance | None
) -> tuple[tuple[Protocol, ...], Concordance | None]:
    """Return what is compared: once a board is there, neither the example nor what only it answers.

    Alone in a new repository it shows what a comparison looks like.
    """
    boards = real_boards(protocols)
    if not boards or len(boards) == len(protocols):
        return tuple(protocols), concordance
    return boards, concordance and without_answers(concordance, {EXAMPLE_SLUG})


def real_boards(protocols: Iterable[Protocol]) -> tuple[Protocol, ...]:
    """Return the protocols without the invented example that ``init`` leaves to look at."""
    return tuple(protocol for protocol in protocols if not is_example(protocol))


def is_example(protocol: Protocol) -> bool:
    """Tell whether a protocol is the invented example: by its file, and still by its name."""
    return (protocol.slug, protocol.facts.organisation.name) == (EXAMPLE_SLUG, EXAMPLE_NAME)


def without_answers(concordance: Concordance, slugs: Set[str]) -> Concordance:
    """Return a concordance without some organisations and without what only they answer."""
    topics = []
    for topic in concordance.topics:
        answers = tuple(found for found in topic.answers if found.place.organisation not in slugs)
        if answers or not topic.answers:
            topics.append(replace(topic, answers=answers))
    alone = tuple(found for found in concordance.alone if found.place.organisation not in slugs)
    return replace(concordance, topics=tuple(topics), alone=alone)
