"""A document that has no numbers yet: its headings, and the clauses to be under each."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate
from protocolkit.document.model import Block, Kind, Paragraph
from protocolkit.document.richtext import HardBreak, Text
from protocolkit.drafting.new.answers import OWN
from protocolkit.drafting.template.values import Choice
from protocolkit.text.markers import PARAGRAPH_MARKER
from protocolkit.text.words import INVISIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One clause to be: a formulation with the topics that it answers, or words of one's own.

    Without a choice ``blocks`` are the words, and ``chosen`` is what provenance says of them; with
    one they are what somebody made of its words, and its notes are called at their end.
    ``is_typed`` says that nobody offered the words: a person typed them on a question. ``mark`` is
    what provenance keeps of words without a choice that were offered with blanks in them.
    ``about`` is what its heading says that an offered wording is about, as
    :func:`protocolkit.drafting.new.headed.headed` names it; ``home`` is in which chapter of every
    protocol an offered wording has its place, also when somebody changed it.
    """

    stem: str
    topics: tuple[str, ...]
    choice: Choice | None = None
    blocks: tuple[Block, ...] = ()
    kind: Kind = Kind.RULE
    chosen: str = ""
    is_typed: bool = False
    mark: str = ""
    about: tuple[str, ...] = ()
    home: str = ""

    @property
    def clause_kind(self) -> Kind:
        """The kind of the clause to be: that of the wording, where one was chosen."""
        return self.choice.kind if self.choice else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class PartGroup:
    """A heading with what comes under it."""

    anchor: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A formulation that does not come along; ``why`` has room for whose it is and where.

    One that ``leads`` to clauses that did come along stands before these, and is not lost.
    ``beside`` is the wording that came along in its place; where that has its words, but for a word
    for one thing or the last sign, it ``is_there``.
    """

    choice: Choice
    why: Marked
    leads: bool = False
    beside: Choice | None = None
    is_there: bool = False

    def told(self, translate: Translate) -> str:
        """Return why, in the reader's language."""
        origin = self.choice.origin
        text = translate(self.why)
        whose = self.beside.origin.whose if self.beside else origin.whose
        words = self.choice.text
        return text.format(label=origin.label, name=origin.name, whose=whose, words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document before it has numbers: ``declined`` are the topics that were left out.

    ``aside`` are the formulations that do not come along though their topic was answered.
    """

    title: str
    groups: tuple[PartGroup, ...]
    template: str = ""
    declined: tuple[str, ...] = ()
    aside: tuple[Aside, ...] = ()

    @property
    def left_behind(self) -> tuple[Aside, ...]:
        """What does not come along in any place: not what stands before what it leads to."""
        return tuple(found for found in self.aside if not (found.leads or found.is_there))


def own_part(topic: str, words: str, kind: Kind) -> Part:
    """Return words of one's own on a topic as a clause to be."""
    return own_words(topic, (topic,), words, kind)


def own_words(stem: str, topics: tuple[str, ...], words: str, kind: Kind) -> Part:
    """Return words that a person typed as a clause to be."""
    blocks = typed_blocks(words, is_one=kind is Kind.EXPLANATION)
    return Part(stem=stem, topics=topics, blocks=blocks, kind=kind, chosen=OWN, is_typed=True)


def typed_blocks(words: str, *, is_one: bool = False) -> tuple[Block, ...]:
    """Return typed words as paragraphs, one for each line that says something.

    If they are to be one paragraph, its lines are broken where somebody broke them; what begins
    like a number gets one of its own, that holds its paragraphs together.
    """
    lines = [Text(line) for line in map(_line, words.split("\n")) if line]
    if not is_one or not lines or PARAGRAPH_MARKER.match(f"{lines[0].text} x"):
        return tuple(Paragraph((line,)) for line in lines)
    broken = (piece for line in lines[1:] for piece in (HardBreak(), line))
    return (Paragraph((lines[0], *broken)),)


def _line(text: str) -> str:
    """Return a line that any format can hold: no control characters, one space between words."""
    shown = (" " if _is_control(sign) else sign for sign in text.translate(INVISIBLE))
    return " ".join("".join(shown).split())


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C"
