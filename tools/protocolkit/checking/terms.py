"""One thing under several names in one document: words, spellings, the organisation itself.

Counts are of the running text; for an organisation's name the title counts too. A capital at a
sentence's start makes no other word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from protocolkit.base.problems import Code, Problem, problem, warning
from protocolkit.checking.passages import Passage, headings, passages, sentences
from protocolkit.document.model import Protocol
from protocolkit.document.names import find_names, introduced_names
from protocolkit.wording.one_word import TermGroup, base_form, term_groups, term_pattern

TERM_VARIANTS = warning(
    "term-variants",
    "One thing has several names",
    "this document uses {counts} beside each other.",
    "Choose one. If the document has it like this, accept it with a reason.",
)
NAME_VARIANTS = warning(
    "name-variants",
    "An organisation is named in several ways",
    "this document uses {counts} beside each other.",
    "Choose one name, or introduce the short one ('hierna te noemen: …').",
)


def check_terms(protocol: Protocol) -> Iterator[Problem]:
    """Yield the terms and names that vary, each with its counts, where the rarest form begins."""
    body = passages(protocol)
    for group in term_groups():
        yield from _check_group(group, body)
    yield from _check_names(protocol, [*headings(protocol), *body])


def _check_group(group: TermGroup, body: Sequence[Passage]) -> Iterator[Problem]:
    pattern = term_pattern(group)
    if group.is_apart and _told_apart(pattern, group, body):
        return
    found = [
        (form_used(match, group), passage)
        for passage in body
        for match in pattern.finditer(passage.text)
    ]
    yield from _report(TERM_VARIANTS, found)


def term_counts(protocol: Protocol, group: TermGroup) -> Counter[str]:
    """Return how often each word of a group is used; empty where a text tells them apart."""
    pattern, body = term_pattern(group), passages(protocol)
    if group.is_apart and _told_apart(pattern, group, body):
        return Counter()
    return Counter(
        " ".join(form_used(match, group).split())
        for passage in body
        for match in pattern.finditer(passage.text)
    )


def form_used(match: re.Match[str], group: TermGroup) -> str:
    """Return which form was used, without the capital that a sentence begins with."""
    words = match[0]
    if group.has_case:
        is_start = words[0].isupper() and words[1:] == words[1:].lower()
        lower = words[0].lower() + words[1:]
        is_first = begins_sentence(match.string[: match.start()])
        return lower if is_start and lower in group.forms and is_first else words
    return base_form(words, group)


def begins_sentence(before: str) -> bool:
    """Tell whether a word begins a sentence, by the text ``before`` it."""
    said = before.rstrip(" \"'‘“„(")
    return not said or said[-1] in ".?!:\n"


def _told_apart(pattern: re.Pattern[str], group: TermGroup, body: Iterable[Passage]) -> bool:
    return any(
        len({base_form(match[0], group) for match in pattern.finditer(sentence)}) > 1
        for passage in body
        for sentence in sentences(passage.text)
    )


def _check_names(protocol: Protocol, pieces: Sequence[Passage]) -> Iterator[Problem]:
    """Yield the names of the organisation when there are several that nobody introduced."""
    organisation = protocol.facts.organisation
    names = (organisation.name, *organisation.aliases)
    whole = "\n".join(passage.text for passage in pieces)
    introduced = introduced_names(whole, names)
    uses = (
        (passage.text[slice(*span)], passage)
        for passage in pieces
        for span in find_names(passage.text, names)
    )
    found = [(_name(words), passage) for words, passage in uses if words not in introduced]
    yield from _report(NAME_VARIANTS, found)


def _name(words: str) -> str:
    """Return a name without the capital of a sentence's start: ``Stichting X`` is ``stichting X``.

    >>> _name("Stichting OPONOA"), _name("OPONOA"), _name("De Brug")
    ('stichting OPONOA', 'OPONOA', 'de Brug')
    """
    first, space, rest = words.partition(" ")
    return first.lower() + space + rest if space and first[1:].islower() else words


def _report(code: Code, found: list[tuple[str, Passage]]) -> Iterator[Problem]:
    counts = Counter(" ".join(form.split()) for form, _ in found)
    if len(counts) < 2:
        return
    ordered = counts.most_common()
    rarest = ordered[-1][0]
    passage = next(passage for form, passage in found if " ".join(form.split()) == rarest)
    said = ", ".join(f"'{form}' ({count}×)" for form, count in ordered)
    yield problem(code, passage.location, passage.anchor, counts=said)
