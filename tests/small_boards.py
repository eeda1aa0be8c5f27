"""Small boards for tests: a protocol of a few clauses each, and topics that line them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import seeds
from protocolkit.base.problems import Problem
from protocolkit.checking.wording_faults import count_faults
from protocolkit.comparison.judgements import Judgements, judge
from protocolkit.comparison.matrix import Matrix, make_matrix
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.drafting.template.choices import NO_CHOICES, PersonChoices
from protocolkit.drafting.template.choices_file import read_choices_text
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.values import Template, TemplateTopic
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text

HEAD = "title: Regels\nthemes:\n  - {id: t, title: Thema}\n  - {id: u, title: Ander thema}\n"


def board(slug: str, *clauses: str, settings: str = "", organisation: str = "") -> Protocol:
    """Return a protocol with clauses ``a-1``, ``a-2`` and so on."""
    name = organisation or f"{{name: Stichting {slug.title()}, sector: po}}"
    body = "\n".join(f"{{#a-{n}}}\n{n}. {text}\n" for n, text in enumerate(clauses, start=1))
    text = f"---\nprotocol:\n  organisation: {name}\n{settings}---\n\n# Protocol\n\n{body}"
    return read_protocol_text(text, f"{slug}.md", subject="regels", slug=slug).protocol


def line_up(protocols: Sequence[Protocol], topics: str) -> tuple[Matrix, Judgements]:
    """Return the matrix and what is said of it; ``topics`` are the lines of the topics."""
    report = Report("topics.yml")
    concordance = read_topics_text(f"{HEAD}topics:\n{topics}", "regels", report)
    assert not report.problems, report.problems
    matrix = make_matrix(protocols, concordance, lambda p, a: f"{p.slug}.html#{a}")
    return matrix, judge(matrix, protocols)


def topic_line(topic: str, answers: Mapping[str, Sequence[str]], more: str = "theme: t") -> str:
    """Return the line of a topic in a topics file."""
    said = ", ".join(f"{slug}: [{', '.join(anchors)}]" for slug, anchors in answers.items())
    return f"  - {{id: {topic}, title: Vraag {topic}?, {more}, clauses: {{{said}}}}}\n"


def one_topic(*protocols: Protocol, chosen: PersonChoices = NO_CHOICES) -> TemplateTopic:
    """Return the template's topic that every first clause answers."""
    line = topic_line("vraag", {protocol.slug: ["a-1"] for protocol in protocols})
    matrix, judgements = line_up(protocols, line)
    (topic,) = make_template(matrix, judgements, protocols, chosen).topics
    return topic


def chosen_by(text: str) -> tuple[PersonChoices, tuple[Problem, ...]]:
    """Return what a choices file says."""
    report = Report("voorbeeldprotocol.yml")
    return read_choices_text(text, report), tuple(report.problems)


@cache
def seed_template(text: str = "") -> Template:
    """Return the template on social media, with the choices of a file."""
    protocols = seeds.collection().subjects[0].protocols
    matrix = seeds.matrix()
    return make_template(
        matrix, seed_judgements(), protocols, chosen_by(text)[0], faults_of=count_faults
    )


@cache
def seed_judgements() -> Judgements:
    """Return what is said of the comparison on social media."""
    return judge(seeds.matrix(), seeds.collection().subjects[0].protocols)
