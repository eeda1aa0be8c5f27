"""Small protocols, topics and proposals for tests about decisions."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.alignment.proposal import Link, Proposal, ProposedTopic
from protocolkit.alignment.topics_writer import Texts
from protocolkit.base.messages import translator
from protocolkit.comparison.concordance import Concordance
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.facts import Organisation
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.place import Place
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text

TOPICS = """\
# Van een mens.
title: Telefoons
themes:
  - {id: t, title: Thema}
topics:
  - id: tas
    title: Waar blijft de telefoon?
    theme: t
    clauses:
      a: [a1]
      b: [b1]  # let op
alone:
  c: [c1]
"""


def place(name: str) -> Place:
    """Return the place of a clause that is named after its board: ``a1``."""
    return Place(name[0], name)


def proposal(*groups: dict[str, float]) -> Proposal:
    """Return a proposal with a topic per group of links, each written as ``{"a1 b1": 0.8}``."""
    topics, links = [], []
    for group in groups:
        members: set[Place] = set()
        for names, score in group.items():
            left, right = sorted(place(name) for name in names.split())
            links.append(Link(left=left, right=right, score=score))
            members |= {left, right}
        topics.append(ProposedTopic(members=tuple(sorted(members)), central=min(members)))
    return Proposal(topics=tuple(topics), links=tuple(links))


def topics(text: str = TOPICS) -> Concordance:
    """Return a topics file as read; it must have no problem."""
    report = Report("topics.yml")
    found = read_topics_text(text, "s", report)
    assert not report.problems, report.problems
    return found


def protocol(slug: str, *texts: str) -> Protocol:
    """Return a protocol with clauses ``a1``, ``a2``."""
    body = "".join(f"{{#{slug}{n}}}\n{n}. {text}\n\n" for n, text in enumerate(texts, start=1))
    read = read_protocol_text(f"# T\n\n{body}", subject="s", slug=slug).protocol
    return replace(read, facts=replace(read.facts, organisation=Organisation(name=slug.upper())))


def texts(*names: str) -> Texts:
    """Return the texts of some clauses, which are all rules."""
    places = [place(name) for name in names]
    return Texts(
        texts={found: f"Tekst van {found.anchor} met woorden" for found in places},
        kinds=dict.fromkeys(places, Kind.RULE),
        translate=translator(),
    )
