"""Clauses of one document that do not go together, and words that lean on what is not there.

Of a text that was put together from several documents every two clauses are compared; of any other
one only the same words twice are told, and one word that is said the meaning of twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from protocolkit.base.messages import translator
from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.model import Clause, Kind, Protocol
from protocolkit.document.names import longest_first, names_of
from protocolkit.document.open_places import blank_spans, blank_words
from protocolkit.document.outline import addressable, clause_text, clauses, labels, sections
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.drafting.new.essentials import STANDARD, said_in
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms
from protocolkit.relations.among import Clash, FoundClash, Placed, clashes, deciding
from protocolkit.relations.definitions import defined_words
from protocolkit.relations.explain import explain, explain_named, quotes_both
from protocolkit.relations.relation import Side
from protocolkit.text.shortening import folded
from protocolkit.text.words import tokens

CLAUSE_DUPLICATE = warning(
    "clause-duplicate",
    "The same clause stands in the document twice",
    "the same words stand at {other}: ‘{words}’",
    "Keep one of the two.",
)
CLAUSES_ALIKE = warning(
    "clauses-alike",
    "Two clauses of a draft say nearly the same",
    "{other} says nearly the same. Here: ‘{words}’ There: ‘{theirs}’",
    "Keep one of the two, or say what each is for.",
)
CLAUSES_CONTRARY = warning(
    "clauses-contrary",
    "Two clauses of a draft contradict each other",
    "this does not go together with {other}. {difference} Here: ‘{words}’ There: ‘{theirs}’",
    "Choose one of the two, or write when each of them applies.",
)
CLAUSES_PERHAPS_CONTRARY = warning(
    "clauses-perhaps-contrary",
    "Two clauses of a draft may contradict each other",
    "this may not go together with {other}. {difference} Here: ‘{words}’ There: ‘{theirs}’",
    "Choose one of the two, or write when each of them applies.",
)
DEFINED_TWICE = warning(
    "defined-twice",
    "Two clauses each say what one word means",
    "{other} says what ‘{term}’ means too. Here: ‘{words}’ There: ‘{theirs}’",
    "Keep one of the two, or make one of them.",
)
# An anchor as an import makes one: the list, and the how many-th clause of it.
_LISTED = re.compile(r"(.*?)-?([0-9]+)")
ENDS_AS_ONE_OF_A_LIST = warning(
    "list-left-open",
    "A clause of a draft ends as one of a list of which the rest is not there",
    "this ends with ‘{sign}’, and what follows does not go on with it.",
    "Put a full stop there.",
)
LEANS_BACK = warning(
    "leans-back",
    "A clause of a draft leans on words that may stand elsewhere",
    "‘{words}’ refers to text in the document that it comes from: '{source}'.",
    "Read it with what stands before it here, and say what is meant.",
)

FindClashes = Callable[[Protocol], tuple[FoundClash, ...]]
"""Finds every two clauses of a draft that do not go together."""

_LEAST_TOKENS = 8
_SHOWN = 240
_NAME_LEFT_OPEN = re.compile(r"\[na(?:am|men) ")


def check_together(protocol: Protocol, find: FindClashes | None = None) -> Iterator[Problem]:
    """Yield the clauses that do not go together, each two once, at the later one.

    ``find`` may know what was found earlier in a draft.
    """
    if _sources(protocol):
        yield from _of_draft(protocol, (find or drafted_clashes)(protocol))
        yield from _leaning(protocol)
        yield from lists_left_open(protocol)
    else:
        yield from _twice(protocol)


def drafted_clashes(
    protocol: Protocol,
    find: Callable[[Sequence[Placed]], Iterable[FoundClash]] = clashes,
    norms_of: Callable[[Protocol], Mapping[str, ClauseNorms]] = protocol_norms,
) -> tuple[FoundClash, ...]:
    """Return every two clauses of a draft that do not go together; names are anchors."""
    return tuple(find(list(_placed(protocol, norms_of(protocol)))))


def clashing_pairs(found: Iterable[FoundClash]) -> frozenset[frozenset[str]]:
    """Return the anchors of every two clauses that do not go together."""
    return frozenset(frozenset((one.left.name, one.right.name)) for one in found)


def _sources(protocol: Protocol) -> Mapping[str, str]:
    """Return, by anchor, whose document each clause was taken from, if it was put together.

    A text that was taken over whole has none: it is its board's.
    """
    entries = protocol.facts.provenance
    if any(entry.choice == BOARD_WIDE for entry in entries):
        return {}
    return {e.anchor: str(e.source) for e in entries if e.anchor and e.source.organisation}


def _placed(protocol: Protocol, norms: Mapping[str, ClauseNorms]) -> Iterator[Placed]:
    names = longest_first([*names_of(protocol), *_open_names(protocol)])
    topics: dict[str, set[str]] = {}
    origins: dict[str, str] = {}
    for entry in protocol.facts.provenance:
        topics.setdefault(entry.anchor, set()).add(entry.topic)
        origins.setdefault(entry.anchor, entry.source.organisation)
    ours = {e.anchor for e in protocol.facts.provenance if e.choice == STANDARD}
    for clause in clauses(protocol):
        text, origin = clause_text(clause), origins.get(clause.anchor, "")
        # what somebody wrote may begin with a blank for whose it is: '[naam] moedigt aan'
        is_written = bool(origin) or not _is_open(text)
        # our own texts were written to stand beside each other, and beside any others
        # what explains is asked about where a board wrote it: a remark of ours quotes the rest
        binds = clause.kind.is_compared or clause.kind is Kind.CLOSING
        is_asked = binds or (clause.kind is Kind.EXPLANATION and bool(origin))
        answered = topics.get(clause.anchor, set()) - {""}
        if clause.kind is Kind.CLOSING:
            answered |= {f"{STANDARD}-{name}" for name in said_in(text)}
        if is_asked and is_written and clause.anchor not in ours:
            yield Placed(
                name=clause.anchor,
                side=Side(text=text, norms=norms[clause.anchor], names=names),
                origin=origin,
                topics=frozenset(answered),
                binds=binds,
            )


def _open_names(protocol: Protocol) -> Iterator[str]:
    """Yield the blanks for a name: whose it will be says as little of a rule as a name does."""
    for clause in clauses(protocol):
        yield from filter(_NAME_LEFT_OPEN.match, blank_words(clause_text(clause)))


def _is_open(text: str) -> bool:
    """Tell whether words of one's own begin with a blank: nobody wrote them yet."""
    return any(begin == 0 for begin, _ in blank_spans(text))


