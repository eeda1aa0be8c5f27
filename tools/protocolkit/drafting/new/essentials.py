"""What every protocol needs, whatever it is about: our own short text where no board has words.

The list and the texts are data (``essentials.yml``). Whatever is said of one of these things in the
words of a board comes first; our own text is told apart by its choice, :data:`STANDARD`. Knows text
and topics; who is asked, and how, is for the command.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import Problem, problem
from protocolkit.base.remembered import remembered
from protocolkit.base.resources import package_text
from protocolkit.document.facts import Facts, OrganisationKind
from protocolkit.document.model import Block, Kind, Paragraph, Protocol
from protocolkit.document.outline import blocks_text, clause_text, clauses
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.draft import Draft, Part
from protocolkit.drafting.new.headed import headed
from protocolkit.drafting.new.new_protocol import ANSWER_CHOICE, appendix_key
from protocolkit.drafting.template.one_board import SCHOOLS_KEY
from protocolkit.drafting.template.values import AppendixKind
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping

STANDARD = "algemeen"
"""The answer that takes our own text; provenance calls the choice of such a clause so."""

ESSENTIALS_FILE = "essentials.yml"
BEGIN = "begin"
SLOT = "slot"
"""Our own texts come in a chapter at the beginning and one at the end."""
BOARD_OPEN = "[naam van het bestuur]"
WHOM_OPEN = "[van welke scholen]"
"""Stands in our own text, as long as nobody is named, for those whose protocol it is."""
OPEN_ESSENTIAL = mark("[still to be filled in] {question}")
OF_SCHOOLS = mark("the schools of {board}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Essential:
    """One thing that every protocol needs.

    ``found`` are patterns of texts that say something of it, ``topics`` those that are about it, by
    subject; ``text`` is our own, ``texts`` those for some subjects. ``fact`` names what stays open
    until somebody decided. ``whole`` are patterns of rules that are about nothing else.
    """

    id: str
    chapter: str
    question: str
    kind: Kind
    found: tuple[re.Pattern[str], ...]
    topics: Mapping[str, tuple[str, ...]]
    text: str
    texts: Mapping[str, str]
    fact: str = ""
    whole: tuple[re.Pattern[str], ...] = ()

    @property
    def key(self) -> str:
        """Under which name it is answered: ``algemeen-klachten``."""
        return f"{STANDARD}-{self.id}"


@cache
def essentials() -> tuple[Essential, ...]:
    """Return what every protocol needs, in the order in which a protocol has it."""
    top = _read()
    return tuple(_essential(entry) for entry in top.mappings("essentials"))


def missing(
    subject: str, topics: Iterable[str], about: Iterable[str], kinds: Iterable[Kind] = ()
) -> tuple[Essential, ...]:
    """Return what neither a topic nor a text is about; ``about`` are the ids of what texts say."""
    answered, said = frozenset(topics), frozenset(about)
    defines = Kind.DEFINITION in frozenset(kinds)

    def is_there(found: Essential) -> bool:
        if found.kind is Kind.DEFINITION and defines:
            return True
        return found.id in said or bool(answered & frozenset(found.topics.get(subject, ())))

    return tuple(found for found in essentials() if not is_there(found))


@remembered
def said_in(text: str) -> tuple[str, ...]:
    """Return the ids of what a text says something of."""
    said = " ".join(text.split())
    return tuple(f.id for f in essentials() if any(p.search(said) for p in f.found))


def missing_in_draft(draft: Draft, subject: str) -> tuple[Essential, ...]:
    """Return what nothing in a draft is about; guidance binds nobody and does not count."""
    apart = {appendix_key(kind) for kind in AppendixKind}
    parts = [part for group in draft.groups if group.anchor not in apart for part in group.parts]
    topics = (topic for part in parts for topic in part.topics)
    about = (name for part in parts for name in (*part.about, *said_in(part_text(part))))
    return missing(subject, topics, about, (part.clause_kind for part in parts))


def missing_in(protocol: Protocol) -> tuple[Essential, ...]:
    """Return what nothing in the text of a protocol is about."""
    binding = [c for c in clauses(protocol) if c.kind not in (Kind.GUIDANCE, Kind.REFERENCE)]
    kinds = (clause.kind for clause in binding)
    by_heading = headed(protocol)
    about = (n for c in binding for n in (*by_heading[c.anchor], *said_in(clause_text(c))))
    return missing(protocol.subject, (), about, kinds)


def offered_essential(found: Essential, subject: str, title: str) -> str:
    """Return our own text on something with its names open; ``title`` is what it is about."""
    return _said(found, subject, title, whom=WHOM_OPEN, board=BOARD_OPEN)


def own_text(found: Essential, answers: Answers, title: str, translate: Translate) -> str:
    """Return our own text on something; ``title`` is what the protocol is about."""
    facts = answers.facts
    is_school = facts.organisation.kind is OrganisationKind.SCHOOL
    board = answers.value("bestuur") or BOARD_OPEN
    whom = facts.organisation.name
    if not is_school:
        whom = answers.value(SCHOOLS_KEY) or translate(OF_SCHOOLS).format(board=board)
    return _said(found, answers.subject, title, whom=whom, board=board)


def _said(found: Essential, subject: str, title: str, *, whom: str, board: str) -> str:
    words = found.texts.get(subject, found.text)
    about = title[:1].lower() + title[1:]
    said = words.format(subject=about, whom=whom, board=board)
    return said[:1].upper() + said[1:]


@cache
def chapters() -> Mapping[str, str]:
    """Return the headings under which our own texts come, by the name of the chapter."""
    found = _read().mapping("chapters")
    return {name: found.text(name) for name in found.names()}


def check_essentials(answers: Answers) -> Iterator[Problem]:
    """Yield every answer on something that every protocol needs that is none."""
    known = ("", NONE, OWN, STANDARD)
    for found in essentials():
        answer = answers.choices.get(found.key, "")
        if answer not in known:
            yield problem(
                ANSWER_CHOICE,
                answers.location(f"choices.{found.key}"),
                topic=found.key,
                name=answer,
                known=", ".join(known[1:]),
            )


def without_essentials(answers: Answers) -> Answers:
    """Return the answers on topics alone."""
    keys = {found.key for found in essentials()}
    own = {key: answer for key, answer in answers.choices.items() if key not in keys}
    return replace(answers, choices=own)


def open_facts(facts: Facts) -> tuple[str, ...]:
    """Return the names of the facts that are still open and that our own texts speak of."""
    named = (found.fact for found in essentials() if found.fact)
    return tuple(name for name in named if not getattr(facts, name))


def open_essential(found: Essential, translate: Translate) -> tuple[Block, ...]:
    """Return the words that stand where nobody decided yet."""
    return one_paragraph(translate(OPEN_ESSENTIAL).format(question=found.question))


def one_paragraph(words: str) -> tuple[Block, ...]:
    """Return words as one paragraph."""
    return (Paragraph((Text(words),)),)


def part_text(part: Part) -> str:
    """Return the words of a clause to be."""
    return blocks_text(part.blocks) if part.blocks else part.choice.text if part.choice else ""


@cache
def _read() -> YamlMapping:
    text = package_text("protocolkit.drafting.new", ESSENTIALS_FILE)
    report = Report(ESSENTIALS_FILE)
    top = read_mapping(text, report)
    if report.problems:
        raise ValueError(f"{ESSENTIALS_FILE}: {report.problems[0].code.name}")
    return top


def _essential(entry: YamlMapping) -> Essential:
    topics, texts = entry.mapping("topics"), entry.mapping("texts")
    return Essential(
        id=entry.text("id"),
        chapter=entry.text("chapter"),
        question=entry.text("question"),
        kind=Kind(entry.text("kind")),
        found=tuple(re.compile(words, re.IGNORECASE) for words in entry.texts("found")),
        topics={name: topics.texts(name) for name in topics.names()},
        text=entry.text("text"),
        texts={name: texts.text(name) for name in texts.names()},
        fact=entry.text("fact"),
        whole=tuple(re.compile(words, re.IGNORECASE) for words in entry.texts("whole")),
    )
