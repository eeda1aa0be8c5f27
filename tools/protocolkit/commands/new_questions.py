"""What ``protocol new`` asks, in order: how to begin, for whom, what to choose and fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from protocolkit.checking.one_term import mixed_terms
from protocolkit.checking.reader_forms import reader_forms
from protocolkit.commands.blank_questions import blank_questions, filled_in, words_around
from protocolkit.commands.choice_questions import merge_questions, template_questions
from protocolkit.commands.clash_lines import clash_lines
from protocolkit.commands.essential_questions import essential_questions
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.output import speak
from protocolkit.commands.questions import Question, State, UnfitReplyError, is_yes, numbered
from protocolkit.commands.term_questions import reader_questions, term_questions
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import SECTOR_CODES, kind_of_name
from protocolkit.drafting.new.adopting import ADDITION, school_fields
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import missing_in_draft
from protocolkit.drafting.new.new_protocol import placeholders_of
from protocolkit.drafting.template.subject_template import public

_LONGEST_NAME = 150
_MANY = 10
_STARTS = ("template", "adopts", "merges")


def questions(setting: Setting) -> Callable[[State], Iterator[Question]]:
    """Return what yields the questions, in order; those asked already are passed over."""

    def ask(state: State) -> Iterator[Question]:
        waits = False
        for question in _choosing(state, setting):
            waits = waits or question.key not in state.asked
            yield question
        answers = state.answers
        draft = None if answers.adopts else setting.draft(answers)
        # what the text is like takes long to find out, and is asked when it is whole
        text = setting.text(answers, draft, answers.subject, "") if draft and not waits else None
        terms = tuple(_on_words(text, answers)) if text else ()
        yield from terms
        yield _ready(answers, draft, text if not terms else None)

    return ask


def _on_words(text: Protocol, answers: Answers) -> Iterator[Question]:
    """Yield what is asked of the words of a whole draft."""
    yield from term_questions(mixed_terms(text), answers)
    yield from reader_questions(reader_forms(text), answers)


def _choosing(state: State, setting: Setting) -> Iterator[Question]:
    """Yield every question of which the text is made."""
    answers = state.answers
    yield _subject(answers, setting)
    if not answers.adopts and not answers.merges:
        yield _start(answers, setting)
    if answers.adopts or answers.merges:
        yield from _others(answers, setting)
    yield from _organisation(answers)
    if answers.adopts:
        yield from _school_fields(answers, setting)
    elif answers.merges:
        merge = setting.merge(answers)
        yield from merge_questions(merge, state) if merge else ()
    else:
        template = setting.template(answers.subject)
        yield from template_questions(template, state) if template else ()
    if not answers.adopts and (chosen := setting.chosen(answers)):
        lacking = missing_in_draft(chosen, answers.subject)
        yield from essential_questions(lacking, setting.title(answers.subject), state)
    draft = None if answers.adopts else setting.draft(answers)
    for placeholder in placeholders_of(draft) if draft else ():
        yield from blank_questions(placeholder, answers, words_around(placeholder, draft))


def _ready(answers: Answers, draft: Draft | None, whole: Protocol | None) -> Question:
    """Return the last question: whether it may be made like this, and what does not go together."""

    def take(reply: str) -> Answers:
        if is_yes(reply):
            return answers
        raise UnfitReplyError(speak("Go back to the question that you want to answer otherwise."))

    lines = [speak("That was everything. This is what will be made:")]
    lines.append(f"  {answers.organisation.name}")
    if draft is not None:
        parts = [part for group in draft.groups for part in group.parts]
        is_open = sum(not part.choice and not part.chosen for part in parts)
        text = speak("still to be chosen: {open} topics; left out: {out}")
        lines.append(f"  {text.format(open=is_open, out=len(draft.declined))}")
    lines += clash_lines(whole) if whole else ()
    return Question(
        key="ready",
        text=speak("Make the protocol? (ja/nee)"),
        lines=tuple(lines),
        take=take,
        default="ja",
    )


def _subject(answers: Answers, setting: Setting) -> Question:
    known = [found.slug for found in setting.collection.subjects]

    def take(reply: str) -> Answers:
        slug = reply if reply in known else known[numbered(reply, len(known))[0]]
        return replace(answers, subject=slug)

    titles = [
        found.concordance.title if found.concordance else found.slug
        for found in setting.collection.subjects
    ]
    return Question(
        key="subject",
        text=speak("What kind of protocol do you make?"),
        lines=_list(titles),
        take=take,
        default="1" if len(known) == 1 else "",
    )


def _start(answers: Answers, setting: Setting) -> Question:
    lines = (
        speak("With the template: I choose a formulation for each topic"),
        speak("With the protocol of our own board: our school takes it over"),
        speak("With two protocols that become one"),
    )

    def take(reply: str) -> Answers:
        chosen = _STARTS[numbered(reply, len(lines))[0]]
        if chosen != "adopts" and setting.template(answers.subject) is None:
            raise UnfitReplyError(
                speak("For this kind of protocol no topics are known yet; choose another start.")
            )
        # a name that no file can have: the next question asks for the right one
        if chosen == "adopts":
            return replace(answers, adopts=ASKING)
        return replace(answers, merges=(ASKING,)) if chosen == "merges" else answers

    return Question(
        key="start",
        text=speak("How do you want to begin?"),
        lines=_list(lines),
        take=take,
        default="1",
    )


ASKING = "?"
"""Stands for a protocol that is still to be named."""


def _others(answers: Answers, setting: Setting) -> Iterator[Question]:
    subject = setting.subject(answers.subject)
    protocols = public(subject.protocols) if subject else ()
    names = [f"{p.facts.organisation.name} ({p.slug})" for p in protocols]

    def slugs(reply: str, count: int) -> tuple[str, ...]:
        by_slug = {protocol.slug: protocol.slug for protocol in protocols}
        if reply in by_slug and count == 1:
            return (reply,)
        chosen = tuple(protocols[n].slug for n in numbered(reply, len(protocols)))
        if len(chosen) != count:
            raise UnfitReplyError(speak("Choose {count}.").format(count=count))
        return chosen

    if answers.adopts:
        yield Question(
            key="adopts",
            text=speak("Which protocol does the school take over?"),
            lines=_list(names),
            take=lambda reply: replace(answers, adopts=slugs(reply, 1)[0]),
        )
    else:
        yield Question(
            key="merges",
            text=speak("Which two? Type two numbers with a comma between"),
            lines=_list(names),
            take=lambda reply: replace(answers, merges=slugs(reply, 2)),
        )


def _organisation(answers: Answers) -> Iterator[Question]:
    """Yield whose protocol it will be, and what is asked of a board or of a school besides."""
    yield _name(answers)
    if answers.adopts:
        return
    yield _kind(answers)
    organisation = answers.organisation
    yield Question(
        key="organisation.sector",
        text=speak("Which sector: po, vo, so or mbo? (Enter: several)"),
        take=lambda reply: replace(
            answers, organisation=replace(organisation, sector=_sector(reply))
        ),
    )
    if organisation.kind is OrganisationKind.SCHOOL:
        yield Question(
            key="organisation.parent",
            text=speak("Which board does the school belong to?"),
            take=lambda reply: replace(answers, organisation=replace(organisation, parent=reply)),
        )
    else:
        yield Question(
            key="schools",
            text=speak("For which schools? Put commas between the names (Enter: not named)"),
            take=lambda reply: replace(answers, schools=_names(reply)),
        )


def _name(answers: Answers) -> Question:
    organisation = answers.organisation

    def take(reply: str) -> Answers:
        if not any(character.isalpha() for character in reply):
            raise UnfitReplyError(speak("A protocol has to be somebody's: type a name."))
        if len(reply) > _LONGEST_NAME:
            text = speak("This is too long: at most {count} characters.")
            raise UnfitReplyError(text.format(count=_LONGEST_NAME))
        kind = OrganisationKind.SCHOOL if answers.adopts else organisation.kind
        return replace(answers, organisation=replace(organisation, name=reply, kind=kind))

    whose = speak("Whose protocol will it be? Type the name in full")
    school = speak("Which school takes it over? Type the name in full")
    return Question(key="organisation.name", text=school if answers.adopts else whose, take=take)


def _kind(answers: Answers) -> Question:
    kinds = list(OrganisationKind)
    organisation = answers.organisation

    def take(reply: str) -> Answers:
        kind = kinds[numbered(reply, len(kinds))[0]]
        return replace(answers, organisation=replace(organisation, kind=kind))

    return Question(
        key="organisation.kind",
        text=speak("What is {name}?").format(name=organisation.name),
        lines=_list([kind.value for kind in kinds]),
        take=take,
        default=str(kinds.index(kind_of_name(organisation.name)) + 1),
    )


def _sector(reply: str) -> str:
    if reply and reply.lower() not in SECTOR_CODES:
        known = ", ".join(SECTOR_CODES)
        raise UnfitReplyError(speak("Choose one of: {known}.").format(known=known))
    return reply.lower()


def _school_fields(answers: Answers, setting: Setting) -> Iterator[Question]:
    """Yield what a board leaves to its schools: blanks, and room for additions."""
    board = setting.protocol(answers.subject, answers.adopts)
    if board is None:
        return
    for placeholder in school_fields(board):
        yield from blank_questions(placeholder, answers)
    lines = (
        speak("The text of {name} is taken over word for word.").format(
            name=board.facts.organisation.name
        ),
    )
    yield Question(
        key=f"placeholders.{ADDITION}",
        text=speak("What does the school add? (Enter: later, '{none}': nothing)").format(none=NONE),
        lines=lines,
        take=lambda reply: filled_in(answers, ADDITION, reply),
    )


def _names(reply: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"\s*[,;]\s*", reply) if name)


def _list(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"  {number}. {text}" for number, text in enumerate(texts, start=1))