def _of_draft(protocol: Protocol, clashing: Iterable[FoundClash]) -> Iterator[Problem]:
    named, places = labels(protocol), {c.anchor: c.location for c in clauses(protocol)}
    for found in clashing:
        left, right = found.left, found.right
        values = {"other": named[left.name], "words": _cut(right.side.text)}
        if found.clash is not Clash.SAME:
            values["theirs"] = _cut(left.side.text)
        if found.clash in (Clash.CONTRARY, Clash.PERHAPS):
            values["difference"] = told_difference(found, (named[left.name], named[right.name]))
        if found.clash is Clash.DEFINED:
            values["term"] = found.word
        codes = {
            Clash.SAME: CLAUSE_DUPLICATE,
            Clash.ALIKE: CLAUSES_ALIKE,
            Clash.CONTRARY: CLAUSES_CONTRARY,
            Clash.PERHAPS: CLAUSES_PERHAPS_CONTRARY,
            Clash.DEFINED: DEFINED_TWICE,
        }
        yield problem(codes[found.clash], places[right.name], right.name, **values)


def told_difference(found: FoundClash, names: tuple[str, str] | None = None) -> str:
    """Return in what two clauses differ, or which word both define, in the reader's language.

    With their ``names``, words that one of them has are those of that one.
    """
    if found.clash is Clash.DEFINED:
        return f"‘{found.word}’"
    texts = found.left.side.text, found.right.side.text
    reason = deciding(found.judgement)
    if names is not None and not quotes_both(reason):
        return explain_named(reason, translator(), texts, names)
    return explain(reason, translator(), texts)


