"""A template as a document: one protocol with its alternatives, for Markdown, PDF and Word.

All three are written from the same model by the writers that protocols have. What is ours
(headings, remarks, the lines above choices) stands in clauses of its own, so that the words of a
choice are nothing but the words of its board and the placeholders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate, mark
from protocolkit.document.cover import Cover
from protocolkit.document.facts import Facts, Organisation, Provenance, Status
from protocolkit.document.fingerprints import clause_mark
from protocolkit.document.model import (
    ANCHOR_LENGTH,
    Block,
    Clause,
    Kind,
    Paragraph,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.richtext import Emphasis, HardBreak, Link, RichText, Text
from protocolkit.document.tree import is_one_whole
from protocolkit.drafting.template.front import (
    NO_BOARD,
    SHORT_VERSION,
    template_cover,
    template_title,
)
from protocolkit.drafting.template.notes import NoteNumbers
from protocolkit.drafting.template.phrases import (
    Faults,
    choice_remarks,
    choice_title,
    contest_lines,
    names_text,
    placeholders_of,
    topic_advice,
    topic_standing,
)
from protocolkit.drafting.template.ranking import RULE
from protocolkit.drafting.template.values import (
    Appendix,
    AppendixKind,
    Choice,
    OwnClause,
    Template,
    TemplateTheme,
    TemplateTopic,
)
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.shared.extras import Comment, Extras, SetOff
from protocolkit.text.words import BULLET

MOST_CHOICES = 10
"""A document prints no more choices on a topic; the page has them all."""

FILE_NAME = "voorbeeldprotocol"
_APPENDIX_TITLE = {
    AppendixKind.GUIDANCE: mark("Appendix: guidance"),
    AppendixKind.LINKS: mark("Appendix: where to find more"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A template as a document, with what is set off in it and its comments."""

    protocol: Protocol
    extras: Extras
    cover: Cover


def make_draft(template: Template, translate: Translate, faults: Faults | None = None) -> Draft:
    """Write a template out as a document; ``faults`` tells what is odd in a wording."""
    writer = _Writer(template, translate, faults)
    parts = (
        writer.introduction(),
        *(writer.theme(number, theme) for number, theme in enumerate(template.themes, start=1)),
        *(writer.appendix(appendix) for appendix in template.appendices),
        *writer.blanks(),
    )
    protocol = Protocol(
        facts=Facts(
            organisation=Organisation(name=NO_BOARD),
            status=Status.CONCEPT,
            version=template.version[:SHORT_VERSION],
            provenance=tuple(writer.provenance),
        ),
        title=(Text(template_title(template, translate)),),
        parts=parts,
        notes=writer.notes.printed,
        subject=template.subject,
        slug=FILE_NAME,
        location=Location(f"{FILE_NAME}.md"),
    )
    extras = Extras(
        set_off=dict(writer.set_off),
        comments=tuple(writer.comments),
        record=Record(made=RecordKind.TEMPLATE, protocol=protocol),
    )
    return Draft(protocol=protocol, extras=extras, cover=template_cover(template, translate))


