"""The events of Sphinx that are ours, for whoever builds on this extension."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event: its name, what a handler gets after the application, and when it comes."""

    name: str
    arguments: tuple[str, ...]
    about: str


PROTOCOL_READ = Event(
    name="protocolkit-protocol-read",
    arguments=("docname: str", "protocol: protocolkit.document.model.Protocol"),
    about="A protocol was read, before its page is made of it. With several processes this comes "
    "in the one that read it. A page that did not change is not read again.",
)
COMPARISON_MADE = Event(
    name="protocolkit-comparison-made",
    arguments=("matrix: protocolkit.comparison.matrix.Matrix",),
    about="The comparison of a subject was made, once in a build that needs one: a website with "
    "topics, or a page that asks for topics.",
)
PAPER_MADE = Event(
    name="protocolkit-paper-made",
    arguments=("address: str", "number: int", "count: int"),
    about="A PDF or Word file is there: where on the site, and how many of how many are done.",
)

EVENTS = (PROTOCOL_READ, COMPARISON_MADE, PAPER_MADE)
"""All of them, in the order of the reference page."""


def connect(app: Sphinx) -> None:
    """Register the events."""
    for one in EVENTS:
        app.add_event(one.name)
