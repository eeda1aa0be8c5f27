"""What an editor tells about each key while someone types: English source strings.

Keys are ``Class.field`` for what comes from a dataclass, and ``schema.key`` for the rest. Facts and
answers are described where they are declared.
"""

from __future__ import annotations

from collections.abc import Mapping

from protocolkit.base.messages import mark
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import RECORDS
from protocolkit.exchange.answers_file import AnswersFile

DESCRIPTIONS: Mapping[str, str] = {
    **{
        f"{made.__name__}.{name}": about.description
        for made in (*RECORDS, AnswersFile)
        for name, about in declared(made).items()
    },
    "Protocol": mark("One protocol of one organisation, complete."),
    "Protocol.facts": mark("What is known about the protocol besides its text."),
    "Protocol.title": mark("The title, as printed."),
    "Protocol.parts": mark("The text: clauses and sections, in the order of the document."),
    "Protocol.notes": mark("The footnotes."),
    "Protocol.subject": mark("The kind of protocol: the name of its folder."),
    "Protocol.slug": mark("The name of the file, without .md."),
    "Section.level": mark("The level of the heading, from 2; the title is 1."),
    "Section.title": mark("The heading, without its number."),
    "Section.parts": mark("What stands under the heading."),
    "Section.short": mark("A short name for a long heading."),
    "Section.kind": mark("What kind of text stands here."),
    "Section.marker": mark("The number as printed, such as 3.1."),
    "Section.anchor": mark("The name of this place; it never changes."),
    "Clause.anchor": mark("The name of this place; it never changes."),
    "Clause.marker": mark("What is printed before the clause, such as 7. or a bullet."),
    "Clause.kind": mark("What kind of text stands here."),
    "Clause.blocks": mark("Paragraphs, points and tables."),
    "Point.marker": mark("What is printed before the point, such as a."),
    "Point.blocks": mark("Paragraphs, points and tables."),
    "Point.anchor": mark("The name of this place; it never changes."),
    "Paragraph.content": mark("The words, with emphasis, links and marks of notes."),
    "PointList.points": mark("The points, in order."),
    "Table.header": mark("The head of the table: the words of each column."),
    "Table.flush": mark("To which side the words of each column are set; empty: all left."),
    "Table.rows": mark("The rows, each as long as the head."),
    "Footnote.label": mark("The name by which the text calls the note, such as 1."),
    "Footnote.blocks": mark("Paragraphs, points and tables."),
    "Text.text": mark("Words, exactly as printed."),
    "Emphasis.content": mark("The words that are emphasised."),
    "Emphasis.strong": mark("True for bold, false for italics."),
    "Link.target": mark("A web address, '#anchor' or 'file.md#anchor'."),
    "Link.content": mark("The words of the link."),
    "NoteMark.label": mark("The label of the note that is called here."),
    "protocol.format": mark("What this file is."),
    "protocol.version": mark("The version of the exchange format."),
    "protocol.fingerprint": mark("The check code of its text."),
    "settings": mark("The settings at the top of a protocol file."),
    "settings.format": mark("The version of the format of this file; without it the first."),
    "settings.protocol": mark("The facts of this protocol; most may stay empty."),
    "topics": mark("Which clauses of which organisations answer the same question."),
    "topics.format": mark("The version of the format of this file; without it the first."),
    "topics.title": mark("The name of this kind of protocol, as the website shows it."),
    "topics.themes": mark("The groups of topics, in the order of the page."),
    "topics.topics": mark("The topics, in the order of the page."),
    "topics.alone": mark("Clauses without a counterpart: organisation, then anchors."),
    "topics.rejected_pairs": mark(
        "Clauses that do not belong together, whatever the topic: protocol#anchor."
    ),
    "theme.id": mark("A short name of its own, in small letters."),
    "theme.title": mark("The heading above the group."),
    "topic.id": mark("A short name of its own, in small letters."),
    "topic.title": mark("The question that the clauses answer."),
    "topic.theme": mark("The id of the theme that it belongs to."),
    "topic.audience": mark("Whom the clauses bind."),
    "topic.kind": mark("What kind of text stands here."),
    "topic.note": mark("A remark on law or practice, if there is one."),
    "topic.asked": mark("Words with which people ask for it, for the search page."),
    "topic.clauses": mark("Clauses put here by hand: organisation, then anchors."),
    "topic.confirmed": mark("Proposals that a person confirmed: organisation, then anchors."),
    "topic.proposed": mark("Proposals that nobody has looked at: organisation, then anchors."),
    "topic.rejected": mark("Clauses that do not belong here: organisation, then anchors."),
    "matrix": mark("The comparison of one kind of protocol, as the website shows it."),
    "matrix.format": mark("What this file is."),
    "matrix.version": mark("The version of the exchange format."),
    "matrix.subject": mark("The kind of protocol: the name of its folder."),
    "matrix.title": mark("The name of this kind of protocol, as the website shows it."),
    "matrix.organisations": mark("The boards and schools that are compared."),
    "matrix.topics": mark("The topics, in the order of the page."),
    "matrix.cells": mark("What each organisation has, by its slug."),
    "matrix.presence": mark(
        "Whether something was found; unknown when the source breaks off before that."
    ),
    "matrix.clauses": mark("The clauses in this cell."),
    "matrix.slug": mark("The name of the file, without .md."),
    "matrix.name": mark("The name, in full."),
    "matrix.year": mark("The year under which the text is known, or empty."),
    "matrix.status": mark("How far the protocol has come."),
    "matrix.complete": mark("False when the source breaks off."),
    "matrix.fingerprint": mark("The check code of its text."),
    "matrix.url": mark("The address, from the root of the website."),
    "matrix.anchor": mark("The name of this place; it never changes."),
    "matrix.label": mark("How the clause is cited."),
    "matrix.text": mark("The words, without the number."),
    "matrix.standing": mark("Who put the clause here."),
    "changes": mark("What changed between two versions of a protocol."),
    "changes.format": mark("What this file is."),
    "changes.version": mark("The version of the exchange format."),
    "changes.old": mark("The version that was."),
    "changes.new": mark("The version that is."),
    "changes.path": mark("How the version was named."),
    "changes.fingerprint": mark("The check code of its text."),
    "changes.changes": mark("What changed, in the order of the new version."),
    "changes.facts": mark("What changed in the facts and status lines; not counted."),
    "changes.fact.fact": mark(
        "The path of the fact, such as dated; empty for a status line, 'link' for where words lead "
        "to, 'level' for the level of a heading, 'kind' for the kind of text, 'spacing' for other "
        "spaces. Of what two files hold beside the text: 'running' for heads and feet of pages, "
        "'picture' for words in pictures, 'description' for descriptions of pictures."
    ),
    "changes.fact.anchor": mark("Where in the text it stands; empty for a fact."),
    "changes.fact.old": mark("What it was."),
    "changes.fact.new": mark("What it is."),
    "changes.counts": mark("How much changed."),
    "changes.counts.kind": mark("How many changes are of this kind."),
    "changes.counts.removed_words": mark("How many words and signs went, in all changes."),
    "changes.counts.added_words": mark("How many words and signs came, in all changes."),
    "changes.change.kind": mark("What happened; renumbered changes no word."),
    "changes.change.part": mark("What it happened to."),
    "changes.change.old": mark("The anchors in the version that was; that of the title is empty."),
    "changes.change.new": mark("The anchors in the version that is; that of the title is empty."),
    "changes.change.old_label": mark("How it was cited."),
    "changes.change.new_label": mark("How it is cited."),
    "changes.change.moved": mark("Whether it stands in another place, in order."),
    "changes.change.refilled": mark(
        "Whether it was repealed and says something again: a repeal from the other side."
    ),
    "changes.change.removed_words": mark("How many words and signs went."),
    "changes.change.added_words": mark("How many words and signs came."),
    "changes.change.pieces": mark(
        "The text in pieces: the old sides together are the text that was, the new sides the text "
        "that is, without numbers before clauses and points that do not count as words. Between "
        "clauses, paragraphs, points and rows of a table stands a newline, between cells a tab. "
        "The call of a note is written as [^1]."
    ),
    "changes.piece.old": mark("The words that were."),
    "changes.piece.new": mark("The words that are."),
    "changes.piece.consequential": mark(
        "True for what only follows from another change, such as a number in a reference or a "
        "space."
    ),
    "changes.piece.moved": mark(
        "True for words that stay and stand in another place within this change; where they stood "
        "the new side is empty, where they stand the old side."
    ),
    "answers": mark("The answers for 'protocol new', so that it need not ask."),
    "answers.format": mark("The version of the format of this file; without it the first."),
    "choices": mark("What a person chose for the template of this kind of protocol."),
    "choices.format": mark("The version of the format of this file; without it the first."),
    "choices.topics": mark("What was chosen for each topic, by its id."),
    "choices.themes": mark("Headings of one's own, by the id of the theme."),
    "choices.extra": mark("Clauses of one's own."),
    "choices.order": mark("The ids of topics and themes, in the order of the template."),
    "choice.choice": mark("The formulation: its id, or organisation#anchor."),
    "choice.leave_out": mark("True when the template leaves this topic out."),
    "reasons": mark("Why each clause changes, as the officer writes it."),
    "reasons.format": mark("The version of the format of this file; without it the first."),
    "reasons.since": mark("The texts of before, by their files, each with its check code."),
    "reasons.reasons": mark("Why, by the anchor of the clause; 'de-brug#art-9' for one that goes."),
    "reasons.seen": mark("For which text each reason was written; the program keeps it."),
    "reason.reason": mark("Why the clause changes."),
    "reason.wording": mark("True when words change and the rule does not."),
    "extra.theme": mark("The id of the theme that it belongs to."),
    "extra.after": mark("The id of the topic after which it comes."),
    "extra.text": mark("The words, as in a protocol file."),
}
