"""How ``protocol new`` begins: what was given after the command, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.checking.one_term import is_term
from protocolkit.checking.reader_forms import is_form
from protocolkit.commands.new_sources import Setting
from protocolkit.commands.output import refuse, speak, talk
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import kind_of_name
from protocolkit.drafting.new.answers import Answers, read_answers
from protocolkit.drafting.new.essentials import check_essentials, without_essentials
from protocolkit.drafting.new.merging import check_merge_answers
from protocolkit.drafting.new.new_protocol import check_answers
from protocolkit.drafting.template.subject_template import public

NEW_SUBJECT = error(
    "new-subject",
    "A new protocol is of an unknown kind",
    "there is no kind of protocol '{name}'.",
    "There are: {known}.",
)
NEW_FROM = error(
    "new-from",
    "A new protocol begins with one that is not there",
    "there is no protocol '{name}' of this kind.",
    "There are: {known}.",
)
NEW_START = error(
    "new-start",
    "A new protocol begins in two ways at once",
    "a protocol that is taken over and two that become one do not go together.",
    "Use --adopt for a school that takes its board's over, or --merge for two that become one.",
)
NEW_PAIR = error(
    "new-pair",
    "A merger names one protocol twice",
    "'{name}' cannot become one with itself.",
    "Name two different ones of: {known}.",
)
NEW_TWO = error(
    "new-two",
    "A merger names one protocol",
    "a merger is made of two protocols; what is named is: {names}.",
    "Write two names after --merge: {known}.",
)
NEW_NAME = error(
    "new-name",
    "A new protocol is nobody's",
    "the name of the organisation is missing.",
    "Add --name 'Stichting De Brug', or write it in the answers under 'organisation:' as 'name:'.",
)
NEW_TERM = error(
    "new-term",
    "A word is chosen that is not there",
    "'{name}' is no word for '{key}' that is known here.",
    "Leave it out; 'protocol check' tells which words stand beside each other.",
)
NEW_TEMPLATE = error(
    "new-template",
    "There is nothing to begin with",
    "there is no template for '{name}': no protocol of this kind has topics.",
    "Put protocols in this folder with their topics first, or take one over with --adopt.",
)


def given_answers(
    file: Path | None, subject: str, adopts: str, merges: Sequence[str] | None, name: str
) -> Answers:
    """Return the answers of the file; what was typed after the command wins."""
    answers = Answers()
    if name and not any(map(str.isalnum, name)):
        raise ProtocolkitError(problem(NEW_NAME, Location("protocol new")))
    if file is not None:
        answers, problems = read_answers(file)
        refuse(problems)
    lines = dict(answers.lines)
    typed = {
        "subject": subject,
        "adopts": adopts,
        "merges": merges,
        "organisation.name": name,
    }
    for key, value in typed.items():
        if value:
            lines[key] = lines.get(key, 0)
    # a start that was given is not asked for
    if any(key in lines for key in ("adopts", "merges")):
        lines["start"] = 0
    named = replace(answers.organisation, name=name or answers.organisation.name)
    # what somebody did not say of it yet, its name suggests
    if named.name and "organisation.kind" not in lines:
        named = replace(named, kind=kind_of_name(named.name))
    return replace(
        answers,
        subject=subject or answers.subject,
        adopts=adopts or answers.adopts,
        merges=tuple(merges or answers.merges),
        organisation=named,
        lines=lines,
    )


def with_subject(answers: Answers, setting: Setting, *, tells: bool) -> Answers:
    """Return answers with the kind of protocol filled in where there is only one."""
    subjects = setting.collection.subjects
    if answers.subject or len(subjects) != 1:
        return answers
    (only,) = subjects
    if tells:
        text = speak("Kind of protocol: {title} (the only one here).")
        talk(text.format(title=setting.title(only.slug)))
    return replace(answers, subject=only.slug, lines={**answers.lines, "subject": 0})


def with_slugs(answers: Answers, setting: Setting) -> Answers:
    """Return answers in which protocols that were named otherwise have the names of their files."""
    subject = setting.subject(answers.subject)
    names = {
        name.casefold(): protocol.slug
        for protocol in (subject.protocols if subject else ())
        for name in (*_called(protocol), protocol.slug)
        if name
    }
    return replace(
        answers,
        adopts=names.get(answers.adopts.casefold(), answers.adopts),
        merges=tuple(names.get(slug.casefold(), slug) for slug in answers.merges),
    )


def _called(protocol: Protocol) -> tuple[str, ...]:
    organisation = protocol.facts.organisation
    return (organisation.name, *organisation.aliases)


def starting_problems(answers: Answers, setting: Setting) -> Iterator[Problem]:
    """Yield what is wrong with how to begin, as far as that was given."""
    subjects = [found.slug for found in setting.collection.subjects]
    subject = setting.subject(answers.subject)
    if not subjects or (answers.subject and subject is None):
        location = where(answers, "subject")
        known = ", ".join(subjects) or "–"
        yield problem(NEW_SUBJECT, location, name=answers.subject, known=known)
        return
    protocols = [protocol.slug for protocol in subject.protocols] if subject else []
    # what lies in the folder as a draft may be named, but nobody is led to it
    offered = [found.slug for found in public(subject.protocols)] if subject else []
    known = ", ".join(offered or protocols) or "–"
    named = tuple(filter(None, answers.merges))
    if answers.merges and answers.adopts:
        yield problem(NEW_START, where(answers, "merges"))
    elif answers.merges and len(named) < 2:
        names = ", ".join(named) or "–"
        yield problem(NEW_TWO, where(answers, "merges"), names=names, known=known)
        return
    elif answers.merges and len(set(answers.merges)) != 2:
        yield problem(NEW_PAIR, where(answers, "merges"), name=answers.merges[0], known=known)
    for key, slugs in (("adopts", (answers.adopts,)), ("merges", answers.merges)):
        for slug in slugs:
            if subject and slug and slug not in protocols:
                near = get_close_matches(slug, offered or protocols, len(protocols), 0.0)
                known = ", ".join(near) or "–"
                yield problem(NEW_FROM, where(answers, key), name=slug, known=known)


def problems_of(answers: Answers, setting: Setting) -> Iterator[Problem]:
    """Yield what keeps a protocol from being made of the answers."""
    if begun_wrongly := tuple(starting_problems(answers, setting)):
        yield from begun_wrongly
        return
    if not answers.subject:
        known = ", ".join(found.slug for found in setting.collection.subjects)
        yield problem(NEW_SUBJECT, where(answers, "subject"), name="", known=known or "–")
        return
    if not any(map(str.isalnum, answers.organisation.name)):
        # what is chosen is looked at when this is known: it takes long where there are many boards
        yield problem(NEW_NAME, where(answers, "organisation"))
        return
    if answers.adopts:
        return
    yield from check_essentials(answers)
    for key, word in answers.terms.items():
        if not is_term(key, word) and not is_form(key, word):
            yield problem(NEW_TERM, where(answers, f"terms.{key}"), name=word, key=key)
    answers = without_essentials(answers)
    if answers.merges:
        merge = setting.merge(answers)
        if merge is None:
            yield problem(NEW_TEMPLATE, where(answers, "merges"), name=answers.subject)
        else:
            yield from check_merge_answers(answers, merge)
        return
    template = setting.template(answers.subject)
    if template is None:
        yield problem(NEW_TEMPLATE, where(answers, "subject"), name=answers.subject)
    else:
        yield from check_answers(answers, template)


def where(answers: Answers, key: str) -> Location:
    """Return where something was answered: in the file, or after the command."""
    return answers.location(key) if answers.path else Location("protocol new")