class _Writer:
    """Writes the parts of a template, and notes what is set off and where each came from."""

    def __init__(self, template: Template, translate: Translate, faults: Faults | None) -> None:
        self._template = template
        self._faults = faults
        self._translate = translate
        self._places: dict[str, str] = _places(template)
        self.set_off: dict[str, SetOff] = {}
        self.comments: list[Comment] = []
        self.provenance: list[Provenance] = []
        self.notes = NoteNumbers()
        self._anchors: set[str] = set()

    def introduction(self) -> Section:
        """Say how the document is to be used, and which rule puts a choice first."""
        translate = self._translate
        texts = (
            translate(
                "This example has been put together from what school boards have in their "
                "protocols; nobody has adopted it. Under each question stand the choices. Keep "
                "one, remove the others, and fill in what stands between square brackets."
            ),
            translate(RULE),
            translate("Version of this example: {version}").format(version=self._template.version),
        )
        parts = [self._remark("uitleg", f"{n}", (Text(t),)) for n, t in enumerate(texts, start=1)]
        title = translate("How to use this example")
        return self._section("uitleg", 2, title, parts)

    def theme(self, number: int, theme: TemplateTheme) -> Section:
        """Write a theme with its topics, and the clauses that a person added."""
        parts: list[Clause | Section] = []
        for place, topic in enumerate(theme.topics, start=1):
            section = self._topic(f"{number}.{place}", topic)
            # what comes after a topic's text belongs to its section
            own = self._own(own for own in theme.extra if own.after == topic.id)
            parts.append(replace(section, parts=(*section.parts, *own)))
        known = {topic.id for topic in theme.topics}
        rest = [own for own in theme.extra if own.after not in known]
        if rest:
            title = self._translate("Added here")
            parts.append(self._section(f"eigen-{theme.id}", 3, title, list(self._own(rest))))
        return self._section(f"thema-{theme.id}", 2, theme.title, parts, marker=str(number))

    def appendix(self, appendix: Appendix) -> Section:
        """Write an appendix; whose words they are stands above each."""
        translate = self._translate
        note = translate("Optional. Take over what suits you, or leave the whole appendix out.")
        name = f"bijlage-{appendix.kind.value}"
        parts: list[Clause | Section] = [self._remark(name, "1", (Text(note),))]
        last = ""
        for choice in appendix.choices:
            whose = names_text(choice.names, translate)
            if whose != last:
                head = (Emphasis(content=(Text(whose),), strong=True),)
                parts.append(self._line(f"kop-{choice.id}", head, SetOff.CHOICE))
                last = whose
            parts.append(self._words(choice, choice.main_topic))
        return self._section(name, 2, translate(_APPENDIX_TITLE[appendix.kind]), parts)

    def blanks(self) -> Iterator[Section]:
        """Write the list of what is to be filled in, when there is anything."""
        translate = self._translate
        found = placeholders_of(self._template)
        if not found:
            return
        table = Table(
            header=(
                (Text(translate("To be filled in")),),
                (Text(translate("Stood there, among others")),),
            ),
            rows=tuple(
                ((Text(printed),), (Text(names_text(words, translate)),))
                for printed, words in found
            ),
        )
        clause = Clause(anchor="invullen-1", blocks=(table,), kind=Kind.EXPLANATION)
        yield self._section("invullen", 2, translate("What is to be filled in"), [clause])

    def _topic(self, number: str, topic: TemplateTopic) -> Section:
        translate = self._translate
        parts: list[Clause | Section] = [
            self._remark(topic.id, "stand", (Text(topic_standing(topic, translate)),))
        ]
        if topic.recommended is None:
            parts.append(self._dispute(topic))
        for place, advice in enumerate(topic_advice(topic, translate), start=1):
            parts.append(self._remark(topic.id, f"sector-{place}", (Text(advice),)))
        for choice in topic.choices[:MOST_CHOICES]:
            parts += self._choice(topic, choice)
        if (more := len(topic.choices) - MOST_CHOICES) > 0:
            text = translate("Choices that only the website shows: {count}.").format(count=more)
            parts.append(self._remark(topic.id, "meer", (Text(text),)))
        section = self._section(topic.id, 3, topic.question, parts, marker=number)
        for guidance in topic.guidance:
            whose = names_text(guidance.names, translate)
            self.comments.append(Comment(anchor=section.anchor, author=whose, text=guidance.text))
        return section

    def _dispute(self, topic: TemplateTopic) -> Clause:
        """Say that a school has to choose for itself, and on what boards disagree."""
        why = Text(topic.why.in_words(self._translate))
        content: RichText = (Emphasis(content=(why,), strong=True),)
        for line in contest_lines(topic, self._translate):
            content += (HardBreak(), Text(f"– {line}"))
        return self._remark(topic.id, "kies", content)

    def _choice(self, topic: TemplateTopic, choice: Choice) -> Iterator[Clause]:
        is_first = topic.recommended is not None and topic.recommended.id == choice.id
        translate = self._translate
        title = f"{choice_title(topic, choice, translate)}: {names_text(choice.names, translate)}."
        remarks = " ".join(choice_remarks(topic, choice, translate, self._faults))
        head: RichText = (Emphasis(content=(Text(title),), strong=True),)
        if choice.main_topic != topic.id and choice.main_topic in self._places:
            head += self._reference(choice, remarks)
        else:
            head += (Text(f" {remarks}"),)
        look = SetOff.CHOICE if is_first else SetOff.OTHER_CHOICE
        yield self._line(f"kop-{choice.id}", head, look)
        if choice.main_topic == topic.id:
            yield self._words(choice, topic.id, None if is_first else SetOff.ALTERNATIVE)

    def _reference(self, choice: Choice, remarks: str) -> RichText:
        where = self._places[choice.main_topic]
        said = self._translate("The text stands at {place}.").format(place=where)
        before, _, after = said.partition(where)
        link = Link(target=f"#{choice.id}", content=(Text(where),))
        return Text(f" {remarks} {before}"), link, Text(after)

    def _words(self, choice: Choice, topic: str, look: SetOff | None = None) -> Clause:
        blocks = self.notes.numbered(choice)
        clause = _clause(self._unused(choice.id), blocks, choice.kind)
        self.provenance.append(
            Provenance(
                anchor=clause.anchor,
                topic=topic,
                choice=choice.id,
                source=choice.origin.place,
                fingerprint=clause_mark(clause),
                template=self._template.version[:SHORT_VERSION],
            )
        )
        if look is not None:
            self.set_off[clause.anchor] = look
        return clause

    def _own(self, found: Iterable[OwnClause]) -> Iterator[Clause]:
        for own in found:
            title = Emphasis(content=(Text(self._translate("Added here")),), strong=True)
            yield self._line(f"kop-{own.anchor}", (title,), SetOff.CHOICE)
            yield _clause(self._unused(own.anchor), own.blocks, Kind.RULE)

    def _remark(self, name: str, end: str, content: RichText) -> Clause:
        start = name[: ANCHOR_LENGTH - len(end) - 1].rstrip("-")
        return self._line(f"{start}-{end}", content, SetOff.REMARK)

    def _line(self, name: str, content: RichText, look: SetOff) -> Clause:
        anchor = self._unused(name)
        self.set_off[anchor] = look
        return Clause(anchor=anchor, blocks=(Paragraph(content),), kind=Kind.EXPLANATION)

    def _section(
        self,
        name: str,
        level: int,
        title: str,
        parts: Sequence[Clause | Section],
        marker: str = "",
    ) -> Section:
        anchor = self._unused(name)
        return Section(
            anchor=anchor, level=level, title=(Text(title),), parts=tuple(parts), marker=marker
        )

    def _unused(self, name: str) -> str:
        candidate, count = name[:ANCHOR_LENGTH].rstrip("-"), 1
        while candidate in self._anchors:
            count += 1
            end = f"-{count}"
            candidate = name[: ANCHOR_LENGTH - len(end)].rstrip("-") + end
        self._anchors.add(candidate)
        return candidate


def _places(template: Template) -> dict[str, str]:
    """Return the number of each topic in the document."""
    return {
        topic.id: f"{number}.{place}"
        for number, theme in enumerate(template.themes, start=1)
        for place, topic in enumerate(theme.topics, start=1)
    }


def _clause(anchor: str, blocks: tuple[Block, ...], kind: Kind) -> Clause:
    """Return a clause; one of several blocks needs a marker to hold these together."""
    is_plain = is_one_whole(blocks)
    return Clause(anchor=anchor, blocks=blocks, marker="" if is_plain else BULLET, kind=kind)
