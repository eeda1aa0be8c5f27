"""What a person chose for a template: the values of ``voorbeeldprotocol.yml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from protocolkit.base.location import NOWHERE, Location
from protocolkit.document.model import Block

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChoice:
    """What a person decided on one topic.

    ``preferred`` is the id of a choice or a clause as ``organisation#anchor``; ``""``: nothing.
    """

    topic: str
    preferred: str = ""
    leave_out: bool = False
    location: Location = field(default=NOWHERE, compare=False)
    preferred_location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeTitle:
    """A title of one's own for a theme."""

    theme: str
    title: str
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraClause:
    """A clause of one's own: in which theme, and after which topic (``""``: at the end)."""

    theme: str
    blocks: tuple[Block, ...]
    after: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChoices:
    """Everything that a person chose for one subject; ``order`` are themes and topics by id.

    What is in ``order`` comes first and in that order; the rest follows as it was.
    """

    topics: tuple[TopicChoice, ...] = ()
    titles: tuple[ThemeTitle, ...] = ()
    extra: tuple[ExtraClause, ...] = ()
    order: tuple[str, ...] = ()
    order_locations: tuple[Location, ...] = field(default=(), compare=False)

    def of_topic(self, topic: str) -> TopicChoice:
        """Return what was decided on a topic, nothing when nothing was."""
        return next((found for found in self.topics if found.topic == topic), _nothing(topic))

    def arranged(self, items: Iterable[_Item], name: Callable[[_Item], str]) -> list[_Item]:
        """Return themes or topics in the order that a person chose."""
        places = {found: at for at, found in enumerate(self.order)}
        return sorted(items, key=lambda item: places.get(name(item), len(places)))

    def title_of(self, theme: str, title: str) -> str:
        """Return how a theme is called in a document, ``title`` when nobody said otherwise."""
        return next((found.title for found in self.titles if found.theme == theme), title)


NO_CHOICES = PersonChoices()


def _nothing(topic: str) -> TopicChoice:
    return TopicChoice(topic=topic)