def _twice(protocol: Protocol) -> Iterator[Problem]:
    named = labels(protocol)
    first: dict[tuple[str, ...], Clause] = {}
    defining: dict[frozenset[str], Clause] = {}
    for clause in clauses(protocol):
        is_asked = clause.kind.is_compared or clause.kind is Kind.EXPLANATION
        text = clause_text(clause) if is_asked else ""
        said, defined = tuple(tokens(text)), defined_words(text)
        other = first.setdefault(said, clause) if _is_long_rule(clause, said) else clause
        values = {"other": named[other.anchor], "words": _cut(text)}
        if other is not clause:
            yield problem(CLAUSE_DUPLICATE, clause.location, clause.anchor, **values)
            continue
        for terms, term in defined.items():
            other = defining.setdefault(terms, clause)
            if other is not clause:
                told = {"other": named[other.anchor], "theirs": _cut(clause_text(other))}
                values |= {"term": term, **told}
                yield problem(DEFINED_TWICE, clause.location, clause.anchor, **values)


def _is_long_rule(clause: Clause, said: tuple[str, ...]) -> bool:
    return clause.kind.is_compared and len(said) >= _LEAST_TOKENS


def _leaning(protocol: Protocol) -> Iterator[Problem]:
    from protocolkit.drafting.template.leaning import item_leaning  # noqa: PLC0415 - slow to load

    sources = _sources(protocol)
    for item in addressable(protocol):
        source = sources.get(item.anchor, "")
        if source and (words := item_leaning(item)):
            yield problem(LEANS_BACK, item.location, item.anchor, words=words, source=source)


def without_followed(
    problems: Iterable[Problem], protocol: Protocol, sources: Iterable[Protocol]
) -> Iterator[Problem]:
    """Yield problems without what leans on the clause that stands before it here as in its source.

    ``sources`` are the documents whose words a draft may have.
    """
    from protocolkit.drafting.new.followed import following, leaning_there  # noqa: PLC0415 - as above

    found = tuple(problems)
    is_asked = any(one.code is LEANS_BACK for one in found)
    follows = following(protocol, sources) if is_asked else frozenset()
    items = {item.anchor: item for item in addressable(protocol)} if follows else {}
    for one in found:
        item = items.get(one.anchor)
        if one.code is not LEANS_BACK or item is None or leaning_there(item, follows):
            yield one


def lists_left_open(protocol: Protocol) -> Iterator[Problem]:
    """Yield each clause that ends with a semicolon or comma where its own list does not go on."""
    sources = {e.anchor: e.source for e in protocol.facts.provenance if e.anchor}
    for section in sections(protocol):
        own = [part for part in section.parts if isinstance(part, Clause)]
        for clause, following in zip_longest(own, own[1:]):
            text = clause_text(clause).rstrip()
            source = sources.get(clause.anchor, NO_PLACE)
            after = sources.get(following.anchor, NO_PLACE) if following else NO_PLACE
            is_taken = bool(source.organisation)
            if is_taken and text.endswith((";", ",")) and not _goes_on(source, after):
                yield problem(ENDS_AS_ONE_OF_A_LIST, clause.location, clause.anchor, sign=text[-1])


def _goes_on(place: Place, after: Place) -> bool:
    """Tell whether a clause can stand behind another in one list of one document.

    By their anchors, which are named after a list and a place in it; others may be anywhere.
    """
    if place.organisation != after.organisation:
        return False
    own, following = (_LISTED.fullmatch(found.anchor) for found in (place, after))
    if own is None or following is None:
        return own is following
    return own[1] == following[1] and int(own[2]) < int(following[2])


def _cut(text: str) -> str:
    return folded(text, _SHOWN)
